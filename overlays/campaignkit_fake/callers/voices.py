"""The voices of Callers.ai's organizations: a provider's, and those made of audio samples."""

from random import Random
from typing import TYPE_CHECKING

from ..engine.access import Arguments, check_sub_organization, may_see, own_organization_id
from ..engine.records import JSON, ORGANIZATIONS, Ids, Key
from ..engine.responses import Refusal

if TYPE_CHECKING:
    from ..state.store import Store

_PROVIDER = "ELEVENLABS"
_LOCALES = ("en-US", "de-DE", "pt-BR")
_CHANGED = ("name", "isMultilingual", "supportedLocales", "settings")
_LIKENESS = 0.5  # what the documents print for stability and similarity that nobody gives


class Voices:
    """The voices of all organizations; each has one from the beginning."""

    def __init__(self, random: Random) -> None:
        self.held: dict[str, JSON] = {}
        self._ids = Ids("b0")
        for owner in ORGANIZATIONS:
            fields = {"name": "First voice", "supportedLocales": [random.choice(_LOCALES)]}
            self.add(owner, f"seeded-{len(self.held)}", _PROVIDER, fields)

    def add(self, owner: str, voice_id: str, provider: str, fields: JSON) -> JSON:
        """Add a voice; `fields` are those that it was given."""
        voice = {
            "id": next(self._ids),
            "voiceId": voice_id,
            "name": fields["name"],
            "isMultilingual": fields.get("isMultilingual", False),
            "supportedLocales": fields.get("supportedLocales", ["en-US"]),
            "ttsClient": provider.lower(),
            "organizationId": owner,
            "settings": fields.get("settings", {}),
        }
        self.held[voice["id"]] = voice
        return voice

    def state(self) -> JSON:
        """Return what a test wants to look at."""
        return {
            voice_id: {name: voice[name] for name in ("organizationId", "voiceId", "name")}
            for voice_id, voice in self.held.items()
        }


def create_voice(store: "Store", key: Key, arguments: Arguments) -> list[JSON]:
    """Add a provider's voice, for the sub organizations too on request."""
    body = arguments["body"]
    return _added(store, key, arguments, body["voiceId"], body["voiceProviderType"], body)


def clone_voice(store: "Store", key: Key, arguments: Arguments) -> list[JSON]:
    """Add a voice of samples, whatever they sound like."""
    body = arguments["body"]
    settings = {
        "stability": body.get("stability", _LIKENESS),
        "similarity_boost": body.get("similarityBoost", _LIKENESS),
        **({"speed": body["speed"]} if "speed" in body else {}),
    }
    fields = {**body, "isMultilingual": body.get("supportsAllLanguages", False)}
    voice_id, provider = f"cloned-{len(store.voices.held)}", body.get("providerType", _PROVIDER)
    return _added(store, key, arguments, voice_id, provider, {**fields, "settings": settings})


def _added(
    store: "Store", key: Key, arguments: Arguments, voice_id: str, provider: str, fields: JSON
) -> list[JSON]:
    check_sub_organization(store, key, arguments)
    owners = [own_organization_id(store, key)]
    if fields.get("subAccounts", False):
        held = store.organizations.items()
        owners += [each for each, organization in held if organization.main_id == owners[0]]
    store.tick()
    return [store.voices.add(owner, voice_id, provider, fields) for owner in owners]


def update_voice(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Change what is given of a voice."""
    check_sub_organization(store, key, arguments)
    voice = store.voices.held.get(arguments["id"])
    if voice is None:
        raise Refusal(404, "There is no such voice.")
    if not may_see(store, key, voice["organizationId"]):
        raise Refusal(403, "The voice is another organization's.")
    store.tick()
    body = arguments["body"]
    voice |= {name: body[name] for name in _CHANGED if name in body}
    return voice


RULES = {
    "callers_voices_create": create_voice,
    "callers_voices_clone": clone_voice,
    "callers_voices_update": update_voice,
}

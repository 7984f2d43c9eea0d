"""Voices of organizations: voices of a provider, and clones of audio samples."""

from typing import Self

from ..engine.context import Context
from ..engine.ids import ORGANIZATIONS, Ids
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import Seeds
from .organizations import (
    Organizations,
    check_sub_organization,
    find_owned,
    own_organization_id,
)

__all__ = ["RULES", "Voices"]

_PROVIDER = "ELEVENLABS"
_LOCALES = ("en-US", "de-DE", "pt-BR")
_CHANGEABLE = ("name", "isMultilingual", "supportedLocales", "settings")
_LIKENESS = 0.5  # the default that the documents print for stability and similarity


class Voices(Collection[JSON]):
    """Voices of all organizations; each has one from the beginning."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = Ids("b0")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return one voice for each organization."""
        voices, random = cls(), seeds.random("voices")
        for owner in ORGANIZATIONS:
            fields = {"name": "First voice", "supportedLocales": [random.choice(_LOCALES)]}
            voices.add(owner, f"seeded-{len(voices.by_id)}", _PROVIDER, fields)
        return voices

    def add(self, owner: str, voice_id: str, provider: str, fields: JSON) -> JSON:
        """Add a voice; `fields` are those of the request."""
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
        self.by_id[voice["id"]] = voice
        return voice

    def to_dict(self, now: float) -> JSON:
        """Return the voices."""
        return {
            "voices": {
                voice_id: {name: voice[name] for name in ("organizationId", "voiceId", "name")}
                for voice_id, voice in self.by_id.items()
            }
        }


def create_voice(context: Context) -> list[JSON]:
    """Add a provider's voice, for the sub organizations too on request."""
    body = context.body
    return _add(context, body["voiceId"], body["voiceProviderType"], body)


def clone_voice(context: Context) -> list[JSON]:
    """Add a voice from audio samples, whose content is ignored."""
    body, voices = context.body, context.store[Voices]
    settings = {
        "stability": body.get("stability", _LIKENESS),
        "similarity_boost": body.get("similarityBoost", _LIKENESS),
        **({"speed": body["speed"]} if "speed" in body else {}),
    }
    fields = {**body, "isMultilingual": body.get("supportsAllLanguages", False)}
    voice_id, provider = f"cloned-{len(voices.by_id)}", body.get("providerType", _PROVIDER)
    return _add(context, voice_id, provider, {**fields, "settings": settings})


def _add(context: Context, voice_id: str, provider: str, fields: JSON) -> list[JSON]:
    check_sub_organization(context)
    owners = [own_organization_id(context)]
    if fields.get("subAccounts", False):
        owners += context.store[Organizations].subs_of(owners[0])
    context.store.tick()
    voices = context.store[Voices]
    return [voices.add(owner, voice_id, provider, fields) for owner in owners]


def update_voice(context: Context) -> JSON:
    """Change the given fields of a voice."""
    voices = context.store[Voices].by_id
    voice = find_owned(context, voices, context.arguments["id"], "voice")
    context.store.tick()
    body = context.body
    voice |= {name: body[name] for name in _CHANGEABLE if name in body}
    return voice


RULES = {
    "callers_voices_create": create_voice,
    "callers_voices_clone": clone_voice,
    "callers_voices_update": update_voice,
}

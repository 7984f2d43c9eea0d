"""Stateful checks of Callers.ai's voices, which no operation lists or reads."""

from collections.abc import Iterator
from typing import Any

from ..spec.document import Json
from ..targets.target import Target
from .prepared import check_each, succeed

_CREATE, _CLONE, _UPDATE = (f"callers_voices_{name}" for name in ("create", "clone", "update"))
_ORGANIZATION, _VOICE = "callers organizationId", "callers voiceId"


def voice_reaches_requested_organizations(target: Target) -> Iterator[str]:
    """Check that a voice is added to the key's organization, and to others only on request."""
    target.require_exclusive("callers")  # No operation removes a voice.
    yield from check_each(target, (_CREATE, _CLONE), lambda name: _check_owners(target, name))


def _check_owners(target: Target, operation: str) -> Iterator[str]:
    sub_organization = target.resources.shared(_ORGANIZATION).id
    for is_shared in (False, True):
        call = target.resources.call_values(operation)
        kind = "json" if "json" in call.body else "data"
        sent = call.body[kind]
        sent["subAccounts"] = is_shared if kind == "json" else str(is_shared).lower()
        sent["name"] += " <b>\u00e9 \U0001f600</b>"
        sent["supportedLocales"] = ["pt-BR", "en-US"]
        voices = succeed(target, operation, call)
        owners = [voice["organizationId"] for voice in voices if "organizationId" in voice]
        if len(set(owners)) < len(owners):
            yield f"{operation} adds several voices to one organization"
        if not is_shared and len(voices) != 1:
            yield f"{operation} adds {len(voices)} voices without subAccounts"
        if is_shared and owners and sub_organization not in owners:
            yield f"{operation} with subAccounts adds no voice to a sub-organization"
        for name in ("name", "supportedLocales"):
            if any(voice[name] != sent[name] for voice in voices):
                yield f"{operation} gives a voice another {name}"


def voice_update_changes_one_voice(target: Target) -> Iterator[str]:
    """Check that an update changes the given fields of one voice, and no other voice."""
    target.require_exclusive("callers")
    made = [target.resources.make(_VOICE) for _ in range(2)]
    first, second = (voice.id for voice in made)
    if [_read(target, voice.id) for voice in made] != [voice.payload[0] for voice in made]:
        yield f"{_UPDATE} without fields changes a voice"
    # A server may set what is left out to its default, so that other values are needed.
    call = target.resources.call_values(_UPDATE, {"id": first})
    target.ask(_UPDATE, call.values, body=call.body)
    before = [_read(target, voice.id) for voice in made]
    name = target.resources.unique_text()
    changed = target.data(_UPDATE, id=first, json={"name": name})
    if changed != {**before[0], "name": name}:
        yield f"{_UPDATE} changes other fields than the given ones, or not the given one"
    if [_read(target, voice) for voice in (first, second)] != [changed, before[1]]:
        yield f"{_UPDATE} changes another voice, or is lost"


def _read(target: Target, voice_id: str) -> Json:
    """Return a voice as an update without fields returns it: no operation reads a voice."""
    voice: Any = target.data(_UPDATE, id=voice_id, json={})
    return dict(voice)

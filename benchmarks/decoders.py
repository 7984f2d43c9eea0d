"""Decoders from the bytes of a response to rows, by variant; checked before they are timed."""

import importlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import payloads
from clients import our_operation

Rows = Sequence[Any]
Decode = Callable[[bytes], Rows]

_SAMPLE = 100


class MismatchError(Exception):
    """A decoded row differs from the one that was sent; the message names the difference."""


def checked_decoder(variant: str, kind: str) -> Decode:
    """Return the variant's decoder for a kind of rows, after a check of some decoded rows."""
    decode = _MAKERS[variant](kind)
    rows = decode(payloads.body(kind, _SAMPLE))
    if len(rows) != _SAMPLE:
        raise MismatchError(f"{variant}: {len(rows)} {kind} instead of {_SAMPLE}")
    expected = payloads.campaign if kind == "campaigns" else payloads.lead
    for number in range(_SAMPLE):
        _check(variant, rows[number], expected(number))
    return decode


def _check(variant: str, row: Any, expected: dict[str, Any]) -> None:
    """Compare a row with its JSON; in a model, timestamps and enumerations are objects."""
    for name, value in expected.items():
        found = row[name] if isinstance(row, dict) else getattr(row, _snake(name))
        if not isinstance(row, dict) and value is not None:
            if name.endswith(("At", "Until")):
                value = datetime.fromisoformat(value)
            elif name.lower().endswith(("status", "reason")):
                found = found.value
        if found != value:
            raise MismatchError(f"{variant}: {name} is {found!r} instead of {value!r}")


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _ours(kind: str) -> Decode:
    decoder = _our_decoder(kind)
    body, payload = decoder.body, decoder.payload
    return lambda content: payload(body(content))


def _ours_without_msgspec(kind: str) -> Decode:
    decoder = _our_decoder(kind)
    body, payload = decoder.tolerant_body, decoder.payload
    return lambda content: payload(body(json.loads(content)))


def _our_decoder(kind: str) -> Any:
    name = "sonarly_campaigns_list" if kind == "campaigns" else "sonarly_campaigns_lead_status"
    return our_operation(name).decoders[200]


def _stock(kind: str) -> Decode:
    models = importlib.import_module("peer_stock.models")
    from_dict = getattr(models, f"{_name(kind)}SuccessResponse").from_dict
    return lambda content: from_dict(json.loads(content)).data.items


def _openapi_generator(kind: str) -> Decode:
    models = importlib.import_module("peer_urllib3.models")
    from_json = getattr(models, f"{_name(kind)}SuccessResponse").from_json
    return lambda content: from_json(content.decode()).data.items


def _pydantic(kind: str) -> Decode:
    models = importlib.import_module("pydantic_models")
    validate = getattr(models, f"{_name(kind)}Envelope").model_validate_json
    return lambda content: validate(content).data.items


def _orjson(kind: str) -> Decode:
    loads = importlib.import_module("orjson").loads
    return lambda content: loads(content)["data"]["items"]


def _name(kind: str) -> str:
    return "CampaignList" if kind == "campaigns" else "CampaignLeadStatusList"


_MAKERS: dict[str, Callable[[str], Decode]] = {
    "ours": _ours,
    "ours-json": _ours_without_msgspec,
    "stock": _stock,
    "openapi-generator": _openapi_generator,
    "pydantic": _pydantic,
    "orjson": _orjson,
}

"""A server two years ahead: what a vendor adds or changes does not break a call."""

import json
import logging
from collections.abc import Callable
from datetime import timedelta, timezone
from typing import Any

import campaignkit_runtime.decoding.readers
import httpx
import pytest
from campaignkit import CampaignKitError
from campaignkit_fake import VirtualClock
from campaignkit_runtime.datetimes import parse_rfc3339
from campaignkit_runtime.models import to_json

from tests.example_calls import CLIENTS, call_of, operation_of, vendor_of
from tests.runtime.schema_values import (
    PRINTED_IDS,
    SPEC,
    documented,
    nodes,
    replaced,
    success,
    success_schema,
)
from tools.codegen import spec as facts_of

pytestmark = pytest.mark.no_cover
each_operation = pytest.mark.parametrize("operation_id", PRINTED_IDS)


def answered(operation_id: str, response: httpx.Response) -> Any:
    """Return the result of the call of an operation for a response."""
    client = CLIENTS[vendor_of(operation_id)]
    transport = httpx.MockTransport(lambda _: response)
    keys = {operation_of(operation_id).credential: "k", "api_key": "k"}
    with client(**keys, transport=transport, clock=VirtualClock(), retries=0) as opened:
        return opened._send(call_of(operation_id))


def told(operation_id: str, body: Any) -> Any:
    """Return the result of the call for a documented success with a body."""
    return answered(operation_id, httpx.Response(success(operation_id), json=body))


def schema_at(operation_id: str, path: tuple[Any, ...]) -> dict[str, Any]:
    """Return the schema of a value within the documented response."""
    schema = success_schema(operation_id)
    for step in path:
        schema = within(schema, step)
    return facts_of.resolve(SPEC, schema)


def within(schema: dict[str, Any], step: Any) -> dict[str, Any]:
    """Return the schema of an item or of a property; nothing if it is not declared."""
    schema = facts_of.resolve(SPEC, schema)
    branches = [schema, *(facts_of.resolve(SPEC, branch) for branch in schema.get("anyOf", []))]
    for branch in branches:
        if isinstance(step, int) and "items" in branch:
            return dict(branch["items"])
        if step in branch.get("properties", {}):
            return dict(branch["properties"][step])
    return {}


def changes(change: str) -> list[Any]:
    """Return each place in each documented response that allows a kind of change."""
    found = []
    for operation_id in PRINTED_IDS:
        response = documented(operation_id)
        for path, value in nodes(response):
            schema = schema_at(operation_id, path)
            if _is_place_for(change, path, value, schema):
                where = f"{operation_id} {'.'.join(map(str, path)) or '$'}"
                found.append(pytest.param(operation_id, path, value, id=where))
    return found


def _is_place_for(change: str, path: tuple[Any, ...], value: Any, schema: dict[str, Any]) -> bool:
    match change:
        case "addition":
            # Where names are data, one more is data too.
            return isinstance(value, dict) and "additionalProperties" not in schema
        case "enumeration":
            return '"enum":' in json.dumps(schema) and isinstance(value, str)
        case "time":
            return schema.get("format") == "date-time"
        case _:  # a null where none is documented; the envelope itself must say that it succeeded
            is_envelope = path in ((), ("success",), ("data",))
            types = schema.get("type", schema.get("anyOf", "null"))
            nullable = "null" in json.dumps(types)
            return value is not None and not is_envelope and not nullable


@pytest.mark.grid(one_in=3)
@pytest.mark.parametrize(("operation_id", "path", "value"), changes("addition"))
def test_added_field(operation_id: str, path: tuple[Any, ...], value: Any) -> None:
    """An added field anywhere changes nothing of what is read."""
    response = documented(operation_id)
    changed = replaced(response, path, value | {"addedLater": {"deep": [1, None]}})

    assert told(operation_id, changed) == told(operation_id, response)


@pytest.mark.parametrize(("operation_id", "path", "value"), changes("enumeration"))
def test_added_value(operation_id: str, path: tuple[Any, ...], value: Any) -> None:
    """A value that the vendor adds to an enumeration is kept, and known as unknown."""
    changed = replaced(documented(operation_id), path, "added later")
    body = operation_of(operation_id).decoders[success(operation_id)].tolerant_body(changed)
    value = attribute_at(body, path)

    assert value == "added later"
    assert not value.is_known
    assert told(operation_id, changed) is not None


def attribute_at(body: Any, path: tuple[Any, ...]) -> Any:
    """Return the value of a model at a place of its JSON."""
    for step in path:
        names = {json_name: name for name, json_name in getattr(body, "_json_names", {}).items()}
        body = body[step] if isinstance(step, int) else getattr(body, names.get(step, step))
    return body


@pytest.mark.grid(one_in=4)
@pytest.mark.parametrize(("operation_id", "path", "value"), changes("null"))
def test_null(
    operation_id: str, path: tuple[Any, ...], value: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """A null that the spec does not allow decodes as None, and is reported once."""
    campaignkit_runtime.decoding.readers._reported.clear()
    changed = replaced(documented(operation_id), path, None)
    with caplog.at_level(logging.WARNING, "campaignkit"):
        told(operation_id, changed)
        told(operation_id, changed)
    lines = [record.getMessage() for record in caplog.records]

    assert len(lines) == 1
    assert "is null, which the spec does not say" in lines[0]
    decoder = operation_of(operation_id).decoders[success(operation_id)]
    assert to_json(decoder.tolerant_body(changed)) == changed


def in_small_letters(value: str) -> str:
    """Return the same moment with small letters and without a fraction."""
    return (
        parse_rfc3339(value).isoformat(timespec="seconds").replace("+00:00", "z").replace("T", "t")
    )


def in_another_zone(value: str) -> str:
    """Return the same moment with an offset and nanoseconds."""
    moment = parse_rfc3339(value).astimezone(timezone(timedelta(hours=2)))
    return moment.isoformat(timespec="microseconds").replace("+", "000+")


@pytest.mark.parametrize("form", [in_small_letters, in_another_zone])
@pytest.mark.parametrize(("operation_id", "path", "value"), changes("time"))
def test_time(
    operation_id: str, path: tuple[Any, ...], value: Any, form: Callable[[str], str]
) -> None:
    """A time in another form of RFC 3339 is the same time."""
    response = documented(operation_id)
    changed = replaced(response, path, form(value))

    assert told(operation_id, changed) == told(operation_id, response)


@pytest.mark.grid(one_in=4)
@each_operation
@pytest.mark.parametrize("status", [203, 204, 299])
def test_undocumented_success(operation_id: str, status: int) -> None:
    """An undocumented 2xx with the documented body is the documented success."""
    body = documented(operation_id)

    assert answered(operation_id, httpx.Response(status, json=body)) == told(operation_id, body)


@pytest.mark.grid(one_in=4)
@each_operation
@pytest.mark.parametrize("status", [300, 418, 451, 503, 520, 599])
def test_undocumented_status(operation_id: str, status: int) -> None:
    """An undocumented status beyond 2xx is an error of ours."""
    with pytest.raises(CampaignKitError) as caught:
        answered(operation_id, httpx.Response(status, json=documented(operation_id)))

    assert caught.value.status_code == status


@pytest.mark.grid(one_in=4)
@each_operation
@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"null", b"5", b'"x"', b"[[]]", b"{}", b"\xff"]
)
def test_other_content(operation_id: str, content: bytes) -> None:
    """A body that is something else is an error of ours."""
    with pytest.raises(CampaignKitError):
        answered(operation_id, httpx.Response(success(operation_id), content=content))

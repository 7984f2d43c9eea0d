"""A server two years ahead: what a vendor adds or changes does not break a call."""

import json
import logging
from collections.abc import Callable
from typing import Any

import campaignkit_api.reading
import document as facts_of
import httpx
import pytest
from campaignkit import Callers, CampaignKitError, Sonarly
from campaignkit_api.types import plain
from schemas import (
    OPERATION_IDS,
    SPEC,
    documented,
    nodes,
    operation,
    replaced,
    success_schema,
)

CALLS: dict[str, Callable[[httpx.Response], Any]] = {
    "sonarly_campaigns_list": lambda r: sonarly(r).campaigns.list("g"),
    "sonarly_campaigns_get": lambda r: sonarly(r).campaigns.get("g", "c"),
    "sonarly_campaigns_start": lambda r: sonarly(r).campaigns.start("g", "c"),
    "sonarly_campaigns_lead_status": lambda r: (
        sonarly(r).campaigns.with_raw_response.lead_status("g", "c", lead_ids=["l"]).payload
    ),
    "callers_campaigns_list": lambda r: callers(r).campaigns.list(organization_id="o"),
}
each_operation = pytest.mark.parametrize("operation_id", OPERATION_IDS)


def sonarly(answer: httpx.Response) -> Sonarly:
    """A client whose call gets the answer."""
    return Sonarly(api_key="k", transport=httpx.MockTransport(lambda _: answer))


def callers(answer: httpx.Response) -> Callers:
    """A client whose call gets the answer."""
    return Callers(api_key="k", transport=httpx.MockTransport(lambda _: answer))


def schema_at(operation_id: str, path: tuple[Any, ...]) -> dict[str, Any]:
    """The schema of a value within the documented answer."""
    schema = facts_of.resolve(SPEC, success_schema(operation_id))
    for step in path:
        inner = schema["items"] if isinstance(step, int) else schema["properties"][step]
        schema = facts_of.resolve(SPEC, inner)
    return schema


def changes(change: str) -> list[Any]:
    """Each place of each documented answer where a change of a kind can be made."""
    found = []
    for operation_id in OPERATION_IDS:
        answer = documented(operation_id)
        for path, value in nodes(answer):
            schema = schema_at(operation_id, path)
            if _is_place_for(change, path, value, schema):
                where = f"{operation_id} {'.'.join(map(str, path)) or '$'}"
                found.append(pytest.param(operation_id, path, value, id=where))
    return found


def _is_place_for(change: str, path: tuple[Any, ...], value: Any, schema: dict[str, Any]) -> bool:
    match change:
        case "addition":
            return isinstance(value, dict)
        case "enumeration":
            return "enum" in json.dumps(schema) and isinstance(value, str)
        case "time":
            return schema.get("format") == "date-time"
        case _:  # a null where none is documented; the envelope itself must say that it succeeded
            is_envelope = path in ((), ("success",), ("data",))
            nullable = "null" in json.dumps(schema.get("type", schema.get("anyOf", [])))
            return value is not None and not is_envelope and not nullable


@pytest.mark.parametrize(("operation_id", "path", "value"), changes("addition"))
def test_added_field(operation_id: str, path: tuple[Any, ...], value: Any) -> None:
    """An added field anywhere changes nothing of what is read."""
    answer = documented(operation_id)
    changed = replaced(answer, path, value | {"addedLater": {"deep": [1, None]}})

    assert CALLS[operation_id](httpx.Response(200, json=changed)) == CALLS[operation_id](
        httpx.Response(200, json=answer)
    )


@pytest.mark.parametrize(("operation_id", "path", "value"), changes("enumeration"))
def test_added_value(operation_id: str, path: tuple[Any, ...], value: Any) -> None:
    """A value that the vendor adds to an enumeration is kept, and known as unknown."""
    changed = replaced(documented(operation_id), path, "added later")
    payload = CALLS[operation_id](httpx.Response(200, json=changed))
    attribute = {
        "status": "status",
        "workflowStatus": "workflow_status",
        "workflowStopReason": "workflow_stop_reason",
    }[path[-1]]
    model = payload[0] if isinstance(payload, list) else getattr(payload, "campaign", payload)

    assert getattr(model, attribute) == "added later"
    assert not getattr(model, attribute).is_known


@pytest.mark.parametrize(("operation_id", "path", "value"), changes("null"))
def test_null(
    operation_id: str, path: tuple[Any, ...], value: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """A null where the spec has none decodes as None, and is reported once."""
    campaignkit_api.reading._reported.clear()
    changed = replaced(documented(operation_id), path, None)
    with caplog.at_level(logging.WARNING, "campaignkit"):
        CALLS[operation_id](httpx.Response(200, json=changed))
        CALLS[operation_id](httpx.Response(200, json=changed))
    lines = [record.getMessage() for record in caplog.records]

    assert len(lines) == 1
    assert "is null, which the spec does not say" in lines[0]
    assert plain(operation(operation_id).decoders[200].tolerant_body(changed)) == changed


@pytest.mark.parametrize("form", ["2026-04-28t15:30:00z", "2026-04-28T17:30:00.000000000+02:00"])
@pytest.mark.parametrize(("operation_id", "path", "value"), changes("time"))
def test_time(operation_id: str, path: tuple[Any, ...], value: Any, form: str) -> None:
    """A time in another form of RFC 3339 is the same time."""
    answer = documented(operation_id)
    changed = replaced(answer, path, form)

    assert CALLS[operation_id](httpx.Response(200, json=changed)) == CALLS[operation_id](
        httpx.Response(200, json=answer)
    )


@each_operation
@pytest.mark.parametrize("status", [201, 202, 204, 299, 300, 418, 451, 503, 520, 599])
def test_undocumented_status(operation_id: str, status: int) -> None:
    """A status that nobody documented is an error of ours."""
    with pytest.raises(CampaignKitError) as caught:
        CALLS[operation_id](httpx.Response(status, json=documented(operation_id)))

    assert caught.value.status_code == status


@each_operation
@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"null", b"5", b'"x"', b"[[]]", b"{}", b"\xff"]
)
def test_other_content(operation_id: str, content: bytes) -> None:
    """A body that is something else is an error of ours."""
    with pytest.raises(CampaignKitError):
        CALLS[operation_id](httpx.Response(200, content=content))

"""Errors are results that an agent can act on, without secrets."""

import anyio
import httpx
import pytest
from campaignkit import Sonarly
from campaignkit_fake import SAMPLE_ID, Fault
from campaignkit_mcp.results import mask
from mcp.shared.exceptions import MCPError

from tests.mcp.agents import CAMPAIGN, MODES, START, Desk, Mode, User, call, fields, meta, texts
from tests.mcp.tool_arguments import sample_arguments

GET = "sonarly_campaigns_get"
CREATE = "sonarly_campaigns_create"
DRAFT = {
    "account_group_id": SAMPLE_ID,
    "starter_template_id": "engage-inmail",
    "name": "Q5",
    "audience_id": SAMPLE_ID,
}


def test_not_found(desk: Desk) -> None:
    """A read that fails names its class, status, code and trace."""
    result = desk.call(GET, {**CAMPAIGN, "campaign_id": "0" * 24})

    assert result.is_error
    assert fields(result) | {"message": ""} == {
        "class": "NotFoundError",
        "message": "",
        "status": 404,
        "code": "NOT_FOUND",
        "trace_id": "7a0000000000000000000001",
        "operation": GET,
    }
    assert "404" in texts(result)


def test_retry_after(desk: Desk) -> None:
    """A rate limit says how long to wait."""
    desk.fake.faults.add(Fault(GET, status=429, retry_after="700", times=9))
    result = desk.call(GET, CAMPAIGN)

    assert fields(result)["class"] == "RateLimitError"
    assert fields(result)["retry_after"] == 700


def test_unknown(desk: Desk) -> None:
    """If nothing shows the effect of a write, the result names the read to make."""
    desk.fake.faults.add(Fault(START, drop=True))
    result = desk.call(START, CAMPAIGN, user=User(), can_write=True)

    assert fields(result)["outcome"] == "unknown"
    assert fields(result)["read"] == {"tool": GET, "arguments": CAMPAIGN}
    assert f"Call {GET} before you repeat it" in texts(result)


def test_idempotency_key(desk: Desk) -> None:
    """After an unknown outcome, the result has the key with which a repetition is safe."""
    tool = "sonarly_messages_respond"
    desk.fake.faults.add(Fault(tool, drop=True, times=9))
    result = desk.call(tool, sample_arguments(tool), user=User(), can_write=True)

    assert fields(result)["outcome"] == "unknown"
    assert fields(result)["idempotency_key"]


def test_rejected(desk: Desk) -> None:
    """A write that the vendor refuses was not applied."""
    result = desk.call(CREATE, {**DRAFT, "audience_id": "0" * 24}, can_write=True)

    assert fields(result)["outcome"] == "rejected"


@pytest.mark.parametrize("tool", [GET, "sonarly_group_summary"])
def test_missing_key(desk: Desk, tool: str) -> None:
    """Without a key, the result says how to set one."""
    del desk.environment["SONARLY_API_KEY"]
    desk.make_client = desk.make_default_client  # type: ignore[method-assign]
    result = desk.call(tool, CAMPAIGN if tool == GET else {"account_group_id": SAMPLE_ID})

    assert fields(result)["class"] == "MissingKeyError"
    assert "campaignkit login sonarly" in texts(result)


def test_missing_key_of_a_write(desk: Desk) -> None:
    """A write without a key was not sent, so it freezes nothing."""
    del desk.environment["SONARLY_API_KEY"]
    desk.make_client = desk.make_default_client  # type: ignore[method-assign]

    async def run() -> None:
        async with desk.connect(can_write=True) as client:
            for _ in range(2):
                result = await call(client, CREATE, DRAFT)
                assert fields(result)["class"] == "MissingKeyError"
                assert fields(result)["outcome"] == "not_sent"

    anyio.run(run)


def test_unexpected(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """An unexpected failure is named by its class only, because its text can hold anything."""

    def fail(vendor: str) -> object:
        raise RuntimeError(desk.environment["SONARLY_API_KEY"])

    desk.make_client = fail  # type: ignore[method-assign]
    result = desk.call(GET, CAMPAIGN)

    assert texts(result) == "An unexpected RuntimeError in the server."
    assert fields(result)["outcome"] == "failed"
    assert capsys.readouterr().err == "campaignkit: an unexpected RuntimeError.\n"


def test_unexpected_before_a_write(desk: Desk) -> None:
    """An unexpected failure before a write is sent has the outcome `not_sent`."""

    def fail(vendor: str) -> object:
        raise RuntimeError

    desk.make_client = fail  # type: ignore[method-assign]
    result = desk.call(START, CAMPAIGN, user=User(), can_write=True)

    assert fields(result)["class"] == "RuntimeError"
    assert fields(result)["outcome"] == "not_sent"


@pytest.mark.parametrize("mode", MODES)
def test_unknown_tool(desk: Desk, mode: Mode) -> None:
    """An unknown tool is an error of the protocol."""

    async def run() -> None:
        async with desk.connect(mode) as client:
            with pytest.raises(MCPError, match="Unknown tool: 'sonarly_fly'"):
                await call(client, "sonarly_fly")

    anyio.run(run)
    assert desk.audit[-1]["tool"] == "unknown"


def test_masked_key(desk: Desk) -> None:
    """A key that the vendor repeats is masked in every part of a result."""
    desk.environment["SONARLY_API_KEY"] = "fake-sonarly"
    user = User()
    draft = desk.call(CREATE, {**DRAFT, "name": "fake-sonarly"}, can_write=True)
    campaign = fields(draft)
    asked = {"account_group_id": SAMPLE_ID, "campaign_id": campaign["id"]}
    desk.call(START, asked, user=user, can_write=True)

    assert campaign["name"] == "***"
    assert "fake-sonarly" not in draft.model_dump_json()
    assert "Start campaign '***'" in user.questions[0]
    assert meta(draft, "outcome") == "applied"


def test_secrets_outside_of_results(desk: Desk) -> None:
    """A key as an ID, a name or a trace is masked in the audit and in errors of the protocol."""
    key = desk.environment["SONARLY_API_KEY"] = "7a0000000000000000c0ffee"  # as a trace is
    error = {"code": "FORBIDDEN", "message": key, "details": None}
    body = {"success": False, "data": None, "error": error, "traceId": key}

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json=body)

    def make_client(vendor: str) -> Sonarly:
        return Sonarly(api_key=key, transport=httpx.MockTransport(respond), clock=desk.clock)

    desk.make_client = make_client  # type: ignore[method-assign]
    messages: list[str] = []

    async def run() -> None:
        async with desk.connect() as client:
            result = await call(client, GET, {**CAMPAIGN, "campaign_id": key})
            messages.append(result.model_dump_json())
            for fail in (client.call_tool, client.get_prompt, client.read_resource):
                with pytest.raises(MCPError) as caught:
                    await fail(key)
                messages.append(str(caught.value))

    anyio.run(run)

    assert "***" in messages[0]
    assert not [text for text in (*messages, desk.audit_stream.getvalue()) if key in text]
    assert desk.audit[0]["arguments"]["campaign_id"] == "***"
    assert desk.audit[0]["trace_id"] == "***"


def test_half_pair() -> None:
    """Half of a surrogate pair, which cannot be sent, is replaced in each part of a result."""
    assert mask({"na\ud800me": ["Ada \ud83d", "Zürich 🚀"]}, ()) == {
        "na?me": ["Ada ?", "Zürich 🚀"]
    }

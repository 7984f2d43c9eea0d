"""Random calls under faults: no crash, no secret, no unwanted message, nothing twice."""

import json
import logging
import random
from typing import Any

import anyio
import pytest
from campaignkit_fake import Fault
from campaignkit_operations.entries import find_entry
from mcp import Client

from tests.example_calls import OPERATION_IDS
from tests.mcp.agents import MODES, START, Desk, Mode, User, call, fields, meta
from tests.mcp.tool_arguments import sample_arguments
from tests.sampling import examples

# Of a session. Half of the calls have bad arguments. FULL=1 makes 2,000 calls in all.
CALLS = examples(full=500, sampled=50)
KEYS = ("fake-sonarly", "fake-callers", "fake-sync")
RUBBISH: tuple[Any, ...] = (
    None,
    "",
    0,
    -1,
    True,
    [],
    {},
    "x" * 5_000,
    "\ud83d\ude00",
    "../..",
    1e300,
)
FAULTS = (
    {"status": 500},
    {"status": 503, "retry_after": "1"},
    {"status": 429, "retry_after": "0"},
    {"status": 409},
    {"drop": True},
    {"drop": True, "after": True},
    {"delay": 40.0},
)


class Chance:
    """Choices of a run.

    Args:
        seed: Number that they follow.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - not for security

    def tool(self) -> str:
        """Return a tool; one in four is a start."""
        return START if self._random.random() < 0.25 else self._random.choice(OPERATION_IDS)

    def arguments(self, tool: str, *, is_bad: bool) -> dict[str, Any]:
        """Return arguments of the samples, or some of them spoiled."""
        values = sample_arguments(tool)
        if not is_bad:
            return values
        names = [*values, "unknown", "max_items", "cursor"]
        for name in self._random.sample(names, k=self._random.randint(1, min(3, len(names)))):
            values[name] = self._random.choice(RUBBISH)
        return values

    def fault(self, tool: str) -> Fault | None:
        """Return a fault of the next call, or None."""
        if self._random.random() < 0.5:
            return None
        return Fault(tool, **self._random.choice(FAULTS))


async def session(desk: Desk, client: Client, user: User, chance: Chance) -> list[str]:
    """Make the calls of a session, and return all results as text."""
    seen: list[str] = []
    for number in range(CALLS):
        tool = chance.tool()
        fault = chance.fault(tool)
        if fault:
            desk.fake.faults.add(fault)
        asked, sent = len(user.questions), desk.requests.get(tool, 0)
        result = await call(client, tool, chance.arguments(tool, is_bad=number % 2 == 1))
        desk.fake.faults.clear()
        seen.append(result.model_dump_json())
        entry = find_entry(tool)
        if desk.requests.get(tool, 0) > sent and entry.must_confirm:
            assert len(user.questions) > asked
        assert fields(result).get("class") not in ("AttributeError", "TypeError", "KeyError")
        if not result.is_error:
            assert meta(result, "outcome") in ("read", "applied")
    return seen


@pytest.mark.no_cover
@pytest.mark.expects_contract_violation("faults have statuses that are not documented")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("action", ["accept", "decline"])
def test_random_calls(
    desk: Desk,
    mode: Mode,
    action: Any,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A session of random calls leaves nothing behind that no user wanted."""
    caplog.set_level(logging.DEBUG)
    user = User(action)
    seen: list[str] = []

    async def run() -> None:
        async with desk.connect(mode, user, can_write=True) as client:
            seen.extend(await session(desk, client, user, Chance(7)))

    anyio.run(run)
    campaigns = [start["campaignId"] for start in desk.fake.state()["starts"]]

    assert len(campaigns) == len(set(campaigns))
    assert action == "accept" or not campaigns
    output = capsys.readouterr()
    everything = json.dumps([seen, user.questions, desk.audit, output.out, output.err, caplog.text])
    assert not [key for key in KEYS if key in everything]
    assert "unexpected" not in output.err

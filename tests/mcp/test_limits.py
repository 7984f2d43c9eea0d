"""Budgets of sessions, and freezes after an unknown outcome."""

import anyio
import pytest
from campaignkit_fake import SAMPLE_ID, Fault
from campaignkit_mcp.budgets import Budget, BudgetError
from campaignkit_mcp.freezes import Freezes
from campaignkit_mcp.settings import Settings
from campaignkit_operations.entries import find_entry

from tests.mcp.agents import (
    CAMPAIGN,
    MODES,
    START,
    Desk,
    Mode,
    User,
    call,
    fields,
    meta,
    texts,
)
from tests.mcp.tool_arguments import sample_arguments

GET, STOP = "sonarly_campaigns_get", "sonarly_campaigns_stop"
CREATE_CONTACT, BULK = "callers_contacts_create", "callers_contacts_create_bulk"
ALLOWED = frozenset({START, STOP, CREATE_CONTACT, BULK})


@pytest.mark.parametrize("mode", MODES)
def test_calls(desk: Desk, mode: Mode) -> None:
    """After the last call of the budget, nothing is sent; the results say what is used up."""

    async def run() -> None:
        async with desk.connect(mode, max_calls=2) as client:
            first = await call(client, GET, CAMPAIGN)
            assert "Budget used: 1 of 2 calls." in texts(first)
            assert meta(first, "budget")["calls"] == {"used": 1, "max": 2}
            await call(client, "sonarly_group_summary", {"account_group_id": SAMPLE_ID})
            for tool in (GET, "sonarly_follow_campaign"):
                refused = await call(client, tool, CAMPAIGN)
                assert fields(refused)["class"] == "BudgetError"
                assert "The budget of 2 calls is used up." in texts(refused)

    anyio.run(run)
    assert desk.requests[GET] == 1


@pytest.mark.parametrize("mode", MODES)
def test_question_is_one_call(desk: Desk, mode: Mode) -> None:
    """A question and its answer count as one call."""
    result = desk.call(START, CAMPAIGN, mode=mode, user=User(), can_write=True, max_calls=1)

    assert not result.is_error
    assert meta(result, "budget")["calls"]["used"] == 1


def test_sessions(desk: Desk) -> None:
    """Each session has its own budget."""

    async def run() -> None:
        server = desk.server(max_calls=1)
        for _ in range(2):
            async with desk.connect(server=server) as client:
                assert not (await call(client, GET, CAMPAIGN)).is_error
                assert (await call(client, GET, CAMPAIGN)).is_error

    anyio.run(run)


def test_people(desk: Desk) -> None:
    """People are counted from the leads of campaigns and the contacts of a call."""
    contacts = sample_arguments(BULK)
    count = len(contacts["contacts"])

    async def run() -> None:
        async with desk.connect(
            can_write=True, confirmed_tools=ALLOWED, max_people=25 + count
        ) as client:
            assert meta(await call(client, BULK, contacts), "budget")["people"]["used"] == count
            started = await call(client, START, CAMPAIGN)
            assert f"Budget used: {25 + count} of {25 + count} people." in texts(started)
            refused = await call(client, CREATE_CONTACT, sample_arguments(CREATE_CONTACT))
            assert "The call can reach 1 person, and the budget has 0" in texts(refused)

    anyio.run(run)
    assert CREATE_CONTACT not in desk.requests


def test_uncountable_people() -> None:
    """If people cannot be counted, a budget refuses the call."""
    budget = Budget(Settings(max_people=9))
    with pytest.raises(BudgetError, match="cannot be counted"):
        budget.check_people(None)
    Budget(Settings()).check_people(None)


def test_returned_people(desk: Desk) -> None:
    """People that a rejected call did not reach are not counted."""
    desk.fake.faults.add(Fault(START, status=409))

    async def run() -> None:
        async with desk.connect(can_write=True, confirmed_tools=ALLOWED, max_people=25) as client:
            rejected = await call(client, START, CAMPAIGN)
            assert fields(rejected)["outcome"] == "rejected"
            assert not (await call(client, START, CAMPAIGN)).is_error

    anyio.run(run)
    assert desk.starts == 1


@pytest.mark.parametrize("mode", MODES)
def test_freeze(desk: Desk, mode: Mode) -> None:
    """After an unknown outcome, no write of the campaign is sent until it was read."""
    desk.fake.faults.add(Fault(START, drop=True))

    async def run() -> None:
        async with desk.connect(mode, User(), can_write=True) as client:
            assert fields(await call(client, START, CAMPAIGN))["outcome"] == "unknown"
            for tool in (START, STOP):
                frozen = await call(client, tool, CAMPAIGN)
                assert fields(frozen)["class"] == "FrozenError"
                assert fields(frozen)["read"] == {"tool": GET, "arguments": CAMPAIGN}
            assert STOP not in desk.requests
            other = await call(client, GET, {**CAMPAIGN, "campaign_id": "0" * 24})
            assert other.is_error
            assert (await call(client, START, CAMPAIGN)).is_error
            assert not (await call(client, GET, CAMPAIGN)).is_error
            assert not (await call(client, START, CAMPAIGN)).is_error

    anyio.run(run)
    assert desk.starts == 1


def test_free_neighbour() -> None:
    """A freeze of a campaign holds for no other."""
    freezes, entry = Freezes(), find_entry(START)
    freezes.add(entry, CAMPAIGN)

    assert freezes.of(entry, CAMPAIGN)
    assert freezes.of(entry, {**CAMPAIGN, "campaign_id": "other"}) is None


def test_freeze_of_all_sessions(desk: Desk) -> None:
    """A freeze holds for each session of a server."""
    desk.fake.faults.add(Fault(START, drop=True))

    async def run() -> None:
        server = desk.server(can_write=True, confirmed_tools=ALLOWED)
        async with desk.connect(server=server) as first:
            await call(first, START, CAMPAIGN)
        async with desk.connect(server=server) as second:
            assert fields(await call(second, STOP, CAMPAIGN))["class"] == "FrozenError"

    anyio.run(run)
    assert STOP not in desk.requests


def test_freeze_without_a_named_read(desk: Desk) -> None:
    """If the spec names no read, the closest read of the resource ends the freeze."""
    desk.fake.faults.add(Fault(CREATE_CONTACT, drop=True))
    contact = sample_arguments(CREATE_CONTACT)

    async def run() -> None:
        async with desk.connect(can_write=True, confirmed_tools=ALLOWED) as client:
            unknown = await call(client, CREATE_CONTACT, contact)
            assert fields(unknown)["read"]["tool"] == "callers_contacts_list"
            assert (await call(client, CREATE_CONTACT, contact)).is_error
            await call(client, "callers_contacts_list", {"campaign_id": contact["campaign_id"]})
            assert not (await call(client, CREATE_CONTACT, contact)).is_error

    anyio.run(run)
    assert desk.requests[CREATE_CONTACT] == 2


def test_no_freeze(desk: Desk) -> None:
    """If nothing can be read, an unknown outcome blocks no later call for good."""
    voice = sample_arguments("callers_voices_update")
    desk.fake.faults.add(Fault("callers_voices_update", drop=True))

    async def run() -> None:
        async with desk.connect(can_write=True) as client:
            unknown = await call(client, "callers_voices_update", voice)
            assert fields(unknown)["outcome"] == "unknown"
            assert "read" not in fields(unknown)
            again = await call(client, "callers_voices_update", voice)
            assert fields(again).get("class") != "FrozenError"

    anyio.run(run)


def test_early_read() -> None:
    """A read that was sent before the outcome became unknown does not end the freeze."""
    freezes, start, get = Freezes(), find_entry(START), find_entry(GET)
    before = freezes.begin_read()
    freezes.add(start, CAMPAIGN)
    freezes.end_read(get, CAMPAIGN, before)

    assert freezes.of(start, CAMPAIGN) is not None
    freezes.end_read(get, CAMPAIGN, freezes.begin_read())
    assert freezes.of(start, CAMPAIGN) is None

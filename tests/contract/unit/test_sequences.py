"""Several exchanges together show what none shows alone, also offline."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.sequences.call import Call
from campaignkit_contract.sequences.checker import SequenceChecker
from campaignkit_contract.sequences.owners import Owners
from campaignkit_contract.sequences.reads import Creations
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.registry import STATEFUL_CHECKS
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import GET as GET_CAMPAIGN
from campaignkit_contract.targets.target import LEAD_STATUS, START, Target
from campaignkit_contract.targets.target import LIST as LIST_CAMPAIGNS
from campaignkit_fake import SAMPLE_ID, Fake

from .exchanges import VALIDATOR, body, header, text

AUDIENCES = "sonarly_audiences_list"
UPDATE, READ = "sonarly_audiences_update", "sonarly_audiences_get"
KEYED = "sonarly_signals_start"
NUMBERED = "callers_calls_list_for_contact"
CREATE = "sonarly_templates_create_writing_style"
JOBS, RESULTS = "sonarly_prospecting_list", "sonarly_signals_results"
CONTACTS = "callers_contacts_list"
CREATE_MEMORY = "callers_memories_create_by_phone_number"

Steps = Callable[[Target], Iterator[Exchange]]


@pytest.fixture
def target() -> Iterator[Target]:
    """Return a new fake as a target."""
    fake = Fake()
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        yield fake_target(client)


def found(exchanges: list[Exchange]) -> list[str]:
    """Return the findings of a sequence."""
    checker = SequenceChecker(VALIDATOR.routes)
    return [str(finding) for exchange in exchanges for finding in checker.check(exchange)]


def with_query(exchange: Exchange, query: str) -> Exchange:
    """Return an exchange as if its request had a query."""
    return replace(exchange, target=f"{exchange.path}?{query}")


def page(target: Target, **query: str) -> Exchange:
    """Return a page of audiences."""
    return target.ask(AUDIENCES, {"limit": "1", **query})


def walk(target: Target) -> list[Exchange]:
    """Return the first two pages of the audiences."""
    first = page(target)
    return [first, page(target, cursor=json.loads(first.body or b"")["data"]["nextCursor"])]


def items_of(exchange: Exchange) -> Any:
    """Return the items of a page."""
    return json.loads(exchange.body or b"")["data"]["items"]


def cursor_of(exchange: Exchange) -> Any:
    """Return the cursor behind a page."""
    return json.loads(exchange.body or b"")["data"]["nextCursor"]


def same_trace(target: Target) -> list[Exchange]:
    """Return one response twice."""
    return [target.ask(LIST_CAMPAIGNS)] * 2


def moved_creation(target: Target, created_at: str = "2026-05-01T12:00:00.000Z") -> list[Exchange]:
    """Return two reads of a campaign, which show two times of its creation."""
    change = body(lambda value: value["data"].update(createdAt=created_at))
    return [target.ask(GET_CAMPAIGN), change(target.ask(GET_CAMPAIGN))]


def early_update(target: Target) -> list[Exchange]:
    """Return a campaign that is updated before its creation."""
    change = body(lambda value: value["data"].update(updatedAt="2020-01-05T09:00:00Z"))
    return [change(target.ask(GET_CAMPAIGN))]


def other_item(target: Target) -> list[Exchange]:
    """Return the response to another id."""
    return [body(lambda value: value["data"].update(id="x"))(target.ask(GET_CAMPAIGN))]


def other_item_deleted(target: Target) -> list[Exchange]:
    """Return the deletion of another memory than the given one."""
    memory = target.data("callers_memories_create", json={"name": "Budget", "text": "High."})
    deletion = target.ask("callers_memories_delete", {"memoryId": memory["id"]})
    return [body(lambda value: value["data"].update(id="x"))(deletion)]


def number_with_plus(target: Target) -> list[Exchange]:
    """Return a memory for a phone number with a plus sign, which the response leaves out."""
    number = f"+{target.ids['phoneNumber'][0]}"
    return [target.ask(CREATE_MEMORY, {"phoneNumber": number})]


def foreign_item(target: Target) -> list[Exchange]:
    """Return a list with an item of another parent."""
    change = body(lambda value: value["data"]["items"][1].update(accountGroupId="x"))
    return [change(target.ask(LIST_CAMPAIGNS))]


def missing_row(target: Target) -> list[Exchange]:
    """Return a batch without its last row."""
    ids = ",".join(target.ids["leadIds"])
    change = body(lambda value: value["data"]["items"].pop())
    return [change(target.ask(LEAD_STATUS, {"leadIds": ids}))]


def repeated_row(target: Target) -> list[Exchange]:
    """Return a batch with a row twice."""
    change = body(lambda value: value["data"]["items"].append(value["data"]["items"][0]))
    return [change(target.ask(LEAD_STATUS))]


def other_row(target: Target) -> list[Exchange]:
    """Return a batch with a row that was not requested."""
    change = body(
        lambda value: value["data"]["items"].append({**value["data"]["items"][0], "leadId": "x"})
    )
    return [change(target.ask(LEAD_STATUS))]


def item_on_two_pages(target: Target) -> list[Exchange]:
    """Return two pages with one item."""
    first, second = walk(target)
    item = items_of(first)[0]
    return [first, body(lambda value: value["data"]["items"].append(item))(second)]


def item_twice(target: Target) -> list[Exchange]:
    """Return a page with an item twice."""
    return [
        body(lambda value: value["data"]["items"].append(value["data"]["items"][0]))(
            target.ask(AUDIENCES)
        )
    ]


def item_twice_in_list(target: Target) -> list[Exchange]:
    """Return a list without pages that has an item twice."""
    change = body(lambda value: value["data"]["items"].append(value["data"]["items"][0]))
    return [change(target.ask("sonarly_accounts_list"))]


def page_too_long(target: Target) -> list[Exchange]:
    """Return a page with more items than were requested."""
    longer = replace(target.ask(AUDIENCES), target=page(target).target)
    return [longer]


def pages_in_a_circle(target: Target) -> list[Exchange]:
    """Return a page that leads to itself."""
    first, second = walk(target)
    own = cursor_of(first)
    return [first, body(lambda value: value["data"].update(nextCursor=own))(second)]


def own_page_again(target: Target) -> list[Exchange]:
    """Return a page that is repeated behind its own cursor."""
    first = page(target, limit="2")
    return [first, replace(first, target=f"{first.target}&cursor={cursor_of(first)}")]


def other_status(target: Target) -> list[Exchange]:
    """Return a list of jobs with a job that its filter leaves out."""
    return [with_query(target.ask(JOBS), "status=completed")]


def early_attempt(target: Target) -> list[Exchange]:
    """Return a list of contacts with an attempt before a bound."""
    return [with_query(target.ask(CONTACTS), "lastAttemptFrom=2099-01-01T00:00:00Z")]


def no_attempt(target: Target) -> list[Exchange]:
    """Return a list of contacts with one that has no attempt."""
    change = body(lambda value: value[0].update(lastAttempt=None))
    return [with_query(change(target.ask(CONTACTS)), "lastAttemptFrom=2000-01-01T00:00:00Z")]


def low_score(target: Target) -> list[Exchange]:
    """Return the results of a prospect with a score below the minimum."""
    return [with_query(target.ask(RESULTS), "minScore=1000")]


def lost_cursor(target: Target) -> list[Exchange]:
    """Return a page that is not the last, without a cursor."""
    return [body(lambda value: value["data"].update(nextCursor=None))(page(target))]


def page_before_again(target: Target) -> list[Exchange]:
    """Return a numbered page with the items of the page before it."""
    first = target.ask(NUMBERED, {"perPage": "2"})
    change = body(lambda value: value.update(page=2))
    return [first, change(replace(first, target=f"{first.target}&page=2"))]


def other_number(target: Target) -> list[Exchange]:
    """Return a page with another number than the request."""
    return [body(lambda value: value.update(page=7))(target.ask(NUMBERED))]


def small_total(target: Target) -> list[Exchange]:
    """Return a numbered page with a total below its length."""
    return [body(lambda value: value.update(total=0))(target.ask(NUMBERED))]


def second_start(target: Target) -> list[Exchange]:
    """Return two successful starts of one campaign."""
    first = target.ask(START)
    second = target.ask(START)
    return [first, replace(second, status=200, body=first.body)]


def read_after_deletion(target: Target) -> list[Exchange]:
    """Return a deletion and a later read that succeeds."""
    before = target.ask(READ)
    deleted = replace(before, method="DELETE")
    return [deleted, target.ask(LIST_CAMPAIGNS), before]


def job_after_its_end(target: Target) -> list[Exchange]:
    """Return a scan that has ended, and one that runs again."""
    read = target.ask("sonarly_signals_get", {"scanId": SAMPLE_ID})
    ended = body(lambda value: value["data"].update(status="completed"))
    running = body(lambda value: value["data"].update(status="running"))
    return [ended(read), ended(read), running(read)]


def shared_instance(target: Target) -> list[Exchange]:
    """Return a workflow of one campaign, and the same one below another campaign."""
    started = body(lambda value: value["data"]["items"][0].update(workflowInstanceId="w"))
    shown = started(target.ask(LEAD_STATUS))
    return [shown, replace(shown, target=shown.target.replace(f"{SAMPLE_ID}/lead", "other/lead"))]


def empty_in_between(target: Target) -> list[Exchange]:
    """Return a list that is empty for one read."""
    read = target.ask("sonarly_prospecting_lead_lists")
    empty = body(lambda value: value["data"].update(items=[]))(read)
    return [read, empty, empty, read]


def one_key_twice(target: Target) -> list[Exchange]:
    """Return two results of one idempotency key."""
    return [
        replace(
            target.ask(KEYED, extra_headers={"Idempotency-Key": key}),
            request_headers=httpx.Headers({"Idempotency-Key": "a"}),
        )
        for key in ("a", "b")
    ]


def other_body(target: Target) -> list[Exchange]:
    """Return two bodies under one idempotency key."""
    first = target.ask(KEYED, extra_headers={"Idempotency-Key": "a"})
    return [first, replace(first, request_body=b"{}")]


def endless_list(target: Target) -> list[Exchange]:
    """Return a list that cannot be continued."""
    change = body(lambda value: value["data"].update(hasMore=True))
    return [change(target.ask("sonarly_accounts_list"))]


def old_creation(target: Target) -> list[Exchange]:
    """Return a new resource of the time zone to the west."""
    change = body(lambda value: value["data"].update(createdAt="2026-05-01T11:00:00.000Z"))
    return [change(target.ask(CREATE))]


def invisible_write(target: Target) -> list[Exchange]:
    """Return a change, and a read that shows the state before it."""
    before = target.ask(READ)
    change = {"json": {"name": "Another name"}}
    return [target.ask(UPDATE, body=change), before]


@pytest.mark.parametrize(
    ("steps", "finding"),
    [
        (same_trace, "sonarly_campaigns_list at /traceId: an earlier response has the same"),
        (moved_creation, "sonarly_campaigns_get at /createdAt: is another one than before"),
        (early_update, "sonarly_campaigns_get at /updatedAt: is before createdAt"),
        (other_item, "sonarly_campaigns_get at /id: is not the campaignId of the request"),
        (other_item_deleted, "callers_memories_delete at /id: is not the memoryId of the request"),
        (foreign_item, "at /accountGroupId: has an item of another accountGroupId than the path"),
        (missing_row, "at /leadId: has no row for 1 of 5 ids"),
        (repeated_row, "at /leadId: has several rows for 1 ids"),
        (other_row, "at /leadId: has 1 rows for ids that were not requested"),
        (item_on_two_pages, "sonarly_audiences_list at /id: an item is on two pages"),
        (item_twice, "sonarly_audiences_list at /id: an item is twice on one page"),
        (item_twice_in_list, "sonarly_accounts_list at /id: an item is twice in one list"),
        (page_too_long, "sonarly_audiences_list: a page of at most 1 items has"),
        (pages_in_a_circle, "at /cursor: a page leads back to an earlier page"),
        (own_page_again, "sonarly_audiences_list at /cursor: a cursor leads to its own page again"),
        (other_status, "list: has an item that the status of the request leaves out"),
        (early_attempt, "has an item that the lastAttemptFrom of the request leaves out"),
        (no_attempt, "has an item that the lastAttemptFrom of the request leaves out"),
        (low_score, "has an item that the minScore of the request leaves out"),
        (lost_cursor, "at /cursor: there are more items, and no cursor"),
        (page_before_again, "list_for_contact at /page: a page has the items of the page before"),
        (other_number, "list_for_contact at /page: is 7, and the request has 1"),
        (small_total, "callers_calls_list_for_contact at /total: is 0, and the page has"),
        (second_start, "sonarly_campaigns_start: succeeds a second time"),
        (read_after_deletion, "sonarly_audiences_get: returns a resource that was deleted"),
        (job_after_its_end, "sonarly_signals_get at /status: is running, and the job had ended"),
        (shared_instance, "lead_status at /workflowInstanceId: was shown below another parent"),
        (empty_in_between, "lead_lists: was empty between two equal responses"),
        (one_key_twice, "sonarly_signals_start at idempotency-key: one key is applied twice"),
        (other_body, "at idempotency-key: a used key succeeds with another body"),
        (endless_list, "sonarly_accounts_list at /hasMore: there are more items, and no cursor"),
        (old_creation, "sonarly_templates_create_writing_style at /createdAt: is far from the"),
        (invisible_write, "sonarly_audiences_get: does not show the successful sonarly_audiences_"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_finding(target: Target, steps: Callable[[Target], list[Exchange]], finding: str) -> None:
    """A bug that only several exchanges show is a breaking finding."""
    messages = found(steps(target))

    assert any(message.startswith("breaking sequence: ") for message in messages)
    assert finding in "\n".join(messages)


def test_few_owners(target: Target) -> None:
    """A long recording keeps the parents of some ids."""
    node = packaged_operations()[LEAD_STATUS]
    calls = [Call(node, each, {"campaignId": each.path}) for each in shared_instance(target)]
    known, forgetful = Owners(), Owners(max_ids=0)

    assert [len(known.check(call)) for call in calls] == [0, 1]
    assert [forgetful.check(call) for call in calls] == [[], []]


@pytest.mark.parametrize(
    ("operation", "query"),
    [
        (JOBS, "status="),
        (JOBS, "status=running"),
        (CONTACTS, "lastAttemptFrom=tomorrow"),
        (CONTACTS, "sortAttribute=name"),
        (RESULTS, "minScore=low"),
        (RESULTS, "minScore=0"),
        (LIST_CAMPAIGNS, "name=x"),
    ],
)
def test_undecided_filter(target: Target, operation: str, query: str) -> None:
    """A filter that servers can read in several ways, or whose items go on, is not judged."""
    assert found([with_query(target.ask(operation), query)]) == []


def test_odd_number(target: Target) -> None:
    """A page without a number is not compared with another one."""
    assert found([with_query(target.ask(NUMBERED), "page=last")]) == []


def test_bound(target: Target) -> None:
    """A bound keeps the items with a time within it, and those that show no time."""

    def attempt(value: Any) -> None:
        for item in value:
            item["lastAttempt"] = "2026-05-01T12:00:00.000Z"
        del value[0]["lastAttempt"]

    contacts = body(attempt)(target.ask(CONTACTS))

    assert found([with_query(contacts, "lastAttemptTo=2026-05-01T12:00:00Z")]) == []
    assert found([with_query(contacts, "lastAttemptTo=2026-05-01T11:00:00Z")])


def test_filter_of_several(target: Target) -> None:
    """A filter with several values keeps the items that have one of them."""
    statuses = {item["status"] for item in json.loads(target.ask(CONTACTS).body or b"")}
    several = with_query(target.ask(CONTACTS), f"statuses={','.join(sorted(statuses))}")

    assert found([several]) == []
    assert found([with_query(several, f"statuses={min(statuses)}")])


def test_same_creation(target: Target) -> None:
    """A time without its fraction is the same, and a long recording keeps some of the times."""
    created_at = json.loads(target.ask(GET_CAMPAIGN).body or b"")["data"]["createdAt"]
    exchanges = moved_creation(target, f"{created_at[:19]}Z")
    calls = [Call(packaged_operations()[GET_CAMPAIGN], each, {}) for each in moved_creation(target)]
    rule = Creations(max_resources=0)

    assert found(exchanges) == []
    assert [rule.check(call) for call in calls] == [[], []]


@pytest.mark.no_cover
@pytest.mark.grid(one_in=20)
@pytest.mark.parametrize(
    "check",
    [check for check in STATEFUL_CHECKS if check.needs != "earlier_reads"],
    ids=lambda check: check.name.replace(" ", "_"),
)
def test_healthy(target: Target, check: Any) -> None:
    """The exchanges of the stateful checks with a healthy server have no finding."""
    resets, restore = [0], target.reset_server
    assert restore is not None

    def reset_server() -> None:
        resets.append(len(target.exchanges))
        restore()

    target.reset_server = reset_server
    check.run(target)
    ends = [*resets[1:], len(target.exchanges)]
    parts = [target.exchanges[start:end] for start, end in zip(resets, ends, strict=True)]

    assert target.exchanges
    assert [finding for part in parts for finding in found(part)] == []


@pytest.mark.parametrize(
    "change",
    [
        text(b"<html>"),
        text(b"[1, null]"),
        text(b'{"data": null}'),
        text(b'{"data": {"items": [1, {"id": 5}]}}'),
        text(b'{"data": {"id": "x", "status": [], "createdAt": 5, "updatedAt": "now"}}'),
        text(b'{"data": {"id": "x", "updatedAt": "2026-05-01T12:00:00"}}'),
        header("date", "some day"),
        header("date", None),
    ],
    ids=["html", "list", "null", "odd items", "odd fields", "no zone", "odd date", "no date"],
)
@pytest.mark.parametrize(
    "operation_id", [AUDIENCES, READ, UPDATE, LEAD_STATUS, NUMBERED, CREATE, CREATE_MEMORY]
)
def test_odd_response(
    target: Target, operation_id: str, change: Callable[[Exchange], Exchange]
) -> None:
    """A response that the validator rejects does not crash a rule."""
    sent = target.ask(operation_id)
    exchanges = [sent, change(sent), change(sent), sent]

    assert all(message.startswith("breaking sequence") for message in found(exchanges))
    checker = SequenceChecker(VALIDATOR.routes, is_undisturbed=True)
    assert all(finding.check == "sequence" for item in exchanges for finding in checker.check(item))


def test_unnamed_copy(target: Target) -> None:
    """A copy without a name cannot be distinguished from another new campaign."""
    copy, unnamed = "sonarly_campaigns_duplicate", {"json": {"audienceId": SAMPLE_ID}}
    copies = [target.ask(copy), target.ask(copy, body=unnamed)]

    assert [exchange.status for exchange in copies] == [201, 201]
    assert found([*copies, target.ask(LIST_CAMPAIGNS)]) == []


def test_unknown_path(target: Target) -> None:
    """An exchange that the spec lacks has no finding."""
    exchange = replace(target.ask(LIST_CAMPAIGNS), target="/v1/nothing")

    assert found([exchange, exchange]) == []


def test_plus_sign(target: Target) -> None:
    """A phone number names the same contact with and without a plus sign."""
    assert found(number_with_plus(target)) == []


def test_omitted_name(target: Target) -> None:
    """A copy without an own name cannot be found by a name."""
    [audience_id] = target.named["sonarly audienceId"]
    copy = target.ask(
        "sonarly_campaigns_duplicate", body={"json": {"audienceId": audience_id, "leadIds": []}}
    )

    assert copy.status == 201
    assert found([copy, target.ask(LIST_CAMPAIGNS)]) == []

"""The outcome of a call whose response was lost is read with the rule of its operation."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit import UNSET, OutcomeUnknownError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, Fault, VirtualClock
from campaignkit_runtime.models import Model

from tests.client.responses import success

CREATE, DUPLICATE = "sonarly_campaigns_create", "sonarly_campaigns_duplicate"
APPROVE, DISCARD = "sonarly_campaigns_approve", "sonarly_campaigns_discard"
STOP, DELETE = "sonarly_campaigns_stop", "sonarly_campaigns_delete"
STYLE = "sonarly_templates_update_writing_style"
UPDATE, RESPOND = "sonarly_campaigns_update_content_slot", "sonarly_messages_respond"

Act = Callable[[Sonarly], Any]


@pytest.fixture
def fake() -> Fake:
    """Return a fake on a clock that its clients share."""
    return Fake(clock=VirtualClock())


@pytest.fixture
def sonarly(fake: Fake) -> Sonarly:
    """Return a client of the fake."""
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock)


def create(sonarly: Sonarly) -> Any:
    """Create a campaign."""
    return sonarly.campaigns.create(
        ID, starter_template_id="engage-inmail", name="Q3", audience_id=ID
    )


def duplicate(sonarly: Sonarly) -> Any:
    """Duplicate a campaign under a name."""
    return sonarly.campaigns.duplicate(ID, ID, audience_id=ID, name="Q3")


def nameless(sonarly: Sonarly) -> Any:
    """Duplicate a campaign and leave the name to the vendor."""
    return sonarly.campaigns.duplicate(ID, ID, audience_id=ID)


def update(sonarly: Sonarly) -> Any:
    """Give a slot the template that the documents print."""
    return sonarly.campaigns.update_content_slot(ID, ID, ID, template_id=ID)


def stop(sonarly: Sonarly) -> Any:
    """Stop a campaign that was started."""
    sonarly.campaigns.start(ID, ID)
    return sonarly.campaigns.stop(ID, ID)


def unshown(sonarly: Sonarly) -> Any:
    """Change fields of a writing style that no response shows, and nothing else."""
    return sonarly.templates.update_writing_style(ID, ID, value_proposition_id=ID)


def delete(sonarly: Sonarly) -> Any:
    """Delete a draft."""
    return sonarly.campaigns.delete(ID, ID)


def approve(sonarly: Sonarly) -> Any:
    """Approve what the first lead waits with."""
    sonarly.campaigns.start(ID, ID)
    return sonarly.campaigns.approve(ID, ID, ID, lead_id=ID)


def discard(sonarly: Sonarly) -> Any:
    """Discard what the first lead waits with."""
    sonarly.campaigns.start(ID, ID)
    return sonarly.campaigns.discard(ID, ID, ID, lead_id=ID)


def blind(sonarly: Sonarly) -> Any:
    """Approve without saying whose content it is."""
    sonarly.campaigns.start(ID, ID)
    return sonarly.campaigns.approve(ID, ID, ID)


def respond(sonarly: Sonarly) -> Any:
    """Queue a message."""
    return sonarly.messages.respond(ID, prospect_id=ID, message="This afternoon.")


APPLIED: list[tuple[str, Act]] = [
    (CREATE, create),
    (DUPLICATE, duplicate),
    (UPDATE, update),
    (STOP, stop),
    (DELETE, delete),
    (APPROVE, approve),
    (DISCARD, discard),
]


def asked(fake: Fake, operation: str) -> int:
    """Return the number of requests of an operation."""
    times: int = fake.state()["requests"][operation]
    return times


@pytest.mark.parametrize(("operation", "act"), APPLIED, ids=[case[0] for case in APPLIED])
def test_applied(sonarly: Sonarly, fake: Fake, operation: str, act: Act) -> None:
    """A call that was applied is read, and not sent again."""
    fake.faults.add(Fault(operation, drop=True, after=True))

    assert isinstance(act(sonarly), Model)
    assert asked(fake, operation) == 1


REPEATABLE = (UPDATE, STOP, DELETE)


def test_repeat_refused(sonarly: Sonarly, fake: Fake) -> None:
    """A repeat that is refused waits as long as `Retry-After` asks before it is sent again."""
    for _ in range(30):  # so many answers that the limiter does not hold the others
        sonarly.campaigns.get(ID, ID)
    fake.faults.add(Fault(DELETE, drop=True))
    fake.faults.add(Fault(DELETE, status=429, retry_after="5"))
    started_at = fake.clock.monotonic()

    assert sonarly.campaigns.delete(ID, ID)
    assert asked(fake, DELETE) == 3
    assert 5.0 <= fake.clock.monotonic() - started_at < 10.0


OTHERS: list[tuple[str, Act]] = [
    *((operation, act) for operation, act in APPLIED if operation not in REPEATABLE),
    (DUPLICATE, nameless),
]


@pytest.mark.parametrize(
    ("operation", "act"), [case for case in APPLIED if case[0] in REPEATABLE], ids=REPEATABLE
)
def test_repeatable(sonarly: Sonarly, fake: Fake, operation: str, act: Act) -> None:
    """A call that was not applied, and whose repeat adds no effect, is sent once more."""
    fake.faults.add(Fault(operation, drop=True))

    assert act(sonarly)
    assert asked(fake, operation) == 2


@pytest.mark.parametrize(("operation", "act"), OTHERS, ids=[act.__name__ for _, act in OTHERS])
def test_not_applied(sonarly: Sonarly, fake: Fake, operation: str, act: Act) -> None:
    """A call that creates, approves or discards is sent once; the error carries the state."""
    fake.faults.add(Fault(operation, drop=True))

    with pytest.raises(OutcomeUnknownError) as caught:
        act(sonarly)
    assert caught.value.state
    assert asked(fake, operation) == 1


@pytest.mark.parametrize(
    ("operation", "act"),
    [case for case in OTHERS if case[0] in (CREATE, DUPLICATE)],
    ids=["create", "duplicate", "nameless"],
)
def test_nothing_created(sonarly: Sonarly, fake: Fake, operation: str, act: Act) -> None:
    """A create after which nothing is new is sent once more if the caller asks for that."""
    fake.faults.add(Fault(operation, drop=True))

    assert act(sonarly.with_options(resend_after=5))
    assert asked(fake, operation) == 2


@pytest.mark.parametrize(
    ("operation", "act", "after"),
    [
        (APPROVE, approve, False),
        (APPROVE, blind, True),
        (DUPLICATE, nameless, True),
        (STYLE, unshown, True),
    ],
    ids=["waiting approval", "approval without lead", "nameless draft", "unshown field"],
)
def test_unknown(sonarly: Sonarly, fake: Fake, operation: str, act: Act, after: bool) -> None:
    """What waits is not approved unseen, and no draft is taken for one without a name.

    Nor is a change made twice that no read shows.
    """
    fake.faults.add(Fault(operation, drop=True, after=after))

    with pytest.raises(OutcomeUnknownError):
        act(sonarly)
    assert asked(fake, operation) == 1


def test_other_draft(sonarly: Sonarly, fake: Fake) -> None:
    """A draft of another name that was made a moment ago may be the lost one: it is named."""
    other = sonarly.campaigns.duplicate(ID, ID, audience_id=ID, name="Q4")
    fake.faults.add(Fault(DUPLICATE, drop=True))

    with pytest.raises(OutcomeUnknownError, match=f"may have created {other.id} .'Q4'.") as caught:
        duplicate(sonarly.with_options(resend_after=0))
    assert other in caught.value.state
    assert asked(fake, DUPLICATE) == 2  # the first of them is the other draft


def test_discarded_meanwhile(sonarly: Sonarly, fake: Fake) -> None:
    """An instance that another user discarded does not count as approved."""
    sonarly.campaigns.start(ID, ID)
    sonarly.campaigns.discard(ID, ID, ID)
    fake.faults.add(Fault(APPROVE, drop=True))

    with pytest.raises(OutcomeUnknownError):
        sonarly.campaigns.approve(ID, ID, ID, lead_id=ID)


@pytest.mark.parametrize(
    ("operation", "act", "field"),
    [(STOP, stop, "instances_stopped"), (APPROVE, approve, "action"), (DISCARD, discard, "action")],
    ids=["stop", "approve", "discard"],
)
def test_what_no_read_tells(
    sonarly: Sonarly, fake: Fake, operation: str, act: Act, field: str
) -> None:
    """A field that only the lost response had is UNSET."""
    fake.faults.add(Fault(operation, drop=True, after=True))

    assert getattr(act(sonarly), field) is UNSET


def test_message_is_queued_once(sonarly: Sonarly, fake: Fake) -> None:
    """A message whose response was lost is sent again with the same key, and queued once."""
    fake.faults.add(Fault(RESPOND, drop=True, after=True))
    respond(sonarly)

    assert asked(fake, RESPOND) == 2
    assert len(fake.state()["messages"]["responses"]) == 1


@pytest.mark.parametrize("data", [None, {"items": None}, {"items": [None]}], ids=str)
@pytest.mark.parametrize("act", [create, lambda ours: ours.campaigns.start(ID, ID)])
@pytest.mark.filterwarnings("ignore:.* is null, which the spec does not say")
def test_nulls(fake: Fake, act: Act, data: object) -> None:
    """A state with nulls that the spec does not allow leaves the outcome unknown."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            raise httpx.ReadTimeout("slow")
        return httpx.Response(200, json=success(data) | {"data": data})

    carrier = httpx.MockTransport(handle)
    ours = Sonarly(api_key="k", transport=carrier, clock=fake.clock, resend_after=0)
    with pytest.raises(OutcomeUnknownError):
        act(ours)


@pytest.mark.httpx_only
@pytest.mark.parametrize("date", ["Fri, 31 Dec 9999 23:59:59 -2359", "Mon, 01 Jan 0100 00:00 GMT"])
def test_impossible_date(fake: Fake, date: str) -> None:
    """A `Date` that no clock shows leaves the outcome unknown, and raises no other error."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            raise httpx.ReadTimeout("slow")
        response = fake.transport().handle_request(request)
        response.headers["Date"] = date
        return response

    carrier = httpx.MockTransport(handle)
    ours = Sonarly(api_key="fake-sonarly", transport=carrier, clock=fake.clock)
    with pytest.raises(OutcomeUnknownError) as caught:
        ours.campaigns.start(ID, ID)
    assert caught.value.state.status == "draft"

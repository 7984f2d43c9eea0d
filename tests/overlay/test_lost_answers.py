"""What a lost answer comes to where Sonarly's campaigns have a rule of their own."""

from collections.abc import Callable
from typing import Any

import pytest
from campaignkit import UNSET, OutcomeUnknownError, Sonarly
from campaignkit_fake import DOCUMENTED_ID as ID
from campaignkit_fake import Fake, Fault, VirtualClock

CREATE, DUPLICATE = "sonarly_campaigns_create", "sonarly_campaigns_duplicate"
APPROVE, DISCARD = "sonarly_campaigns_approve", "sonarly_campaigns_discard"
STOP, DELETE = "sonarly_campaigns_stop", "sonarly_campaigns_delete"
STYLE = "sonarly_templates_update_writing_style"
UPDATE, RESPOND = "sonarly_campaigns_update_content_slot", "sonarly_messages_respond"

Act = Callable[[Sonarly], Any]


@pytest.fixture
def fake() -> Fake:
    """A fake on a clock that its clients share."""
    return Fake(clock=VirtualClock())


@pytest.fixture
def sonarly(fake: Fake) -> Sonarly:
    """A client of the fake."""
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
    """Change what no answer shows of a writing style, and nothing else."""
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
    """How often an operation was asked for."""
    times: int = fake.state()["requests"][operation]
    return times


@pytest.mark.parametrize(("operation", "act"), APPLIED, ids=[each[0] for each in APPLIED])
def test_applied(sonarly: Sonarly, fake: Fake, operation: str, act: Act) -> None:
    """A call that was applied is read, and not sent again."""
    fake.faults.add(Fault(operation, drop=True, after=True))

    assert act(sonarly).outcome == "applied"
    assert asked(fake, operation) == 1


RESENT: list[tuple[str, Act]] = [
    *((operation, act) for operation, act in APPLIED if operation != APPROVE),
    (DUPLICATE, nameless),
]


@pytest.mark.parametrize(("operation", "act"), RESENT, ids=[act.__name__ for _, act in RESENT])
def test_not_applied(sonarly: Sonarly, fake: Fake, operation: str, act: Act) -> None:
    """A call that was not applied is sent once more."""
    fake.faults.add(Fault(operation, drop=True))

    assert act(sonarly)
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
    """A draft of another name that was made a moment ago is not taken for the lost one."""
    other = sonarly.campaigns.duplicate(ID, ID, audience_id=ID, name="Q4")
    fake.faults.add(Fault(DUPLICATE, drop=True))

    assert duplicate(sonarly).id != other.id


def test_discarded_meanwhile(sonarly: Sonarly, fake: Fake) -> None:
    """An instance that somebody else discarded does not count as approved."""
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
    """What only the lost answer said is UNSET."""
    fake.faults.add(Fault(operation, drop=True, after=True))

    assert getattr(act(sonarly), field) is UNSET


def test_message_is_queued_once(sonarly: Sonarly, fake: Fake) -> None:
    """A message whose answer was lost is sent again with the same key, and queued once."""
    fake.faults.add(Fault(RESPOND, drop=True, after=True))
    respond(sonarly)

    assert asked(fake, RESPOND) == 2
    assert len(fake.state()["messages"]["responses"]) == 1

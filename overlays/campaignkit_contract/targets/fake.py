"""Fake target: the one module that knows campaignkit_fake, its keys and its seed data."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import httpx
from campaignkit_fake import KEYS, Fake, Fault
from campaignkit_fake import SAMPLE_ID as SAMPLE_ID

from ..sequences.history import History
from ..spec.document import Json, OperationNode
from ..validator import packaged_validator
from .target import Target

CONTROL_PREFIX = "/_fake/"
"""Paths of the fake's control routes, which belong to no vendor."""

FILLING_AUDIENCE_ID = "a00000000000000000000006"  # a job adds leads to it
OTHER_AUDIENCE_ID = "a00000000000000000000001"
MONITORING_AUDIENCE_ID = "a00000000000000000000002"
DRAFT_WITHOUT_LEADS_ID = "ca0000000000000000000011"

SONARLY_KEY = "fake-sonarly"
CALLERS_KEY = "fake-callers"
FOREIGN_CALLERS_KEY = "fake-callers-other"
DELETED_ORGANIZATION_KEY = "fake-callers-gone"


_NAMED_LEADS = 20
_REMOVABLE = (
    "sonarly_templates_delete_value_proposition",
    "sonarly_templates_delete_signal_specification",
    "callers_contacts_archive_all",
)
"""Operations for which no operation makes a resource; a reset restores what they remove."""


class FakeControl:
    """Control of a fake in process: its state, its clock and its faults."""

    def __init__(self, fake: Fake) -> None:
        self._fake = fake

    def reset(self) -> None:
        """Restore the initial state."""
        self._fake.reset()

    def advance(self, seconds: float) -> None:
        """Move the fake's clock."""
        self._fake.clock.advance(seconds)

    def fail_next(self, status: int, retry_after: str | None = None) -> None:
        """Make the next call fail with a status."""
        self._fake.faults.add(Fault(status=status, retry_after=retry_after))


@contextmanager
def serve_fake() -> Iterator[str]:
    """Serve a fake on a free port, by another process; yield its base URL."""
    command = [sys.executable, "-m", "campaignkit_fake"]
    output = subprocess.PIPE
    with subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL, text=True) as process:  # noqa: S603
        try:
            yield next(iter(process.stdout or ())).split()[-1]
        finally:
            process.terminate()


@contextmanager
def fake_in_process() -> Iterator[tuple[httpx.Client, FakeControl]]:
    """Yield a client of a fake in this process, and its control."""
    fake = Fake()
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        yield client, FakeControl(fake)


def fake_credential(operation: OperationNode, schemes: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the header with which the fake accepts a call.

    Args:
        operation: The operation.
        schemes: Security schemes of the document by name.
    """
    [name] = operation.node["security"][0]
    scheme = schemes[name]
    wanted = operation.vendor, scheme.get("name", "Authorization")
    key = next(key for key, access in KEYS.items() if (access.vendor, access.header) == wanted)
    return {wanted[1]: f"Bearer {key}" if "scheme" in scheme else key}


def fake_target(client: httpx.Client, wait: Callable[[float], object] = float) -> Target:
    """Return the fake behind a client as a target, with the ids of its state.

    Args:
        client: Client of the fake, in process or over HTTP.
        wait: Advances the clock of a fake that does not use real time.
    """
    history = History(packaged_validator().routes)

    def reset() -> None:
        client.post(f"{CONTROL_PREFIX}reset")
        history.reset()

    def pass_time(seconds: float) -> None:
        wait(seconds)
        history.pass_time()

    state = client.get(f"{CONTROL_PREFIX}state").json()
    ids = _known_ids(state)
    return Target(
        client,
        keys={"sonarly": SONARLY_KEY, "callers": CALLERS_KEY, "X-Sync-Secret": "fake-sync"},
        ids=ids,
        read_only_keys={"sonarly": "fake-sonarly-read"},
        foreign_keys={"sonarly": "fake-sonarly-narrow", "callers": FOREIGN_CALLERS_KEY},
        draft_campaign_ids=_drafts(state)[:2],
        may_write=True,
        verify_arguments={"leadId": ids["accountGroupId"][0]},
        has_sample_ids=True,
        wait=pass_time,
        reset_server=reset,
        history=history,
        named=_named_ids(ids, state),
        removable=_REMOVABLE,
    )


def _own_campaigns(state: Json) -> dict[str, Json]:
    """Return the campaigns of the first account group."""
    group = next(iter(state["accountGroups"]))
    campaigns: dict[str, Json] = state["campaigns"]
    return {
        id_: campaign for id_, campaign in campaigns.items() if campaign["accountGroupId"] == group
    }


def _drafts(state: Json) -> list[str]:
    """Return the drafts with leads of the first account group."""
    return [
        id_
        for id_, campaign in _own_campaigns(state).items()
        if campaign["status"] == "draft" and campaign["leadIds"]
    ]


def _known_ids(state: Json) -> dict[str, list[str]]:
    """Return ids by parameter that exist in a state."""
    groups, own, draft = list(state["accountGroups"]), _own_campaigns(state), _drafts(state)[0]
    return {
        "accountGroupId": groups[:2],
        "campaignId": [draft, *(id_ for id_ in own if id_ != draft)],
        "leadIds": own[draft]["leadIds"][:5],
        "organizationId": list(state["organizations"])[:1],
        "phoneNumber": [next(iter(state["contacts"].values()))["phoneNumber"]],
        "sharedProviderId": [SAMPLE_ID],  # two leads of the first account group have it
        "filling": [
            id_
            for id_, audience in state["audiences"].items()
            if audience["isFilling"] and audience["accountGroupId"] == groups[0]
        ],
    }


def _named_ids(ids: Mapping[str, Sequence[str]], state: Json) -> dict[str, list[str]]:
    """Return the ids by kind that a run may write to, as the settings of a live run name them."""
    group = ids["accountGroupId"][0]
    leads = _own_campaigns(state)[ids["campaignId"][0]]["leadIds"][:_NAMED_LEADS]
    audience = next(
        id_
        for id_, audience in state["audiences"].items()
        if audience["accountGroupId"] == group and set(leads) <= set(audience["leadIds"])
    )
    return {
        "sonarly accountGroupId": [group],
        "sonarly leadIds": leads,
        "sonarly audienceId": [audience],
        "sonarly conversationId": [SAMPLE_ID],
        "sonarly specificationId": [SAMPLE_ID],
        "sonarly valuePropositionId": [SAMPLE_ID],
        "callers organizationId": list(ids["organizationId"]),
        "callers campaignGroupId": [SAMPLE_ID],
        "callers campaignId": [SAMPLE_ID],
        "callers sipId": [SAMPLE_ID],
    }

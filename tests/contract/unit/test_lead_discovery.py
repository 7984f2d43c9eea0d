"""A run that only reads finds leads by itself: prospects that a campaign contains."""

from collections.abc import Iterator

import httpx
import pytest
from campaignkit_contract.targets.discovery import KnownIds
from campaignkit_contract.targets.discovery_reads import DiscoveryReads
from campaignkit_contract.targets.lead_discovery import with_leads
from campaignkit_contract.targets.live_settings import LiveSettings
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

CAMPAIGN, LEADS = ("sonarly", "campaignId"), ("sonarly", "leadIds")
DRAFT, ACTIVE, UNKNOWN = SAMPLE_ID, "ca0000000000000000000002", "f" * 24


@pytest.fixture
def fake() -> Fake:
    """Return a new fake."""
    return Fake()


@pytest.fixture
def client(fake: Fake) -> Iterator[httpx.Client]:
    """Connect a client to the fake."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        yield client


def known(fake: Fake, *campaigns: str) -> KnownIds:
    """Return known ids with prospects of the account."""
    prospects = fake.state()["campaigns"][ACTIVE]["leadIds"]
    return {
        ("sonarly", "accountGroupId"): [SAMPLE_ID],
        ("sonarly", "prospectId"): [*prospects[:9], UNKNOWN],
        CAMPAIGN: list(campaigns),
    }


def reads(client: httpx.Client, **more: str) -> DiscoveryReads:
    """Return the reads of a discovery."""
    settings = {"SONARLY_API_KEY": "fake-sonarly", "ACCOUNT_GROUP_ID": SAMPLE_ID, **more}
    return DiscoveryReads(client, LiveSettings(settings), packaged_validator().routes)


def test_leads(fake: Fake, client: httpx.Client) -> None:
    """The campaign whose leads have most statuses is the first one."""
    found = with_leads(known(fake, DRAFT, ACTIVE), reads(client))
    [leads] = found[LEADS]

    assert found[CAMPAIGN] == [ACTIVE, DRAFT]
    assert set(leads.split(",")) < {*fake.state()["campaigns"][ACTIVE]["leadIds"]}
    assert len(leads.split(",")) == 6


def test_no_lead(fake: Fake, client: httpx.Client) -> None:
    """Without a lead in a campaign, or an id for the read, nothing changes."""
    ids = known(fake, DRAFT)
    unknown = {**ids, ("sonarly", "prospectId"): [UNKNOWN]}
    without = {**ids, ("sonarly", "prospectId"): []}

    assert with_leads(unknown, reads(client)) == unknown
    assert with_leads(without, reads(client)) == without
    assert with_leads({**ids, CAMPAIGN: [UNKNOWN]}, reads(client))[CAMPAIGN] == [UNKNOWN]


def test_not_needed(fake: Fake, client: httpx.Client) -> None:
    """Leads of the settings are kept, and a run of other areas reads none."""
    configured = {**known(fake, DRAFT, ACTIVE), LEADS: ["a,b"]}
    ids = known(fake, DRAFT, ACTIVE)

    assert with_leads(configured, reads(client)) == configured
    assert with_leads(ids, reads(client, AREAS="sonarly audiences")) == ids

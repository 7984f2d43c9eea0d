"""The target of a live run calls what the settings allow, with ids that the server lists."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from campaignkit_contract import cli
from campaignkit_contract.targets.live import LiveTarget, live_target
from campaignkit_contract.targets.live_settings import LiveSettings
from campaignkit_contract.targets.request_budget import RequestBudget
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

ROUTES = packaged_validator().routes
SONARLY = {"SONARLY_API_KEY": "fake-sonarly", "ACCOUNT_GROUP_ID": SAMPLE_ID}
CALLERS = {"CALLERS_API_KEY": "fake-callers", "ORGANIZATION_ID": SAMPLE_ID}
CAMPAIGN, OTHER_GROUP = SAMPLE_ID, "ac0000000000000000000001"
LEADS = [SAMPLE_ID, "1e0000000000000000000001"]
TEST_LEADS = ["1e0000000000000000000002", "1e0000000000000000000003"]
FAST = {"RATE": "100000/s"}
NO_SERVER = {"BASE_URL": "http://127.0.0.1:9"}


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """Serve a fake as if it were a live server."""
    with Fake().serve() as url:
        yield url


def target_of(base_url: str, **settings: str) -> LiveTarget:
    """Return the target for some settings."""
    return live_target(f"{base_url}/", {**FAST, **settings}, ROUTES)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({}, "set SONARLY_API_KEY or CALLERS_API_KEY"),
        ({"SONARLY_API_KEY": "fake-sonarly"}, "set --account-group-id (ACCOUNT_GROUP_ID)"),
        ({"CALLERS_API_KEY": "fake-callers"}, "set --organization-id (ORGANIZATION_ID)"),
        ({**SONARLY, "TEST_LEAD_IDS": "a"}, "set --audience-id (AUDIENCE_ID)"),
        ({**SONARLY, "NAMED": "sipId=1"}, "--named (NAMED) must have items like callers sipId=123"),
        ({**SONARLY, "READER_KEY_ENV": "sonarly=NO_KEY"}, "NO_KEY is not set"),
        # Found before the first request, which this server would not answer.
        (
            {**SONARLY, **NO_SERVER, "BUDGET": "many"},
            "(BUDGET) must be an integer above 0",
        ),
        (
            {**CALLERS, "CAMPAIGN_GROUP_ID": "f" * 24},
            "(CAMPAIGN_GROUP_ID) must be",
        ),
        ({**SONARLY, "SONARLY_API_KEY": "wrong"}, "returned 401"),
        ({**SONARLY, "LEAD_IDS": "a,b"}, "set --campaign-id (CAMPAIGN_ID)"),
        ({**SONARLY, "RATE": "fast"}, "must look like"),
        ({**SONARLY, "ACCOUNT_GROUP_ID": "f" * 24}, "(ACCOUNT_GROUP_ID) must be an id"),
        ({**CALLERS, "ORGANIZATION_ID": "f" * 24}, "(ORGANIZATION_ID) must be an id"),
        (
            {**SONARLY, "WRITE": "sonarly_audience_create"},
            "similar writes are sonarly_audiences_create",
        ),
        (
            {**SONARLY, "AREAS": "sonarly campaign"},
            "the tags are sonarly accounts",
        ),
        ({**SONARLY, **NO_SERVER}, "sonarly_accounts_list: no connection: Connection refused"),
    ],
    ids=[
        *("key", "group", "organization", "audience", "named", "reader", "budget"),
        *("campaign group", "wrong key", "leads", "rate"),
        *("wrong group", "wrong organization", "wrong operation", "wrong area", "refused"),
    ],
)
def test_usage_error(
    base_url: str,
    tmp_path: Any,
    capsys: pytest.CaptureFixture[str],
    settings: dict[str, str],
    message: str,
) -> None:
    """A run without a necessary setting ends with 2 and says what to set."""
    environment = {"BASE_URL": base_url, "REPORTS": str(tmp_path), **FAST, **settings}

    assert cli.main(["run"], environment) == 2
    assert message in capsys.readouterr().err


def test_skipped(base_url: str) -> None:
    """Each operation that is not called has a reason."""
    target = target_of(base_url, **SONARLY, AREAS="sonarly campaigns")
    skipped = target.skipped_operations(ROUTES)

    assert skipped["callers_campaigns_list"] == "CALLERS_API_KEY is not set"
    assert skipped["sonarly_audiences_list"] == "--areas (AREAS) does not name its area"
    assert skipped["sonarly_campaigns_start"].endswith("--write (WRITE) does not name it")
    assert skipped["sonarly_campaigns_lead_status"].startswith("set --lead-ids (LEAD_IDS)")
    assert "sonarly_campaigns_get" not in skipped


def test_discovery_is_compared(base_url: str) -> None:
    """What the discovery has read is compared with what the checks read."""
    live = target_of(base_url, **SONARLY, AREAS="sonarly accounts")
    [listed, *_] = live.reads.exchanges
    history = live.stateful_target().history
    assert history
    history.observe(replace(listed, body=(listed.body or b"").replace(b"2026-", b"2025-")))

    assert "createdAt" in str(history.take_findings())


def test_unknown_id() -> None:
    """An operation whose id is in no list is not called."""
    known = {("callers", "organizationId"): ["o"]}
    target = LiveTarget("http://127.0.0.1:9", LiveSettings(CALLERS), known, RequestBudget(1))
    skipped = target.skipped_operations(ROUTES)

    assert skipped["callers_contacts_list"].startswith("no list contains a campaignId")


def test_other_areas(base_url: str) -> None:
    """An id that an operation needs is found by the list of another area."""
    target = target_of(base_url, **CALLERS, AREAS="callers contacts")
    skipped = target.skipped_operations(ROUTES)

    assert "callers_contacts_get" not in skipped
    assert skipped["callers_campaigns_list"] == "--areas (AREAS) does not name its area"


def test_budget(base_url: str) -> None:
    """A discovery that the budget ends excludes no operation: the budget is the reason."""
    budget = RequestBudget(2)
    target = live_target(base_url, {**FAST, **SONARLY}, ROUTES, budget)

    assert (budget.sent.total(), target.stateful_target().budget) == (2, budget)
    assert "sonarly_audiences_get" not in target.skipped_operations(ROUTES)


def test_ids(base_url: str) -> None:
    """Ids come from the settings, then from lists; each vendor has its own campaigns."""
    target = target_of(
        base_url, **SONARLY, **CALLERS, CAMPAIGN_ID=CAMPAIGN, LEAD_IDS=",".join(LEADS)
    )
    stateful = target.stateful_target()
    stateful.client.close()

    assert stateful.ids["accountGroupId"] == [SAMPLE_ID]
    assert stateful.ids["campaignId"] == [CAMPAIGN]
    assert stateful.ids["leadIds"] == LEADS
    assert SAMPLE_ID in stateful.ids["callers campaignId"]
    assert not stateful.may_write
    assert set(stateful.keys) == {"sonarly", "callers"}


def test_one_vendor_ids(base_url: str) -> None:
    """Without a vendor's settings, its first id is one that no server has."""
    stateful = target_of(base_url, **CALLERS).stateful_target()
    stateful.client.close()

    assert stateful.ids["accountGroupId"] == [UNKNOWN_ID]


def test_schemathesis(base_url: str) -> None:
    """Schemathesis gets the ids of each vendor, and reads keys from the environment."""
    target = target_of(base_url, **SONARLY)

    assert f'parameters."path.accountGroupId" = "{SAMPLE_ID}"' in target.schemathesis_config
    assert '"^callers "' not in target.schemathesis_config
    assert target.environment == {
        "SONARLY_API_KEY": "fake-sonarly",
        "CALLERS_API_KEY": "unused",
        "CALLERS_SYNC_SECRET": "unused",
    }


@pytest.mark.parametrize(
    ("write", "operations"),
    [
        ("", []),
        ("ALL", ["sonarly_campaigns_start", "sonarly_audiences_create"]),
        ("1", ["sonarly_campaigns_start", "sonarly_audiences_create"]),
        ("sonarly_audiences_create", ["sonarly_audiences_create"]),
    ],
)
def test_writable(base_url: str, write: str, operations: list[str]) -> None:
    """WRITE names the operations that may write: all, or some."""
    stateful = target_of(base_url, **SONARLY, WRITE=write).stateful_target()
    stateful.client.close()
    names = ("sonarly_campaigns_start", "sonarly_audiences_create")

    assert [name for name in names if stateful.may_call("POST", name)] == operations


def test_named(base_url: str) -> None:
    """A run may write to what the settings name: test leads, a campaign group, further ids."""
    settings = {
        "ACCOUNT_GROUP_ID": f"{SAMPLE_ID},{OTHER_GROUP}",
        "AUDIENCE_ID": SAMPLE_ID,
        "TEST_LEAD_IDS": ",".join(TEST_LEADS),
        "CAMPAIGN_GROUP_ID": "c90000000000000000000001",
        "NAMED": "callers sipId=s, sonarly conversationId=c",
    }
    target = target_of(base_url, **{**SONARLY, **CALLERS, "WRITE": "all", **settings})
    stateful = target.stateful_target()
    stateful.client.close()

    assert target.prefix == "campaignkit-contract"
    assert stateful.ids["accountGroupId"] == [SAMPLE_ID, OTHER_GROUP]
    assert stateful.named["sonarly accountGroupId"] == [SAMPLE_ID]
    assert stateful.named["sonarly leadIds"] == TEST_LEADS
    assert stateful.named["callers sipId"] == ["s"]
    assert stateful.named["sonarly conversationId"] == ["c"]
    assert stateful.named["callers campaignId"] == stateful.ids["callers campaignId"]
    assert "sonarly campaignId" not in stateful.named


def test_named_campaign(base_url: str) -> None:
    """CAMPAIGN_ID is started only if WRITE names the start."""
    settings = {**SONARLY, "CAMPAIGN_ID": SAMPLE_ID}
    targets = [
        target_of(base_url, **settings, WRITE=write).stateful_target()
        for write in ("all", "sonarly_campaigns_start")
    ]
    for target in targets:
        target.client.close()

    assert [list(target.draft_campaign_ids) for target in targets] == [[], [SAMPLE_ID]]


def test_other_keys(base_url: str) -> None:
    """Keys of a reader and of strangers come from the variables that the settings name."""
    settings = {"READER_KEY_ENV": "R", "STRANGER_KEY_ENV": "sonarly=S,callers=T"}
    keys = {
        "R": "fake-sonarly-read",
        "S": "fake-sonarly-narrow",
        "T": "fake-callers-other",
        "CALLERS_SYNC_SECRET": "sync",
    }
    stateful = target_of(base_url, **SONARLY, **CALLERS, **settings, **keys).stateful_target()
    stateful.client.close()

    assert stateful.read_only_keys == {"sonarly": "fake-sonarly-read"}
    assert stateful.foreign_keys == {
        "sonarly": "fake-sonarly-narrow",
        "callers": "fake-callers-other",
    }
    assert stateful.keys["X-Sync-Secret"] == "sync"


def test_named_removal(base_url: str) -> None:
    """A named resource that no operation creates is removed only if WRITE names the removal."""
    removal = "sonarly_templates_delete_value_proposition"
    write = f"{removal},sonarly_audiences_delete"
    stateful = target_of(base_url, **SONARLY, WRITE=write).stateful_target()
    stateful.client.close()

    assert stateful.removable == [removal]

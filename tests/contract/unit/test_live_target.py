"""The target of a live run calls what the settings allow, with ids that the server lists."""

from collections.abc import Iterator
from typing import Any

import pytest
from campaignkit_contract import cli
from campaignkit_contract.targets.live import LiveTarget, live_target
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

ROUTES = packaged_validator().routes
SONARLY = {"SONARLY_API_KEY": "fake-sonarly", "ACCOUNT_GROUP_ID": SAMPLE_ID}
CALLERS = {"CALLERS_API_KEY": "fake-callers", "ORGANIZATION_ID": SAMPLE_ID}
FAST = {"RATE": "100000/s"}


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
        ({"SONARLY_API_KEY": "fake-sonarly"}, "set ACCOUNT_GROUP_ID"),
        ({"CALLERS_API_KEY": "fake-callers"}, "set ORGANIZATION_ID"),
        ({**SONARLY, "WRITE": "1"}, "set CAMPAIGN_ID"),
        ({**SONARLY, "SONARLY_API_KEY": "wrong"}, "returned 401"),
        ({**SONARLY, "LEAD_IDS": "a,b"}, "set CAMPAIGN_ID"),
        ({**SONARLY, "RATE": "fast"}, "must look like"),
        ({**SONARLY, "ACCOUNT_GROUP_ID": "f" * 24}, "ACCOUNT_GROUP_ID must be an id"),
        ({**CALLERS, "ORGANIZATION_ID": "f" * 24}, "ORGANIZATION_ID must be an id"),
        ({**SONARLY, "WRITE": "sonarly_audience_create"}, "got sonarly_audience_create"),
        ({**SONARLY, "AREAS": "sonarly campaign"}, "got sonarly campaign"),
        ({**SONARLY, "BASE_URL": "http://127.0.0.1:9"}, "no response"),
    ],
    ids=[
        *("key", "group", "organization", "campaign", "wrong key", "leads", "rate"),
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
    target = target_of(base_url, **SONARLY, AREAS="sonarly campaigns,sonarly prospecting")
    skipped = target.skipped_operations(ROUTES)

    assert skipped["callers_campaigns_list"] == "CALLERS_API_KEY is not set"
    assert skipped["sonarly_audiences_list"] == "AREAS does not name its area"
    assert skipped["sonarly_campaigns_start"] == "WRITE does not name it"
    assert skipped["sonarly_campaigns_lead_status"].startswith("LEAD_IDS is not set")
    assert "sonarly_campaigns_get" not in skipped


def test_unknown_id(base_url: str) -> None:
    """An operation whose id is in no list is not called."""
    target = target_of(base_url, **CALLERS, AREAS="callers contacts")
    skipped = target.skipped_operations(ROUTES)

    assert (
        skipped["callers_contacts_list"] == "no campaignId is known, because no list contains one"
    )


def test_ids(base_url: str) -> None:
    """Ids come from the settings, then from lists; each vendor has its own campaigns."""
    target = target_of(base_url, **SONARLY, **CALLERS, CAMPAIGN_ID="c", LEAD_IDS="a,b")
    stateful = target.stateful_target()
    stateful.client.close()

    assert stateful.ids["accountGroupId"] == [SAMPLE_ID]
    assert stateful.ids["campaignId"] == ["c"]
    assert stateful.ids["leadIds"] == ["a", "b"]
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
        ("", set()),
        ("1", {"sonarly_campaigns_start"}),
        ("1, sonarly_audiences_create", {"sonarly_campaigns_start", "sonarly_audiences_create"}),
    ],
)
def test_writable(base_url: str, write: str, operations: set[str]) -> None:
    """WRITE names the operations that may write; 1 is the start of the campaign."""
    target = target_of(base_url, **SONARLY, CAMPAIGN_ID=SAMPLE_ID, WRITE=write)

    assert target.writable_operations == operations


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        ("sonarly_audiences_create", ""),
        ("sonarly_campaigns_start", ""),
        ("sonarly_audiences_delete", "it writes, and no setting names its audienceId"),
        ("callers_contacts_archive_all", "it writes, and no setting names its campaignId"),
    ],
)
def test_only_named(base_url: str, operation: str, reason: str) -> None:
    """A write runs only if the settings name every id in its path."""
    target = target_of(base_url, **SONARLY, **CALLERS, CAMPAIGN_ID=SAMPLE_ID, WRITE=operation)

    assert target.skipped_operations(ROUTES).get(operation, "") == reason

"""A live run says at its start which ids and keys of the settings no read could confirm."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from campaignkit_contract.cli import main
from campaignkit_contract.targets.live import live_target
from campaignkit_contract.targets.request_budget import RequestBudget
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake

from .live_settings import SETTINGS

ROUTES = packaged_validator().routes
LEADS = {"CAMPAIGN_ID": SAMPLE_ID, "LEAD_IDS": SAMPLE_ID, "AREAS": "sonarly templates"}
TEST_LEADS = {"AUDIENCE_ID": SAMPLE_ID, "TEST_LEAD_IDS": SAMPLE_ID, "WRITE": "all"}


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """Serve a fake as if it were a live server."""
    with Fake().serve() as url:
        yield url


@pytest.mark.parametrize(
    ("settings", "lines"),
    [
        ({"CAMPAIGN_ID": SAMPLE_ID, "LEAD_IDS": SAMPLE_ID}, []),
        (TEST_LEADS, []),
        ({"NAMED": "callers sipId=1"}, ["--named (NAMED) callers sipId=1: no read shows it"]),
        (
            LEADS,
            [
                f"--campaign-id (CAMPAIGN_ID) {SAMPLE_ID}: no read of the areas shows it",
                f"--lead-ids (LEAD_IDS) {SAMPLE_ID}: no read of the areas shows it",
            ],
        ),
        (
            {**TEST_LEADS, "AREAS": "sonarly templates"},
            [
                f"--audience-id (AUDIENCE_ID) {SAMPLE_ID}: no read of the areas shows it",
                f"--test-lead-ids (TEST_LEAD_IDS) {SAMPLE_ID}: no read of the areas shows it",
            ],
        ),
        (
            {"STRANGER_KEY_ENV": "callers=OTHER", "OTHER": "any", "AREAS": "callers voices"},
            [
                "--stranger-key-env (STRANGER_KEY_ENV) of callers: no read of the areas takes it",
                f"--organization-id (ORGANIZATION_ID) {SAMPLE_ID}: no read of the areas shows it",
            ],
        ),
    ],
    ids=["lead", "test lead", "named", "leads elsewhere", "test leads elsewhere", "key"],
)
def test_unconfirmed(base_url: str, settings: dict[str, str], lines: list[str]) -> None:
    """An id or a key that no read shows is named; others are not."""
    assert list(live_target(base_url, {**SETTINGS, **settings}, ROUTES).unconfirmed) == lines


def test_few_requests(base_url: str) -> None:
    """If the budget ends first, nothing is confirmed."""
    live = live_target(base_url, SETTINGS, ROUTES, RequestBudget(3))

    assert live.unconfirmed == [
        "ids and further keys of the settings: the budget of 3 requests ended"
    ]


def test_key_comes_first(capsys: pytest.CaptureFixture[str], base_url: str, tmp_path: Path) -> None:
    """A wrong key of a reader is found with a small budget too."""
    settings = {**SETTINGS, "BASE_URL": base_url, "BUDGET": "2", "READER_KEY_ENV": "R", "R": "no"}

    assert main(["run", "--reports", str(tmp_path)], settings) == 2
    assert "READER_KEY_ENV" in capsys.readouterr().err


def test_first_lines(capsys: pytest.CaptureFixture[str], base_url: str, tmp_path: Path) -> None:
    """The first lines of a run have it."""
    settings = {**SETTINGS, "BASE_URL": base_url, "AREAS": "callers voices"}
    code = main(["run", "--reports", str(tmp_path), "--named", "callers sipId=1"], settings)

    assert code == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"checking {base_url}: at most 1,500 requests at 100000/s, 1 min"
    assert "not confirmed: --named (NAMED) callers sipId=1: no read of the areas shows it" in lines
    assert "not validated: the settings allow no operation" in lines[-1]

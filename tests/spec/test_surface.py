"""What of the Python packages is public, and what a change of it means for callers."""

import shutil
from pathlib import Path

import campaignkit
import campaignkit.models
import pytest

from tests.spec.released_copy import plant, write_release
from tools.release import api_surface as surface
from tools.release.versions import Impact

MAJOR, MINOR = Impact.MAJOR, Impact.MINOR
CLIENT = "overlays/campaignkit/_client.py"
BASE_CLIENT = "overlays/campaignkit/_base_client.py"
DOOR = "overlays/campaignkit/__init__.py"
ERRORS_DOOR = "overlays/campaignkit/errors.py"
ERRORS = "overlays/campaignkit/_exceptions.py"
RUNTIME_ERRORS = "overlays/campaignkit_runtime/errors.py"
RESOURCE = "generated/campaignkit_api/api/sonarly_campaigns/__init__.py"
MODEL = "generated/campaignkit_api/models/campaign.py"
METHODS = "campaignkit_api.api.sonarly_campaigns.SonarlyCampaigns"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release."""
    return write_release(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def released(before: Path) -> surface.Tree:
    """What callers can import of the release."""
    return surface.Tree(before)


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    """A copy of the release to plant changes in."""
    return shutil.copytree(before, tmp_path / "after")


def test_members(released: surface.Tree) -> None:
    """All that callers can import is compared, the lazily loaded models too."""
    submodules = {"errors", "models", "webhooks"}
    names = {f"campaignkit.{name}" for name in set(campaignkit.__all__) - submodules}
    names |= {f"campaignkit.models.{name}" for name in campaignkit.models.__all__}
    names |= {f"{METHODS}.start", "campaignkit.models.Campaign.status", "campaignkit_fake.Fake"}

    assert names <= released.surface.keys()


def test_private_names(released: surface.Tree) -> None:
    """No private module or member is compared."""
    parts = {part for name in released.surface for part in name.split(".")}

    assert [part for part in parts if part.startswith("_") and not part.endswith("__")] == []


def test_same(released: surface.Tree, after: Path) -> None:
    """Equal trees have no reasons."""
    assert surface.changes(released, surface.Tree(after)) == []


@pytest.mark.parametrize(
    ("file", "pattern", "text", "reason"),
    [
        (
            BASE_CLIENT,
            r"def close\(",
            "def _end(",
            (MAJOR, "campaignkit.Callers.close: removed (also "),
        ),
        (DOOR, r'^    "Callers",\n', "", (MAJOR, "campaignkit.Callers: removed")),
        (MODEL, r"^    name: str\n", "", (MAJOR, "campaignkit.models.Campaign.name: removed")),
        (
            RESOURCE,
            r"\baccount_group_id\b",
            "group_id",
            (MAJOR, f"{METHODS}.start(account_group_id): parameter was removed"),
        ),
        (
            CLIENT,
            r"base_url: str \| None = None",
            "base_url: str",
            (MAJOR, "campaignkit.AsyncCallers.__init__(base_url): parameter is now required"),
        ),
        (
            RESOURCE,
            r"-> Campaign:",
            "-> Campaign | None:",
            (MAJOR, f"{METHODS}.get returns: Campaign -> Campaign | None"),
        ),
        (
            MODEL,
            r"^    description: None \| str$",
            "    description: str",
            (MINOR, "campaignkit.models.Campaign.description: None | str -> str"),
        ),
        (
            RESOURCE,
            r"\baccount_group_id: str,",
            "account_group_id: str | int,",
            (MINOR, f"{METHODS}.get(account_group_id): str -> str | int"),
        ),
        (
            RESOURCE,
            r"lead_ids: Iterable\[str\],",
            "lead_ids: Iterable[str], page: int = 1,",
            (MINOR, f"{METHODS}.lead_status(page): parameter was added"),
        ),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_change(
    released: surface.Tree,
    after: Path,
    file: str,
    pattern: str,
    text: str,
    reason: tuple[Impact, str],
) -> None:
    """A change is told by the names that callers use, with what it demands."""
    plant(after / file, pattern, text)

    told = surface.changes(released, surface.Tree(after))

    assert any(each.impact is reason[0] and each.text.startswith(reason[1]) for each in told), told


def test_new_class(released: surface.Tree, after: Path) -> None:
    """A new error class is one addition, whatever its members."""
    plant(after / ERRORS, r"\Z", "\n\nclass QuotaError(CampaignKitError):\n    limit: int\n")
    for module in (ERRORS_DOOR, DOOR):
        plant(after / module, r"^    RateLimitError,", "    QuotaError,\n    RateLimitError,")
        plant(after / module, r'^    "RateLimitError",', '    "QuotaError",\n    "RateLimitError",')

    assert surface.changes(released, surface.Tree(after)) == [
        (MINOR, "campaignkit.QuotaError: added")
    ]


def test_inherited(released: surface.Tree, after: Path) -> None:
    """What many classes inherit is told once."""
    plant(after / RUNTIME_ERRORS, r"^(class CampaignKitError\(.+\n)", r"\1    colour: str\n")

    [reason] = surface.changes(released, surface.Tree(after))

    assert reason.text.startswith("campaignkit.CampaignKitError.colour: added (also ")


@pytest.mark.parametrize(
    ("file", "pattern", "text"),
    [
        (BASE_CLIENT, r"\b_validate_http_arguments\b", "_refuse_both"),
        (CLIENT, r"\b_BaseCallers\b", "_CallersBase"),
        (
            "generated/campaignkit_api/api/sonarly_campaigns/sonarly_campaigns_get.py",
            r"def call\(",
            "def make(",
        ),
    ],
    ids=["function", "base", "operation"],
)
def test_private_change(
    released: surface.Tree, after: Path, file: str, pattern: str, text: str
) -> None:
    """What callers cannot name may change."""
    plant(after / file, pattern, text)

    assert surface.changes(released, surface.Tree(after)) == []


def test_missing_package(released: surface.Tree, after: Path) -> None:
    """A package that is gone is a removal of all that it offered."""
    shutil.rmtree(after / "overlays" / "campaignkit_fake")

    told = surface.changes(released, surface.Tree(after))

    assert (MAJOR, "campaignkit_fake.Fake: removed") in told


def test_typing(
    before: Path,
    after: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Code that was typed against the release and no longer is, is a breaking change."""
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "mypy"))
    plant(after / RESOURCE, r"-> Campaign:", "-> StartedCampaign:")

    told = surface.typing_errors(before, after)

    assert {reason.impact for reason in told} == {MAJOR}
    assert "StartedCampaign" in told[0].text


def test_typing_of_strangers(before: Path, tmp_path: Path) -> None:
    """A release without such a file promised nothing."""
    assert surface.typing_errors(tmp_path, before) == []

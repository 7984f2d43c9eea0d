"""What of the Python packages is public, and what a change of it means for callers."""

import shutil
from pathlib import Path

import campaignkit
import campaignkit.models
import pytest

from tests.spec.released_copy import plant, write_release
from tools.release import api_surface as surface
from tools.release.versions import Impact, Reason

MAJOR, MINOR = Impact.MAJOR, Impact.MINOR
CLIENT = "overlays/campaignkit/_client.py"
BASE_CLIENT = "overlays/campaignkit/_base_client.py"
DOOR = "overlays/campaignkit/__init__.py"
DOORS = ("overlays/campaignkit/errors.py", DOOR)
ERRORS = "overlays/campaignkit/_exceptions.py"
RUNTIME_ERRORS = "overlays/campaignkit_runtime/errors.py"
RESOURCE = "generated/campaignkit_api/api/sonarly_campaigns/__init__.py"
OTHER_RESOURCE = "generated/campaignkit_api/api/sonarly_audiences/__init__.py"
MODEL = "generated/campaignkit_api/models/campaign.py"
METHODS = "campaignkit_api.api.sonarly_campaigns.SonarlyCampaigns"
OTHER_METHODS = "campaignkit_api.api.sonarly_audiences.SonarlyAudiences"

Plant = tuple[str, str, str]

CHANGES: dict[str, tuple[Plant, tuple[Impact, str]]] = {
    "method removed": (
        (BASE_CLIENT, r"def close\(", "def _end("),
        (MAJOR, "campaignkit.Callers.close: removed (also "),
    ),
    "export removed": (
        (DOOR, r'^    "Pager",\n', ""),
        (MAJOR, "campaignkit.Pager: removed"),
    ),
    "attribute removed": (
        (MODEL, r"^    name: str\n", ""),
        (MAJOR, "campaignkit.models.Campaign.name: removed"),
    ),
    "parameter removed": (
        (OTHER_RESOURCE, r"\baccount_group_id\b", "group_id"),
        (MAJOR, f"{OTHER_METHODS}.get(account_group_id): parameter was removed"),
    ),
    "parameter required": (
        (CLIENT, r"base_url: str \| None = None", "base_url: str"),
        (MAJOR, "campaignkit.AsyncCallers.__init__(base_url): parameter is now required"),
    ),
    "wider result": (
        (RESOURCE, r"-> Campaign:", "-> Campaign | None:"),
        (MAJOR, f"{METHODS}.get returns: Campaign -> Campaign | None"),
    ),
    "narrower attribute": (
        (MODEL, r"^    description: None \| str$", "    description: str"),
        (MINOR, "campaignkit.models.Campaign.description: None | str -> str"),
    ),
    "wider parameter": (
        (RESOURCE, r"\baccount_group_id: str,", "account_group_id: str | int,"),
        (MINOR, f"{METHODS}.get(account_group_id): str -> str | int"),
    ),
    "parameter added": (
        (RESOURCE, r"lead_ids: Iterable\[str\],", "lead_ids: Iterable[str], page: int = 1,"),
        (MINOR, f"{METHODS}.lead_status(page): parameter was added"),
    ),
}
"""What is planted, by its name, and the reason for it."""

NEW_CLASS: list[Plant] = [
    (ERRORS, r"\Z", "\n\nclass QuotaError(CampaignKitError):\n    limit: int\n"),
    *((door, r"^    RateLimitError,", "    QuotaError,\n    RateLimitError,") for door in DOORS),
    *(
        (door, r'^    "RateLimitError",', '    "QuotaError",\n    "RateLimitError",')
        for door in DOORS
    ),
]
INHERITED = (RUNTIME_ERRORS, r"^(class CampaignKitError\(.+\n)", r"\1    colour: str\n")
PRIVATE: list[Plant] = [
    (BASE_CLIENT, r"\b_make_state\b", "_new_state"),
    (CLIENT, r"\b_BaseCallers\b", "_CallersBase"),
    (
        "generated/campaignkit_api/api/sonarly_campaigns/sonarly_campaigns_get.py",
        r"def call\(",
        "def make(",
    ),
]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the release."""
    return write_release(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def released(before: Path) -> surface.Tree:
    """Return the names that callers can import from the release."""
    return surface.Tree(before)


@pytest.fixture(scope="module")
def reasons(
    before: Path, released: surface.Tree, tmp_path_factory: pytest.TempPathFactory
) -> list[Reason]:
    """Return the reasons for all changes at once, because reading a tree takes a second."""
    after = shutil.copytree(before, tmp_path_factory.mktemp("changed") / "after")
    for change in (*(change for change, _ in CHANGES.values()), *NEW_CLASS, INHERITED):
        plant_in(after, change)
    return surface.changes(released, surface.Tree(after))


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    """Return a copy of the release to plant changes in."""
    return shutil.copytree(before, tmp_path / "after")


def plant_in(tree: Path, change: Plant) -> None:
    """Plant a change in a tree."""
    file, pattern, text = change
    plant(tree / file, pattern, text)


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


@pytest.mark.parametrize("name", CHANGES)
def test_change(reasons: list[Reason], name: str) -> None:
    """A change is reported by the names that callers use, with its impact."""
    _, (impact, text) = CHANGES[name]

    assert [reason.impact for reason in reasons if reason.text.startswith(text)] == [impact], (
        reasons
    )


def test_new_class(reasons: list[Reason]) -> None:
    """A new error class is one addition, whatever its members."""
    told = [reason for reason in reasons if "QuotaError" in reason.text]

    assert told == [(MINOR, "campaignkit.QuotaError: added")]


def test_inherited(reasons: list[Reason]) -> None:
    """A member that many classes inherit is reported once."""
    [reason] = [reason for reason in reasons if "colour" in reason.text]

    assert reason.text.startswith("campaignkit.CampaignKitError.colour: added (also ")


def test_private_changes(released: surface.Tree, after: Path) -> None:
    """Only what callers can name counts: not a function, a base class or a call of an operation."""
    for change in PRIVATE:
        plant_in(after, change)

    assert surface.changes(released, surface.Tree(after)) == []


def test_missing_package(before: Path, tmp_path: Path) -> None:
    """A package that is gone is a removal of all that it offered."""
    fake = Path("overlays", "campaignkit_fake")
    shutil.copytree(before / fake, tmp_path / "old" / fake)

    told = surface.changes(surface.Tree(tmp_path / "old"), surface.Tree(tmp_path / "new"))

    assert (MAJOR, "campaignkit_fake.Fake: removed") in told


@pytest.mark.usefixtures("mypy_cache")
def test_typing(before: Path, after: Path) -> None:
    """Code that was typed against the release, and no longer is, is a breaking change."""
    plant(after / RESOURCE, r"-> Campaign:", "-> StartedCampaign:")

    assert surface.typing_errors(before, before) == []
    told = surface.typing_errors(before, after)

    assert {reason.impact for reason in told} == {MAJOR}
    assert "StartedCampaign" in told[0].text


def test_typing_of_strangers(before: Path, tmp_path: Path) -> None:
    """A release without such a file promised nothing."""
    assert surface.typing_errors(tmp_path, before) == []

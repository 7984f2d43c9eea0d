"""`make generate` and `make check`: whole, the same everywhere, and loud."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.scratch_spec import BOTH_VENDORS, generate_from
from tests.probe_package import ARGUMENTS
from tools.codegen import cli, generator


def test_check_passes(probe_package: Path) -> None:
    """A package that is what its spec gives passes."""
    assert cli.main(["--check", *ARGUMENTS, "--output", str(probe_package)]) == 0


def test_committed_is_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The committed package is what openapi.yaml gives, wherever and however it is generated.

    The folder, a linter configuration, the path and earlier files do not show in the output.
    """
    (tmp_path / "pyproject.toml").write_text('[tool.ruff]\nline-length = 40\nselect = ["ALL"]\n')
    output = tmp_path / "a folder" / "campaignkit_api"
    output.mkdir(parents=True)
    (output / "stray.py").write_text("")
    monkeypatch.setenv("PATH", os.defpath)  # the post-hooks need no activated environment
    cli.main(["--output", str(output)])

    assert generator.differences(output, generator.PACKAGE) == []
    assert not (output / "stray.py").exists()


def test_check_names_the_files(
    probe_package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Hand edits fail the check, which names each file and changes nothing."""
    models = shutil.copytree(probe_package, tmp_path / "orchard_api") / "models"
    changed, added, removed = (models / name for name in ("tree.py", "stray.py", "__init__.py"))
    changed.write_text("# edited\n")
    added.write_text("# edited\n")
    removed.unlink()

    assert cli.main(["--check", *ARGUMENTS, "--output", str(models.parent)]) == 1
    printed = capsys.readouterr().err
    assert [str(path) in printed for path in (changed, added, removed)] == [True] * 3
    assert [path.exists() for path in (changed, added, removed)] == [True, True, False]
    assert changed.read_text() == "# edited\n"


def test_every_file_is_stamped() -> None:
    """The first line of each file says what made it."""
    files = [path for path in generator.PACKAGE.rglob("*") if path.is_file()]
    files = [path for path in files if "__pycache__" not in path.parts]
    firsts = {path.name: path.read_text().partition("\n")[0] for path in files}

    assert {name for name, line in firsts.items() if generator.STAMP not in line} == set()


def test_is_typed() -> None:
    """Type checkers read the package's own types."""
    assert (generator.PACKAGE / "py.typed").exists()


def test_unknown_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A typo in the settings, which the generator itself would ignore, is an error."""
    config = tmp_path / "generator-config.yml"
    config.write_text("literal_enum: true\n")

    assert cli.main(["--check", "--config", str(config)]) == 1
    assert "unknown key 'literal_enum': did you mean 'literal_enums'?" in capsys.readouterr().err


def test_wrong_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A setting of another type is an error that names it."""
    config = tmp_path / "generator-config.yml"
    config.write_text("post_hooks: ruff\n")

    assert cli.main(["--check", "--config", str(config)]) == 1
    assert "post_hooks" in capsys.readouterr().err


def test_failed_hook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A post-hook that fails is an error, not an unformatted package."""
    config = tmp_path / "generator-config.yml"
    config.write_text("post_hooks: [ruff check . --no-such-option]\n")

    assert cli.main(["--check", *ARGUMENTS, "--config", str(config)]) == 1
    assert "ruff failed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("openapi.yaml", "paths: [", "is not YAML"),
        ("openapi.json", "paths: {}", "is not JSON"),
        ("openapi.yaml", "- a list", "must be a mapping of keys, got a list"),
        (
            "openapi.yaml",
            "openapi: 3.1.0\ninfo: {title: x}\npaths: {}\n",
            "openapi.yaml:2: info: version is missing: add it",
        ),
        (
            "openapi.yaml",
            "openapi: 3.1.0\ninfo: {title: x, version: '1'}\n"
            "paths: {/x: {get: {responses: {'200': {description: x}}}}}\n",
            "openapi.yaml:3: GET /x: add operationId",
        ),
    ],
    ids=["not YAML", "not JSON", "not a mapping", "not OpenAPI", "not as the house has it"],
)
def test_broken_spec(
    name: str, text: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken spec is one clear line, and what was generated before stays."""
    spec = tmp_path / name
    spec.write_text(text)
    config = tmp_path / "generator-config.yml"
    config.write_text("package_name_override: campaignkit_api\n")
    before = shutil.copytree(generator.PACKAGE, tmp_path / "campaignkit_api")

    arguments = ["--spec", str(spec), "--config", str(config)]
    assert cli.main([*arguments, "--output", str(before)]) == 1
    assert complaint in capsys.readouterr().err
    assert generator.differences(before, generator.PACKAGE) == []


def test_missing_spec(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A spec that is not there is named."""
    assert cli.main(["--check", "--spec", str(tmp_path / "no.yaml")]) == 1
    assert "no.yaml: file not found. Correct the path." in capsys.readouterr().err


def test_unknown_construct(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A schema that cannot be generated is an error that names its place."""

    def answer_mixture(document: dict[str, Any]) -> None:
        response = document["paths"]["/campaigns"]["get"]["responses"]["200"]
        response["content"] = {"application/json": {"schema": {"enum": ["a", [1]]}}}

    assert generate_from(answer_mixture, tmp_path, areas=BOTH_VENDORS) == 1
    assert ": GET /campaigns: response 200: enum must hold strings" in capsys.readouterr().err


def test_two_servers_of_one_vendor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A vendor has one base URL; a spec that gives it two is refused."""

    def move(document: dict[str, Any]) -> None:
        list_path = document["paths"]["/v1/accounts/{accountGroupId}/campaigns"]
        list_path["servers"] = [{"url": "https://other.example", "description": "Other"}]

    assert generate_from(move, tmp_path, areas=BOTH_VENDORS) == 1
    assert "the server differs from that of" in capsys.readouterr().err

"""What clients and registries install: server.json, and the bundle."""

import json
import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from campaignkit import __version__
from campaignkit_mcp.cli import parser

from tests.docs.prose import ROOT
from tools.release import mcp_bundle

SERVER = json.loads((ROOT / "server.json").read_text(encoding="utf-8"))


def test_server_json() -> None:
    """The entry of a registry has the version and arguments of the package, and secret keys."""
    [package] = SERVER["packages"]
    flags = {option for action in parser()._actions for option in action.option_strings}
    named = {item["name"] for item in package["packageArguments"] if item["type"] == "named"}

    assert SERVER["version"] == package["version"] == __version__
    assert re.fullmatch(r"[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+", SERVER["name"])
    assert len(SERVER["description"]) <= 100
    assert named <= flags
    assert all(variable["isSecret"] for variable in package["environmentVariables"])


def test_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The bundle has a manifest, the wheel, and a project that installs it."""
    wheel = tmp_path / f"campaignkit-{__version__}-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    mcp_bundle.main([str(tmp_path)])
    target = tmp_path / f"campaignkit-{__version__}.mcpb"
    with ZipFile(target) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    project = tomllib.loads(files["pyproject.toml"])

    assert capsys.readouterr().out == f"{target} is written\n"
    assert manifest["version"] == __version__
    assert "--write" not in manifest["server"]["mcp_config"]["args"]
    assert all(item["sensitive"] for item in manifest["user_config"].values())
    assert project["tool"]["uv"]["sources"]["campaignkit"]["path"] == wheel.name
    assert files[wheel.name] == "wheel"
    assert manifest["server"]["entry_point"] in files
    compile(files[manifest["server"]["entry_point"]], "server.py", "exec")


def test_no_wheel(tmp_path: Path) -> None:
    """Without a wheel, nothing is built."""
    with pytest.raises(SystemExit, match="must have one wheel, got 0"):
        mcp_bundle.build(tmp_path)


def test_wheel_settings() -> None:
    """The wheel has the server, and the page about sources."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert "overlays/campaignkit_mcp" in wheel["packages"]
    assert wheel["force-include"] == {"docs/coverage.md": "campaignkit_mcp/coverage.md"}

"""Build a bundle (.mcpb) that installs the tool server into a desktop client.

python -m tools.release.mcp_bundle dist
"""

import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).parents[2]
_SERVER = "src/server.py"
_MAIN = '''"""The tool server in a bundle."""

import sys

from campaignkit_mcp.__main__ import main

sys.exit(main())
'''
# Archives with the same content are the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_KEYS = {
    "sonarly_api_key": ("SONARLY_API_KEY", "Sonarly API key"),
    "callers_api_key": ("CALLERS_API_KEY", "Callers.ai API key"),
}


def manifest(version: str, project: dict[str, Any]) -> dict[str, Any]:
    """Return the manifest of a bundle that reads only.

    Args:
        version: Version of the package.
        project: Table `project` of pyproject.toml.
    """
    arguments = ["run", "--directory", "${__dirname}", _SERVER]
    environment = {variable: f"${{user_config.{name}}}" for name, (variable, _) in _KEYS.items()}
    return {
        "manifest_version": "0.4",
        "name": "campaignkit",
        "display_name": "CampaignKit",
        "version": version,
        "description": project["description"],
        "author": {"name": "The authors of CampaignKit"},
        "license": project["license"],
        "server": {
            "type": "uv",
            "entry_point": _SERVER,
            "mcp_config": {"command": "uv", "args": arguments, "env": environment},
        },
        "tools_generated": True,
        "prompts_generated": True,
        "user_config": {
            name: {
                "type": "string",
                "title": title,
                "description": f"{title}, if you use this vendor.",
                "sensitive": True,
                "required": False,
            }
            for name, (_, title) in _KEYS.items()
        },
        "compatibility": {"runtimes": {"python": project["requires-python"]}},
    }


def build(folder: Path) -> Path:
    """Build the bundle of the wheel in a folder, beside it, and return its path.

    Raises:
        SystemExit: The folder does not have exactly one wheel.
    """
    wheels = sorted(folder.glob("campaignkit-*.whl"))
    if len(wheels) != 1:
        raise SystemExit(f"{folder} must have one wheel, got {len(wheels)}. Run: make clean mcpb")
    [wheel] = wheels
    version = wheel.name.split("-")[1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    target = folder / f"campaignkit-{version}.mcpb"
    files = {
        "manifest.json": json.dumps(manifest(version, project), indent=2).encode(),
        "pyproject.toml": _project(version, project, wheel.name).encode(),
        _SERVER: _MAIN.encode(),
        wheel.name: wheel.read_bytes(),
    }
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _DATE), content, ZIP_DEFLATED)
    return target


def _project(version: str, project: dict[str, Any], wheel: str) -> str:
    return f"""[project]
name = "campaignkit-bundle"
version = "{version}"
requires-python = "{project["requires-python"]}"
dependencies = ["campaignkit[mcp]"]

[tool.uv.sources]
campaignkit = {{ path = "{wheel}" }}
"""


def main(arguments: Sequence[str]) -> None:
    """Build the bundle of a folder with a wheel."""
    sys.stdout.write(f"{build(Path(arguments[0]))} is written\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Commands that generate a client with our generator and with those of the peers."""

import os
import sys
from pathlib import Path

import workspace


def tools_path() -> str:
    """Return the PATH on which generators find ruff and java."""
    tools = str(Path(sys.executable).parent.absolute())
    return os.pathsep.join([tools, os.environ.get("PATH", "")])


def command(variant: str, folder: Path, library: str = "urllib3") -> list[str]:
    """Return the command that generates a variant's package inside the folder."""
    if variant.startswith("ours"):
        return _ours(workspace.LARGE_SPEC if variant == "ours-large" else workspace.SPEC, folder)
    if variant == "stock":
        return _stock(workspace.PEER_SPEC, folder)
    if variant == "stock-large":
        return _stock(workspace.LARGE_SPEC, folder)
    return _openapi_generator(folder, library)


def _ours(spec: Path, folder: Path) -> list[str]:
    output = folder / "campaignkit_api"
    return [sys.executable, "-m", "tools.codegen", "--spec", str(spec), "--output", str(output)]


def _stock(spec: Path, folder: Path) -> list[str]:
    # Without a configuration it formats with ruff, as ours does.
    program = [str(Path(sys.executable).with_name("openapi-python-client")), "generate"]
    program += ["--path", str(spec), "--meta", "none", "--overwrite"]
    return [*program, "--output-path", str(folder / "peer_stock")]


def _openapi_generator(folder: Path, library: str) -> list[str]:
    program = ["java", "-jar", str(workspace.jar()), "generate", "-g", "python"]
    program += ["-i", str(workspace.PEER_SPEC), "-o", str(folder), "--library", library]
    return [*program, "--package-name", f"peer_{library}"]

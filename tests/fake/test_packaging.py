"""The fake within an executable of PyInstaller and within a zip file."""

import os
import runpy
import shutil
import subprocess
import sys
import tomllib
import zipapp
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import campaignkit_api
import campaignkit_fake
import pytest
from campaignkit_fake import pyinstaller

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "overlays/campaignkit_fake",
    "generated/campaignkit_api",
    "overlays/campaignkit_runtime",
)
APP = """
import campaignkit_api, campaignkit_fake, httpx
fake = campaignkit_fake.Fake()
with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
    response = client.get("/v1/accounts", headers={"Authorization": "Bearer fake-sonarly"})
print(response.status_code, ".pyz" in campaignkit_fake.__file__, ".pyz" in campaignkit_api.__file__)
"""


def hook(package: str) -> dict[str, Any]:
    """Run the hook for a package, as PyInstaller does, and return its variables."""
    [directory] = pyinstaller.get_hook_dirs()
    return runpy.run_path(str(Path(directory) / f"hook-{package}.py"))


def test_entry_point() -> None:
    """The name by which PyInstaller finds the directory of the hooks is a function."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    module, _, name = project["entry-points"]["pyinstaller40"]["hook-dirs"].partition(":")
    assert getattr(import_module(module), name)() == pyinstaller.get_hook_dirs()


def test_hook_lists_document() -> None:
    """The hook of the generated client lists the document, with the place that it is read from."""
    [(source, folder)] = hook("campaignkit_api")["datas"]
    assert Path(source).name == "openapi.json"
    assert Path(source).is_file()
    assert folder == "campaignkit_api"


@pytest.mark.parametrize("package", [campaignkit_api, campaignkit_fake])
def test_hook_lists_modules(package: Any) -> None:
    """A hook lists every module of its package, but for pytest's plugin and the hooks."""
    name, root = package.__name__, Path(package.__file__).parent
    left_out = {"campaignkit_fake.pytest_plugin", "campaignkit_fake.pyinstaller"}
    assert set(modules(name, root)) - left_out <= set(hook(name)["hiddenimports"])
    assert not left_out & set(hook(name)["hiddenimports"])


def modules(package: str, root: Path) -> Iterator[str]:
    """Yield the names of the modules in a directory of a package."""
    for path in root.rglob("*.py"):
        parts = path.relative_to(root).with_suffix("").parts
        if "-" not in path.name and path.name != "__init__.py":
            yield ".".join((package, *parts))
        elif path.name == "__init__.py" and len(parts) > 1:
            yield ".".join((package, *parts[:-1]))


def test_zipapp(tmp_path: Path) -> None:
    """The fake runs from a zip file, and reads its document there."""
    source = tmp_path / "source"
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, source / Path(package).name, ignore=ignored)
    (source / "__main__.py").write_text(APP)
    zipapp.create_archive(source, tmp_path / "app.pyz")
    command = [sys.executable, str(tmp_path / "app.pyz")]
    result = subprocess.run(command, capture_output=True, text=True, env=os.environ)  # noqa: S603
    assert (result.stdout, result.stderr) == ("200 True True\n", "")

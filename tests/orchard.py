"""The package generated from the probe's document, for tests that need more than the spec has."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import generate
import pytest

SPEC = Path(__file__).parent / "generated" / "probe" / "openapi.yaml"


@pytest.fixture(scope="session")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The generated package, importable as `orchard_api`."""
    folder = tmp_path_factory.mktemp("probe")
    generate.main(["--spec", str(SPEC), "--output", str(folder / "orchard_api")])
    sys.path.insert(0, str(folder))
    yield folder / "orchard_api"
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def trees(orchard: Path) -> Any:
    """The models of the package."""
    return importlib.import_module("orchard_api.models")


def operation(name: str) -> ModuleType:
    """The module of an operation."""
    return importlib.import_module(f"orchard_api.api.orchard_trees.orchard_trees_{name}")

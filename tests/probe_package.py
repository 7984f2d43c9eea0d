"""The package generated from the probe's document, for tests that need more than the spec has."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from campaignkit._config import Config
from campaignkit._transports.request_factory import make_external_request

from tools.codegen import cli

SPEC = Path(__file__).parent / "codegen" / "probe" / "openapi.yaml"
CONFIG = SPEC.with_name("generator-config.yml")
ARGUMENTS = ["--spec", str(SPEC), "--config", str(CONFIG), "--skip-house-rules"]


@pytest.fixture(scope="session")
def probe_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield the generated package, importable as `orchard_api`."""
    folder = tmp_path_factory.mktemp("probe")
    assert cli.main([*ARGUMENTS, "--output", str(folder / "orchard_api")]) == 0
    sys.path.insert(0, str(folder))
    yield folder / "orchard_api"
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def trees(probe_package: Path) -> Any:
    """Return the models of the package."""
    return importlib.import_module("orchard_api.models")


def operation(name: str) -> ModuleType:
    """Return the module of an operation."""
    return importlib.import_module(f"orchard_api.api.orchard_trees.orchard_trees_{name}")


class Recorder:
    """A sender that keeps the calls it gets."""

    def __init__(self) -> None:
        self.calls: list[Any] = []

    def __call__(self, call: Any) -> None:
        """Keep the call."""
        self.calls.append(call)

    def with_shared_deadline(self, deadline: float | None = None) -> "Recorder":
        """Return the calls with one deadline for all of them."""
        return self


def resource(send: Any) -> Any:
    """Return the generated class of the trees, over a sender."""
    return importlib.import_module("orchard_api.api.orchard_trees").OrchardTrees(send)


def request_of(call: Any) -> httpx.Request:
    """Return the request of a call."""
    config = Config("https://orchard.example", {})
    http = httpx.Client()
    return make_external_request(http, config, call)

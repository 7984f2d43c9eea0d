"""The package generated for the scratch vendor, shared by all tests of a session."""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from campaignkit._base_client import AsyncClient, SyncClient

from tests.codegen.quarry_operations import PATHS, SCHEMAS, SCHEMES
from tests.codegen.scratch_vendor import document
from tests.probe_package import SPEC
from tools.codegen import cli

Handler = Callable[[httpx.Request], httpx.Response]

KEY = "secret-1"


class Quarry(NamedTuple):
    """The client classes of the vendor, and its package."""

    client: Any
    async_client: Any
    folder: Path

    def sync(self, handler: Handler, **options: Any) -> Any:
        """Return a client whose requests a function handles."""
        return self.client(**{"api_key": KEY, **options, "transport": httpx.MockTransport(handler)})

    def asynchronous(self, handler: Handler, **options: Any) -> Any:
        """Return an async client whose requests a function handles."""
        keywords = {"api_key": KEY, **options, "transport": httpx.MockTransport(handler)}
        return self.async_client(**keywords)

    def model(self, name: str) -> Any:
        """Return a model of the package."""
        return getattr(importlib.import_module("quarry_api.models"), name)


@pytest.fixture(scope="session")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quarry]:
    """Yield the generated package, importable as `quarry_api`."""
    folder = tmp_path_factory.mktemp("quarry")
    made = document(PATHS, schemas=SCHEMAS, securitySchemes=SCHEMES)
    (folder / "openapi.json").write_text(json.dumps(made), encoding="utf-8")
    config = SPEC.with_name("generator-config.yml")
    arguments = ["--spec", str(folder / "openapi.json"), "--config", str(config)]
    arguments += ["--skip-house-rules", "--output", str(folder / "quarry_api")]
    assert cli.main(arguments) == 0
    sys.path.insert(0, str(folder))
    api = importlib.import_module("quarry_api.api")
    yield Quarry(
        type("QuarryClient", (SyncClient, api.QuarryAPI), {}),
        type("AsyncQuarryClient", (AsyncClient, api.AsyncQuarryAPI), {}),
        folder,
    )
    sys.path.remove(str(folder))


class Recorder:
    """Handler that keeps the requests, and has the same response for each."""

    def __init__(
        self, response: Callable[[], httpx.Response] = lambda: httpx.Response(204)
    ) -> None:
        self._response = response
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Keep a request."""
        self.requests.append(request)
        return self._response()

    @property
    def last(self) -> httpx.Request:
        """The last request."""
        return self.requests[-1]

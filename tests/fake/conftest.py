"""A fake, clients of it, and the judge that holds every answer to the spec."""

import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import httpx
import pytest
from campaignkit_fake import Fake
from jsonschema_rs import Draft202012Validator

SPEC: dict[str, Any] = json.loads(files("campaignkit_api").joinpath("openapi.json").read_bytes())

Connect = Callable[..., httpx.Client]


def _documented(request: httpx.Request, status: int) -> dict[str, Any] | None:
    for template, item in SPEC["paths"].items():
        pattern = re.sub(r"{\w+}", "[^/]+", template)
        operation = item.get(request.method.lower())
        if operation and re.fullmatch(pattern, request.url.raw_path.decode().split("?")[0]):
            response: dict[str, Any] | None = operation["responses"].get(str(status))
            return response
    return None


def _schema(response: httpx.Response) -> dict[str, Any]:
    found = _documented(response.request, response.status_code)
    if found is None:  # no operation of the spec has this answer: the vendor's error form
        is_sonarly = response.request.url.path.startswith("/v1/")
        return {"$ref": f"#/components/schemas/{'ErrorResponse' if is_sonarly else 'CallersError'}"}
    if "$ref" in found:
        found = SPEC["components"]["responses"][found["$ref"].rpartition("/")[2]]
    schema: dict[str, Any] = found["content"]["application/json"]["schema"]
    return schema


def judge(response: httpx.Response) -> None:
    """Hold an answer to the schema that the spec has for it."""
    is_control = response.request.url.path.startswith("/_fake/")
    if is_control or response.headers.get("Content-Type") != "application/json":
        return
    response.read()
    if response.content:  # HEAD is answered without
        rooted = {**_schema(response), "components": SPEC["components"]}
        Draft202012Validator(rooted, validate_formats=True).validate(response.json())


@pytest.fixture
def fake() -> Fake:
    """Return a fake with the default seed."""
    return Fake()


@pytest.fixture
def connect(fake: Fake) -> Iterator[Connect]:
    """Return a maker of clients: of a key, and of another fake or base URL if need be."""
    clients: list[httpx.Client] = []

    def connect(key: str = "Bearer fake-sonarly", to: Fake | str = fake) -> httpx.Client:
        client = httpx.Client(
            base_url=to if isinstance(to, str) else "https://api.invalid",
            transport=None if isinstance(to, str) else to.transport(),
            headers={"Authorization": key},
            event_hooks={"response": [judge]},
        )
        clients.append(client)
        return client

    yield connect
    for client in clients:
        client.close()


@pytest.fixture
def sonarly(connect: Connect) -> httpx.Client:
    """Return a client with Sonarly's key for everything."""
    return connect()


@pytest.fixture
def callers(connect: Connect) -> httpx.Client:
    """Return a client with the key of the first organization."""
    return connect("fake-callers")

"""A third vendor needs its part of the spec and two class statements in the overlay."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.scratch_spec import BOTH_VENDORS, generate_from
from tests.type_checks import type_errors

DECLARATION = """
from campaignkit._base_client import AsyncClient, SyncClient
from campaignkit_api.api import AsyncQuarryAPI, QuarryAPI
class Quarry(SyncClient, QuarryAPI): ...
class AsyncQuarry(AsyncClient, AsyncQuarryAPI): ...
"""

CONSUMER = (
    DECLARATION
    + """
import asyncio, logging, sys
import httpx
from campaignkit_api.models import Stone

logging.basicConfig(stream=sys.stdout, format="%(message)s", level=logging.INFO)
logging.getLogger("campaignkit").setLevel(logging.DEBUG)

def handle(request: httpx.Request) -> httpx.Response:
    named = {name: request.headers.get(name) for name in ("Authorization", "X-Quarry")}
    carried = {**named, **request.url.params}
    print({name: value for name, value in carried.items() if value})
    return httpx.Response(200, json={"id": "s1", "weight": 2.5})

transport = httpx.MockTransport(handle)

async def main() -> Stone:
    async with AsyncQuarry(api_key="secret-1", transport=transport) as client:
        return await client.stones.get("s1")

with Quarry(api_key="secret-1", transport=transport) as client:
    stone: Stone = client.stones.get("s1")
    print(stone == asyncio.run(main()), stone.weight, client)
"""
)

SCHEMES = {
    "bearer": ({"type": "http", "scheme": "bearer"}, {"Authorization": "Bearer secret-1"}),
    "header": ({"type": "apiKey", "in": "header", "name": "X-Quarry"}, {"X-Quarry": "secret-1"}),
    "query": ({"type": "apiKey", "in": "query", "name": "key"}, {"key": "secret-1"}),
}


def with_quarry(document: dict[str, Any], scheme: dict[str, str]) -> None:
    """Add a vendor with a server, a security scheme and an operation of its own."""
    source = {"document": "quarry/stones", "standing": "documented"}
    fields = {"id": {"type": "string"}, "weight": {"type": "number"}}
    document["components"]["securitySchemes"]["quarryKey"] = scheme
    document["components"]["schemas"]["Stone"] = {
        "type": "object",
        "description": "A stone.",
        "required": ["id", "weight"],
        "properties": fields,
        "x-source": source,
    }
    document["tags"].append({"name": "quarry stones", "description": "Stones."})
    body = {"schema": {"$ref": "#/components/schemas/Stone"}}
    document["paths"]["/stones/{stoneId}"] = {
        "servers": [{"url": "https://quarry.example", "description": "Quarry"}],
        "get": {
            "operationId": "quarry_stones_get",
            "summary": "Get a stone",
            "description": "Return one stone.",
            "tags": ["quarry stones"],
            "x-source": source,
            "x-idempotency": "safe",
            "security": [{"quarryKey": []}],
            "parameters": [
                {
                    "name": "stoneId",
                    "in": "path",
                    "required": True,
                    "description": "ID of the stone.",
                    "schema": {"type": "string"},
                }
            ],
            "responses": {
                "200": {"description": "The stone.", "content": {"application/json": body}}
            },
        },
    }


@pytest.fixture(scope="module", params=SCHEMES)
def consumer(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """Return a folder generated with the vendor, and the credential that its calls must carry."""
    scheme, expected = SCHEMES[request.param]
    folder = tmp_path_factory.mktemp("quarry")

    def change(document: dict[str, Any]) -> None:
        with_quarry(document, scheme)

    assert generate_from(change, folder, areas=BOTH_VENDORS) == 0
    (folder / "consumer.py").write_text(CONSUMER, encoding="utf-8")
    return folder, expected


def test_works(consumer: tuple[Path, dict[str, str]]) -> None:
    """Both client classes send their key as the scheme says, and no log shows it."""
    folder, carried = consumer
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, str(folder / "consumer.py")]
    shown = subprocess.run(  # noqa: S603 - our own script
        command, env=environment, capture_output=True, text=True, check=True
    )
    lines = shown.stdout.splitlines()

    assert len(DECLARATION.strip().splitlines()) <= 5
    assert [line for line in lines if line.startswith("{")] == [str(carried)] * 2
    assert lines[-1] == "True 2.5 Quarry(base_url='https://quarry.example')"
    assert "secret-1" not in "".join(line for line in lines if not line.startswith("{"))
    assert any("quarry_stones_get" in line for line in lines)


@pytest.mark.usefixtures("mypy_cache")
@pytest.mark.parametrize("consumer", ["query"], indirect=True)
def test_typed(consumer: tuple[Path, dict[str, str]]) -> None:
    """Mypy accepts a typed use of both classes, which have the same types for any scheme."""
    folder, _ = consumer

    assert type_errors(folder, "--module=consumer", "--package=campaignkit_api") == ""

"""What an operation is called with comes from its security scheme."""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.codegen.scratch_spec import BOTH_VENDORS, generate_from
from tests.probe_package import operation

CONSUMER = """
import httpx
from campaignkit import Callers, ConfigurationError

def handle(request):
    print(*(request.headers.get(name) for name in ("X-Sync-Secret", "Authorization")))
    return httpx.Response(200, json=[])

transport = httpx.MockTransport(handle)
Callers(sync_secret="s", transport=transport).admin.sync()
Callers(api_key="k", transport=transport).campaigns.list(organization_id="o")
try:
    Callers(api_key="k", transport=transport).admin.sync()
except ConfigurationError as error:
    print(error)
"""


def with_sync(document: dict[str, Any]) -> None:
    """Add an operation of Callers.ai that takes a secret of its own."""
    listed = document["paths"]["/campaigns"]
    sync = {
        **listed["get"],
        "operationId": "callers_admin_sync",
        "tags": ["callers admin"],
        "security": [{"syncSecret": []}],
        "parameters": [],
    }
    document["tags"].append({"name": "callers admin", "description": "Administration."})
    document["paths"]["/sync"] = {"servers": listed["servers"], "post": sync}
    scheme = {"type": "apiKey", "in": "header", "name": "X-Sync-Secret"}
    document["components"]["securitySchemes"]["syncSecret"] = scheme


def test_added_scheme(tmp_path: Path) -> None:
    """A scheme that the spec gains is a keyword of the client, for its operations only."""
    assert generate_from(with_sync, tmp_path, areas=BOTH_VENDORS) == 0
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", CONSUMER]
    shown = subprocess.run(  # noqa: S603 - our own script
        command, env=environment, capture_output=True, text=True, check=True
    )

    assert shown.stdout.splitlines() == [
        "s None",
        "None k",
        "The sync secret is missing. Pass sync_secret= or set CALLERS_SYNC_SECRET.",
    ]


def test_schemes(probe_package: Path) -> None:
    """A vendor's usual scheme is its API key; another has the name of its scheme."""
    api = importlib.import_module("orchard_api.api").OrchardAPI

    assert [tuple(each)[:5] for each in api.CREDENTIALS] == [
        ("api_key", "Authorization", "Bearer", "ORCHARD_API_KEY", "header"),
        ("gate_secret", "X-Gate-Secret", "", "ORCHARD_GATE_SECRET", "header"),
    ]
    assert operation("open_gate").OPERATION.security == (("gate_secret",),)
    assert operation("get").OPERATION.security == (("api_key",),)


def test_headers(probe_package: Path) -> None:
    """An operation knows which headers a client can give it, but for the key of a single call."""
    assert operation("list").OPERATION.headers == {"x-gardener"}
    assert operation("survey").OPERATION.headers == frozenset()

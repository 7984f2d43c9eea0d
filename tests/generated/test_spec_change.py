"""A change of the spec reaches a consumer by regeneration alone."""

import copy
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scratch import generate_from

from tools.codegen import generator


@pytest.fixture
def consume(tmp_path: Path) -> Callable[[str], str]:
    """Run a consumer's script against the package generated in `tmp_path`; what it prints."""

    def run(script: str) -> str:
        # Before the installed packages on the path, so that the overlay imports this one.
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        command = [sys.executable, "-c", script]
        return subprocess.run(  # noqa: S603 - our own script
            command, env=environment, capture_output=True, text=True, check=True
        ).stdout

    return run


def test_description(tmp_path: Path, consume: Callable[[str], str]) -> None:
    """A changed description is what `help()` shows."""

    def describe(document: dict[str, Any]) -> None:
        document["paths"]["/campaigns"]["get"]["description"] = "All of them, at once."

    generate_from(describe, tmp_path)
    shown = consume("from campaignkit import Callers; help(Callers(api_key='k').campaigns.list)")

    assert "All of them, at once." in shown


def test_optional_field(tmp_path: Path, consume: Callable[[str], str]) -> None:
    """An added optional field is an attribute that decodes."""

    def add(document: dict[str, Any]) -> None:
        schema = document["components"]["schemas"]["CampaignCallParamsPublicDto"]
        schema["properties"]["maxCalls"] = {"type": "integer"}

    generate_from(add, tmp_path)
    shown = consume(
        "from campaignkit.models import CallersCallParams as C\n"
        "body = dict.fromkeys(['phonesFrom', 'daysOfWeek', 'approvedCountries'], [])\n"
        "body |= dict.fromkeys(['timezone', 'language'], '')\n"
        "print(C.from_dict(body | {'maxCalls': 3}).max_calls, bool(C.from_dict(body).max_calls))"
    )

    assert shown.split() == ["3", "False"]


def stop_operation(document: dict[str, Any]) -> None:
    """Add `sonarly_campaigns_stop`, shaped like start."""
    paths = document["paths"]
    start = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}/start"
    paths[start.replace("start", "stop")] = stop = copy.deepcopy(paths[start])
    stop["post"]["operationId"] = "sonarly_campaigns_stop"
    stop["post"]["summary"] = "Stop a campaign"


def test_operation(tmp_path: Path, consume: Callable[[str], str]) -> None:
    """An added operation is a method, sync and async, that sends and unwraps."""
    generate_from(stop_operation, tmp_path)
    shown = consume(
        "import httpx, inspect, campaignkit\n"
        "def answer(request):\n"
        "    return httpx.Response(404, json={'success': False, 'data': None, 'traceId': 't',\n"
        "                          'error': {'code': 'GONE', 'message': 'no'}})\n"
        "client = campaignkit.Sonarly(api_key='k', transport=httpx.MockTransport(answer))\n"
        "print(inspect.iscoroutinefunction(\n"
        "    campaignkit.AsyncSonarly(api_key='k').campaigns.stop))\n"
        "try:\n"
        "    client.campaigns.stop('a', 'b')\n"
        "except campaignkit.NotFoundError as error:\n"
        "    print(error.operation, error.path)\n"
    )

    assert shown.split() == ["True", "sonarly_campaigns_stop", "/v1/accounts/a/campaigns/b/stop"]


def test_operation_is_typed(tmp_path: Path) -> None:
    """The method of an added operation says what it takes and returns."""
    generate_from(stop_operation, tmp_path)
    resource = tmp_path / "campaignkit_api" / "api" / "sonarly_campaigns" / "__init__.py"

    assert "def stop(\n        self,\n        account_group_id: str," in resource.read_text()
    assert ") -> RawResponse[StartedCampaign]:" in resource.read_text()


def test_area(tmp_path: Path, consume: Callable[[str], str]) -> None:
    """An operation under a new tag is a new attribute of the vendor's client."""

    def tag(document: dict[str, Any]) -> None:
        stop_operation(document)
        paths = document["paths"]
        stop = paths["/v1/accounts/{accountGroupId}/campaigns/{campaignId}/stop"]["post"]
        stop |= {"operationId": "sonarly_outreach_runs_stop", "tags": ["sonarly outreach runs"]}
        document["tags"].append({"name": "sonarly outreach runs", "description": "Runs."})

    generate_from(tag, tmp_path)
    shown = consume(
        "import campaignkit; client = campaignkit.Sonarly(api_key='k')\n"
        "print(client.outreach_runs.stop.__qualname__)"
    )

    assert shown.strip() == "SonarlyOutreachRuns.stop"


def test_docstrings_name_the_errors() -> None:
    """The class that a docstring names for a status is the one that is raised for it."""
    from campaignkit._exceptions import error_class_for

    from tools.codegen import spec
    from tools.codegen.operation_info import operation_info

    known = operation_info(spec.load(generator.ROOT / "openapi.yaml")).values()
    named = {error.status: error.class_name for info in known for error in info.errors}

    assert named == {status: error_class_for(status).__name__ for status in named}


def test_header_name(tmp_path: Path) -> None:
    """A header loses its `x-` in Python, unless another argument has that name."""

    def add_headers(document: dict[str, Any]) -> None:
        parameters = document["paths"]["/campaigns/{campaignId}/contacts"]["post"]["parameters"]
        parameters += [
            {"name": name, "in": "header", "description": "A header.", "schema": {"type": "string"}}
            for name in ("x-name", "X-Trace-Parent")
        ]

    assert generate_from(add_headers, tmp_path) == 0
    module = tmp_path / "campaignkit_api/api/callers_contacts/callers_contacts_create.py"

    assert re.findall(r'"([\w-]+)": _arguments\.header_value\(\s*"(\w+)"', module.read_text()) == [
        ("x-sub-organization-id", "sub_organization_id"),
        ("x-name", "x_name"),
        ("X-Trace-Parent", "trace_parent"),
    ]

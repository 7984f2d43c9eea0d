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

from tests.codegen.scratch_spec import generate_from
from tools.codegen import generator

Consume = Callable[[str], str]


def describe(document: dict[str, Any]) -> None:
    """Change the description of an operation."""
    document["paths"]["/campaigns"]["get"]["description"] = "All of them, at once."


def add_field(document: dict[str, Any]) -> None:
    """Add an optional field."""
    schema = document["components"]["schemas"]["CampaignCallParamsPublicDto"]
    schema["properties"]["maxCalls"] = {"type": "integer"}


def add_headers(document: dict[str, Any]) -> None:
    """Add two headers to an operation, one of which has the name of another argument."""
    parameters = document["paths"]["/campaigns/{campaignId}/contacts"]["post"]["parameters"]
    parameters += [
        {"name": name, "in": "header", "description": "A header.", "schema": {"type": "string"}}
        for name in ("x-name", "X-Trace-Parent")
    ]


def add_operation(document: dict[str, Any], name: str = "sonarly_campaigns_stop") -> dict[str, Any]:
    """Add an operation that is shaped like the start."""
    paths = document["paths"]
    start = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}/start"
    stop = paths[start.replace("start", name.rpartition("_")[2])] = copy.deepcopy(paths[start])
    stop["post"] |= {"operationId": name, "summary": "Stop a campaign"}
    added: dict[str, Any] = stop["post"]
    return added


def add_area(document: dict[str, Any]) -> None:
    """Add an operation under a new tag."""
    halt = add_operation(document, "sonarly_outreach_runs_halt")
    halt["tags"] = ["sonarly outreach runs"]
    document["tags"].append({"name": "sonarly outreach runs", "description": "Runs."})


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a package that is generated from a spec with all changes."""
    folder = tmp_path_factory.mktemp("changed")

    def change(document: dict[str, Any]) -> None:
        for apply in (describe, add_field, add_headers, add_operation, add_area):
            apply(document)

    assert generate_from(change, folder) == 0
    return folder


@pytest.fixture
def consume(changed: Path) -> Consume:
    """Run a consumer's script against the generated package; what it prints."""

    def run(script: str) -> str:
        # Before the installed packages on the path, so that the overlay imports this one.
        environment = {**os.environ, "PYTHONPATH": str(changed)}
        command = [sys.executable, "-c", script]
        return subprocess.run(  # noqa: S603 - our own script
            command, env=environment, capture_output=True, text=True, check=True
        ).stdout

    return run


def test_description(consume: Consume) -> None:
    """A changed description is what `help()` shows."""
    shown = consume("from campaignkit import Callers; help(Callers(api_key='k').campaigns.list)")

    assert "All of them, at once." in shown


def test_optional_field(consume: Consume) -> None:
    """An added optional field is an attribute that decodes."""
    shown = consume(
        "from campaignkit.models import CallersCallParams as C\n"
        "body = dict.fromkeys(['phonesFrom', 'daysOfWeek', 'approvedCountries'], [])\n"
        "body |= dict.fromkeys(['timezone', 'language'], '')\n"
        "print(C.from_dict(body | {'maxCalls': 3}).max_calls, bool(C.from_dict(body).max_calls))"
    )

    assert shown.split() == ["3", "False"]


def test_operation(consume: Consume) -> None:
    """An added operation is a method, sync and async, that sends and unwraps."""
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


def test_operation_is_typed(changed: Path) -> None:
    """The method of an added operation says what it takes and returns."""
    resource = changed / "campaignkit_api" / "api" / "sonarly_campaigns" / "__init__.py"

    assert "def stop(\n        self,\n        account_group_id: str," in resource.read_text()
    assert ") -> RawResponse[StartedCampaign]:" in resource.read_text()


def test_area(consume: Consume) -> None:
    """An operation under a new tag is a new attribute of the vendor's client."""
    shown = consume(
        "import campaignkit; client = campaignkit.Sonarly(api_key='k')\n"
        "print(client.outreach_runs.halt.__qualname__)"
    )

    assert shown.strip() == "SonarlyOutreachRuns.halt"


def test_docstrings_name_the_errors() -> None:
    """The class that a docstring names for a status is the one that is raised for it."""
    from campaignkit._exceptions import error_class_for

    from tools.codegen import spec
    from tools.codegen.operation_info import operation_info

    known = operation_info(spec.load(generator.ROOT / "openapi.yaml")).values()
    named = {error.status: error.class_name for info in known for error in info.errors}

    assert named == {status: error_class_for(int(status)).__name__ for status in named}


def test_header_name(changed: Path) -> None:
    """A header loses its `x-` in Python, unless another argument has that name."""
    module = changed / "campaignkit_api/api/callers_contacts/callers_contacts_create.py"

    assert re.findall(r'"([\w-]+)": _arguments\.header_value\(\s*"(\w+)"', module.read_text()) == [
        ("x-sub-organization-id", "sub_organization_id"),
        ("x-name", "x_name"),
        ("X-Trace-Parent", "trace_parent"),
    ]

"""The rule that verifies a call reaches the client from the spec, whatever operation it is."""

import os
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from campaignkit_fake import DOCUMENTED_ID
from scratch import generate_from

CAMPAIGN = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}"
START = f"{CAMPAIGN}/start"
LIST = "/v1/accounts/{accountGroupId}/campaigns"
ANSWER = "$response.body#"

CONSUMER = """
import httpx
from campaignkit import CampaignKitError, Sonarly
from campaignkit import models
from campaignkit_fake import DOCUMENTED_ID as ID, Fake, VirtualClock

fake, sent = Fake(), []
def handle(request):
    if request.method == "GET":
        return fake.transport().handle_request(request)
    raise httpx.ReadTimeout("slow")

sonarly = Sonarly(api_key="fake-sonarly", transport=httpx.MockTransport(handle), clock=fake.clock)
for act in ACTS:
    try:
        done = act(sonarly.campaigns)
        print(done.outcome, done.id, done.status, done.name)
    except CampaignKitError as error:
        print(type(error).__name__, error.attempts)
"""


def tell(folder: Path, *acts: str) -> list[str]:
    """What a consumer prints of calls that never get an answer, one line for each."""
    script = CONSUMER.replace("ACTS", f"[{', '.join(acts)}]")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-c", script]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
    assert shown.stderr == ""
    return shown.stdout.splitlines()


def rule_of(document: dict[str, Any]) -> dict[str, Any]:
    """The rule of the start."""
    rule: dict[str, Any] = document["paths"][START]["post"]["x-verify"]
    return rule


def write(document: dict[str, Any], path: str, name: str, rule: dict[str, Any]) -> dict[str, Any]:
    """Add an operation that answers with a campaign, and is verified by a rule."""
    added: dict[str, Any] = deepcopy(document["paths"][START]["post"])
    added["operationId"] = f"sonarly_campaigns_{name}"
    answer = added["responses"]["200"]["content"]["application/json"]
    answer["schema"]["$ref"] = "#/components/schemas/CampaignSuccessResponse"
    del answer["examples"], added["responses"]["200"]["links"]
    added["x-verify"] |= {"result": f"{ANSWER}/data"} | rule
    document["paths"][path] = {"post": added}
    return added


def with_stop(document: dict[str, Any]) -> None:
    """Add one that is verified by a value."""
    status = f"{ANSWER}/data/status"
    rule = {"applied": {"equals": {status: "draft"}}, "unapplied": {"equals": {status: "active"}}}
    write(document, f"{CAMPAIGN}/stop", "stop", rule)


def with_renaming(document: dict[str, Any]) -> None:
    """Add one that is verified by what the caller gave."""
    document["components"]["schemas"]["Renaming"] = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "outreachLanguage": {"type": "string"}},
    }
    given = {
        f"{ANSWER}/data/{name}": f"$request.body#/{name}" for name in ("name", "outreachLanguage")
    }
    rule = {"applied": {"equals": given}, "unapplied": {}}
    body = {"schema": {"$ref": "#/components/schemas/Renaming"}}
    renaming = write(document, f"{CAMPAIGN}/rename", "rename", rule)
    renaming["requestBody"] = {"required": True, "content": {"application/json": body}}


def with_removal(document: dict[str, Any]) -> None:
    """Add one that is verified by what is no longer there."""
    rule = {
        "applied": {"status": 404},
        "unapplied": {"status": 200},
        "result": {"id": "$request.path.campaignId"},
    }
    write(document, f"{CAMPAIGN}/remove", "remove", rule)


def with_copy(document: dict[str, Any]) -> None:
    """Add one that is verified by a list."""
    items = {"in": f"{ANSWER}/data/items", "since": "/createdAt", "equals": {"/status": "draft"}}
    rule = {
        "operationId": "sonarly_campaigns_list",
        "parameters": {"accountGroupId": "$request.path.accountGroupId"},
        "applied": {"one": items},
        "unapplied": {"none": items},
        "result": "$item",
    }
    write(document, f"{CAMPAIGN}/copy", "copy", rule)


def test_value(tmp_path: Path) -> None:
    """A call is verified by the value that it sets."""
    assert generate_from(with_stop, tmp_path) == 0
    [line] = tell(tmp_path, "lambda c: c.stop(ID, ID)")

    assert line.split()[:3] == ["applied", DOCUMENTED_ID, "draft"]


def test_given_value(tmp_path: Path) -> None:
    """A call is verified by what the caller gave, but for what he left out."""
    assert generate_from(with_renaming, tmp_path) == 0
    name = "models.Renaming(name='Q4: recruiters, Berlin'"
    said = tell(
        tmp_path,
        f"lambda c: c.rename(ID, ID, body={name}))",
        f"lambda c: c.rename(ID, ID, body={name}, outreach_language='xx'))",
    )

    assert said[0].startswith("applied")
    assert said[1] == "OutcomeUnknownError 1"


def test_gone(tmp_path: Path) -> None:
    """A call that removes is verified by a read that finds nothing."""
    assert generate_from(with_removal, tmp_path) == 0
    said = tell(tmp_path, "lambda c: c.remove(ID, 'nobody')", "lambda c: c.remove(ID, ID)")

    assert said == ["applied nobody UNSET UNSET", "OutcomeUnknownError 2"]


def test_list(tmp_path: Path) -> None:
    """A call that makes something is verified by a list: one that is new, or none."""
    assert generate_from(with_copy, tmp_path) == 0
    new = "setattr(fake._store.campaigns[ID], 'fields', fake._store.campaigns[ID].fields | NEW)"
    said = tell(
        tmp_path,
        "lambda c: c.copy(ID, ID)",
        f"lambda c: ({new.replace('NEW', repr({'createdAt': '2027-01-01T00:00:00Z'}))}, "
        "c.copy(ID, ID))[1]",
    )

    assert said[0] == "OutcomeUnknownError 2"
    assert said[1].split()[:3] == ["applied", DOCUMENTED_ID, "draft"]


def test_list_with_pages(tmp_path: Path) -> None:
    """A list that has another page proves nothing."""

    def change(document: dict[str, Any]) -> None:
        with_copy(document)
        paging = {"cursor": {"more": f"{ANSWER}/data/hasMore"}}
        document["paths"][LIST]["get"]["x-pagination"] = paging
        page = document["components"]["schemas"]["CampaignList"]
        page["properties"]["hasMore"] = {"type": "boolean"}
        page["required"].append("hasMore")

    assert generate_from(change, tmp_path) == 0
    module = tmp_path / "campaignkit_api/api/sonarly_campaigns/sonarly_campaigns_copy.py"
    assert module.read_text().count("not found.has_more") == 2


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"operationId": "nobody"}, "x-verify names no operation of the document"),
        ({"parameters": {}}, "x-verify does not fill accountGroupId from the path"),
        ({"applied": {"since": "$response.body#/startedAt"}}, "is no place in the payload"),
        ({"applied": {"since": "$response.body#/data/begun"}}, "is no field that is always there"),
        ({"applied": {"one": {"in": "$response.body#/data/name"}}}, "/data/name is no list"),
    ],
    ids=["read", "parameters", "envelope", "field", "list"],
)
def test_broken_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    """A rule that cannot work stops the generation and says why."""
    assert generate_from(lambda document: rule_of(document).update(change), tmp_path) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("idempotency", ["perhaps", "safe", "never"])
def test_wrong_class(tmp_path: Path, capsys: pytest.CaptureFixture[str], idempotency: str) -> None:
    """An operation whose class is unknown, or does not go with its rule, is not generated."""

    def change(document: dict[str, Any]) -> None:
        document["paths"][START]["post"]["x-idempotency"] = idempotency

    assert generate_from(change, tmp_path) == 1
    assert "x-idempotency" in capsys.readouterr().err


def test_no_class(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An operation without a class is not generated, so `make check` does not pass."""

    def change(document: dict[str, Any]) -> None:
        del document["paths"][CAMPAIGN]["get"]["x-idempotency"]

    assert generate_from(change, tmp_path) == 1
    assert f"GET {CAMPAIGN} lacks x-idempotency" in capsys.readouterr().err

"""The rule that verifies a call reaches the client from the spec, whatever operation it is."""

import os
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from scratch import generate_from

CAMPAIGN = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}"
START = f"{CAMPAIGN}/start"

CONSUMER = """
import httpx
from campaignkit import Sonarly
from campaignkit_fake import DOCUMENTED_ID, Fake, VirtualClock

fake, sent = Fake(), []
def handle(request):
    sent.append(request.method)
    if request.method == "POST":
        raise httpx.ReadTimeout("slow")
    return fake.transport().handle_request(request)

transport = httpx.MockTransport(handle)
sonarly = Sonarly(api_key="fake-sonarly", transport=transport, clock=VirtualClock())
stopped = sonarly.campaigns.stop(DOCUMENTED_ID, DOCUMENTED_ID)
print(stopped.outcome, stopped.status, *sent)
"""


def rule_of(document: dict[str, Any]) -> dict[str, Any]:
    """The rule of the start."""
    rule: dict[str, Any] = document["paths"][START]["post"]["x-verify"]
    return rule


def with_stop(document: dict[str, Any]) -> None:
    """Add an operation that answers with a campaign, as its read does."""
    stop = deepcopy(document["paths"][START]["post"])
    stop["operationId"] = "sonarly_campaigns_stop"
    answer = stop["responses"]["200"]["content"]["application/json"]
    answer["schema"]["$ref"] = "#/components/schemas/CampaignSuccessResponse"
    del answer["examples"], stop["responses"]["200"]["links"]
    status = "$response.body#/data/status"
    stop["x-verify"] |= {
        "applied": {"equals": {status: "draft"}},
        "unapplied": {"equals": {status: "active"}},
        "result": "$response.body#/data",
    }
    document["paths"][f"{CAMPAIGN}/stop"] = {"post": stop}


def test_other_operation(tmp_path: Path) -> None:
    """Another operation is verified by its own rule, without a line of ours."""
    assert generate_from(with_stop, tmp_path) == 0
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    shown = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", CONSUMER], env=environment, capture_output=True, text=True
    )

    assert (shown.stdout.split(), shown.stderr) == (["applied", "draft", "POST", "GET"], "")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"operationId": "nobody"}, "x-verify names no operation of the document"),
        ({"parameters": {}}, "x-verify does not fill accountGroupId from the path"),
        ({"applied": {"since": "$response.body#/startedAt"}}, "is no place in the payload"),
        ({"applied": {"since": "$response.body#/data/begun"}}, "is no field that is always there"),
    ],
    ids=["read", "parameters", "envelope", "field"],
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

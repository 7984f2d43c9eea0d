"""The responses that the spec shows as examples, as a client reads them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from campaignkit import CampaignKitError, ResponseDecodeError
from campaignkit_contract.spec.document import resolve
from campaignkit_fake import VirtualClock

from tests.example_calls import CLIENTS, DOCUMENT, NODES, call_of, operation_of, vendor_of


def examples_of(operation_id: str) -> Iterator[tuple[int, Any]]:
    """Yield each example of a response of an operation, with its status."""
    for status, response in NODES[operation_id]["responses"].items():
        for media in resolve(DOCUMENT, response).get("content", {}).values():
            for example in media.get("examples", {}).values():
                yield int(status), resolve(DOCUMENT, example)["value"]


def receive(operation_id: str, status: int, body: Any) -> Any:
    """Return what a call returns or raises for a response; no further request gets one."""
    responses = iter([httpx.Response(status, json=body)])

    def respond(request: httpx.Request) -> httpx.Response:
        try:
            return next(responses)
        except StopIteration:
            raise httpx.ConnectError("one response only", request=request) from None

    transport = httpx.MockTransport(respond)
    keys = {operation_of(operation_id).credential: "k", "api_key": "k"}
    client = CLIENTS[vendor_of(operation_id)]
    with client(**keys, transport=transport, clock=VirtualClock(), retries=0) as opened:
        try:
            return opened._send(call_of(operation_id))
        except CampaignKitError as error:
            return error


def outcomes(operation_id: str) -> list[str]:
    """Return how the client takes each example of an operation."""
    return [
        type(receive(operation_id, status, body)).__name__
        for status, body in examples_of(operation_id)
    ]


@pytest.mark.parametrize("operation_id", NODES)
def test_client_reads_examples(operation_id: str) -> None:
    """A client returns a result for each example of a success, and an API error for others."""
    for status, body in examples_of(operation_id):
        received = receive(operation_id, status, body)

        assert not isinstance(received, ResponseDecodeError)
        assert isinstance(received, CampaignKitError) == (status >= 400)


@pytest.mark.no_cover
def test_without_msgspec() -> None:
    """Without msgspec, a client takes each example of each operation in the same way."""
    script = (
        "import json, sys; sys.modules['msgspec'] = None\n"
        "from tests.client import test_examples as tests\n"
        "print(json.dumps({name: tests.outcomes(name) for name in tests.NODES}))\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment
    )

    assert result.stderr == ""
    assert json.loads(result.stdout) == {name: outcomes(name) for name in NODES}

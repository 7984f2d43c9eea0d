"""Schemathesis fails a case on every finding of the validator."""

import re
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import pytest
from campaignkit_contract.schemathesis.check import conforms_to_spec, to_exchange
from campaignkit_contract.validator import GATEWAY_STATUSES
from campaignkit_fake import Fake

from .exchanges import GET, ask, body


def response_of(exchange: Any, sent: str | bytes | None = None) -> Any:
    """Return an exchange in the form of a response of Schemathesis."""
    request = SimpleNamespace(
        method=exchange.method,
        path_url=exchange.target,
        headers=exchange.request_headers,
        body=sent,
    )
    headers = {name: [value] for name, value in exchange.headers.items()}
    return SimpleNamespace(
        request=request, status_code=exchange.status, headers=headers, content=exchange.body
    )


def test_conforms(fake: Fake) -> None:
    """A conforming response passes."""
    conforms_to_spec(None, response_of(ask(fake, *GET)), None)


def test_deviates(fake: Fake) -> None:
    """A finding is the message of the failure."""
    exchange = body(lambda b: b.update(took=3))(ask(fake, *GET))

    with pytest.raises(AssertionError, match="additive schema: sonarly_campaigns_get"):
        conforms_to_spec(None, response_of(exchange), None)


@pytest.mark.parametrize("sent", ["{}", b"{}"])
def test_body(fake: Fake, sent: str | bytes) -> None:
    """A body of the request is bytes, also if it was text."""
    assert to_exchange(response_of(ask(fake, *GET), sent)).request_body == b"{}"


def test_gateway_pages() -> None:
    """No check of Schemathesis reports the status of a gateway's page, also in a live run."""
    text = files("campaignkit_contract.schemathesis").joinpath("live.toml").read_text()
    found = re.findall(r"expected-statuses = \[(.*)\]", text)

    assert len(found) == 3
    assert all({*map(str, GATEWAY_STATUSES)} <= {*statuses.split(", ")} for statuses in found)

"""Schemathesis fails a case on every finding of the validator."""

from types import SimpleNamespace
from typing import Any

import pytest
from campaignkit_contract.schemathesis.check import conforms_to_spec, to_exchange
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

"""Check of Schemathesis that applies the validator, so that both report the same deviations."""

from typing import Any

import httpx

from ..exchange import Exchange
from ..validator import Validator, packaged_validator


def make_check(validator: Validator) -> Any:
    """Return a check that fails on every finding, breaking or additive."""

    def conforms_to_spec(context: Any, response: Any, case: Any) -> None:
        # Schemathesis also tries methods that the spec does not name.
        findings = validator.validate(to_exchange(response))
        # Anything but an AssertionError would end the whole run.
        assert not findings, "\n".join(map(str, findings))  # noqa: S101

    return conforms_to_spec


conforms_to_spec = make_check(packaged_validator())


def to_exchange(response: Any) -> Exchange:
    """Return the exchange behind a response of Schemathesis."""
    request = response.request
    body = request.body or b""
    return Exchange(
        method=request.method,
        target=request.path_url,
        status=response.status_code,
        headers=httpx.Headers(
            [(name, value) for name, values in response.headers.items() for value in values]
        ),
        body=response.content,
        request_headers=httpx.Headers(dict(request.headers)),
        request_body=body.encode() if isinstance(body, str) else body,
    )

"""The judge as a check of Schemathesis, so that one judge decides there too."""

from typing import Any

import httpx

from ..validator import Exchange, Judge, shipped_judge


def judged_by(judge: Judge) -> Any:
    """A check that fails for whatever the judge finds, be it breaking or additive."""

    def judged(context: Any, response: Any, case: Any) -> None:
        # Also of methods that the spec does not name, which Schemathesis tries out.
        findings = judge.findings(exchange_of(response))
        # Anything but an AssertionError would end the whole run.
        assert not findings, "\n".join(map(str, findings))  # noqa: S101

    return judged


judged = judged_by(shipped_judge())


def exchange_of(response: Any) -> Exchange:
    """The exchange behind an answer as Schemathesis has it."""
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

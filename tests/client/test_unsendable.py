"""Values that only the HTTP library can refuse, before anything is sent."""

import httpx
import pytest
from campaignkit import Callers, ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError
from campaignkit_api.api.callers_campaigns.callers_campaigns_list import OPERATION
from campaignkit_runtime.operations import Call

from tests.client.responses import KEY, transport


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/campaigns", object(), InvalidArgumentTypeError),
        ("/" + "a" * 100_000, None, InvalidArgumentError),
    ],
)
def test_no_request(path: str, body: object, kind: type[InvalidArgumentError]) -> None:
    """A request that cannot be built is an error of ours, and nothing is sent."""
    sent: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=[])

    client = Callers(api_key=KEY, transport=transport(respond))
    with pytest.raises(kind) as caught:
        client._send(Call(OPERATION, path, {"json": body}))

    assert (caught.value.outcome, sent) == ("not_sent", [])


def test_header_option() -> None:
    """An option that travels in a header is checked when the client is made."""
    with pytest.raises(ConfigurationError, match="sub_organization_id must be printable"):
        Callers(api_key=KEY, sub_organization_id="with blank")

"""Checks of ids also send a path that does not exist."""

from itertools import islice

import httpx
import pytest
from campaignkit_contract.stateful.identifiers import unknown_id_is_404
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake import Fake


@pytest.mark.expects_contract_violation("an unknown path fails")
def test_unknown_path() -> None:
    """A server that fails for a path that does not exist is detected."""
    transport = Fake().transport()

    def send(request: httpx.Request) -> httpx.Response:
        is_unknown = "no-such-path" in request.url.path
        return httpx.Response(500) if is_unknown else transport.handle_request(request)

    with httpx.Client(transport=httpx.MockTransport(send), base_url="https://a.invalid") as client:
        found = list(islice(unknown_id_is_404(fake_target(client)), 2))

    assert found == [
        "sonarly returns 500 for an unknown path",
        "callers returns 500 for an unknown path",
    ]

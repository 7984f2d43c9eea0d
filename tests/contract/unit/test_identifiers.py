"""Checks of ids also send a path that does not exist, and a query that is not UTF-8."""

from itertools import islice

import httpx
import pytest
from campaignkit_contract.stateful.identifiers import unknown_id_is_404
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake import Fake


@pytest.mark.expects_contract_violation("unusual requests fail")
def test_unusual_targets() -> None:
    """A server that fails for an unknown path, or for a query, is detected."""
    transport = Fake().transport()

    def send(request: httpx.Request) -> httpx.Response:
        is_unusual = b"no-such-" in request.url.raw_path
        return httpx.Response(500) if is_unusual else transport.handle_request(request)

    with httpx.Client(transport=httpx.MockTransport(send), base_url="https://a.invalid") as client:
        found = list(islice(unknown_id_is_404(fake_target(client)), 4))

    assert found == [
        "sonarly returns 500 for an unknown path",
        "sonarly returns 500 for a query that is not UTF-8",
        "callers returns 500 for an unknown path",
        "callers returns 500 for a query that is not UTF-8",
    ]


def test_documented_refusal() -> None:
    """An account of which only reads without a documented 400 are known gets no bad query."""
    with httpx.Client(transport=Fake().transport(), base_url="https://a.invalid") as client:
        target = fake_target(client)
        target.areas = ["sonarly accounts"]

        assert [*unknown_id_is_404(target)] == []
        assert not any("no-such-name" in exchange.target for exchange in target.seen)

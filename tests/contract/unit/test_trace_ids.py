"""A trace id that an operation returns again is found in reads and in writes."""

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.protocol import repeated_call_has_new_trace_id
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake import Fake

CHECK = StatefulCheck(repeated_call_has_new_trace_id)
CASES = {"": (), "/duplicate": ("duplicate",), "/audiences": ("create", "list")}


@pytest.mark.no_cover
@pytest.mark.parametrize("ending", CASES)
def test_repeated_trace_id(ending: str) -> None:
    """The operations with a fixed trace id are named, and no other one."""
    transport = Fake().transport()

    def send(request: httpx.Request) -> httpx.Response:
        response = transport.handle_request(request)
        response.read()
        if ending and request.url.path.endswith(ending) and response.is_success:
            return httpx.Response(response.status_code, json={**response.json(), "traceId": "t"})
        return response

    mock = httpx.MockTransport(send)
    with httpx.Client(transport=mock, base_url="https://api.invalid") as client:
        target = fake_target(client)
        target.areas = ["sonarly campaigns", "sonarly audiences"]
        found = CHECK.run(target).findings

    operations = [finding.partition(" ")[0].rpartition("_")[2] for finding in found]
    assert sorted(operations) == sorted(CASES[ending])

"""Example requests are built from the examples of a document."""

from typing import Any

import pytest
from campaignkit_contract.spec.document import operation_nodes, packaged_operations, packaged_spec
from campaignkit_contract.spec.examples import example_request, packaged_bodies, packaged_values
from campaignkit_fake import SAMPLE_ID

DOCUMENT = packaged_spec()


@pytest.mark.parametrize("read", [packaged_operations, packaged_bodies, packaged_values])
def test_read_once(read: Any) -> None:
    """What the packaged spec says is read once."""
    read.cache_clear()

    assert read() is read()
    assert read().keys() == {operation.id for operation in operation_nodes(DOCUMENT)}


def test_json() -> None:
    """The body of an example is sent as JSON."""
    request = example_request(DOCUMENT, "sonarly_audiences_move_leads").keywords()

    assert request == {
        "method": "POST",
        "url": f"/v1/accounts/{SAMPLE_ID}/audiences/{SAMPLE_ID}/move-leads",
        "params": {},
        "headers": {},
        "json": {"targetAudienceId": SAMPLE_ID, "leadIds": [SAMPLE_ID]},
    }


def test_form() -> None:
    """A form is sent with a file for each field that takes files."""
    body = example_request(DOCUMENT, "callers_voices_clone").body

    assert body["data"]["name"] == "Warm voice"
    assert {name for name, _ in body["files"]} == {"files"}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("callers_campaigns_list", {"organizationId": SAMPLE_ID}),
        ("sonarly_campaigns_list", {"accountGroupId": SAMPLE_ID}),
    ],
)
def test_values(operation: str, expected: dict[str, str]) -> None:
    """Required parameters have the values of their examples."""
    assert packaged_values()[operation] == expected


def test_list() -> None:
    """A list is written comma-joined."""
    document = packaged_spec()
    operations = {node.id: node for node in operation_nodes(document)}
    [*_, leads] = operations["sonarly_campaigns_lead_status"].parameters
    leads["example"] = ["a", "b"]

    assert example_request(document, "sonarly_campaigns_lead_status").query == {"leadIds": "a,b"}

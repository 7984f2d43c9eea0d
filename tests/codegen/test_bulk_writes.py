"""An operation that the spec marks with `x-bulk` writes any number of rows."""

from pathlib import Path
from typing import Any

import pytest

from tests.codegen.scratch_spec import BOTH_VENDORS, generate_from

CONTACTS = ("/campaigns/{campaignId}/contacts/bulk", "post")
APPROVE = (
    "/v1/accounts/{accountGroupId}/campaigns/{campaignId}/workflow-instances/"
    "{workflowInstanceId}/approve",
    "post",
)


@pytest.mark.parametrize(
    ("place", "change", "complaint"),
    [
        (CONTACTS, {"items": "people"}, "no argument is named people"),
        (CONTACTS, {"arguments": {"loud": True}}, "no argument is named loud"),
        (CONTACTS, {"results": "added"}, "results must be a list, got added"),
        (CONTACTS, {"key": "mood"}, "key must be a field of a result"),
        (APPROVE, {"rowsOf": "unknown"}, "unknown operation unknown"),
        (APPROVE, {"arguments": {"leadId": "mood"}}, "rows have no field mood"),
    ],
)
def test_broken_rule(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    place: tuple[str, str],
    change: dict[str, Any],
    complaint: str,
) -> None:
    """A rule that cannot work stops the generation and says why."""

    def write(document: dict[str, Any]) -> None:
        path, method = place
        document["paths"][path][method]["x-bulk"] |= change

    assert generate_from(write, tmp_path, areas=BOTH_VENDORS) == 1
    assert f"x-bulk: {complaint}" in capsys.readouterr().err


def test_condition_of_text(tmp_path: Path) -> None:
    """A row can be selected by a text, too."""
    path = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}/lead-status"

    def write(document: dict[str, Any]) -> None:
        select = document["paths"][path]["get"]["x-batch"]["select"]
        select["equals"] = {"workflowStatus": "stopped"}

    assert generate_from(write, tmp_path, areas=BOTH_VENDORS) == 0
    made = tmp_path / "campaignkit_api" / "api" / "sonarly_campaigns" / "__init__.py"
    assert 'getattr(row, "workflow_status", None) == "stopped"' in made.read_text()

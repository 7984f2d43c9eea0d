"""An operation that the spec marks with `x-batch` is asked for any number of ids."""

from pathlib import Path
from typing import Any

import pytest

from tests.codegen.scratch_spec import SONARLY, generate_from

LEAD_STATUS = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}/lead-status"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"parameter": "accountGroupId"}, "parameter must be a required list, got accountGroupId"),
        ({"parameter": "ids"}, "parameter must be a required list, got ids"),
        ({"key": "id"}, "key must be a required field of a row, got id"),
        (
            {"select": {"method": "some", "summary": "Get some.", "equals": {"mood": 1}}},
            "x-batch: select: unknown field mood",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_broken_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    """A rule that cannot work stops the generation and says why."""

    def write(document: dict[str, Any]) -> None:
        document["paths"][LEAD_STATUS]["get"]["x-batch"] |= change

    assert generate_from(write, tmp_path, areas=SONARLY) == 1
    assert complaint in capsys.readouterr().err


def test_size(tmp_path: Path) -> None:
    """How many ids go into a call comes from the spec."""

    def write(document: dict[str, Any]) -> None:
        document["paths"][LEAD_STATUS]["get"]["x-batch"]["size"] = 77

    assert generate_from(write, tmp_path, areas=SONARLY) == 0
    made = tmp_path / "campaignkit_api" / "api" / "sonarly_campaigns" / "__init__.py"
    assert made.read_text().count("batch_size: int = 77,") == 4


def test_without_rule(tmp_path: Path) -> None:
    """Without the mark it is one call."""

    def write(document: dict[str, Any]) -> None:
        del document["paths"][LEAD_STATUS]["get"]["x-batch"]

    assert generate_from(write, tmp_path, areas=SONARLY) == 0
    made = tmp_path / "campaignkit_api" / "api" / "sonarly_campaigns" / "__init__.py"
    assert "batch" not in made.read_text()

"""A rule for pages that cannot work stops the generation."""

from pathlib import Path
from typing import Any

import pytest

from tests.codegen.scratch_spec import generate_from
from tests.probe_package import SPEC


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"items": "$response.body#/data/name"}, "must be a required field"),
        ({"cursor": {"parameter": "page"}}, "unknown parameter page"),
        ({"size": "perPage"}, "unknown parameter perPage"),
        ({"key": "mood"}, "key must be a required field of an item, got mood"),
    ],
    ids=["items", "parameter", "size", "key"],
)
def test_broken_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    """A rule that cannot work stops the generation and says why."""

    def write(document: dict[str, Any]) -> None:
        rule = document["paths"]["/rows/{row}/standing"]["get"]["x-pagination"]
        cursor = rule["cursor"] | change.get("cursor", {})
        rule |= change | {"cursor": cursor}

    assert generate_from(write, tmp_path, SPEC) == 1
    assert complaint in capsys.readouterr().err

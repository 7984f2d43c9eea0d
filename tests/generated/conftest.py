"""A scratch copy of the spec, to change and to generate from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import generate
import pytest
from ruamel.yaml import YAML

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def generate_from(tmp_path: Path) -> Callable[[Change], int]:
    """Change a copy of the spec and generate `tmp_path/campaignkit_api` from it; the exit code."""

    def run(change: Change) -> int:
        yaml = YAML(typ="safe")
        document = yaml.load(generate.ROOT / "openapi.yaml")
        change(document)
        spec = tmp_path / "openapi.yaml"
        yaml.dump(document, spec)
        output = tmp_path / "campaignkit_api"
        return generate.main(["--spec", str(spec), "--output", str(output)])

    return run

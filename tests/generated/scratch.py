"""A scratch copy of the spec, changed and generated from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import generate
from ruamel.yaml import YAML

Change = Callable[[dict[str, Any]], None]


def generate_from(
    change: Change, folder: Path, source: Path = generate.ROOT / "openapi.yaml"
) -> int:
    """Generate `folder/campaignkit_api` from a changed copy of the spec; the exit code."""
    yaml = YAML(typ="safe")
    document = yaml.load(source)
    change(document)
    spec = folder / "openapi.yaml"
    yaml.dump(document, spec)
    return generate.main(["--spec", str(spec), "--output", str(folder / "campaignkit_api")])

"""A scratch copy of the spec, changed and generated from."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tools.codegen import cli, generator
from tools.codegen.spec import load

Change = Callable[[dict[str, Any]], None]


def generate_from(
    change: Change, folder: Path, source: Path = generator.ROOT / "openapi.yaml"
) -> int:
    """Generate `folder/campaignkit_api` from a changed copy of the spec; return the exit code.

    The settings are those beside the source.
    """
    copy = json.loads(_text(source))
    change(copy)
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(copy), encoding="utf-8")
    settings = source.with_name("generator-config.yml")
    arguments = ["--spec", str(spec), "--config", str(settings), "--skip-house-rules"]
    return cli.main([*arguments, "--output", str(folder / "campaignkit_api")])


@cache
def _text(source: Path) -> str:
    return json.dumps(load(source))

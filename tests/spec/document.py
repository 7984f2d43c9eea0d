"""Spec that the tests read."""

import json
from functools import cache
from pathlib import Path

from tools.codegen.checks.document import Node
from tools.codegen.checks.parsing import parse_yaml


def load_document() -> Node:
    """Return a copy of openapi.yaml; what its anchors share becomes separate objects."""
    document: Node = json.loads(_read_json())
    return document


@cache
def _read_json() -> str:
    text = (Path(__file__).parents[2] / "openapi.yaml").read_text(encoding="utf-8")
    return json.dumps(parse_yaml(text))

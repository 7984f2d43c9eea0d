"""Generation takes time in proportion to the operations."""

import cProfile
import json
import pstats
from pathlib import Path
from typing import Any

from tests.codegen.test_mistakes import DOCUMENT, FOLDER, SETTINGS
from tools.codegen import generator
from tools.codegen.checks.runner import check
from tools.codegen.spec import load

# Work that grows with the square of the operations takes half as much again here.
TOLERANCE = 1.1


def copied(count: int) -> str:
    """Return the small document with more copies of its operations and schemas."""
    document = load(FOLDER / DOCUMENT)
    schemas = document["components"]["schemas"]
    original = json.dumps([document["paths"], schemas])
    for number in range(count):
        text = original.replace("harbour_ships_", f"harbour_ships_c{number}_")
        for name in [*schemas]:
            text = text.replace(f'schemas/{name}"', f'schemas/{name}C{number}"')
        paths, models = json.loads(text)
        document["paths"] |= {f"/c{number}{path}": paths[path] for path in paths}
        added = {f"{name}C{number}": models[name] for name in models}
        document["components"] = {**document["components"], "schemas": {**schemas, **added}}
        schemas = document["components"]["schemas"]
    return json.dumps(document)


def calls(folder: Path, count: int) -> int:
    """Return the number of function calls of a generation."""
    spec = folder / f"{count}.json"
    spec.write_text(copied(count), encoding="utf-8")
    profile = cProfile.Profile()
    profile.enable()
    made: Any = generator.project(check(spec, FOLDER / SETTINGS), folder / f"package{count}")
    for model in made.openapi.models:
        made.env.get_template("model.py.jinja").render(model=model)
    profile.disable()
    statistics: Any = pstats.Stats(profile)
    return int(statistics.total_calls)


def test_linear(tmp_path: Path) -> None:
    """The second four copies need as many calls as the first four."""
    calls(tmp_path, 0)  # fills the caches of templates and schemas
    none, four, eight = (calls(tmp_path, count) for count in (0, 4, 8))

    assert (eight - four) / (four - none) < TOLERANCE

"""Random changes of the document never end in a traceback and never half-write."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.test_mistakes import DOCUMENT, FOLDER, SETTINGS, prepare
from tests.sampling import examples
from tools.codegen import cli
from tools.codegen.spec import load

COUNT = examples(full=1_000, sampled=25)
MUTATIONS = ("delete", "retype", "rename", "duplicate", "copy")
VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, "", "x", "a b", "$ref", [], {}, [None], {"x": {}}),
    *({"$ref": "#/components/schemas/Ship"}, {"type": "string"}, {"type": "object"}),
    *({"type": "array"}, {"allOf": []}, {"enum": []}, ["a", "a"], "/x/{y}", "é"),
)


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value within a value."""
    children: Any = ()
    if isinstance(value, dict | list):
        children = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in children:
        yield (*at, key)
        yield from places(each, (*at, key))


def at_place(value: Any, at: tuple[Any, ...]) -> Any:
    """Return the value at a path."""
    for key in at:
        value = value[key]
    return value


def mutate(document: Any, chosen: random.Random) -> str:
    """Change one place of a document; return what was changed."""
    every = [*places(document)]
    at, kind = chosen.choice(every), chosen.choice(MUTATIONS)
    around, key = at_place(document, at[:-1]), at[-1]
    value = json.loads(json.dumps(around[key]))
    match kind:
        case "delete":
            del around[key]
        case "retype":
            around[key] = chosen.choice(VALUES)
        case "copy":
            around[key] = json.loads(json.dumps(at_place(document, chosen.choice(every))))
        case "rename" if isinstance(around, dict):
            around[f"{key}{chosen.choice('sX _-9')}"] = around.pop(key)
        case _ if isinstance(around, dict):
            around[f"{key}2"] = value
        case _:
            around.insert(key, value)
    return f"{kind} {at}"


@pytest.mark.parametrize("seed", range(COUNT))
def test_mutation(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The document is generated, or refused with messages; the old package stays then."""
    prepare(tmp_path)
    chosen = random.Random(seed)  # noqa: S311
    document = json.loads(json.dumps(load(FOLDER / DOCUMENT)))
    changes = [mutate(document, chosen) for _ in range(chosen.choice([1, 1, 1, 2, 3]))]
    spec = tmp_path / "openapi.json"
    spec.write_text(json.dumps(document))
    files = ["--spec", str(spec), "--config", str(tmp_path / SETTINGS)]
    arguments = [*files, "--skip-house-rules", "--output", str(tmp_path / "harbour_api")]

    code, shown = cli.main(arguments), capsys.readouterr().err
    assert code in (0, 1), f"{changes}\n{shown}"
    assert bool(code) == bool(shown)
    assert bool(code) == (tmp_path / "harbour_api" / "old.py").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []

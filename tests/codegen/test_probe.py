"""Our templates on a small document with every construct that they rely on.

After a wanted change of a template, generate a package from the probe's spec (`generate.py --spec`,
`--output`) and copy its `api` and `models` to `tests/codegen/probe/golden`.
"""

import importlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from campaignkit_runtime.decoding import readers
from campaignkit_runtime.decoding.msgspec import FastDecodeError, make_decoder

from tests.probe_package import SPEC, Recorder, operation, request_of, resource
from tools.codegen import generator

TREE = {
    "id": "t1",
    "kind": "quince",
    "height": 4,
    "plantedAt": "2026-03-01T08:00:00.000Z",
    "cutAt": None,
    "crops": [[1, 2], []],
    "visitor": {"species": "bee", "song": "zzz", "hive": 7},
}


@pytest.mark.parametrize("folder", ["api", "models"])
def test_golden(probe_package: Path, folder: str) -> None:
    """The generated code is what the golden files show."""
    assert generator.differences(probe_package / folder, SPEC.parent / "golden" / folder) == []


def test_decodes(probe_package: Path) -> None:
    """Nullable, open enumeration, number, time, nested list, union and recursion are read."""
    body = {"success": True, "data": {"items": [TREE | {"parent": TREE}]}, "error": None}
    [tree] = (
        operation("list").OPERATION.decoders[200].tolerant_body(body | {"traceId": "x"}).data.items
    )

    assert (tree.kind, tree.kind.is_known, tree.height) == ("quince", False, 4.0)
    assert tree.planted_at == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert (tree.crops, tree.cut_at, tree.parent.id) == ([[1, 2], []], None, "t1")
    assert tree.to_dict() == TREE | {"parent": TREE}


def test_number_beyond_range(trees: Any) -> None:
    """A number that no float holds is a mismatch like any other."""
    with pytest.raises(ValueError, match="a number that fits") as caught:
        trees.Tree.from_dict(TREE | {"height": 10**400})

    assert caught.value.path == "$.height"  # type: ignore[attr-defined]


def test_error_path(trees: Any) -> None:
    """A wrong value deep inside is found."""
    wrong = TREE | {"parent": TREE | {"crops": [[1], [2, "3"]]}}
    with pytest.raises(ValueError, match="an integer") as caught:
        trees.Tree.from_dict(wrong)

    assert caught.value.path == "$.parent.crops[1][1]"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("species", "kind"), [("bird", "Bird"), ("bee", "Bee")])
def test_discriminator(trees: Any, species: str, kind: str) -> None:
    """The discriminator decides, not which model fits first."""
    visitor = trees.Tree.from_dict(TREE | {"visitor": {"species": species, "song": "s"}}).visitor

    assert type(visitor).__name__ == kind


@pytest.mark.parametrize("species", ["bat", ["bat"], None], ids=str)
def test_unknown_kind(trees: Any, species: object) -> None:
    """A kind that the vendor adds to a union stays as JSON has it."""
    added = {"species": species, "wings": 2}

    assert trees.Tree.from_dict(TREE | {"visitor": added}).visitor == added


def test_map(probe_package: Path) -> None:
    """An object of any names is a map, and a null in it is kept."""
    notes = operation("note").OPERATION.decoders[200].tolerant_body({"monday": ["rain"]})

    assert notes.additional_properties == {"monday": ["rain"]}
    assert notes.to_dict() == {"monday": ["rain"]}


def test_query(probe_package: Path) -> None:
    """Arrays travel joined or repeated as the spec says, times with their offset."""
    call = operation("list").call(
        "r/1",
        kinds=["apple", "pear"],
        tags=["a", "b"],
        planted_since=datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=2))),
        gardener="ann",
        old=True,
    )
    request = request_of(call)

    assert request.url.raw_path.startswith(b"/rows/r%2F1/trees?")
    assert request.url.params.multi_items() == [
        ("tags", "a"),
        ("tags", "b"),
        ("plantedSince", "2026-01-01T00:00:00.000+02:00"),
        ("old", "true"),
        ("kinds", "apple,pear"),
    ]
    assert request.headers["x-gardener"] == "ann"


def test_naive_query(probe_package: Path) -> None:
    """A time without an offset is refused before it is sent."""
    naive = datetime(2026, 1, 1)
    with pytest.raises(ValueError, match=r"planted_since must be .* Add tzinfo"):
        operation("list").call("r", kinds=["apple"], planted_since=naive)


def test_form(probe_package: Path, trees: Any) -> None:
    """A form leaves out what is unset."""
    request = request_of(operation("note").call("t", body=trees.Note("it rained")))

    assert request.read() == b"text=it+rained"


def test_deprecated_operation(probe_package: Path) -> None:
    """A deprecated operation warns the caller, in the caller's line, and is sent."""
    sent = Recorder()
    with pytest.warns(DeprecationWarning, match=r"orchard\.trees\.plant is deprecated") as caught:
        resource(sent).plant("r", picture=b"x", kind="pear")

    assert caught[0].filename == __file__
    assert len(sent.calls) == 1


def test_deprecated_parameter(probe_package: Path) -> None:
    """A deprecated parameter warns when it is given, and only then."""
    orchard_trees = resource(Recorder())
    orchard_trees.list("r", kinds=["apple"])
    with pytest.warns(DeprecationWarning, match="old is deprecated"):
        orchard_trees.list("r", kinds=["apple"], old=True)


def test_fast_path_agrees(probe_package: Path) -> None:
    """The decoder of msgspec fills the same models; it refuses a union of models."""
    with pytest.raises(FastDecodeError):
        operation("plant").OPERATION.decoders[201].body(json.dumps(TREE).encode())
    note = importlib.import_module("orchard_api.models.note").Note

    assert make_decoder(note)(b'{"text": "x"}') == note("x")


def test_fast_path_takes_maps(probe_package: Path) -> None:
    """An object of any names is filled too, and left to `from_dict` if that has to decide."""
    decoder = operation("note").OPERATION.decoders[200]
    notes = {"monday": ["prune"], "sunday": []}

    assert decoder.body(json.dumps(notes).encode()) == decoder.tolerant_body(notes)
    with pytest.raises(FastDecodeError):
        decoder.body(b'{"monday": [5]}')


def test_dates(probe_package: Path) -> None:
    """Dates and UUIDs, which no document has yet, are read too."""
    assert readers.date_("2026-03-01") == date(2026, 3, 1)
    assert str(readers.uuid_("12345678-1234-5678-1234-567812345678")).startswith("12345678")
    for reader in (readers.date_, readers.uuid_):
        with pytest.raises(readers.SchemaMismatchError):
            reader("tomorrow")

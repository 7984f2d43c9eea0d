"""Every construct of OpenAPI is generated right on both decoding paths, or refused by name."""

import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest
from campaignkit_runtime.models import to_json

from tests.codegen.construct_spec import Shelf, document, method_of, settings
from tests.codegen.constructs import (
    CONSTRUCTS,
    IDENTIFIER,
    INTEGER,
    MOMENT,
    TEXT,
    UUID,
    Construct,
    fields,
    listed,
    ref,
)
from tests.type_checks import type_errors
from tools.codegen import cli, generator
from tools.codegen.generator_adapter import Config, ConfigFile, MetaType
from tools.codegen.runtime_names import SOURCES
from tools.codegen.schemas.normalization import normalize
from tools.codegen.spec import DocumentError

PAGE = generator.ROOT / "docs" / "constructs.md"

# Names that are also statements of ours in the code of a call.
LOCALS = (
    *("path", "params", "headers", "segment", "self", "body", "json", "timeout", "deadline"),
    *("found", "since", "each", "started", "call", "job", "warn", "builtins", "isinstance"),
    *("list", "type", "options", "verification", "read", "dict", "datetime", "cls", "async"),
    *("OPERATION", "Call", "kind", "Kind", "UNSET", "Any", "filter", "filter[]", "page-size"),
    *("page_size", "_path", "_options", "url", "client", "name", "value", "state"),
)
RUNTIME_SCHEMA = fields(
    "x",
    x=TEXT,
    moment={"type": "string", "format": "date-time"},
    own=IDENTIFIER,
    constant={"const": "z"},
    anything={},
    items=listed(ref("UUID")),
    inner=ref("Any"),
    variable=ref("ClassVar"),
    variant=ref("ClassVariant"),
)
RUNTIME_VALUE = {
    "x": "1",
    "moment": MOMENT,
    "own": UUID,
    "constant": "z",
    "anything": [1],
    "items": [{"x": "2"}],
    "inner": {"x": "3"},
    "variable": {"x": "4"},
    "variant": {"x": "5"},
}
OWN = (
    *SOURCES,
    "OPERATION",
    "BATCH",
    "ShelfThings",
    "AsyncShelfThings",
    "KeyError",
    "Datetime",
    "ClassVariant",
)

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "const of an object, a list or a fraction": (
        {"Bad": fields(x={"const": {"a": 1}})},
        "components/schemas/Bad/x: const must be a string, an integer, a boolean or null",
    ),
    "const of another type": (
        {"Bad": {"allOf": [{"const": 7}, {"type": "boolean"}]}},
        "components/schemas/Bad: const 7 does not have the type boolean.",
    ),
    "enum of objects or lists": (
        {"Bad": {"enum": [["a"]]}},
        "components/schemas/Bad: enum must hold strings, numbers, booleans or null.",
    ),
    "enum with control characters": (
        {"Bad": {"type": "string", "enum": ["a\u0007"]}},
        "components/schemas/Bad: enum has a value with control characters",
    ),
    "allOf of types that exclude each other": (
        {"Bad": {"allOf": [fields(x=TEXT), TEXT]}},
        "components/schemas/Bad: allOf combines the types object and string",
    ),
    "circular allOf": (
        {
            "Bad": {"allOf": [ref("Worse"), fields(x=TEXT)]},
            "Worse": {"allOf": [ref("Bad"), fields(y=TEXT)]},
        },
        "circular allOf Bad -> Worse -> Bad: remove one reference",
    ),
    "discriminator that maps to an unknown schema": (
        {
            "Bad": {
                "oneOf": [ref("A"), ref("B")],
                "discriminator": {"propertyName": "kind", "mapping": {"a": "C"}},
            },
            "A": fields(kind=TEXT),
            "B": fields(kind=TEXT),
        },
        "components/schemas/Bad: the discriminator maps 'a' to 'C', which is not a schema",
    ),
    "condition that declares fields": (
        {"Bad": fields(x=TEXT) | {"if": {}, "then": fields(y=TEXT)}},
        "components/schemas/Bad: a condition declares y, which properties lack.",
    ),
    "$dynamicRef": (
        {"Bad": {"$dynamicRef": "#x"}},
        "components/schemas/Bad: $dynamicRef is not supported. Use $ref.",
    ),
}


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return the package of all constructs."""
    schemas = dict.fromkeys(OWN, RUNTIME_SCHEMA)
    for construct in CONSTRUCTS:
        schemas |= construct.schemas
    schemas["Guarded"] = fields(
        "id", "secret", id=TEXT | {"readOnly": True}, secret=TEXT | {"writeOnly": True}
    )
    query = [
        {"name": name, "in": "query", "description": "It.", "schema": INTEGER} for name in LOCALS
    ]
    typed = [
        {"name": name, "in": place, "required": True, "description": "It.", "schema": IDENTIFIER}
        for name, place in (("id", "path"), ("own", "query"), ("x-own", "header"))
    ]
    spec = document(schemas, {"every_name": query, "typed": typed})
    spec["paths"][f"/{method_of('Cat')}"]["post"]["parameters"] = [
        {"name": name, "in": "query", "description": "It.", "schema": TEXT}
        for name in ("body", "path", "name")
    ]
    return Shelf.generate(spec, tmp_path_factory.mktemp("shelf"), "shelf_api")


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_round_trip(construct: Construct, shelf: Shelf) -> None:
    """A value is read the same on both paths, and is sent as it was."""
    for value in construct.values:
        model = shelf.read(construct.schema, value)

        assert (to_json(model), shelf.send(construct.schema, model)) == (value, value)


@pytest.mark.parametrize("name", OWN)
def test_own_names(name: str, shelf: Shelf) -> None:
    """A schema may have the name of anything that generated code imports or defines."""
    model = shelf.read(name, RUNTIME_VALUE)

    assert shelf.send(name, model) == RUNTIME_VALUE
    assert name in type(model).__name__


@pytest.mark.usefixtures("mypy_cache")
def test_types(shelf: Shelf) -> None:
    """The package has no error under mypy --strict."""
    assert type_errors(shelf.folder.parent, f"--package={shelf.name}") == ""


def test_parameters(shelf: Shelf) -> None:
    """A parameter may have the name of anything that the code of a call uses."""
    resource = shelf.resource()
    names = [*inspect.signature(resource.every_name).parameters]
    call = resource.every_name(**{name: index for index, name in enumerate(names)})

    assert call.options["params"] == {name: index for index, name in enumerate(LOCALS)}
    assert resource.every_name().options["params"] == {}


def test_typed_parameters(shelf: Shelf) -> None:
    """A UUID is text in a path, a query and a header."""
    call = shelf.module("typed").call(id=UUID, own=UUID, x_own=UUID)

    assert call.path == f"/typed/{UUID}"
    assert (call.options["params"], call.options["headers"]) == ({"own": UUID}, {"x-own": UUID})


def test_body_parameter(shelf: Shelf) -> None:
    """A parameter called `body` stands beside the body."""
    cat = shelf.models.Cat("Tom")
    call = shelf.module(method_of("Cat")).call(body=cat, body_2="b", path="p", name="n")

    assert call.options["params"] == {"body": "b", "path": "p", "name": "n"}
    assert call.options["json"] == {"name": "Tom"}


def test_most_explained(shelf: Shelf) -> None:
    """A value is the variant that explains most, and stays as parsed if a field would be lost."""
    read = shelf.read("Pets", {"one": {"name": "a", "bark": 1}}).one
    mixed = {"name": "a", "bark": 1, "meow": 1}

    assert type(read).__name__ == "Dog"
    assert shelf.read("Pets", {"one": mixed}).one == mixed


def test_addition(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    """A field that no variant declares is an addition, which is logged once."""
    for _ in range(2):
        read = shelf.read("Pets", {"one": {"name": "a", "bark": 1, "new": 2}}).one
        assert type(read).__name__ == "Dog"

    assert [record.getMessage() for record in caplog.records] == [
        "Dog lacks fields of a response: new"
    ]


def test_null_in_map(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    """A null that the schema of a map allows is not reported."""
    shelf.read("Votes", {"a": None})

    assert caplog.records == []


def test_unknown_variant(shelf: Shelf) -> None:
    """A kind that the discriminator does not know stays as parsed; a base reads it."""
    hexagon = {"kind": "hexagon", "sides": 6}

    assert shelf.read("Shapes", {"mapped": hexagon}).mapped == hexagon
    assert type(shelf.read("Garage", {"first": {"kind": "tram"}}).first).__name__ == "Vehicle"


def test_variants(shelf: Shelf) -> None:
    """The discriminator selects the class, by its mapping or by the names of schemas."""
    others = [{"kind": "Bus"}, {"kind": "Car", "doors": 3}]
    read = shelf.read("Garage", {"first": {"kind": "car"}, "others": others})

    assert [type(each).__name__ for each in (read.first, *read.others)] == ["Car", "Bus", "Car"]


def test_constant_is_checked(shelf: Shelf) -> None:
    """Another value than the constant fits neither a response nor a request."""
    with pytest.raises(ValueError, match="the constant 'x'"):
        shelf.read("Constants", {"text": "y"})
    with pytest.raises(ValueError, match=r"text must be 'x'\."):
        shelf.send("Constants", shelf.models.Constants("y"))


def test_open_enumerations(shelf: Shelf) -> None:
    """Each enumeration is one class, named after its place, and open."""
    assert {name for name in shelf.models.__all__ if "Shade" in name or "Moods" in name} == {
        *("Shade", "Shades", "ShadesInline", "ShadesListed"),
        *("Moods", "MoodsPlain", "MoodsAlike", "MoodsTitled", "MoodsItemsItem"),
    }
    assert not shelf.read("Level", 77).is_known
    assert shelf.read("Level", 0).is_known


@pytest.mark.parametrize("value", [True, "1", 1.5], ids=str)
def test_wrong_integer(value: object, shelf: Shelf) -> None:
    """An enumeration of integers takes integers only."""
    with pytest.raises(ValueError, match="an integer"):
        shelf.read("Level", value)


def test_direction(shelf: Shelf) -> None:
    """A read-only field is not sent or required of a caller, a write-only one not of a response."""
    guarded = shelf.models.Guarded(secret="s")

    assert shelf.send("Guarded", guarded) == {"secret": "s"}
    assert shelf.read("Guarded", {"id": "1"}).id == "1"
    assert shelf.send("Guarded", shelf.models.Guarded(id="1", secret="s")) == {"secret": "s"}
    assert "id" not in inspect.signature(getattr(shelf.resource(), method_of("Guarded"))).parameters


@pytest.mark.parametrize("name", ["Odd", "Identified", "Constants", "Moods", "Formats"])
def test_fast_path(name: str, shelf: Shelf) -> None:
    """The fast path reads what msgspec can fill."""
    [construct] = [each for each in CONSTRUCTS if each.schema == name]

    assert shelf.is_fast(name, construct.values[0]) is (name != "Identified")


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """What cannot be generated is refused by name."""
    schemas, message = REFUSED[name]
    config = Config.from_sources(
        ConfigFile(), MetaType.NONE, Path("x"), "utf-8", overwrite=False, output_path=None
    )

    with pytest.raises(DocumentError) as caught:
        normalize(document(schemas), config, [])
    assert message in str(caught.value)


def test_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A refusal comes before anything is written."""
    schemas, _ = REFUSED["enum of objects or lists"]
    spec = tmp_path / "openapi.json"
    spec.write_text(json.dumps(document(schemas)), encoding="utf-8")

    arguments = ["--spec", str(spec), "--config", str(settings(tmp_path)), "--skip-house-rules"]

    assert cli.main([*arguments, "--output", str(tmp_path / "out")]) == 1
    assert "openapi.json:1: #/components/schemas/Bad: enum must hold" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_page() -> None:
    """docs/constructs.md has a row for each construct here, and each row names a test."""
    rows = re.findall(
        r"^\| (.+?) \| (generated|refused)[^|]*\| `(\S+?)` \|$", PAGE.read_text(), re.M
    )
    here = {name: result for name, result, test in rows if test.startswith("test_constructs.py")}
    known = [re.sub("(in Python): .*", r"\1", each.name) for each in CONSTRUCTS]

    assert here == {
        **dict.fromkeys([*known, *_OTHERS], "generated"),
        **dict.fromkeys(REFUSED, "refused"),
    }
    for _, _, test in rows:
        module, _, function = test.partition("::")
        assert f"def {function}(" in (Path(__file__).parent / module).read_text()


_OTHERS = (
    "names of schemas that generated code uses",
    "names of parameters that generated code uses",
    "format: uuid in a path, a query and a header",
    "readOnly, writeOnly",
)

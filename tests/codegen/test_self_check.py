"""A fresh package is imported and called before it replaces the old one."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.codegen.scratch_spec import SONARLY, generate_from
from tools.codegen.samples import sample
from tools.codegen.self_check import probe

CAMPAIGN = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}"


def package(folder: Path, operation: str) -> Path:
    """Write a package with one operation."""
    for name, text in {
        "__init__.py": "",
        "models/__init__.py": "__all__ = ()\n",
        "api/__init__.py": "",
        "api/ships/__init__.py": "",
        "api/ships/get.py": operation,
    }.items():
        (folder / "harbour_api" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "harbour_api" / name).write_text(text)
    return folder / "harbour_api"


def plan(**changes: Any) -> list[dict[str, Any]]:
    """Return what is called of the operation."""
    whole: dict[str, Any] = {
        "id": "get",
        "module": "api.ships.get",
        "path": "/ships/{id}",
        "arguments": {},
    }
    whole |= {"required": [], "is_callable": True, "is_exact": True, "bodies": [], "responses": []}
    return [{**whole, **changes}]


def operation(path: str = "/ships/1", body: str = "value", payload: str = "body") -> str:
    """Return the module of an operation."""
    return f"""
import json
from campaignkit_runtime.operations import Call, Decoder, Operation
decoder = Decoder(None, lambda value: {body}, lambda body: {payload})
decoder.body = lambda content: json.loads(content)
OPERATION = Operation("get", "GET", "safe", {{200: decoder}})
def call(number=None):
    return Call(OPERATION, {path!r}, {{}})
"""


def test_works(tmp_path: Path) -> None:
    """A package that works has no fault."""
    made = package(tmp_path, operation())

    assert probe(made, plan(responses=[{"status": 200, "value": {"id": "s1"}}])) == []


def test_import(tmp_path: Path) -> None:
    """A module that cannot be imported is named, with its error."""
    made = package(tmp_path, "import nothing_of_this_name\n")
    [(name, text)] = probe(made, plan())

    assert name == ""
    assert text.startswith("module harbour_api.api.ships.get of the fresh package fails with Modul")


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (operation("/boats/1"), "the path '/boats/1' is not that of the document"),
        (operation("/ships/1/2"), "the path '/ships/1/2' is not that of the document"),
        ("OPERATION = None\ndef call():\n    raise KeyError('x')\n", "a call with the examples"),
    ],
    ids=["path", "longer path", "error"],
)
def test_call(module: str, text: str, tmp_path: Path) -> None:
    """A call that fails, or goes elsewhere, is named."""
    [(name, fault)] = probe(package(tmp_path, module), plan())

    assert name == "get"
    assert text in fault


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (operation(body="None"), "with and without msgspec return different values"),
        (operation(payload="body['x']"), "decoding response 200 fails with KeyError"),
    ],
    ids=["paths", "payload"],
)
def test_decoding(module: str, text: str, tmp_path: Path) -> None:
    """Decoders that disagree, and payloads that are not there, are named."""
    responses = [{"status": 200, "value": {"id": "s1"}}]
    [(name, fault)] = probe(package(tmp_path, module), plan(responses=responses))

    assert name == "get"
    assert text in fault


def test_wrong_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An example that does not fit stops the generation, which names the operation."""

    def change(document: dict[str, Any]) -> None:
        response = document["paths"][CAMPAIGN]["get"]["responses"]["200"]
        media = response["content"]["application/json"]
        media.pop("examples", None)
        media["example"] = {"success": True, "data": {"id": 5}}

    assert generate_from(change, tmp_path, areas=SONARLY) == 1
    shown = capsys.readouterr().err
    assert f"GET {CAMPAIGN}: decoding response 200 fails with SchemaMismatchError" in shown
    assert not (tmp_path / "campaignkit_api").exists()


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (True, "sample"),
        ({"const": 4}, 4),
        ({"example": "x", "enum": ["y"]}, "x"),
        ({"examples": ["e"]}, "e"),
        ({"enum": ["y", "z"]}, "y"),
        ({"type": "string", "default": "d"}, "d"),
        ({"type": "string", "minLength": 8}, "samplexx"),
        ({"type": "string", "format": "date"}, "2026-01-31"),
        ({"type": ["null", "integer"], "minimum": 3}, 3),
        ({"type": "number"}, 1),
        ({"type": "boolean"}, True),
        ({"type": "null"}, None),
        ({"type": ["null"]}, None),
        ({"type": "array", "items": {"type": "boolean"}}, [True]),
        ({"additionalProperties": {"type": "null"}, "type": "object"}, {"sample": None}),
        ({"anyOf": [{"const": 1}, {"const": 2}]}, 1),
        ({"oneOf": [{"$ref": "#/components/schemas/Ship"}]}, {"id": "s1"}),
        (
            {"allOf": [{"$ref": "#/components/schemas/Ship"}], "properties": {"n": {"const": 1}}},
            {"id": "s1", "n": 1},
        ),
        ({"allOf": [{"type": "string"}]}, "sample"),
    ],
    ids=str,
)
def test_sample(schema: Any, value: Any) -> None:
    """A value is made for each kind of schema."""
    ship = {"properties": {"id": {"type": "string", "example": "s1"}}}

    assert sample({"components": {"schemas": {"Ship": ship}}}, schema) == value


def test_recursive_sample() -> None:
    """A schema that contains itself ends."""
    node = {"properties": {"next": {"$ref": "#/components/schemas/Node"}}}
    made = sample(
        {"components": {"schemas": {"Node": node}}}, {"$ref": "#/components/schemas/Node"}
    )

    assert json.dumps(made).count("next") == 4

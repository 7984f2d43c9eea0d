"""Docstrings of the generated code: what they say, and in whose names."""

import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.probe_package import resource
from tools.codegen import generator
from tools.codegen.constraints import constraints, described
from tools.codegen.methods import qualify_list
from tools.codegen.python_names import PythonNames

# The docstring of a property is a noun phrase.
_PROPERTIES = (
    'lint.pydocstyle.property-decorators=["campaignkit_runtime.fork_safety.cached_property"]'
)
KINDS = {"anyOf": [{"type": "string", "enum": ["apple", "pear"]}, {"type": "string"}]}
DOCUMENT: dict[str, Any] = {
    "paths": {
        "/trees/{treeId}": {
            "get": {
                "operationId": "orchard_trees_get",
                "summary": "Get a tree",
                "description": "One tree.",
                "tags": ["orchard trees"],
                "x-source": {},
                "x-idempotency": "safe",
                "parameters": [{"name": "X-Row-Id", "in": "header", "schema": {"type": "string"}}],
            }
        }
    },
    "components": {
        "schemas": {
            "Kind": KINDS,
            "Digit": {"type": "string", "enum": [*"0123456789abcdef"]},
            "Tree": {
                "properties": {
                    "cutAt": {"type": "string"},
                    "type": {"type": "string"},
                    "mainBranch": {"properties": {"leafCount": {"type": "integer"}}},
                    "pear": {"type": "string"},
                }
            },
        }
    },
}


def doc(name: str) -> str:
    """Return the docstring of a method of the probe."""
    return inspect.getdoc(getattr(resource(None), name)) or ""


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, []),
        ({"type": "string", "minLength": 1}, ["Must not be empty."]),
        ({"type": "string", "minLength": 2}, ["At least 2 characters."]),
        ({"type": "string", "minLength": 1, "maxLength": 80}, ["From 1 to 80 characters."]),
        ({"type": ["string", "null"], "maxLength": 1}, ["At most 1 character."]),
        ({"type": "string", "minLength": 4, "maxLength": 4}, ["Exactly 4 characters."]),
        ({"type": "integer", "minimum": 0}, ["At least 0."]),
        ({"type": "number", "minimum": 0, "maximum": 1.5}, ["From 0 to 1.5."]),
        ({"exclusiveMinimum": 0, "exclusiveMaximum": 9}, ["More than 0.", "Less than 9."]),
        ({"type": "integer", "multipleOf": 5}, ["A multiple of 5."]),
        ({"type": "array", "minItems": 1, "items": {}}, ["At least 1 item."]),
        ({"type": "array", "maxItems": 25, "uniqueItems": True, "items": {}},
         ["At most 25 items.", "Without duplicates."]),
        ({"type": "object", "minProperties": 1}, ["At least 1 entry."]),
        ({"type": "object", "maxProperties": 3}, ["At most 3 entries."]),
        ({"pattern": "^a+$"}, ["Must match `^a+$`."]),
        ({"type": "string", "format": "date-time"}, ["Must have a UTC offset."]),
        ({"type": "string", "format": "uuid"}, []),
        ({"type": "integer", "default": 10}, ["Default: 10."]),
        ({"type": "boolean", "default": False}, ["Default: False."]),
        ({"type": "string", "default": None}, []),
        ({"$ref": "#/components/schemas/Kind"}, ["Known values: `apple`, `pear`."]),
        ({"anyOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "null"}]},
         ["Known values: `apple`, `pear`."]),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Kind"}},
         ["Known values: `apple`, `pear`."]),
        ({"type": ["string", "null"], "enum": ["up", None]}, ["One of `up`."]),
        ({"$ref": "#/components/schemas/Digit"}, ["One of the members of `Digit`."]),
        (
            {"type": "array", "items": {"anyOf": [{"$ref": "#/components/schemas/Digit"}]}},
            ["One of the members of `Digit`."],
        ),
        (
            {"enum": [*"abcdefghijklmn"]},
            ["One of `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j`, `k`, `l` and 2 more."],
        ),
        (
            {"type": "array", "items": {"type": "string", "minLength": 1, "pattern": "^a$"}},
            ["Each: must not be empty.", "Each: must match `^a$`."],
        ),
    ],
    ids=str,
)  # fmt: skip
def test_constraint(schema: dict[str, Any], expected: list[str]) -> None:
    """Each constraint of a schema is one sentence, with its unit."""
    assert constraints(DOCUMENT, schema) == expected


def test_description() -> None:
    """A description beside a reference comes before that of the schema it refers to."""
    schema = {"$ref": "#/components/schemas/Kind", "description": "Kind of\n the fruit"}

    assert described(DOCUMENT, schema) == "Kind of the fruit. Known values: `apple`, `pear`."
    assert described(DOCUMENT, {"minimum": 1}, "Count.") == "Count. At least 1."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After `cutAt`.", "After `cut_at`."),
        ("After cutAt.", "After cutAt."),
        ("`mainBranch.leafCount` leaves", "`main_branch.leaf_count` leaves"),
        ("`type` of it", "`type_` of it"),
        ("`X-Row-Id` or `null`", "`x_row_id` or `None`"),
        ("`true` or `cut at`", "`True` or `cut at`"),
        ("`pear` is a value, not the property", "`pear` is a value, not the property"),
        ("see `orchard_trees_get`", "see `orchard.trees.get`"),
        ("see `GET /trees/{treeId}`", "see `orchard.trees.get`"),
        ("`mainBranch.unknown`", "`mainBranch.unknown`"),
    ],
)
def test_name(text: str, expected: str) -> None:
    """A name in backticks becomes that of Python code; other words and values stay."""
    assert PythonNames(DOCUMENT).replace(text) == expected


def test_own_name() -> None:
    """The keyword of a method comes before the attribute of a model."""
    own = {"type": "type", "pear": "pears"}

    assert PythonNames(DOCUMENT).replace("`type` and `pear`", own) == "`type` and `pears`"


def test_sections(probe_package: Path) -> None:
    """A method says what it needs, takes, returns and raises, and what a retry does."""
    assert doc("prune").splitlines() == [
        "Prune a tree.",
        "",
        "Removes branches, `crown_height` metres from the ground.",
        "",
        "Requires: permission `trees:write`; prerequisites `garden_key`, `row_access`.",
        "",
        "If the response is lost, the state is read instead of sending again.",
        "",
        "Args:",
        "    tree: The tree.",
        "    crown_height: In metres. From 0.5 to 4.",
        "    tools: Only with these. Known values: `saw`, `shears`. At least 1 item.",
        "    note: At most 80 characters. `None` is sent as null.",
        "",
        "Returns:",
        "    The tree. If the response was lost, the result is rebuilt from a follow-up read.",
        "",
        "Raises:",
        "    InvalidArgumentError: An argument cannot be sent.",
        "    NotFoundError: There is no such tree (404).",
        "    InternalServerError: The orchard failed (500). Its gate failed (502).",
        "    OutcomeUnknownError: The call may have succeeded; the client could not confirm it.",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plant", "Never sent again after it may have arrived."),
        ("survey", "Retried with the same idempotency key, so it is done once."),
        ("approve", "instead of sending again. This needs `tree_id`."),
        ("change", "the state is read first. The call is sent again only if it was not applied."),
    ],
)
def test_retry(probe_package: Path, name: str, expected: str) -> None:
    """A write says in one line what a retry does."""
    assert expected in " ".join(doc(name).split())


def test_alternatives(probe_package: Path) -> None:
    """Several successful responses are one sentence."""
    assert "First response: An earlier survey, or the survey." in " ".join(doc("survey").split())


def test_read(probe_package: Path) -> None:
    """A read says nothing about retries, and a method without arguments has no such section."""
    assert "etried" not in doc("list")
    assert "Args:" not in doc("open_gate")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("list", "builtins.list[Tree]"),
        ("standing", "Pager[TreePageResponseData, Tree]"),
        ("survey", "Job[Survey, Survey]"),
    ],
)
def test_returns(probe_package: Path, name: str, expected: str) -> None:
    """The return type follows how the operation gives its result."""
    assert inspect.signature(getattr(resource(None), name)).return_annotation == expected


def test_qualified() -> None:
    """Only the type `list` itself is named as that of builtins."""
    assert qualify_list("list[Mylist[int]] | builtins.list[list[str]]") == (
        "builtins.list[Mylist[int]] | builtins.list[builtins.list[str]]"
    )


def test_imperative() -> None:
    """Each docstring of a generated function starts with an imperative verb."""
    options = ["--isolated", "--select=D401", "--quiet", "--config", _PROPERTIES]
    command = [sys.executable, "-m", "ruff", "check", *options, str(generator.PACKAGE)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603

    assert run.returncode == 0, run.stdout

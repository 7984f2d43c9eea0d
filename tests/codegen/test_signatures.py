"""What a method takes: parameters, and the fields of its body as keywords."""

import inspect
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.probe_package import Recorder, request_of, resource


@pytest.fixture
def sent(probe_package: Path) -> Recorder:
    """Return a sender that keeps its calls."""
    return Recorder()


def body_of(sent: Recorder) -> Any:
    """Return the JSON body of the only call."""
    [call] = sent.calls
    return json.loads(request_of(call).content)


def declared(name: str, keyword: str) -> tuple[str, Any]:
    """Return the declaration of a keyword: its type, and its default as text."""
    parameter = inspect.signature(getattr(resource(None), name)).parameters[keyword]
    return parameter.annotation, repr(parameter.default)


def test_fields(sent: Recorder) -> None:
    """The fields of a body are keywords, and what is left out is not sent."""
    resource(sent).graft("r", kind="pear")

    assert body_of(sent) == {"kind": "pear"}


def test_missing_field(sent: Recorder) -> None:
    """A field that the vendor requires has no default."""
    with pytest.raises(TypeError, match="kind"):
        resource(sent).graft("r")


def test_enumeration(sent: Recorder, trees: Any) -> None:
    """An enumeration is accepted as a member or as text, also as an unknown text."""
    resource(sent).graft("r", kind=trees.Kind.APPLE)
    resource(sent).graft("r", kind="quince")

    assert [request_of(call).content for call in sent.calls] == [
        b'{"kind":"apple"}',
        b'{"kind":"quince"}',
    ]


def test_parameter(sent: Recorder) -> None:
    """An enumeration in the query is taken as text too."""
    pager = resource(sent).standing("r", kind="pear")

    assert pager._call.options["params"] == {"kind": "pear"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, None),
        ({"cut_at": None}, {"cutAt": None}),
        (
            {"cut_at": datetime(2026, 3, 1, tzinfo=UTC), "crops": [[1]]},
            {"cutAt": "2026-03-01T00:00:00.000Z", "crops": [[1]]},
        ),
    ],
    ids=["nothing", "null", "values"],
)
def test_optional_body(sent: Recorder, given: dict[str, Any], expected: Any) -> None:
    """A given null is sent; an empty optional body is not sent at all."""
    resource(sent).change("t", **given)
    content = request_of(sent.calls[0]).content

    assert (json.loads(content) if content else None) == expected


def test_null_of_enumeration(sent: Recorder) -> None:
    """A null in the place of an enumeration stays one, required or not."""
    send = type("Raw", (), {"raw": sent.__call__})()
    with pytest.raises(AttributeError, match="payload"):  # of an answer that the recorder has not
        resource(send).survey("r", season=None, after=None)

    assert body_of(sent) == {"season": None, "after": None}


def test_delete_with_body(sent: Recorder) -> None:
    """A DELETE takes a body; lists, maps and names of Python's own are as one writes them."""
    resource(sent).fell("r", ids=["a"], kinds=["pear"], list=None, reasons={"a": "old"}, type="x")
    request = request_of(sent.calls[0])

    assert (request.method, str(request.url.query, "ascii")) == ("DELETE", "type=x")
    assert json.loads(request.content) == {
        "ids": ["a"],
        "kinds": ["pear"],
        "list": None,
        "reasons": {"a": "old"},
    }


@pytest.mark.parametrize(
    ("name", "keyword", "expected"),
    [
        ("graft", "kind", ("Kind | str", "<class 'inspect._empty'>")),
        ("graft", "height", ("float | None", "None")),
        ("change", "cut_at", ("datetime.datetime | None | Unset", "UNSET")),
        ("fell", "kinds", ("Iterable[Kind | str] | None", "None")),
        ("fell", "note", ("Any", "UNSET")),
        ("survey", "season", ("Season | str | None", "<class 'inspect._empty'>")),
        ("survey", "idempotency_key", ("str | None", "None")),
        ("standing", "cursor", ("str | None", "None")),
        ("label", "body", ("Iterable[str]", "<class 'inspect._empty'>")),
        ("name", "body", ("Naming | Mapping[str, Any]", "<class 'inspect._empty'>")),
    ],
)
def test_declared(probe_package: Path, name: str, keyword: str, expected: tuple[str, str]) -> None:
    """None is the default of what has no null, UNSET of what has; some bodies stay whole."""
    assert declared(name, keyword) == expected


def test_docstring(probe_package: Path) -> None:
    """The fields of the body are described beside the parameters."""
    shown = f"{inspect.getdoc(resource(None).graft)}{inspect.getdoc(resource(None).approve)}"

    assert "height: In metres." in shown
    assert (
        "tree_id: The tree that the permit is about. Not sent: used only to confirm the outcome."
        in shown
    )

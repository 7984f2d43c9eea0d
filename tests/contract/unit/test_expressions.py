"""Runtime expressions find values in a call, its response and its arguments."""

from typing import Any

import pytest
from campaignkit_contract.spec.expressions import MISSING, CallContext, expressions_in, value_at

CALL = CallContext({"id": "7"}, {"name": "n"}, {"leadId": "l"}, {"items": [{"id": 1}]})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("$request.path.id", "7"),
        ("$request.body#/name", "n"),
        ("$request.body#/other", MISSING),
        ("$argument.leadId", "l"),
        ("$response.body#/items/0/id", 1),
        ("$response.body#/items/5/id", MISSING),
        ("a constant", "a constant"),
        (True, True),
    ],
)
def test_evaluate(expression: Any, value: Any) -> None:
    """An expression has its value; a constant is its own value."""
    assert CALL.evaluate(expression) is value or CALL.evaluate(expression) == value


def test_slash() -> None:
    """The leading slash of a pointer can be left out."""
    assert value_at({"a": {"b": 1}}, "a/b") == value_at({"a": {"b": 1}}, "/a/b") == 1
    assert value_at([1], "") == [1]


def test_expressions_in() -> None:
    """An expression is a whole text or a part of one in braces."""
    assert expressions_in("$url") == ["$url"]
    assert expressions_in("at {$url} by {$method}") == ["$url", "$method"]
    assert expressions_in(5) == expressions_in("constant") == []

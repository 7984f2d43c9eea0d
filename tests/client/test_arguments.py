"""Every operation refuses by name what cannot be sent, before anything is sent."""

import inspect
import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

import numpy as np
import pytest
from campaignkit import InvalidArgumentError, InvalidArgumentTypeError

from tests.client.argument_calls import client_of, refusal
from tests.example_calls import OPERATION_IDS, method_of

# What methods take besides what goes into a request.
OF_BATCHES = {"batch_size", "concurrency", "on_progress"}


each_operation = pytest.mark.parametrize("operation_id", OPERATION_IDS)


def parameters_of(operation_id: str) -> dict[str, inspect.Parameter]:
    """Return the parameters of the method of an operation, by name."""
    method = method_of(client_of(operation_id), operation_id)
    found = dict(inspect.signature(method).parameters)
    return {name: call for name, call in found.items() if name not in OF_BATCHES}


class Nothing:
    """A value of a type that nothing can be made of."""


@pytest.mark.no_cover
@pytest.mark.grid(one_in=4)
@each_operation
@pytest.mark.parametrize(
    ("is_async", "is_raw"), [(False, False), (False, True), (True, False), (True, True)]
)
def test_every_argument(operation_id: str, is_async: bool, is_raw: bool) -> None:
    """A value of a wrong type is named, whichever argument it is and however it is called."""
    for name in parameters_of(operation_id):
        error = refusal(operation_id, {name: Nothing()}, is_async=is_async, is_raw=is_raw)

        assert (type(error), error.argument) == (InvalidArgumentTypeError, name), error
        assert str(error).startswith(name)
        assert "got Nothing" in str(error)
        assert (error.outcome, error.attempts) == ("not_sent", 0)


@pytest.mark.no_cover
@each_operation
def test_every_required_argument(operation_id: str) -> None:
    """None in the place of what is required is named."""
    for name, parameter in parameters_of(operation_id).items():
        is_nullable = "None" in str(parameter.annotation) or parameter.annotation == "Any"
        if parameter.default is parameter.empty and not is_nullable:
            error = refusal(operation_id, {name: None})

            assert (error.argument, "got None" in str(error)) == (name, True)


TEXTS = {"str", "str | None", "str | None | Unset"}
NUMBERS = {"float", "float | None", "float | None | Unset"}
TRUTH_VALUES = {"bool", "bool | None", "bool | None | Unset"}


def of_type(operation_id: str, *annotations: str) -> Iterator[str]:
    """Yield the arguments of an operation with an annotation."""
    for name, parameter in parameters_of(operation_id).items():
        if str(parameter.annotation) in annotations:
            yield name


NO_TEXTS: list[Any] = [b"x", 1.5, math.nan, True, ["a"], {"a": "b"}, "\ud800"]


@pytest.mark.grid(one_in=4)
@each_operation
def test_every_text(operation_id: str) -> None:
    """A text is a text: no bytes, numbers, lists or dicts, and nothing that UTF-8 cannot hold."""
    for name, value in product(of_type(operation_id, *TEXTS), NO_TEXTS):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_INTEGERS: list[Any] = ["5", 1.5, math.nan, True, Decimal(5), 2**63]


@pytest.mark.no_cover
@each_operation
def test_every_integer(operation_id: str) -> None:
    """An integer is one, of at most 64 bits."""
    for name, value in product(of_type(operation_id, "int", "int | None"), NO_INTEGERS):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_NUMBERS: list[Any] = [math.nan, math.inf, Decimal("0.5"), "0.5", True, 10**400]


@pytest.mark.no_cover
@each_operation
def test_every_number(operation_id: str) -> None:
    """A number is a finite float or an integer, and no text of one."""
    for name, value in product(of_type(operation_id, *NUMBERS), NO_NUMBERS):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_TRUTH_VALUES: list[Any] = [1, "true", np.True_]


@pytest.mark.no_cover
@each_operation
def test_every_truth_value(operation_id: str) -> None:
    """A truth value is True or False."""
    for name, value in product(of_type(operation_id, *TRUTH_VALUES), NO_TRUTH_VALUES):
        assert refusal(operation_id, {name: value}).argument == name, value


NO_LISTS: list[Any] = ["abc", b"abc", {"a": "b"}, 5]


@pytest.mark.no_cover
@each_operation
def test_every_list(operation_id: str) -> None:
    """A list is no text, no bytes and no dict."""
    for name, parameter in parameters_of(operation_id).items():
        is_list = "list[" in str(parameter.annotation) or "Iterable[" in str(parameter.annotation)
        for value in NO_LISTS if is_list else ():
            error = refusal(operation_id, {name: value})

            assert (type(error), error.argument) == (InvalidArgumentTypeError, name), value


HEADERS = [
    (operation_id, name)
    for operation_id in OPERATION_IDS
    for name in ("idempotency_key", "sub_organization_id")
    if name in parameters_of(operation_id)
]


@pytest.mark.grid(one_in=4)
@pytest.mark.parametrize(("operation_id", "name"), HEADERS)
@pytest.mark.parametrize(
    "value", ["abc\n", "trail ", " lead", "ключ", "", "\x00", "a\r\nX-Own: 1", "a\tb", "\ud800"]
)
def test_every_header(operation_id: str, name: str, value: str) -> None:
    """A header carries printable ASCII text without blanks at its ends."""
    for is_async in (False, True):
        error = refusal(operation_id, {name: value}, is_async=is_async)

        assert (error.argument, error.outcome, type(error)) == (
            *(name, "not_sent"),
            InvalidArgumentError,
        )


def test_headers() -> None:
    """Those are all headers that operations take."""
    assert len(HEADERS) == 19


NO_SEGMENTS = ["", " ", ".", "..", "a\n", "\x00", "x" * 70_000, "я" * 20_000]


@pytest.mark.grid(one_in=4)
@each_operation
def test_every_path(operation_id: str) -> None:
    """A path holds no empty segment, none that moves it, no line break and no endless one."""
    for name, parameter in parameters_of(operation_id).items():
        for value in NO_SEGMENTS if parameter.kind is parameter.POSITIONAL_OR_KEYWORD else ():
            assert refusal(operation_id, {name: value}).argument == name, value

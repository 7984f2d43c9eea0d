"""Functions of the caller, checked before they are needed."""

from inspect import iscoroutinefunction
from typing import Any

from .errors import InvalidArgumentTypeError


def validate_callable(name: str, function: Any, *, may_be_async: bool) -> Any:
    """Return the function.

    Args:
        name: Argument that holds the function.
        function: Value of the argument.
        may_be_async: False if the result is not awaited, so a coroutine function would do nothing.

    Raises:
        InvalidArgumentTypeError: It cannot be called, or only by asyncio.
    """
    if not callable(function):
        message = f"{name} must be callable, got {type(function).__name__}."
        raise InvalidArgumentTypeError(message, argument=name)
    if not may_be_async and iscoroutinefunction(function):
        message = f"{name} must be a function, got a coroutine function, which is not awaited here."
        raise InvalidArgumentTypeError(message, argument=name)
    return function


def validate_callback(name: str, function: Any, *, may_be_async: bool) -> Any:
    """Return the function as `validate_callable`, or None."""
    if function is None:
        return None
    return validate_callable(name, function, may_be_async=may_be_async)

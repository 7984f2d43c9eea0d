"""Calls whose arguments are refused before a request is sent."""

import asyncio
import inspect
from typing import Any

import httpx
import pytest
from campaignkit import InvalidArgumentError
from campaignkit.models import CallersContactBulkItem, CallersContactBulkItemData

from tests.client.responses import KEY, transport
from tests.example_calls import ASYNC_CLIENTS, CLIENTS, arguments_of, method_of, vendor_of


def unreached() -> httpx.MockTransport:
    """Return a transport that no request may reach."""
    return transport(lambda request: pytest.fail(f"{request.method} {request.url} was sent"))


def client_of(operation_id: str, *, is_async: bool = False) -> Any:
    """Return a client whose calls reach nothing."""
    kinds: dict[str, Any] = ASYNC_CLIENTS if is_async else CLIENTS
    return kinds[vendor_of(operation_id)](api_key=KEY, transport=unreached())


def refusal(
    operation_id: str, changes: dict[str, Any], *, is_async: bool = False, is_raw: bool = False
) -> InvalidArgumentError:
    """Return the error of a method that is called as in the examples, with some other arguments."""
    method = method_of(client_of(operation_id, is_async=is_async), operation_id, is_raw=is_raw)
    with pytest.raises(InvalidArgumentError) as caught:
        carry_out(method, arguments_of(operation_id) | changes)
    return caught.value


def carry_out(method: Any, arguments: dict[str, Any]) -> None:
    """Call a method, and wait for all that it gives."""
    outcome = method(**arguments)
    list(asyncio.run(finished(outcome)) if inspect.isawaitable(outcome) else outcome)


async def finished(awaitable: Any) -> Any:
    """Return the result of an awaitable."""
    return await awaitable


def item(**changes: Any) -> CallersContactBulkItem:
    """Return a contact for a bulk call."""
    data = CallersContactBulkItemData({"a": "b"})
    fields: dict[str, Any] = {"name": "n", "phone_number": "+1", "data": data}
    return CallersContactBulkItem(**(fields | changes))

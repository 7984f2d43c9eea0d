"""Method `request` of clients: calls that the spec does not document."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Literal, NoReturn

from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.inspection import describe_value
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import (
    Call,
    ContentDecoder,
    Credential,
    Decoder,
    Operation,
    read_bytes,
)
from campaignkit_runtime.protocols import AsyncSender, RawResponse, Sender

from ._exceptions import InvalidArgumentError
from ._headers import merge_headers
from ._retry_loop import IDEMPOTENCY_KEY

RequestIdempotency = Literal["safe", "keyed", "never"]

_IDEMPOTENCIES: tuple[RequestIdempotency, ...] = ("safe", "keyed", "never")
_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
_PATH = re.compile(r"/[!-~]*", re.ASCII)

_Scalar = str | int | float | bool


class AnyCall:
    """Method `request` of blocking clients."""

    CREDENTIALS: ClassVar[tuple[Credential, ...]]
    _send: Sender

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = UNSET,
        params: Mapping[str, _Scalar | Iterable[_Scalar] | None] | None = None,
        headers: Mapping[str, str] | None = None,
        idempotency: RequestIdempotency = "never",
        idempotency_key: str | None = None,
    ) -> RawResponse[Any]:
        """Make a call that has no method, with the key, deadline, limits and errors of the client.

        Args:
            method: Method of HTTP.
            path: Path after the base URL, such as "/v2/teams".
            json: Body of the request, which is sent as JSON.
            params: Query parameters; an iterable repeats its parameter, None leaves it out.
            headers: Headers of this call.
            idempotency: When the call may be sent again. "never" is not if it may have arrived.
                "safe" is for calls that change nothing. "keyed" sends an `Idempotency-Key`, which
                the server must know.
            idempotency_key: Key of a "keyed" call; by default a new one.

        Returns:
            The response. Its `payload` is the parsed JSON without the vendor's envelope. It is None
            without a body, and bytes for another media type than JSON.

        Raises:
            InvalidArgumentError: An argument is not valid; nothing was sent.
            CampaignKitError: The call failed.
        """
        call = _call_of(self.CREDENTIALS, method, path, idempotency)
        options = _options(json, params, headers, idempotency_key, idempotency)
        return self._send.raw(call.with_options(**options))


class AsyncAnyCall:
    """Method `request` of async clients."""

    CREDENTIALS: ClassVar[tuple[Credential, ...]]
    _send: AsyncSender

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = UNSET,
        params: Mapping[str, _Scalar | Iterable[_Scalar] | None] | None = None,
        headers: Mapping[str, str] | None = None,
        idempotency: RequestIdempotency = "never",
        idempotency_key: str | None = None,
    ) -> RawResponse[Any]:
        """Make a call that has no method; as `Sonarly.request`."""
        call = _call_of(self.CREDENTIALS, method, path, idempotency)
        options = _options(json, params, headers, idempotency_key, idempotency)
        return await self._send.raw(call.with_options(**options))


class _AnyDecoder(Decoder[Any, Any]):
    """Decoder of any JSON, in the vendor's envelope or without it, and of bytes."""

    def __init__(self) -> None:
        others = (ContentDecoder(("*/*",), read_bytes),)
        super().__init__(Any, _unchanged, _payload, others=others)

    def for_content_type(self, content_type: str) -> Decoder[Any, Any]:
        """Return the decoder itself for JSON, and for a body without a type."""
        media_type = content_type.partition(";")[0].strip().lower()
        is_json = not media_type or media_type.endswith(("/json", "+json"))
        return self if is_json else super().for_content_type(content_type)

    def body(self, content: bytes) -> Any:
        """Return None without a body; leave any other to the tolerant way, by parsed JSON."""
        if content:
            raise FastDecodeError
        return None


def _unchanged(document: Any) -> Any:
    return document


def _payload(document: Any) -> Any:
    is_envelope = isinstance(document, dict) and {"success", "data"} <= document.keys()
    return document["data"] if is_envelope else document


@cache
def _operation(
    credentials: tuple[str, ...], method: str, idempotency: RequestIdempotency
) -> Operation[Any]:
    security = tuple((name,) for name in credentials)
    return Operation(
        *("request", method, idempotency, {}), other_success=_AnyDecoder(), security=security
    )


def _call_of(
    credentials: Iterable[Credential], method: str, path: str, idempotency: RequestIdempotency
) -> Call[Any]:
    name = method.upper() if isinstance(method, str) else method
    if name not in _METHODS:
        _refuse("method", f"one of {', '.join(_METHODS)}", method)
    if not (isinstance(path, str) and _PATH.fullmatch(path)) or {"?", "#"} & {*path}:
        _refuse("path", 'a quoted path such as "/v2/teams", without a query', path)
    if idempotency not in _IDEMPOTENCIES:
        _refuse("idempotency", '"safe", "keyed" or "never"', idempotency)
    names = tuple(credential.name for credential in credentials)
    return Call(_operation(names, name, idempotency), path, {})


def _options(
    body: Any,
    params: Mapping[str, Any] | None,
    headers: Mapping[str, str] | None,
    idempotency_key: str | None,
    idempotency: RequestIdempotency,
) -> dict[str, Any]:
    """Return the options of the call."""
    options: dict[str, Any] = {}
    if body is not UNSET:
        options["json"] = _json_value(body)
    if params:
        options["params"] = {
            name: value if isinstance(value, _Scalar) else list(value)
            for name, value in params.items()
            if value is not None
        }
    own = dict(merge_headers((), headers or {}, {}))
    if idempotency_key is not None:
        if idempotency != "keyed" or not isinstance(idempotency_key, str):
            _refuse("idempotency_key", 'text, and only for idempotency="keyed"', idempotency_key)
        own[IDEMPOTENCY_KEY] = idempotency_key
    return {**options, "headers": own} if own else options


def _json_value(body: Any) -> Any:
    """Return the body as plain JSON values, models included."""
    try:
        return json.loads(json.dumps(body, default=_plain, allow_nan=False))
    except (TypeError, ValueError, RecursionError):
        message = "json must be values of JSON, or models."
        raise InvalidArgumentError(message, argument="json", outcome="not_sent") from None


def _plain(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") else [*value]


def _refuse(name: str, expected: str, value: object) -> NoReturn:
    message = f"{name} must be {expected}, got {describe_value(value)}."
    raise InvalidArgumentError(message, argument=name, outcome="not_sent")

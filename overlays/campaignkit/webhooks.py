"""Webhooks of Callers.ai: verification of the signature, and the event of a call.

`verify` and `receive` need the extra: `pip install 'campaignkit[webhooks]'`.

Signature and fields are known only from earlier documents of the vendor (standing:
earlier-documents), when its API was called Voxia. Test them with a real webhook before you rely on
them.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from campaignkit_api.api.callers_calls.callers_calls_webhook_payload import OPERATION
from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.decoding.readers import SchemaMismatchError

from ._exceptions import ConfigurationError, ResponseDecodeError, WebhookSignatureError

if TYPE_CHECKING:
    from campaignkit_api.models import CallWebhookPayload
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

Payload: TypeAlias = bytes | bytearray | memoryview
Headers: TypeAlias = Mapping[str, Any] | Iterable[tuple[str | bytes, str | bytes]]
PublicKey: TypeAlias = "str | bytes | bytearray | memoryview | RSAPublicKey"

SIGNATURE_HEADERS = ("X-Voxia-Signature", "X-Signature")
"""Headers of the signature; the second is for whitelabel accounts. The names may have changed."""

__all__ = [
    "SIGNATURE_HEADERS",
    "WebhookSignatureError",
    "find_signature",
    "parse",
    "receive",
    "verify",
]

# The API returns the same payload on request, so its decoder is used.
_DECODER = OPERATION.decoders[200]


def receive(
    payload: Payload, headers: Headers | str | None, public_key: PublicKey
) -> "CallWebhookPayload":
    """Verify a webhook and return its event: `verify`, then `parse`.

    Args:
        payload: The received body in bytes.
        headers: Headers of the request, as your framework has them, or the value of the signature
            header.
        public_key: Public key of the vendor, in PEM or DER, or as an object of cryptography.

    Raises:
        WebhookSignatureError: The vendor did not sign these bytes.
        ResponseDecodeError: The payload is not a webhook of a call.
        ConfigurationError: An argument is not valid, or the extra is not installed.
    """
    verify(payload, headers, public_key)
    return parse(payload)


def parse(payload: Payload) -> "CallWebhookPayload":
    """Return the event of a webhook without verifying its sender.

    Unknown fields and enumeration values are accepted.

    Args:
        payload: The received body in bytes.

    Raises:
        ResponseDecodeError: The payload is not a webhook of a call. `json_path` and `expected`
            name the place and the expected value.
        ConfigurationError: The payload is not bytes.
    """
    event = _decoded_event(_bytes_of(payload))
    if isinstance(event, ResponseDecodeError):
        raise event
    return event


def _decoded_event(payload: bytes) -> "CallWebhookPayload | ResponseDecodeError":
    try:
        return _DECODER.payload(_DECODER.body(payload))
    except FastDecodeError:
        pass  # the tolerant decoder accepts more
    try:
        return _DECODER.payload(_DECODER.tolerant_body(json.loads(payload)))
    except SchemaMismatchError as mismatch:
        problem = f"{mismatch.path} must be {mismatch.expected}"
        fields = {"json_path": mismatch.path, "expected": mismatch.expected}
    except (ValueError, RecursionError):
        problem, fields = "it is not JSON", {"expected": "JSON"}
    # Returned, not raised, so that a traceback with locals does not show the body.
    return ResponseDecodeError(f"The payload is not a webhook of a call: {problem}.", **fields)


def verify(payload: Payload, headers: Headers | str | None, public_key: PublicKey) -> None:
    """Raise WebhookSignatureError unless the vendor signed these bytes.

    The signature is base64 of RSA (PKCS #1 v1.5) over SHA-256.

    Args:
        payload: The received body in bytes. Parsing and serializing it again changes the bytes.
        headers: Headers of the request, as your framework has them, or the value of the signature
            header.
        public_key: Public key of the vendor, in PEM or DER, or as an object of cryptography.

    Raises:
        WebhookSignatureError: The vendor did not sign these bytes.
        ConfigurationError: An argument is not valid, or the extra is not installed.
    """
    content = _bytes_of(payload)
    signature = headers if headers is None or isinstance(headers, str) else find_signature(headers)
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    except ImportError:
        raise ConfigurationError(
            "cryptography is not installed. Install campaignkit with the extra [webhooks]."
        ) from None
    key = _rsa_key(public_key)
    try:
        key.verify(_decoded(signature), content, PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise WebhookSignatureError(
            "The signature does not match the payload and the public key."
        ) from None


def find_signature(headers: Headers) -> str | None:
    """Return the value of the signature header; None if the request has none.

    Args:
        headers: A mapping or pairs, such as the headers of Flask, FastAPI and Django, or the
            variables of WSGI. Names have no case.

    Raises:
        ConfigurationError: It is neither.
    """
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    try:
        found = {_text(name).lower().replace("_", "-"): value for name, value in pairs}
    except (TypeError, ValueError):
        raise ConfigurationError(
            f"headers must be a mapping or pairs, got {type(headers).__name__}."
        ) from None
    for name in SIGNATURE_HEADERS:
        value = found.get(name.lower(), found.get(f"http-{name.lower()}"))
        if value is not None:
            return _text(value)
    return None


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _bytes_of(payload: object) -> bytes:
    if not isinstance(payload, bytes | bytearray | memoryview):
        raise ConfigurationError(
            f"payload must be bytes, got {type(payload).__name__}. Pass the received body."
        )
    return bytes(payload)


def _rsa_key(public_key: object) -> "RSAPublicKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import (
        load_der_public_key,
        load_pem_public_key,
    )

    key: object = public_key
    if isinstance(public_key, str | bytes | bytearray | memoryview):
        data = public_key.encode() if isinstance(public_key, str) else bytes(public_key)
        load = load_pem_public_key if b"-----BEGIN" in data else load_der_public_key
        try:
            key = load(data)
        except ValueError:
            raise ConfigurationError("public_key must be a public key in PEM or DER.") from None
    if not isinstance(key, RSAPublicKey):
        raise ConfigurationError(f"public_key must be an RSA key, got {type(key).__name__}.")
    return key


def _decoded(signature: str | None) -> bytes:
    if not signature:
        headers = " or ".join(SIGNATURE_HEADERS)
        raise WebhookSignatureError(f"The signature is missing. It is the header {headers}.")
    try:
        return base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        raise WebhookSignatureError("The signature is not base64.") from None

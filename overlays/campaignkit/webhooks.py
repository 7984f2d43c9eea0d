"""Webhooks of Callers.ai: whether one is from the vendor, and what it tells of a call.

`verify` and `receive` need the extra: `pip install 'campaignkit[webhooks]'`.

The rule and the fields are known from the vendor's earlier documents only (standing:
earlier-documents), of before its API was renamed from Voxia. Try them on a real webhook before you
rely on them.
"""

import base64
import binascii
import json
from typing import TYPE_CHECKING

from campaignkit_api.api.callers_calls.callers_calls_webhook_payload import OPERATION
from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.decoding.readers import SchemaMismatchError

from ._exceptions import ConfigurationError, ResponseDecodeError, WebhookSignatureError

if TYPE_CHECKING:
    from campaignkit_api.models import CallWebhookPayload
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

SIGNATURE_HEADERS = ("X-Voxia-Signature", "X-Signature")
"""Where the signature stands, in the second for whitelabel accounts; it may have moved since."""

__all__ = ["SIGNATURE_HEADERS", "WebhookSignatureError", "parse", "receive", "verify"]

# The API answers with the same payload on request, so it is read in the same way.
_DECODER = OPERATION.decoders[200]


def receive(payload: bytes, signature: str | None, public_key: str | bytes) -> "CallWebhookPayload":
    """Return what a webhook tells, where the vendor signed it: `verify`, then `parse`."""
    verify(payload, signature, public_key)
    return parse(payload)


def parse(payload: bytes) -> "CallWebhookPayload":
    """Return what a webhook tells of a call, whoever sent it; `verify` says whether the vendor did.

    `payload` is the body as it was received. Fields and values that the spec does not know are no
    error. Raises ResponseDecodeError where it is no such payload: `json_path` and `expected` say
    what does not fit.
    """
    _require_bytes(payload)
    event = _decoded_event(payload)
    if isinstance(event, ResponseDecodeError):
        raise event
    return event


def _decoded_event(payload: bytes) -> "CallWebhookPayload | ResponseDecodeError":
    try:
        return _DECODER.payload(_DECODER.body(payload))
    except FastDecodeError:
        pass  # the slower way forgives what may be forgiven
    try:
        return _DECODER.payload(_DECODER.tolerant_body(json.loads(payload)))
    except SchemaMismatchError as mismatch:
        what = f"its {mismatch.path} is not what the spec says: expected {mismatch.expected}"
        where = {"json_path": mismatch.path, "expected": mismatch.expected}
    except (ValueError, RecursionError):
        what, where = "it is not JSON", {"expected": "JSON"}
    # Returned, not raised: no body shows up in a traceback with locals.
    return ResponseDecodeError(f"The payload is no webhook of a call: {what}.", **where)


def verify(payload: bytes, signature: str | None, public_key: str | bytes) -> None:
    """Return where the vendor signed these bytes, else raise a WebhookSignatureError.

    `payload` is the body as it was received: parsed and written again it has other bytes.
    `signature` is the header's value, base64 of RSA (PKCS #1 v1.5) over SHA-256. `public_key` is
    the vendor's, in PEM. Raises ConfigurationError for a key that is none, or without the extra.
    """
    _require_bytes(payload)
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    except ImportError:
        raise ConfigurationError("install campaignkit with its extra [webhooks]") from None
    key = _rsa_key(public_key)
    try:
        key.verify(_decoded(signature), payload, PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise WebhookSignatureError("the signature is not the vendor's for this payload") from None


def _require_bytes(payload: object) -> None:
    if not isinstance(payload, bytes):
        raise ConfigurationError("payload is not bytes: pass the body as it was received")


def _rsa_key(public_key: str | bytes) -> "RSAPublicKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    data = public_key.encode() if isinstance(public_key, str) else public_key
    try:
        key = load_pem_public_key(data)
    except ValueError:
        raise ConfigurationError("public_key is no public key in PEM") from None
    if not isinstance(key, RSAPublicKey):
        raise ConfigurationError("public_key is no RSA key")
    return key


def _decoded(signature: str | None) -> bytes:
    if not signature:
        where = " or ".join(SIGNATURE_HEADERS)
        raise WebhookSignatureError(f"there is no signature: it stands in {where}")
    try:
        return base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        raise WebhookSignatureError("the signature is not base64") from None

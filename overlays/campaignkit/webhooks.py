"""Webhooks of Callers.ai: whether one is from the vendor.

It needs the extra: `pip install 'campaignkit[webhooks]'`.

The rule is known from the vendor's earlier documents only (standing: earlier-documents), of before
its API was renamed from Voxia. Try it on a real webhook before you rely on it.
"""

import base64
import binascii
from typing import TYPE_CHECKING

from ._errors import ConfigurationError, WebhookSignatureError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

SIGNATURE_HEADERS = ("X-Voxia-Signature", "X-Signature")
"""Where the signature stands, in the second for whitelabel accounts; it may have moved since."""

__all__ = ["SIGNATURE_HEADERS", "WebhookSignatureError", "verify"]


def verify(payload: bytes, signature: str | None, public_key: str | bytes) -> None:
    """Return where the vendor signed these bytes, else raise a WebhookSignatureError.

    `payload` is the body as it was received: parsed and written again it has other bytes.
    `signature` is the header's value, base64 of RSA (PKCS #1 v1.5) over SHA-256. `public_key` is
    the vendor's, in PEM. Raises ConfigurationError for a key that is none, or without the extra.
    """
    if not isinstance(payload, bytes):
        raise ConfigurationError("payload is not bytes: pass the body as it was received")
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

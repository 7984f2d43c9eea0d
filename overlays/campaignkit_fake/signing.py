"""Signatures of webhooks, for the tests of an endpoint that receives them."""

import base64
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

SIGNATURE_HEADER = "X-Voxia-Signature"


class SignedWebhook(NamedTuple):
    """Webhook as the vendor would send it, and the key that verifies it."""

    payload: bytes
    headers: dict[str, str]
    public_key: bytes
    """In PEM."""


def sign_webhook(
    payload: bytes | Mapping[str, Any],
    private_key: "RSAPrivateKey | None" = None,
    *,
    header: str = SIGNATURE_HEADER,
) -> SignedWebhook:
    """Return a webhook with a signature.

    It needs the extra: `pip install 'campaignkit[webhooks]'`.

    Args:
        payload: The body, in bytes or as an object of JSON.
        private_key: Key that signs. Without one it is a key that each process makes once.
        header: Name of the signature header; whitelabel accounts have `X-Signature`.
    """
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    key = private_key or _make_key()
    signature = base64.b64encode(key.sign(body, PKCS1v15(), hashes.SHA256())).decode()
    public_key = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    headers = {"Content-Type": "application/json", header: signature}
    return SignedWebhook(body, headers, public_key)


@lru_cache(maxsize=1)
def _make_key() -> "RSAPrivateKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    return generate_private_key(65_537, 2_048)

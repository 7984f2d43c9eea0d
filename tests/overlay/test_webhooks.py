"""A webhook is acted on only where the vendor signed its very bytes."""

import base64
import subprocess
import sys

import pytest
from campaignkit import ConfigurationError
from campaignkit.webhooks import SIGNATURE_HEADERS, WebhookSignatureError, verify
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PAYLOAD = '{"id": "507f1f77bcf86cd799439011", "status": "INTERESTED", "name": "Zoë"}'.encode()
KEY = rsa.generate_private_key(65_537, 2_048)


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    """The public key as the vendor prints it."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def signed(payload: bytes, key: rsa.RSAPrivateKey = KEY) -> str:
    """The value of the signature's header."""
    return base64.b64encode(key.sign(payload, PKCS1v15(), hashes.SHA256())).decode()


@pytest.mark.parametrize("key", [pem(KEY), pem(KEY).decode()], ids=["bytes", "text"])
def test_signed(key: str | bytes) -> None:
    """The vendor's signature over the bytes is accepted."""
    verify(PAYLOAD, signed(PAYLOAD), key)


@pytest.mark.parametrize(
    ("payload", "signature", "complaint"),
    [
        (PAYLOAD.replace(b": ", b":"), signed(PAYLOAD), "not the vendor's for this payload"),
        (PAYLOAD, signed(b""), "not the vendor's for this payload"),
        (PAYLOAD, signed(PAYLOAD)[:-8], "not the vendor's for this payload"),
        (PAYLOAD, "c2hvcnQ=", "not the vendor's for this payload"),
        (PAYLOAD, "no base64!", "not base64"),
        (PAYLOAD, "ü", "not base64"),
        (PAYLOAD, "", f"it stands in {' or '.join(SIGNATURE_HEADERS)}"),
        (PAYLOAD, None, "there is no signature"),
    ],
    ids=["spaces", "other", "cut", "short", "text", "letters", "empty", "missing"],
)
def test_not_signed(payload: bytes, signature: str | None, complaint: str) -> None:
    """Whatever else comes is refused, and says why."""
    with pytest.raises(WebhookSignatureError, match=complaint):
        verify(payload, signature, pem(KEY))


def test_other_key() -> None:
    """A signature by somebody else's key is refused."""
    other = rsa.generate_private_key(65_537, 2_048)
    with pytest.raises(WebhookSignatureError):
        verify(PAYLOAD, signed(PAYLOAD, other), pem(KEY))


@pytest.mark.parametrize(
    ("payload", "key", "complaint"),
    [
        (PAYLOAD.decode(), pem(KEY), "payload is not bytes"),
        (PAYLOAD, "no key", "no public key in PEM"),
        (PAYLOAD, pem(ec.generate_private_key(ec.SECP256R1())), "no RSA key"),
    ],
    ids=["text", "no key", "other kind of key"],
)
def test_misuse(payload: bytes, key: str | bytes, complaint: str) -> None:
    """A mistake of the caller is told apart from a forged webhook."""
    with pytest.raises(ConfigurationError, match=complaint):
        verify(payload, signed(PAYLOAD), key)


def test_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the error names it."""
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(ConfigurationError, match=r"extra \[webhooks\]"):
        verify(PAYLOAD, "", b"")


def test_not_loaded() -> None:
    """Nobody loads cryptography who does not verify webhooks."""
    script = "import sys, campaignkit.webhooks; print('cryptography' in sys.modules)"
    command = [sys.executable, "-c", script]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert shown.stdout.strip() == "False"

"""A webhook is accepted only if the vendor signed its exact bytes; it describes a call."""

import base64
import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import Callers, ConfigurationError, ResponseDecodeError
from campaignkit.models import CallWebhookAnswer, CallWebhookPayload
from campaignkit.webhooks import (
    SIGNATURE_HEADERS,
    WebhookSignatureError,
    parse,
    receive,
    verify,
)
from campaignkit_fake import SAMPLE_ID, Fake, sign_webhook
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PAYLOAD = '{"id": "507f1f77bcf86cd799439011", "status": "INTERESTED", "name": "Zoë"}'.encode()
FACTS = Path(__file__).parent.parent / "spec" / "facts" / "callers-calls.json"
PRINTED: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))[-1]["fragment"]
KEY = rsa.generate_private_key(65_537, 2_048)


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    """Return the public key as the vendor prints it."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def signed(payload: bytes, key: rsa.RSAPrivateKey = KEY) -> str:
    """Return the value of the signature header."""
    return base64.b64encode(key.sign(payload, PKCS1v15(), hashes.SHA256())).decode()


DER = KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(
    "key",
    [pem(KEY), pem(KEY).decode(), bytearray(pem(KEY)), DER, memoryview(DER), KEY.public_key()],
    ids=["bytes", "text", "array", "DER", "view", "object"],
)
def test_signed(key: Any) -> None:
    """The vendor's signature over the bytes is accepted."""
    verify(PAYLOAD, signed(PAYLOAD), key)


@pytest.mark.parametrize(
    ("payload", "signature", "complaint"),
    [
        (PAYLOAD.replace(b": ", b":"), signed(PAYLOAD), "does not match the payload"),
        (PAYLOAD, signed(b""), "does not match the payload"),
        (PAYLOAD, signed(PAYLOAD)[:-8], "does not match the payload"),
        (PAYLOAD, "c2hvcnQ=", "does not match the payload"),
        (PAYLOAD, "no base64!", "not base64"),
        (PAYLOAD, "ü", "not base64"),
        (PAYLOAD, "", f"It is the header {' or '.join(SIGNATURE_HEADERS)}"),
        (PAYLOAD, None, "signature is missing"),
    ],
    ids=["spaces", "other", "cut", "short", "text", "letters", "empty", "missing"],
)
def test_not_signed(payload: bytes, signature: str | None, complaint: str) -> None:
    """Whatever else comes is refused, and says why."""
    with pytest.raises(WebhookSignatureError, match=complaint):
        verify(payload, signature, pem(KEY))


def test_other_key() -> None:
    """A signature by another key is refused."""
    other = rsa.generate_private_key(65_537, 2_048)
    with pytest.raises(WebhookSignatureError):
        verify(PAYLOAD, signed(PAYLOAD, other), pem(KEY))


@pytest.mark.parametrize(
    ("payload", "key", "complaint"),
    [
        (PAYLOAD.decode(), pem(KEY), "payload must be bytes, got str"),
        (PAYLOAD, b"\x00", "must be a public key in PEM or DER"),
        (PAYLOAD, 5, "must be an RSA key, got int"),
        (PAYLOAD, "no key", "must be a public key in PEM or DER"),
        (PAYLOAD, pem(ec.generate_private_key(ec.SECP256R1())), "must be an RSA key, got "),
    ],
    ids=["text", "no DER", "number", "no key", "other kind of key"],
)
def test_misuse(payload: bytes, key: Any, complaint: str) -> None:
    """A mistake of the caller raises another error than a forged webhook."""
    with pytest.raises(ConfigurationError, match=complaint):
        verify(payload, signed(PAYLOAD), key)


def test_printed_event() -> None:
    """The sample that the vendor prints is read to its last field."""
    event = parse(json.dumps(PRINTED).encode())

    assert event.to_dict() == PRINTED
    assert event.created_at
    assert event.webhook_event == "CONNECTED"


def test_summary() -> None:
    """Answers to key questions are found by their titles; in older payloads they are text."""
    summary = {**PRINTED["summary"], "Old": "yes"}
    event = parse(json.dumps({**PRINTED, "summary": summary}).encode())
    assert event.summary
    [asked, old] = event.summary.additional_properties.values()

    assert isinstance(asked, CallWebhookAnswer)
    assert (asked.type_, asked.value, old) == ("YES_NO", False, "yes")


def test_tolerant() -> None:
    """A field, a word or a null that the vendor adds is no error."""
    added = {"status": "ADDED", "events": [{"type": "ADDED"}], "slackUrl": None, "added": [1]}
    event = parse(json.dumps({**PRINTED, **added}).encode())

    assert (event.status.value, event.status.is_known) == ("ADDED", False)
    assert event.to_dict()["slackUrl"] is None


def test_fake_event() -> None:
    """A response of the API with the same payload is read by the same rules."""
    with Callers(api_key="fake-callers", transport=Fake().transport()) as callers:
        calls = callers.calls.with_raw_response
        raw = calls.webhook_payload(SAMPLE_ID, SAMPLE_ID)

    assert parse(raw.content) == raw.payload


@pytest.mark.parametrize(
    ("payload", "path", "expected"),
    [
        (b"", None, "JSON"),
        (b"\xff", None, "JSON"),
        (b"[]", "$", "an object"),
        (b"{}", "$.id", "a value, but the field is missing"),
        (json.dumps({**PRINTED, "campaign": {}}).encode(), "$.campaign.id", "is missing"),
        (json.dumps({**PRINTED, "events": "SMS"}).encode(), "$.events", "an array"),
    ],
    ids=["empty", "bytes", "list", "no field", "inner field", "text"],
)
def test_no_event(payload: bytes, path: str | None, expected: str) -> None:
    """What is no such payload is an error that leads to the reason."""
    with pytest.raises(ResponseDecodeError, match="is not a webhook of a call") as caught:
        parse(payload)

    assert caught.value.json_path == path
    assert expected in str(caught.value.expected)


def test_text_is_no_payload() -> None:
    """Text is refused, for it has lost the bytes that were signed."""
    with pytest.raises(ConfigurationError, match="payload must be bytes, got str"):
        parse("{}")  # type: ignore[arg-type]


def test_receives() -> None:
    """What is signed is read."""
    payload = json.dumps(PRINTED).encode()

    assert isinstance(receive(payload, signed(payload), pem(KEY)), CallWebhookPayload)


@pytest.mark.parametrize("payload", [bytearray(PAYLOAD), memoryview(PAYLOAD)])
def test_bytes_like(payload: bytearray | memoryview) -> None:
    """A body is any bytes-like object."""
    verify(payload, signed(PAYLOAD), pem(KEY))


NAME = SIGNATURE_HEADERS[0]


@pytest.mark.parametrize(
    "named",
    [
        {NAME: "{}"},
        {NAME.lower(): "{}"},
        {SIGNATURE_HEADERS[1].upper(): "{}"},
        {SIGNATURE_HEADERS[1]: "other", NAME: "{}"},
        {"HTTP_X_VOXIA_SIGNATURE": "{}", "wsgi.input": None},
        [(NAME.lower().encode(), b"{}"), (b"x-other", b"1")],
        httpx.Headers({NAME: "{}"}),
    ],
    ids=["exact", "lower", "second name", "both", "WSGI", "ASGI", "httpx"],
)
def test_headers(named: Any) -> None:
    """The signature is found in the headers of any framework, whatever their case."""
    headers = copy.copy(named)
    value = signed(PAYLOAD)
    if isinstance(headers, list):
        headers = [(name, text.replace(b"{}", value.encode())) for name, text in headers]
    else:
        for name in [name for name, text in headers.items() if text == "{}"]:
            headers[name] = value
    verify(PAYLOAD, headers, pem(KEY))


def test_no_signature() -> None:
    """Headers without a signature are refused, and so is what has no headers."""
    with pytest.raises(WebhookSignatureError, match="The signature is missing"):
        verify(PAYLOAD, {"X-Other": "1"}, pem(KEY))
    with pytest.raises(ConfigurationError, match="headers must be a mapping or pairs, got int"):
        verify(PAYLOAD, 5, pem(KEY))  # type: ignore[arg-type]


@pytest.mark.parametrize("payload", [PAYLOAD, PRINTED], ids=["bytes", "object"])
def test_signs(payload: bytes | dict[str, Any]) -> None:
    """The fake signs what a test sends to its endpoint, also with a key of the test."""
    webhook = sign_webhook(payload)
    verify(webhook.payload, webhook.headers, webhook.public_key)

    own = sign_webhook(payload, KEY, header="X-Signature")
    verify(own.payload, own.headers, pem(KEY))
    assert own.headers.keys() == {"Content-Type", "X-Signature"}
    assert webhook.public_key == sign_webhook(b"").public_key != own.public_key


def test_receives_nothing_unsigned() -> None:
    """What is not signed is not even read."""
    with pytest.raises(WebhookSignatureError):
        receive(b"no JSON", signed(b"other"), pem(KEY))


def test_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the error names it."""
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(ConfigurationError, match=r"extra \[webhooks\]"):
        verify(PAYLOAD, "", b"")


def test_not_loaded() -> None:
    """Only the verification of webhooks imports cryptography."""
    script = "import sys, campaignkit.webhooks; print('cryptography' in sys.modules)"
    command = [sys.executable, "-c", script]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert shown.stdout.strip() == "False"

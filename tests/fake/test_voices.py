"""The voices of Callers.ai's organizations, and the form that clones one."""

from typing import Any

import httpx
import pytest
from campaignkit import Callers
from campaignkit_fake import SAMPLE_ID, Fake

VOICE = f"/voices/{SAMPLE_ID}"
CLONE = "/voices/voice-clone"
BODY = {"name": "Warm voice", "voiceId": "provider-1", "voiceProviderType": "CARTESIA"}
AUDIO = ("files", ("sample.mp3", b"ID3\xff", "audio/mpeg"))


def clone(client: httpx.Client, **fields: Any) -> httpx.Response:
    """Clone a voice by a form."""
    return client.post(CLONE, data={"name": "Warm voice", **fields}, files=[AUDIO])


def test_creates(callers: httpx.Client, fake: Fake) -> None:
    """A voice is added for the key's organization."""
    [voice] = callers.post("/voices", json=BODY).json()
    expected = {"voiceId": "provider-1", "ttsClient": "cartesia", "organizationId": SAMPLE_ID}
    assert voice | expected == voice
    assert voice["id"] in fake.state()["voices"]


def test_creates_for_sub_organizations(callers: httpx.Client, fake: Fake) -> None:
    """On request each sub organization gets a voice of its own."""
    voices = callers.post("/voices", json={**BODY, "subAccounts": True}).json()
    held = fake.state()["organizations"].items()
    subs = [record for record, organization in held if organization["main_id"] == SAMPLE_ID]
    assert [voice["organizationId"] for voice in voices] == [SAMPLE_ID, *subs]
    assert len({voice["id"] for voice in voices}) == len(voices)


def test_updates(callers: httpx.Client) -> None:
    """What is given is changed, and the rest stays."""
    before = callers.put(VOICE, json={}).json()
    after = callers.put(VOICE, json={"settings": {"speed": 2}, "isMultilingual": True}).json()
    assert after == {**before, "settings": {"speed": 2}, "isMultilingual": True}


def test_refused(connect: Any, callers: httpx.Client) -> None:
    """An unknown voice is a 404; a voice of another organization is a 403."""
    assert callers.put("/voices/unknown", json={}).status_code == 404
    assert connect("fake-callers-other").put(VOICE, json={}).status_code == 403
    assert connect("fake-callers-gone").post("/voices", json=BODY).status_code == 403


def test_clones(callers: httpx.Client) -> None:
    """The fields of the form are read as what they are."""
    fields = {"supportedLocales": ["en-US", "de-DE"], "stability": "1e-1", "speed": "-2"}
    [voice] = clone(callers, **fields, supportsAllLanguages="true").json()
    assert voice["settings"] == {"stability": 0.1, "similarity_boost": 0.5, "speed": -2}
    assert (voice["supportedLocales"], voice["isMultilingual"]) == (["en-US", "de-DE"], True)


def test_clones_by_client(fake: Fake) -> None:
    """The client sends the same form."""
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        [voice] = callers.voices.clone(
            name="Warm voice",
            files=[b"ID3", b"ID4"],
            supported_locales=["en-US", "pt-BR"],
            stability=0.25,
            sub_accounts=False,
        )
    assert voice.supported_locales == ["en-US", "pt-BR"]
    assert voice.settings
    assert voice.settings.additional_properties == {"stability": 0.25, "similarity_boost": 0.5}


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"name": "Ada"}, "body/name"),
        ({"stability": "much"}, "body/stability"),
        ({"speed": "1e999"}, "body/speed"),
        ({"subAccounts": "yes"}, "body/subAccounts"),
    ],
    ids=["short", "no number", "no float", "no boolean"],
)
def test_form_is_refused(callers: httpx.Client, fields: dict[str, str], detail: str) -> None:
    """A field that the spec does not allow is a 400 that says which."""
    response = clone(callers, **fields)
    assert response.status_code == 400
    assert [row["parameter"] for row in response.json()["data"]] == [detail]


@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        ("application/json", b'{"name": "Warm voice", "files": [""]}'),
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=\xfc", b""),
        ("multipart/form-data; boundary=b", b"no part"),
        ("multipart/form-data; boundary=b", b"--b\r\nno header"),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="\n"\r\n\r\nx\r\n--b--\r\n',
        ),
        (
            "multipart/form-data; boundary=b",
            b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
        ),
    ],
    ids=["JSON", "no boundary", "odd boundary", "no part", "cut", "name of two lines", "no name"],
)
def test_no_form(callers: httpx.Client, content_type: Any, content: bytes) -> None:
    """A body of another kind, or half a form, is a 400."""
    headers = httpx.Headers([(b"Content-Type", content_type.encode("latin-1"))])
    assert callers.post(CLONE, content=content, headers=headers).status_code == 400


def test_lacks_files(callers: httpx.Client) -> None:
    """A form without files is a 400."""
    files = {"description": (None, "warm"), "name": (None, "Warm voice")}
    response = callers.post(CLONE, files=files)
    assert "files" in response.json()["data"][0]["message"]


def test_field_of_other_name(callers: httpx.Client) -> None:
    """A field that the spec does not know is passed over."""
    assert clone(callers, added="1").status_code == 200

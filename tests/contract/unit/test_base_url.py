"""Keys are sent over https, or only within this machine."""

from pathlib import Path

import pytest
from campaignkit import ConfigurationError
from campaignkit._config import validate_base_url as validate_in_client
from campaignkit_contract.cli import main
from campaignkit_contract.options import UsageError
from campaignkit_contract.targets.base_url import validate_base_url

KEYS = {
    "SONARLY_API_KEY": "k",
    "ACCOUNT_GROUP_ID": "507f1f77bcf86cd799439011",
}


@pytest.mark.parametrize(
    ("url", "usual"),
    [
        ("https://api.invalid", "https://api.invalid"),
        ("https://API.invalid:443/", "https://api.invalid"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("http://127.0.0.1:8000//", "http://127.0.0.1:8000"),
        ("http://127.0.0.1:", "http://127.0.0.1"),
        ("HTTP://LocalHost", "http://localhost"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
        ("https://api.invalid/a/../b@c/", "https://api.invalid/b@c"),
        ("https://b\u00fccher.invalid", "https://xn--bcher-kva.invalid"),
    ],
)
def test_accepted(url: str, usual: str) -> None:
    """An https URL and one of this machine are returned in their usual form."""
    assert validate_base_url(url) == validate_in_client(url) == usual


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://api.invalid", "http to this machine"),
        ("http://10.0.0.1:8000", "http to this machine"),
        ("http://127.0.0.1.example.com", "http to this machine"),
        ("http://127.1", "http to this machine"),
        ("http://[::ffff:127.0.0.1]", "http to this machine"),
        ("http://localhost@example.com", "credentials, got 'http://\\*\\*\\*@example.com'"),
        ("https://user:s3cret@api.invalid", "credentials"),
        ("https://user:s3c/ret@api.invalid", "a valid URL"),
        ("https://@api.invalid", "credentials"),
        ("ftp://user:s3cret@api.invalid/", "credentials"),
        ("user:s3cret@api.invalid", "such as https"),
        ("https://api.invalid/?token=s3cret", "a query"),
        ("https://api.invalid?", "a query"),
        ("https://api.invalid/#s3cret", "a fragment"),
        (" https://api.invalid", "white space"),
        ("http://127.0.0.1:8000 ", "white space"),
        ("https://api.invalid/a b", "white space"),
        ("http://127.0.0.1:0", "a port from 1 to 65535, got 'http://127.0.0.1:0'"),
        ("http://127.0.0.1:65536", "a port from 1"),
        ("http://127.0.0.1:port", "a valid URL"),
        ("ftp://127.0.0.1", "such as https"),
        ("127.0.0.1:8000", "such as https"),
        ("localhost:8000", "such as https"),
        ("//api.invalid", "such as https"),
        ("https://", "such as https"),
        ("http://[::1", "a valid URL"),
        ("https://xn--.invalid", "a valid URL"),
    ],
)
def test_refused(url: str, problem: str) -> None:
    """Another URL is an error that says what to set, here and in the client, without a password."""
    with pytest.raises(UsageError, match=rf"^--base-url \(BASE_URL\) must .*{problem}") as error:
        validate_base_url(url)
    with pytest.raises(ConfigurationError, match=r"^base_url must .*, got '.*'") as of_client:
        validate_in_client(url)

    assert "s3c" not in f"{error.value} {of_client.value}"


def test_named_only() -> None:
    """A recording may name a server without encryption, because no key is sent to it."""
    assert validate_base_url("http://api.invalid/", is_called=False) == "http://api.invalid"


def test_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A run whose key would be sent unencrypted sends nothing, and ends with 2."""
    url = "http://api.invalid"
    code = main(["run", "--base-url", url, "--reports", str(tmp_path)], KEYS)

    assert code == 2
    assert f"http to this machine, got {url!r}" in "".join(capsys.readouterr())


def test_record(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A recording whose keys would be sent unencrypted is refused before the program starts."""
    har = tmp_path / "a.har"
    code = main(["record", str(har), "--base-url", "http://api.invalid", "--", "false"], {})

    assert code == 2
    assert not har.exists()
    assert "http to this machine" in capsys.readouterr().err

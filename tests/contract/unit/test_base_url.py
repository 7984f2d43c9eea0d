"""Keys are sent over https, or only within this machine."""

from pathlib import Path

import pytest
from campaignkit_contract.cli import main
from campaignkit_contract.targets.base_url import validate_base_url

KEYS = {
    "SONARLY_API_KEY": "k",
    "ACCOUNT_GROUP_ID": "507f1f77bcf86cd799439011",
}


@pytest.mark.parametrize(
    "url",
    ["https://api.invalid", "http://127.0.0.1:8000/", "http://localhost", "http://[::1]:8000/v1"],
)
def test_accepted(url: str) -> None:
    """An https URL and one of this machine are returned without the last slash."""
    assert validate_base_url(url) == url.rstrip("/")


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://api.invalid", "http to this machine"),
        ("http://10.0.0.1:8000", "http to this machine"),
        ("http://127.0.0.1.example.com", "http to this machine"),
        ("http://localhost@example.com", "http to this machine"),
        ("https://a:b@api.invalid", "credentials"),
        ("https://api.invalid/?a=b", "a query"),
        ("https://api.invalid/#a", "a fragment"),
        ("ftp://127.0.0.1", "such as https"),
        ("127.0.0.1:8000", "such as https"),
        ("https://", "such as https"),
        ("http://[::1", "a valid URL"),
    ],
)
def test_refused(url: str, problem: str) -> None:
    """Another URL is an error that says what to set."""
    with pytest.raises(ValueError, match=rf"^--base-url \(BASE_URL\) must .*{problem}"):
        validate_base_url(url)


def test_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A run whose key would be sent unencrypted sends nothing, and ends with 2."""
    url = "http://api.invalid"
    code = main(["run", "--base-url", url, "--reports", str(tmp_path)], KEYS)

    assert code == 2
    assert f"http to this machine, got {url}" in "".join(capsys.readouterr())


def test_record(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A recording whose keys would be sent unencrypted is refused before the program starts."""
    har = tmp_path / "a.har"
    code = main(["record", str(har), "--base-url", "http://api.invalid", "--", "false"], {})

    assert code == 2
    assert not har.exists()
    assert "http to this machine" in capsys.readouterr().err

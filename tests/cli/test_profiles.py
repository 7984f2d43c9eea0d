"""Keys and profiles: who calls, by flag, environment and profile."""

import json
import stat
from pathlib import Path

import keyring
import pytest
from campaignkit_cli.session import Session
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_operations.key_store import FILE, KEYRING, KeyStore
from campaignkit_operations.profiles import Profiles, cache_folder, config_folder, write_private
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from tests.cli.conftest import Run

GROUPS = ("sonarly", "accounts", "list", "--query", "length(@)")


class MemoryKeyring(KeyringBackend):  # type: ignore[misc]
    """Keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return a key."""
        return self.keys.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a key."""
        self.keys[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Remove a key."""
        if (service, username) not in self.keys:
            raise PasswordDeleteError(username)
        del self.keys[service, username]


class NoKeyring(MemoryKeyring):
    """Keyring that does not work, as on a server without a desktop."""

    def get_password(self, service: str, username: str) -> str | None:
        """Fail."""
        raise RuntimeError("no keyring")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Fail."""
        raise RuntimeError("no keyring")

    def delete_password(self, service: str, username: str) -> None:
        """Fail."""
        raise RuntimeError("no keyring")


@pytest.fixture
def ring() -> MemoryKeyring:
    """Return the keyring of the system."""
    ring = MemoryKeyring()
    keyring.set_keyring(ring)
    return ring


@pytest.fixture
def no_ring() -> None:
    """Remove the keyring of the system."""
    keyring.set_keyring(NoKeyring())


@pytest.fixture
def without_keys(environment: dict[str, str]) -> dict[str, str]:
    """Return the environment without keys."""
    for name in ("SONARLY_API_KEY", "CALLERS_API_KEY", "CALLERS_SYNC_SECRET"):
        del environment[name]
    return environment


def test_keyring(run: Run, ring: MemoryKeyring, without_keys: dict[str, str]) -> None:
    """A key goes to the keyring, and calls take it from there."""
    result = run("login", "sonarly", stdin="fake-sonarly\n")

    assert "keyring of the system (profile default)" in result.err
    assert ring.keys == {("campaignkit", "default/sonarly"): "fake-sonarly"}
    assert run(*GROUPS).out == "5\n"


def test_file(run: Run, no_ring: None, without_keys: dict[str, str]) -> None:
    """Without a keyring, the key goes to a private file, and the command says so."""
    result = run("login", "sonarly", stdin="fake-sonarly\n")
    path = Path(without_keys["CAMPAIGNKIT_CONFIG_DIR"]) / "keys.json"

    assert f"{path}, readable only by you" in result.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run(*GROUPS).out == "5\n"


def test_prompt(run: Run, ring: MemoryKeyring, without_keys: dict[str, str]) -> None:
    """An empty key is refused."""
    assert run("login", "sonarly", stdin="\n").code == 2
    assert ring.keys == {}


def test_order(run: Run, ring: MemoryKeyring, environment: dict[str, str]) -> None:
    """The flag wins over the environment, and the environment over the profile in use."""
    url = environment["SONARLY_BASE_URL"]
    words = ("login", "sonarly", "--profile", "narrow", "--base-url", url)
    run(*words, stdin="fake-sonarly-narrow\n")
    run("profile", "use", "narrow")

    assert run(*GROUPS).out == "5\n"
    assert run(*GROUPS, "--profile", "narrow").out == "1\n"
    del environment["SONARLY_API_KEY"]
    assert run(*GROUPS).out == "1\n"
    environment["CAMPAIGNKIT_PROFILE"] = "default"
    assert run(*GROUPS).code == 5


def test_defaults(run: Run, ring: MemoryKeyring, without_keys: dict[str, str]) -> None:
    """The default account group and organization of a profile need not be typed."""
    run("login", "sonarly", "--account-group", SAMPLE_ID, stdin="fake-sonarly\n")
    run("login", "callers", "--organization", SAMPLE_ID, stdin="fake-callers\n")

    assert run("sonarly", "campaigns", "get", SAMPLE_ID, "--query", "id").out == f'"{SAMPLE_ID}"\n'
    assert run("callers", "campaigns", "list", "--query", "length(@) > `0`").out == "true\n"


def test_defaults_of_flag(run: Run, ring: MemoryKeyring, environment: dict[str, str]) -> None:
    """With `--profile`, the defaults are those of that profile, not of the environment."""
    environment["SONARLY_ACCOUNT_GROUP_ID"] = "another"
    words = ("--account-group", SAMPLE_ID, "--base-url", environment["SONARLY_BASE_URL"])
    run("login", "sonarly", "--profile", "client", *words, stdin="fake-sonarly\n")
    result = run("sonarly", "campaigns", "list", "--profile", "client", "--query", "[0].id")

    assert result.out == f'"{SAMPLE_ID}"\n'


def test_unknown_flag(run: Run, ring: MemoryKeyring, fake: Fake) -> None:
    """A profile that does not exist is named, although the environment has a key."""
    result = run(*GROUPS, "--profile", "cleint")

    assert (result.code, fake.state()["requests"]) == (5, {})
    assert "The profile 'cleint' has no API key for sonarly. Profiles: none yet." in result.err


def test_failed_write(tmp_path: Path) -> None:
    """A file that cannot be written leaves nothing beside it."""
    target = tmp_path / "keys.json"
    target.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_private(target, "key")

    assert list(tmp_path.iterdir()) == [target]


def test_bad_name(run: Run, ring: MemoryKeyring) -> None:
    """The name of a profile cannot lead to another folder."""
    result = run("login", "sonarly", "--profile", "../other", stdin="fake-sonarly\n")

    assert (result.code, ring.keys) == (2, {})
    assert "The name of a profile must have letters" in result.err


def test_default_of_environment(run: Run, environment: dict[str, str]) -> None:
    """The environment has the defaults too."""
    environment["SONARLY_ACCOUNT_GROUP_ID"] = SAMPLE_ID

    assert run("sonarly", "campaigns", "list").code == 0


def test_base_url(run: Run, ring: MemoryKeyring, without_keys: dict[str, str]) -> None:
    """A profile can have another base URL; a URL without encryption is refused."""
    url = without_keys.pop("SONARLY_BASE_URL")
    run("login", "sonarly", "--base-url", url, stdin="fake-sonarly\n")
    assert run(*GROUPS).out == "5\n"

    without_keys["SONARLY_BASE_URL"] = "http://example.com"
    result = run(*GROUPS)
    assert result.code == 2
    assert "must be an https URL" in result.err


def test_key_and_url(run: Run, ring: MemoryKeyring, environment: dict[str, str]) -> None:
    """A key of the profile or of the environment is not sent to the server of the other one."""
    run("login", "sonarly", "--profile", "real", stdin="real-key\n")
    words = ("sonarly", "accounts", "list", "--profile", "real", "--dry-run")

    assert json.loads(run(*words).out)["url"] == "https://api.sonarly.io/v1/accounts"

    run("login", "sonarly", "--base-url", "https://test.example", stdin="test-key\n")
    del environment["SONARLY_BASE_URL"]
    assert json.loads(run(*words[:3], "--dry-run").out)["url"] == (
        "https://api.sonarly.io/v1/accounts"
    )
    del environment["SONARLY_API_KEY"]
    assert json.loads(run(*words[:3], "--dry-run").out)["url"] == (
        "https://test.example/v1/accounts"
    )


def test_list(run: Run, ring: MemoryKeyring, without_keys: dict[str, str]) -> None:
    """Profiles are listed without keys."""
    run("login", "sonarly", stdin="fake-sonarly\n")
    result = run("profile", "list")

    assert json.loads(result.out) == [
        {"profile": "default", "vendor": "sonarly", "key": "keyring", "in_use": True}
    ]


def test_remove_other(run: Run, ring: MemoryKeyring) -> None:
    """The profile in use stays if another one is removed."""
    for name in ("one", "other"):
        run("login", "sonarly", "--profile", name, stdin="fake-sonarly\n")
    run("profile", "use", "one")
    run("profile", "remove", "other")

    assert [row["in_use"] for row in json.loads(run("profile", "list").out)] == [True]


@pytest.mark.parametrize("place", [KEYRING, FILE])
def test_remove(run: Run, ring: MemoryKeyring, without_keys: dict[str, str], place: str) -> None:
    """A profile is removed with its keys, wherever they are."""
    if place == FILE:
        keyring.set_keyring(NoKeyring())
    run("login", "sonarly", "--profile", "other", stdin="fake-sonarly\n")
    run("profile", "use", "other")

    assert run("profile", "remove", "other").code == 0
    assert ring.keys == {}
    assert json.loads(run("profile", "list").out) == []
    assert run(*GROUPS).code == 5


def test_unknown_profile(run: Run) -> None:
    """An unknown profile is refused, with the known ones."""
    result = run("profile", "use", "other")

    assert result.code == 2
    assert "The profile 'other' does not exist. Profiles: none yet." in result.err


def test_lost_keyring(tmp_path: Path, no_ring: None) -> None:
    """A keyring that is gone has no key, and nothing to remove."""
    store = KeyStore(tmp_path)
    store.remove("default", "sonarly", KEYRING)

    assert store.load("default", "sonarly", KEYRING) is None
    assert store.load("default", "sonarly", FILE) is None


@pytest.mark.parametrize(("text", "is_fine"), [("[]", True), ("{", False)])
def test_broken_file(tmp_path: Path, text: str, is_fine: bool) -> None:
    """A file that is not JSON is an error; JSON of another kind has no profiles."""
    (tmp_path / "profiles.json").write_text(text)
    if is_fine:
        assert Profiles(tmp_path).names == []
        return
    with pytest.raises(Exception, match=r"profiles\.json cannot be read"):
        Profiles(tmp_path)


def test_folders() -> None:
    """Without a variable, the folders are those of the system."""
    assert config_folder({}).name == "campaignkit"
    assert cache_folder({}).name == "campaignkit"


def test_whoami(run: Run, environment: dict[str, str]) -> None:
    """The keys are checked, and what they reach is listed."""
    rows = json.loads(run("whoami").out)

    assert [row["name"] for row in rows if row["vendor"] == "callers"] == ["Berlin Calls"]
    assert len(rows) == 6


def test_whoami_fails(run: Run, environment: dict[str, str]) -> None:
    """A missing key is said, and a wrong one is the exit code."""
    del environment["CALLERS_API_KEY"]
    del environment["CALLERS_SYNC_SECRET"]
    assert run("whoami").code == 0

    environment["SONARLY_API_KEY"] = "wrong"
    assert run("whoami").code == 5
    del environment["SONARLY_API_KEY"]
    assert run("whoami").code == 5


def test_sync_secret(run: Run, without_keys: dict[str, str]) -> None:
    """The operation that takes the sync secret needs no key."""
    without_keys["CALLERS_SYNC_SECRET"] = "fake-sync"

    assert run("callers", "organizations", "sync", SAMPLE_ID, "--pricing", "call=1").code == 0


def test_session_of_process() -> None:
    """A session has the environment of the process by default."""
    assert "PATH" in Session().environment

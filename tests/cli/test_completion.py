"""Completion of words and IDs."""

import json
from pathlib import Path

import click
import pytest
from campaignkit_cli.app import root
from campaignkit_cli.id_cache import remember
from campaignkit_cli.session import Session
from campaignkit_fake import SAMPLE_ID
from campaignkit_operations.entries import find_entry
from click.shell_completion import ShellComplete

from tests.cli.conftest import Run


def completed(environment: dict[str, str], *words: str) -> list[str]:
    """Return the completions of the last word."""
    *before, last = words
    shell = ShellComplete(root(), {"obj": Session(environment)}, "campaignkit", "_X")
    return [item.value for item in shell.get_completions(list(before), last)]


def test_commands(environment: dict[str, str]) -> None:
    """Commands are completed at every level."""
    assert completed(environment, "son") == ["sonarly"]
    assert completed(environment, "sonarly", "camp") == ["campaigns"]
    assert completed(environment, "sonarly", "campaigns", "st") == [
        "starter-templates",
        "start",
        "stop",
    ]


def test_values(environment: dict[str, str]) -> None:
    """Options and the values of an enumeration are completed."""
    words = ("sonarly", "audiences", "create")

    assert "--description" in completed(environment, *words, "--d")
    assert completed(environment, *words, "--type", "on") == ["on_demand"]


def test_files(environment: dict[str, str]) -> None:
    """The shell completes the files of the workflows."""
    shell = ShellComplete(root(), {"obj": Session(environment)}, "campaignkit", "_X")
    for words in (["leads", "export", "--to"], ["contacts", "sync", SAMPLE_ID]):
        assert [item.type for item in shell.get_completions(words, "lea")] == ["file"]


def test_profiles(run: Run, environment: dict[str, str]) -> None:
    """The names of profiles are completed."""
    Session(environment).profiles.change("client", "sonarly", {})

    assert completed(environment, "profile", "use", "cl") == ["client"]
    assert completed(environment, "sonarly", "accounts", "list", "--profile", "") == ["client"]


def test_ids(run: Run, environment: dict[str, str]) -> None:
    """IDs are completed from the last lists."""
    words = ("sonarly", "campaigns", "get")
    assert completed(environment, *words, "") == []
    run("sonarly", "accounts", "list")
    run("sonarly", "campaigns", "list", SAMPLE_ID)

    assert len(completed(environment, *words, "")) == 5
    assert completed(environment, *words, SAMPLE_ID, "507f") == [SAMPLE_ID]
    environment["SONARLY_ACCOUNT_GROUP_ID"] = SAMPLE_ID
    assert "ca0000000000000000000001" in completed(environment, *words, "ca")
    assert completed(environment, "sonarly", "accounts", "list", "") == []


def test_reached(run: Run, environment: dict[str, str]) -> None:
    """The account groups and the organization of `whoami` are completed."""
    run("whoami")

    assert SAMPLE_ID in completed(environment, "sonarly", "campaigns", "list", "507")
    assert completed(environment, "login", "callers", "--organization", "") == [SAMPLE_ID]


def test_other_ids(run: Run, environment: dict[str, str]) -> None:
    """IDs of other fields and under other names are completed, in options too."""
    run("sonarly", "audiences", "prospects", SAMPLE_ID, SAMPLE_ID, "--all")
    run("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes")
    run("sonarly", "campaigns", "lead-status", SAMPLE_ID, SAMPLE_ID, "--lead-ids", SAMPLE_ID)
    run("callers", "campaigns", "list", "--organization-id", SAMPLE_ID)
    for words in (
        ("sonarly", "campaigns", "lead-status", SAMPLE_ID, SAMPLE_ID, "--lead-ids"),
        ("sonarly", "campaigns", "approve", SAMPLE_ID, SAMPLE_ID),
        ("approvals", "approve", "--lead"),
        ("contacts", "sync"),
    ):
        assert SAMPLE_ID in completed(environment, *words, "507")


def test_limited(run: Run, environment: dict[str, str]) -> None:
    """A list with a limit keeps the IDs that it shows."""
    run("callers", "contacts", "list", SAMPLE_ID, "--limit", "3")

    assert len(completed(environment, "callers", "contacts", "get", SAMPLE_ID, "")) == 3


def test_most(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    """A long list keeps its first IDs only, and items that are no objects have none."""
    (tmp_path / "ids.txt").write_text("".join(f"{number:024x}\n" for number in range(501)))
    words = ("sonarly", "campaigns", "lead-status", SAMPLE_ID, SAMPLE_ID, "--lead-ids")
    run(*words, f"@{tmp_path / 'ids.txt'}")
    remember(Session(environment), find_entry("sonarly_accounts_list"), ["text"])

    assert len(completed(environment, *words, "0000")) == 500


def test_kept_name(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    """An ID in another item does not replace the name that a list gave it."""
    run("whoami")
    run("callers", "campaigns", "list", "--organization-id", SAMPLE_ID)
    known = json.loads((tmp_path / "config" / "cache" / "ids.json").read_text())

    assert known["default/callers/organization_id"][SAMPLE_ID] == "Berlin Calls"


@pytest.mark.parametrize("text", ["", "[]", '{"default/sonarly/campaign_id": [["x", "y"]]}'])
def test_other_cache(environment: dict[str, str], tmp_path: Path, text: str) -> None:
    """A cache that is not of this form counts as empty."""
    (tmp_path / "config" / "cache").mkdir(parents=True)
    (tmp_path / "config" / "cache" / "ids.json").write_text(text)

    assert completed(environment, "sonarly", "campaigns", "list", "") == []


def test_help_topics(environment: dict[str, str]) -> None:
    """The words of `help` are completed at every level."""
    assert completed(environment, "help", "exi") == ["exit-codes"]
    assert completed(environment, "help", "sonarly", "camp") == ["campaigns"]
    assert completed(environment, "help", "fake", "") == []
    assert completed(environment, "help", "unknown", "") == []


def test_pages(run: Run, environment: dict[str, str]) -> None:
    """IDs of a page are kept too."""
    run("sonarly", "audiences", "list", SAMPLE_ID)

    assert SAMPLE_ID in completed(environment, "sonarly", "audiences", "get", SAMPLE_ID, "507")


def test_unwritable(run: Run, environment: dict[str, str], tmp_path: Path) -> None:
    """A cache that cannot be written is no failure."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "cache").write_text("a file in the place of the folder")

    assert run("sonarly", "accounts", "list").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script(run: Run, shell: str) -> None:
    """The script of a shell can be printed."""
    result = run("completion", shell)

    assert "_CAMPAIGNKIT_COMPLETE" in result.out


def test_parsing_without_session() -> None:
    """A command can be read without a session, as tools for documentation do."""
    command = root().get_command(click.Context(root()), "sonarly")

    assert isinstance(command, click.Group)

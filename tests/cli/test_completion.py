"""Completion of words and IDs."""

from pathlib import Path

import click
import pytest
from campaignkit_cli.app import root
from campaignkit_cli.session import Session
from campaignkit_fake import SAMPLE_ID
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

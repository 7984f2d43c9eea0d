"""Write docs/cli-screens.md, which shows a terminal of 80 columns.

python -m tests.cli.screens
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from campaignkit_fake import SAMPLE_ID, Fake

from tests.cli.pseudo_terminal import PseudoTerminal

PAGE = Path(__file__).parents[2] / "docs" / "cli-screens.md"
_HEAD = """# The command line in a terminal

Written by `python -m tests.cli.screens`. It shows a terminal of 80 columns, and the fake responds.
"""
_PARTS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\n|[^\x1b\n\r]+")
_TRACE = re.compile(r"Trace \w+")
_UP, _CLEAR = "\x1b[1A", "\x1b[2K"
_CAMPAIGN = (SAMPLE_ID, SAMPLE_ID)


class Scene(NamedTuple):
    """A command, and what a person types when a text is on the screen."""

    title: str
    words: tuple[str, ...]
    typed: tuple[tuple[str, str], ...] = ()


SCENES = (
    Scene("The commands", ("--help",)),
    Scene("What the keys reach", ("whoami",)),
    Scene(
        "A list, with some of its fields",
        (
            *("callers", "contacts", "list", SAMPLE_ID, "--limit", "4"),
            *("--fields", "id,name,phoneNumber,status"),
        ),
    ),
    Scene(
        "A start, which asks, and is then followed",
        ("campaigns", "start", *_CAMPAIGN, "--follow", "--timeout", "0"),
        (("[y/N] ", "y\n"),),
    ),
    Scene(
        "What waits for approval",
        ("approvals", "list", *_CAMPAIGN, "--fields", "number,leadId,step,campaign"),
    ),
    Scene(
        "An approval, which is declined",
        ("approvals", "approve", "--number", "1"),
        (("[y/N] ", "n\n"),),
    ),
    Scene("The numbers of a campaign", ("campaigns", "report", *_CAMPAIGN)),
    Scene("An error", ("sonarly", "campaigns", "get", SAMPLE_ID, "unknown")),
)


def page() -> str:
    """Return the page."""
    with tempfile.TemporaryDirectory() as folder, Fake().serve() as base_url:
        environment = {
            "SONARLY_API_KEY": "fake-sonarly",
            "CALLERS_API_KEY": "fake-callers",
            "SONARLY_BASE_URL": base_url,
            "CALLERS_BASE_URL": base_url,
            "CAMPAIGNKIT_CONFIG_DIR": folder,
        }
        return "\n".join([_HEAD, *_sections(environment)])


def _sections(environment: dict[str, str]) -> Iterator[str]:
    for scene in SCENES:
        with PseudoTerminal(*scene.words, environment=environment, columns=80) as terminal:
            for text, typed in scene.typed:
                terminal.wait_for(text)
                terminal.type(typed)
            terminal.wait()
        command = " ".join(["campaignkit", *scene.words])
        yield f"## {scene.title}\n\n```text\n$ {command}\n{_plain(terminal.output)}```\n"


def _plain(output: str) -> str:
    """Return what is left on the screen: a line that is cleared or left upwards is removed."""
    lines = [""]
    for part in _PARTS.findall(output):
        if part == "\n":
            lines.append("")
        elif part == _UP:
            lines.pop()
        elif part == _CLEAR:
            lines[-1] = ""
        elif not part.startswith("\x1b"):
            lines[-1] += part
    # The trace ID counts requests, and how many run ahead is a matter of time.
    return _TRACE.sub("Trace ...", "\n".join(line.rstrip() for line in lines))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} is written\n")

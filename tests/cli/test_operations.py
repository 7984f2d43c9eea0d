"""Every operation is a command, with the arguments of the method."""

import json

import click
import pytest
from campaignkit_cli.app import root
from campaignkit_cli.option_names import flag_of
from campaignkit_cli.parameters import parameter_name
from campaignkit_fake import SAMPLE_ID, Fake

from tests.cli.conftest import Run
from tests.codegen.test_catalog import entry_of
from tests.example_calls import OPERATION_IDS
from tools.site.examples import command_words

# The state of the fake does not allow these.
REJECTED = {
    "sonarly_campaigns_stop": 3,
    "sonarly_campaigns_approve": 4,
    "sonarly_campaigns_discard": 4,
}

SILENT = {"callers_organizations_add_phone_numbers"}  # its response has no body


def command_of(operation_id: str) -> click.Command:
    """Return the command of an operation."""
    entry = entry_of(operation_id)
    command: click.Command | None = root()
    for word in (entry.vendor, entry.resource, entry.name):
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), word.replace("_", "-"))
    assert command is not None
    return command


def words_of(operation_id: str) -> list[str]:
    """Return the words that call an operation, as its page shows them."""
    return command_words(entry_of(operation_id))[1:]


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
@pytest.mark.usefixtures("sample_folder")
def test_call(operation_id: str, run: Run, fake: Fake) -> None:
    """A command with the examples of the spec calls the operation."""
    result = run(*words_of(operation_id))

    assert result.code == REJECTED.get(operation_id, 0), result.err
    assert operation_id in requested(fake)
    assert bool(result.out) == (result.code == 0 and operation_id not in SILENT)


def requested(fake: Fake) -> dict[str, int]:
    """Return the number of requests by operation."""
    requests: dict[str, int] = fake.state()["requests"]
    return requests


@pytest.mark.no_cover
@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_options(operation_id: str) -> None:
    """A command has an option for each argument of the method, and no name twice."""
    command, entry = command_of(operation_id), entry_of(operation_id)
    options = [each for each in command.params if isinstance(each, click.Option)]
    names = [each.name for each in options]
    flags = [flag for each in options for flag in (*each.opts, *each.secondary_opts)]

    assert len(names) == len(set(names))
    assert len(flags) == len(set(flags))
    assert {
        name for name in names if name and name.startswith("argument_") and "__" not in name
    } == {parameter_name(each) for each in entry.arguments if each.location != "path"}


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_help(operation_id: str, run: Run) -> None:
    """The help has the summary and each argument, and needs no key."""
    entry = entry_of(operation_id)
    words = [each.replace("_", "-") for each in (entry.vendor, entry.resource, entry.name)]
    text = run(*words, "--help").out

    assert entry.summary.split()[0] in text
    assert all(
        (each.name.upper() if each.location == "path" else flag_of(each)) in text
        for each in entry.arguments
    )
    assert ("Asks first" in text) == entry.must_confirm


def test_job(run: Run) -> None:
    """A job prints its start, and its end if it is waited for."""
    words = ("sonarly", "prospecting", "start", SAMPLE_ID, "--body.searchUrl", "https://x.example")
    keyed = (*words, "--yes", "--idempotency-key", "once")
    started = json.loads(run(*keyed).out)
    for _ in range(3):  # each read takes the job on
        run("sonarly", "prospecting", "get", SAMPLE_ID, started["jobId"])

    assert started["status"] == "queued"
    assert json.loads(run(*keyed, "--wait").out)["status"] == "completed"

"""Every operation is a command, with the arguments of the method."""

import json
from pathlib import Path

import click
import pytest
from campaignkit_cli.app import root
from campaignkit_cli.option_names import flag_of
from campaignkit_cli.parameters import is_map, parameter_name
from campaignkit_cli.values import is_structured
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_operations.argument_values import value_schema
from campaignkit_runtime.catalog import Argument

from tests.cli.conftest import Run
from tests.codegen.test_catalog import entry_of
from tests.example_calls import OPERATION_IDS

# The state of the fake does not allow these, or they need more than the required arguments.
REJECTED = {
    "sonarly_audiences_update": 3,
    "sonarly_audiences_move_leads": 3,
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


def words_of(operation_id: str, folder: Path) -> list[str]:
    """Return the words that call an operation with the examples of the spec."""
    entry = entry_of(operation_id)
    required = [each for each in entry.arguments if each.is_required or each.name == "body"]
    ids = [str(each.example) for each in required if each.location == "path"]
    options = [
        word for each in required if each.location != "path" for word in _option(each, folder)
    ]
    words = [entry.vendor, entry.resource, entry.name]
    confirmed = ["--yes"] if entry.must_confirm else []
    return [word.replace("_", "-") for word in words] + ids + options + confirmed


def _option(argument: Argument, folder: Path) -> list[str]:
    schema, flag = value_schema(argument.schema), flag_of(argument)
    if argument.name == "files":
        sample = folder / "sample.mp3"
        sample.write_bytes(b"ID3 no music")
        return [flag, str(sample)]
    if is_map(schema):
        return [word for pair in argument.example.items() for word in (flag, "=".join(pair))]
    if schema.get("type") == "array" and not is_structured(argument.schema):
        examples = argument.example if isinstance(argument.example, list) else [argument.example]
        return [word for each in examples for word in (flag, str(each))]
    if is_structured(argument.schema):
        return [flag, json.dumps(argument.example)]
    return [flag, "null" if argument.example is None else str(argument.example)]


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_call(operation_id: str, run: Run, fake: Fake, tmp_path: Path) -> None:
    """A command with the examples of the spec calls the operation."""
    result = run(*words_of(operation_id, tmp_path))

    assert result.code == REJECTED.get(operation_id, 0), result.err
    assert operation_id in requested(fake)
    assert bool(result.out) == (result.code == 0 and operation_id not in SILENT)


def requested(fake: Fake) -> dict[str, int]:
    """Return the number of requests by operation."""
    requests: dict[str, int] = fake.state()["requests"]
    return requests


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

"""Examples of an operation: a Python snippet and a command, with what they print on the fake."""

import contextlib
import io
import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from pprint import pformat
from tempfile import TemporaryDirectory

from campaignkit_api import catalog
from campaignkit_cli.app import main
from campaignkit_cli.option_names import flag_of
from campaignkit_cli.parameters import is_map
from campaignkit_cli.values import is_structured
from campaignkit_fake import Fake
from campaignkit_operations.argument_values import value_schema
from campaignkit_runtime.catalog import Argument, OperationEntry

_WIDTH = 88
_MAX_LINES = 16
_MAX_WIDTH = 240
_CLIENTS = {"sonarly": ("Sonarly", "fake-sonarly"), "callers": ("Callers", "fake-callers")}
_SAMPLE = b"ID3 no music"

_FIRST_CALLS = {
    "sonarly_campaigns_stop": "sonarly.campaigns.start",
    "sonarly_campaigns_approve": "sonarly.campaigns.start",
    "sonarly_campaigns_discard": "sonarly.campaigns.start",
    "sonarly_audiences_remove_from_folder": "sonarly.audiences.move_to_folder",
}
"""Calls with the examples of the spec, after which an operation has something to do."""


_SYNC = frozenset({"callers_organizations_sync"})  # it has a credential of its own
_VALUES = {("sonarly_audiences_move_leads", "target_audience_id"): "a00000000000000000000001"}
"""Values instead of the examples of the spec, which the fake rejects together."""


class ExampleError(Exception):
    """An example of an operation does not work."""


def entries() -> Iterator[OperationEntry]:
    """Yield every operation of the catalog, by vendor and resource."""
    for vendor, resources in catalog.RESOURCES.items():
        for resource in resources:
            yield from catalog.load_operations(vendor, resource).values()


def shown_arguments(entry: OperationEntry) -> list[Argument]:
    """Return the arguments of an example: the required ones, or one that changes something."""
    shown = [a for a in entry.arguments if a.is_required or a.name == "body"]
    sent = [a for a in entry.arguments if a.location == "body" and a.example is not None]
    if entry.method in {"PATCH", "PUT"} and not [a for a in shown if a.location == "body"]:
        shown += sent[:1]
    return [a._replace(example=_VALUES.get((entry.id, a.name), a.example)) for a in shown]


def python_example(entry: OperationEntry) -> str:
    """Return a Python program that calls the operation on the fake and prints the result."""
    client, key = _CLIENTS[entry.vendor]
    options = [f'api_key="{key}"', "transport=Fake().transport()"]
    if entry.id in _SYNC:
        options.insert(1, 'sync_secret="fake-sync"')
    arguments = shown_arguments(entry)
    lines = ["from pathlib import Path", ""] if any(map(_is_file, arguments)) else []
    lines += [f"from campaignkit import {client}", "from campaignkit_fake import Fake", ""]
    lines.append(f"with {client}({', '.join(options)}) as {entry.vendor}:")
    body = [*_first_call(entry), *_call(entry)]
    return "\n".join([*lines, *(f"    {line}" for line in body)])


def python_output(entry: OperationEntry) -> str:
    """Return what the program prints.

    Raises:
        ExampleError: It does not run.
    """
    printed = io.StringIO()
    with sample_file(), contextlib.redirect_stdout(printed):
        try:
            exec(compile(python_example(entry), entry.id, "exec"), {"__name__": "example"})  # noqa: S102
        except Exception as error:
            raise ExampleError(f"the example of {entry.id} fails: {error}") from error
    return _shortened(printed.getvalue())


def command_words(entry: OperationEntry) -> list[str]:
    """Return the words of the command that makes the same call."""
    arguments = shown_arguments(entry)
    names = [word.replace("_", "-") for word in (entry.vendor, entry.resource, entry.name)]
    ids = [str(argument.example) for argument in arguments if argument.location == "path"]
    options = [
        word for argument in arguments if argument.location != "path" for word in _option(argument)
    ]
    return ["campaignkit", *names, *ids, *options, *(["--yes"] if entry.must_confirm else [])]


def command_output(entry: OperationEntry, fake: Fake, base_url: str) -> str:
    """Return what the command prints.

    Raises:
        ExampleError: It ends with another code than 0.
    """
    fake.reset()
    environment = {
        "SONARLY_API_KEY": "fake-sonarly",
        "CALLERS_API_KEY": "fake-callers",
        "CALLERS_SYNC_SECRET": "fake-sync",
        "SONARLY_BASE_URL": base_url,
        "CALLERS_BASE_URL": base_url,
    }
    printed, errors = io.StringIO(), io.StringIO()
    with (
        sample_file() as folder,
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(errors),
    ):
        environment["CAMPAIGNKIT_CONFIG_DIR"] = str(folder)
        if first := _FIRST_CALLS.get(entry.id):
            main(command_words(_entry(first))[1:], environment)
            printed.truncate(printed.seek(0))
        code = main(command_words(entry)[1:], environment)
    if code:
        raise ExampleError(f"the command of {entry.id} ends with {code}: {errors.getvalue()}")
    return _shortened(printed.getvalue())


def command_line(entry: OperationEntry) -> str:
    """Return the command as it is typed."""
    return shlex.join(command_words(entry))


@contextlib.contextmanager
def sample_file() -> Iterator[Path]:
    """Enter a folder with the file that the example of an upload sends."""
    with TemporaryDirectory() as name, contextlib.chdir(name):
        Path("sample.mp3").write_bytes(_SAMPLE)
        yield Path(name)


def _entry(method: str) -> OperationEntry:
    vendor, resource, name = method.split(".")
    return catalog.load_operations(vendor, resource)[name]


def _first_call(entry: OperationEntry) -> list[str]:
    first = _FIRST_CALLS.get(entry.id)
    return _statement("", _entry(first)) if first else []


def _call(entry: OperationEntry) -> list[str]:
    if entry.kind in ("pages", "batch"):
        head, *rest = _statement("", entry)
        if rest:
            return [f"for item in {head}", *rest[:-1], "):", "    print(item)"]
        return [f"for item in {head}:", "    print(item)"]
    return [*_statement("result = ", entry), "print(result)"]


def _statement(start: str, entry: OperationEntry) -> list[str]:
    """Return a call on one line, or with an argument a line."""
    arguments = [_argument(argument) for argument in shown_arguments(entry)]
    name = f"{start}{entry.vendor}.{entry.resource}.{entry.name}"
    line = f"{name}({', '.join(arguments)})"
    if len(line) <= _WIDTH and "\n" not in line:
        return [line]
    lines = [line for argument in arguments for line in f"{argument},".splitlines()]
    return [f"{name}(", *(f"    {line}" for line in lines), ")"]


def _argument(argument: Argument) -> str:
    if _is_file(argument):
        return f'{argument.name}=[Path("sample.mp3")]'
    value = pformat(argument.example, width=_WIDTH - 20, sort_dicts=False)
    if isinstance(argument.example, str):
        value = json.dumps(argument.example, ensure_ascii=False)
    if argument.location == "path":
        return value
    return f"{argument.name}={value}"


def _option(argument: Argument) -> list[str]:
    schema, flag = value_schema(argument.schema), flag_of(argument)
    if _is_file(argument):
        return [flag, "sample.mp3"]
    if is_map(schema):
        return [word for pair in argument.example.items() for word in (flag, "=".join(pair))]
    if schema.get("type") == "array" and not is_structured(argument.schema):
        examples = argument.example if isinstance(argument.example, list) else [argument.example]
        return [word for example in examples for word in (flag, str(example))]
    if is_structured(argument.schema):
        return [flag, json.dumps(argument.example)]
    return [flag, "null" if argument.example is None else str(argument.example)]


def _is_file(argument: Argument) -> bool:
    return argument.name == "files"


def _shortened(text: str) -> str:
    lines = text.splitlines()
    shown = [line if len(line) <= _MAX_WIDTH else f"{line[:_MAX_WIDTH]}..." for line in lines]
    return "\n".join([*shown[:_MAX_LINES], *(["..."] if len(shown) > _MAX_LINES else [])])

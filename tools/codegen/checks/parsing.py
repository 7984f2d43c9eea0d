"""Parsing of YAML and JSON files, with a finding for each mistake that a parser stops at."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .document import Pointer
from .findings import DocumentError, Finding
from .yaml_nodes import Lines, composed, duplicates

_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})( |$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TAB_INDENTATION = re.compile(r" *\t")
# Parts of the parser's messages, and the correction.
_HINTS = (
    ("mapping values are not allowed", "quote a text that contains ': ', or check the indentation"),
    ("could not find expected ':'", "write 'key: value', or indent the line as part of a text"),
    ("duplicate", "remove one of them"),
    ("while scanning a quoted scalar", "close the quote"),
    ("while parsing a flow", "close the bracket, and separate entries by commas"),
    ("found undefined alias", "define the anchor before it is used"),
    ("cannot start any token", "quote a text that starts with this character"),
    ("expected a single document", "remove the line '---'"),
    ("could not determine a constructor", "remove the tag that starts with '!'"),
)
# Deeper values would exhaust the stack of a later step.
_MAX_DEPTH = 100
_MAX_PLACE = 3
_DEFAULT_HINT = "check indentation, quotes and brackets in this line and the line before it"


@dataclass(frozen=True)
class Source:
    """Parsed file."""

    path: Path
    text: str
    value: dict[str, Any]

    def error(self, findings: list[Finding]) -> DocumentError:
        """Return the error with all findings, each once, in the order of their lines."""
        lines = Lines(self.text)
        unique = dict.fromkeys(findings)
        numbered = sorted(
            ((finding.line or lines.of(finding.at), finding) for finding in unique),
            key=lambda pair: pair[0],
        )
        messages = [f"{self.path.name}:{line}: {finding}" for line, finding in numbered]
        return DocumentError(*messages, findings=unique)


def parse(path: Path) -> Source:
    """Return a file that holds a mapping; raise DocumentError with every finding otherwise."""
    text = _text_of(path)
    findings = [*_conflicts(text)]
    value: Any = None
    if not findings:
        value, findings = _value_of(path, text)
    source = Source(path, text, value)
    if findings:
        raise source.error(findings)
    if not isinstance(value, dict):
        raise DocumentError(f"{path.name}:1: must be a mapping of keys, got {described(value)}")
    return source


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise DocumentError(f"{path}: file not found. Correct the path.") from None
    except IsADirectoryError:
        raise DocumentError(f"{path}: must be a YAML or JSON file, got a folder.") from None
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        byte = content[error.start]
        raise DocumentError(
            f"{path.name}:{line}: byte 0x{byte:02x} is not UTF-8. Save the file as UTF-8."
        ) from None


def _conflicts(text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), 1):
        if _CONFLICT.match(line):
            text = f"merge conflict marker {line[:7]!r}: keep one side and remove the markers"
            yield Finding((), text, number)


def _value_of(path: Path, text: str) -> tuple[Any, list[Finding]]:
    """Return the value of a text, and the findings about it."""
    if not text.strip():
        return None, [Finding((), "the file is empty: write a mapping of keys", 1)]
    try:
        value = json.loads(text) if path.suffix == ".json" else parse_yaml(text)
    except json.JSONDecodeError as error:
        return None, [Finding((), f"is not JSON: {error.msg}", error.lineno)]
    except YAMLError as error:
        return None, _findings_of(error, text)
    except RecursionError:
        return None, [Finding((), "is nested too deeply to be read: use references", 1)]
    findings = [*_values(value, (), ())]
    if not findings and path.suffix == ".json":
        findings = [*duplicates(composed(text))] if _has_duplicates(text) else []
    return (None if findings else _unshared(value)), findings


def parse_yaml(text: str) -> Any:
    """Return the value of a YAML text."""
    try:
        return YAML(typ="safe").load(text)
    except YAMLError:  # the parser in C refuses a colon that YAML 1.2 allows
        return YAML(typ="safe", pure=True).load(text)


def _unshared(value: Any) -> Any:
    """Return a copy in which the anchors of YAML share nothing."""
    return json.loads(json.dumps(value))


def _findings_of(error: YAMLError, text: str) -> list[Finding]:
    tabs = [
        Finding((), "tab in the indentation: indent by spaces", number)
        for number, line in enumerate(text.split("\n"), 1)
        if _TAB_INDENTATION.match(line)
    ]
    if tabs:
        return tabs
    try:
        doubled = [*duplicates(composed(text))]
    except YAMLError:
        doubled = []
    return doubled or [_finding_of(error, text)]


def _finding_of(error: YAMLError, text: str) -> Finding:
    if not isinstance(error, MarkedYAMLError):
        match = _CONTROL.search(text)
        line = text.count("\n", 0, match.start()) + 1 if match else 1
        return Finding((), "is not YAML: control character: remove it", line)
    mark = error.problem_mark or error.context_mark
    words = f"{error.context or ''} {error.problem or ''}"
    hint = next((hint for part, hint in _HINTS if part in words), _DEFAULT_HINT)
    problem = str(error.problem or error.context).splitlines()[0]
    return Finding((), f"is not YAML: {problem}: {hint}", mark.line + 1 if mark else 1)


def _has_duplicates(text: str) -> bool:
    """Return True if an object of a JSON text has a key twice."""
    is_repeated = False

    def note(pairs: list[tuple[str, Any]]) -> None:
        nonlocal is_repeated
        is_repeated = is_repeated or len(dict(pairs)) < len(pairs)

    json.loads(text, object_pairs_hook=note)
    return is_repeated


def _values(value: Any, at: Pointer, around: tuple[int, ...]) -> Iterator[Finding]:
    """Yield the values that JSON does not have: dates, keys other than texts, cycles."""
    match value:
        case dict() | list() if id(value) in around:
            yield Finding(at, "an alias of YAML leads back to its anchor: use a reference ($ref)")
        case dict() | list() if len(at) > _MAX_DEPTH:
            yield Finding(at[:_MAX_PLACE], f"is nested more than {_MAX_DEPTH} deep: use references")
        case dict():
            for key, child in value.items():
                if isinstance(key, str):
                    yield from _values(child, (*at, key), (*around, id(value)))
                else:
                    yield Finding(
                        (*at, str(key)), f"a key must be a text, got {key}: quote it, '{key}'"
                    )
        case list():
            for index, child in enumerate(value):
                yield from _values(child, (*at, index), (*around, id(value)))
        case float() if not math.isfinite(value):
            yield Finding(at, f"must be a finite number, got {value}: quote it, or remove it")
        case None | bool() | int() | float() | str():
            pass
        case _:
            kind = type(value).__name__
            yield Finding(at, f"YAML reads {value} as a {kind}: quote it, '{value}'")


def shown(value: Any) -> str:
    """Return a short value as JSON has it, or its kind."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_SHOWN else described(value)


def described(value: Any) -> str:
    """Return the kind of a value, and the value itself if it is short."""
    match value:
        case None:
            return "null"
        case bool():
            return f"the boolean {str(value).lower()}"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {value!r}" if len(value) <= _MAX_SHOWN else "a text"
        case list():
            return "a list"
    return "a mapping"


_MAX_SHOWN = 60

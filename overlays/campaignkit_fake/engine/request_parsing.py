"""Parsing of requests: values of parameters, JSON and forms."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator
from werkzeug import Request
from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from .types import JSON

Problems = list[tuple[str, str]]
"""Problems of a request: pairs of place and reason."""

_SCALARS: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    # At most the digits of a 64-bit number, because Python refuses to read thousands of digits.
    "integer": (re.compile(r"-?[0-9]{1,18}"), int),
    # At most the exponent of a float.
    "number": (re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?"), float),
    "boolean": (re.compile(r"true|false"), "true".__eq__),
}
_TEXT = (re.compile(r".*", re.DOTALL), str)


def raw_path(request: Request) -> str:
    """Return the path of a request, still percent-encoded.

    Decoded, an encoded slash would split a segment. Servers name the raw path in one of two ways;
    WSGI itself has only the decoded path.
    """
    raw = request.environ.get("REQUEST_URI") or request.environ.get("RAW_URI")
    return (raw or quote(request.path)).partition("?")[0]


def scalar(schema: JSON, text: str) -> Any:
    """Return the text as the schema's type, or unchanged for a validator to refuse."""
    pattern, convert = _SCALARS.get(schema.get("type", ""), _TEXT)
    return convert(text) if pattern.fullmatch(text) else text


@dataclass(frozen=True)
class RequestBody:
    """Body that an operation takes."""

    validator: Draft202012Validator
    is_required: bool
    fields: Mapping[str, JSON] | None
    """The schemas of the fields of a form; None if the body is JSON."""

    def value(self, content_type: str, data: bytes, problems: Problems) -> Any:
        """Return the value of a body, and add its problems to `problems`."""
        try:
            value = _json(data) if self.fields is None else _form(self.fields, content_type, data)
        except (ValueError, RecursionError):
            kind = "JSON" if self.fields is None else "a form"
            problems.append(("body", f"is not {kind}"))
            return None
        for error in self.validator.iter_errors(value):
            where = "/".join(map(str, ["body", *error.instance_path]))
            problems.append((where, error.message))
        return value


def _json(data: bytes) -> Any:
    value = json.loads(data)
    # JSON can have half a character ("\ud800"), which no response could repeat in UTF-8.
    json.dumps(value, ensure_ascii=False).encode()
    return value


def _form(fields: Mapping[str, JSON], content_type: str, data: bytes) -> JSON:
    mimetype, options = parse_options_header(content_type)
    if mimetype != "multipart/form-data" or not options.get("boundary"):
        raise ValueError("the body is not a form")
    boundary = options["boundary"].encode("ascii")
    parts, files = MultiPartParser(stream_factory=_memory).parse(BytesIO(data), boundary, len(data))
    # A schema has text only, so a file becomes text with one character for each byte.
    texts = {
        name: [file.read().decode("latin-1") for file in files.getlist(name)] for name in files
    }
    for name in parts:
        texts.setdefault(name, []).extend(parts.getlist(name))
    # Werkzeug's name of a part that has none, or one that spans lines, is None.
    if None in texts:
        raise ValueError("a part of the form has no name")
    return {name: _field(fields.get(name, {}), values) for name, values in texts.items()}


def _field(schema: JSON, texts: list[str]) -> Any:
    if schema.get("type") == "array":
        return [scalar(schema["items"], text) for text in texts]
    return scalar(schema, texts[-1])


def _memory(*_: object, **__: object) -> BytesIO:
    return BytesIO()

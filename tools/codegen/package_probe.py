"""Process that imports a fresh package and calls it: `python -m tools.codegen.package_probe NAME`.

It reads from standard input what to call (`self_check`), and writes what does not work.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from types import ModuleType
from typing import Any

import httpx
from campaignkit_runtime.decoding import readers, unions
from campaignkit_runtime.decoding.msgspec import FastDecodeError
from campaignkit_runtime.files import read_file
from campaignkit_runtime.models import Model

Json = Any
Fault = tuple[str, str]

_CONTENT = b"sample"
_URL = "https://example.invalid"


def main(name: str) -> None:
    """Write the faults of a package as JSON."""
    plan = json.load(sys.stdin)
    faults = [*_import_faults(name)]
    if not faults:
        models = importlib.import_module(f"{name}.models")
        faults = [fault for operation in plan for fault in _faults_of(name, models, operation)]
    json.dump(faults, sys.stdout)


def _import_faults(name: str) -> Iterator[Fault]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}.", onerror=lambda _: None):
        try:
            importlib.import_module(module.name)
        except Exception as error:
            yield "", f"module {module.name} of the fresh package fails with {_described(error)}"


def _faults_of(name: str, models: ModuleType, operation: Json) -> Iterator[Fault]:
    module = importlib.import_module(f"{name}.{operation['module']}")
    names = {name: getattr(models, name) for name in models.__all__}
    names |= {"_readers": readers, "_unions": unions}
    for label, arguments in _calls(operation):
        try:
            _call(module, operation, names, arguments)
        except Exception as error:
            yield operation["id"], _text(f"a call with {label}", error)
            break
    for response in operation["responses"]:
        decoder = module.OPERATION.decoder(response["status"])
        try:
            _decode(decoder, response["value"], is_exact=operation["is_exact"])
        except Exception as error:
            yield operation["id"], _text(f"decoding response {response['status']}", error)


def _text(label: str, error: Exception) -> str:
    return f"{label} fails with {_described(error)}: correct the example, or its schema"


def _calls(operation: Json) -> Iterator[tuple[str, Json]]:
    """Yield the arguments of calls: all, and only the required ones; each body once."""
    if not operation["is_callable"]:
        return
    every, required = operation["arguments"], operation["required"]
    fewest = {name: every[name] for name in required}
    for body in operation["bodies"] or [None]:
        yield "the examples", {"arguments": every, "body": body}
    if fewest != every:
        body = next(iter(operation["bodies"]), None)
        yield "the required examples", {"arguments": fewest, "body": body}


def _call(module: ModuleType, operation: Json, names: Json, call: Json) -> None:
    """Build a call and send it through a transport that only looks at it."""
    values = {
        name: _evaluated(reader, names)(value)
        for name, (reader, value) in call["arguments"].items()
    }
    body = call["body"]
    if body is not None:
        values["body"] = _body(body, names)
    call = module.call(**values)
    options = {key: value for key, value in call.options.items() if key != "query"}
    if options.get("json", "") is None:  # httpx would send no body
        options["content"] = b"null"
    query = call.options.get("query", "")
    url = _URL + call.path + (f"?{query}" if query else "")
    with httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(204))) as client:
        cookies = options.pop("cookies", None)
        client.cookies.update(cookies or {})
        request = client.build_request(call.operation.method, url, **options)
        content = request.read()
        client.send(request)
    pattern = re.sub(r"\\\{.*?\\\}", "[^/]*", re.escape(operation["path"]))
    if not re.fullmatch(pattern, request.url.raw_path.decode().partition("?")[0]):
        raise ValueError(f"the path {call.path!r} is not that of the document")
    if body is not None and body["kind"] == "json":
        sent, is_exact = json.loads(content), operation["is_exact"]
        _require_equal(sent, body["value"], "the body that is sent", is_exact=is_exact)


def _body(body: Json, names: Json) -> Any:
    if body["kind"] == "bytes":
        return _CONTENT
    if body["kind"] == "text":
        return str(body["value"])
    value = _evaluated(body["reader"], names)(body["value"])
    for field, is_list in body["files"]:
        file = read_file(_CONTENT)
        setattr(value, field, [file] if is_list else file)
    return value


def _decode(decoder: Any, value: Json, *, is_exact: bool) -> None:
    """Decode an example on both paths; they must agree, and nothing may be lost."""
    tolerant = decoder.tolerant_body(value)
    try:
        fast = decoder.body(json.dumps(value).encode())
    except FastDecodeError:
        fast = tolerant  # the tolerant path decides
    if fast != tolerant:
        raise ValueError("the decoders with and without msgspec return different values")
    decoder.payload(tolerant)
    if isinstance(tolerant, Model):
        _require_equal(tolerant.to_dict(), value, "the decoded value", is_exact=is_exact)


def _evaluated(expression: str, names: Json) -> Any:
    return eval(expression, dict(names))  # noqa: S307 - code that we generated


def _require_equal(
    actual: Json, expected: Json, label: str, at: str = "", *, is_exact: bool
) -> None:
    """Raise ValueError if a value is not the expected one, except for the form of a time.

    Args:
        actual: What was sent or decoded.
        expected: The example.
        label: Name of the value, for the message.
        at: Place in the value.
        is_exact: False if fields of the example may be missing.

    """
    match actual, expected:
        case dict(), dict():
            for name in [*expected, *(name for name in actual if name not in expected)]:
                if name in actual and name in expected:
                    place = f"{at}/{name}"
                    _require_equal(actual[name], expected[name], label, place, is_exact=is_exact)
                elif name in actual or is_exact:
                    state = "adds" if name in actual else "lacks"
                    raise ValueError(f"{label} {state} {at}/{name}")
        case list(), list() if len(actual) == len(expected):
            for index, (one, other) in enumerate(zip(actual, expected, strict=True)):
                _require_equal(one, other, label, f"{at}/{index}", is_exact=is_exact)
        case str(), str() if _moment(actual) is not None and _moment(actual) == _moment(expected):
            pass
        case _:
            if actual != expected:
                raise ValueError(f"{label} differs at {at or '/'}")


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:300]}"


if __name__ == "__main__":
    main(sys.argv[1])

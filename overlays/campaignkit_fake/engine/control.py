"""The control routes under `/_fake/`: reset, state and faults, for tests in any language."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from werkzeug import Request, Response

from .faults import fault_of
from .responses import json_response

if TYPE_CHECKING:
    from .app import Fake

PREFIX = "/_fake/"


def control(fake: "Fake", path: str, request: Request) -> Response:
    """Answer a control request; what is wrong with it is told in one line."""
    methods = _ROUTES.get(path.removeprefix(PREFIX))
    if methods is None:
        return json_response(404, {"error": f"no such control route, only {sorted(_ROUTES)}"})
    if request.method not in methods:
        response = json_response(405, {"error": f"takes {', '.join(methods)}"})
        response.headers["Allow"] = ", ".join(methods)
        return response
    try:
        return methods[request.method](fake, request.get_data())
    except (ValueError, RecursionError) as error:
        return json_response(400, {"error": str(error)})


def _reset(fake: "Fake", body: bytes) -> Response:
    options: Any = json.loads(body or b"{}")
    if not isinstance(options, dict) or options.keys() - {"seed"}:
        raise ValueError('the body may be an object with "seed"')
    if type(options.get("seed", 0)) is not int:
        raise ValueError("seed: is not an integer")
    fake.reset(**options)
    return Response(status=204)


def _state(fake: "Fake", _: bytes) -> Response:
    return json_response(200, fake.state())


def _faults(fake: "Fake", _: bytes) -> Response:
    return json_response(200, fake.faults.pending())


def _add_fault(fake: "Fake", body: bytes) -> Response:
    fault = fault_of(json.loads(body))
    fake.faults.add(fault)
    return json_response(201, fake.faults.pending())


def _clear_faults(fake: "Fake", _: bytes) -> Response:
    fake.faults.clear()
    return Response(status=204)


_ROUTES: dict[str, dict[str, Callable[["Fake", bytes], Response]]] = {
    "reset": {"POST": _reset},
    "state": {"GET": _state},
    "faults": {"GET": _faults, "POST": _add_fault, "DELETE": _clear_faults},
}

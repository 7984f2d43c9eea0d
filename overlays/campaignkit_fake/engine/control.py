"""Control routes under `/_fake/`: reset, state and faults, for tests in any language."""

import json
from collections.abc import Callable
from typing import Any, Protocol

from werkzeug import Request, Response

from .faults import Faults, fault_from_json
from .responses import json_response
from .types import JSON

PREFIX = "/_fake/"


class Controllable(Protocol):
    """App, for the control routes."""

    faults: Faults

    def reset(self, seed: int | None = None) -> None:
        """Replace the state by that of a seed."""
        ...

    def state(self) -> JSON:
        """Return the state."""
        ...


def control(app: Controllable, path: str, request: Request) -> Response:
    """Return the response to a control request; an error is one line."""
    methods = _ROUTES.get(path.removeprefix(PREFIX))
    if methods is None:
        return json_response(
            404, {"error": f"unknown control route; the routes are {sorted(_ROUTES)}"}
        )
    if request.method not in methods:
        response = json_response(405, {"error": f"takes {', '.join(methods)}"})
        response.headers["Allow"] = ", ".join(methods)
        return response
    try:
        return methods[request.method](app, request.get_data())
    except (ValueError, RecursionError) as error:
        return json_response(400, {"error": str(error)})


def _reset(app: Controllable, body: bytes) -> Response:
    options: Any = json.loads(body or b"{}")
    if not isinstance(options, dict) or options.keys() - {"seed"}:
        raise ValueError('the body may be an object with "seed"')
    if type(options.get("seed", 0)) is not int:
        raise ValueError("seed: is not an integer")
    app.reset(**options)
    return Response(status=204)


def _state(app: Controllable, _: bytes) -> Response:
    return json_response(200, app.state())


def _faults(app: Controllable, _: bytes) -> Response:
    return json_response(200, app.faults.pending())


def _add_fault(app: Controllable, body: bytes) -> Response:
    fault = fault_from_json(json.loads(body))
    app.faults.add(fault)
    return json_response(201, app.faults.pending())


def _clear_faults(app: Controllable, _: bytes) -> Response:
    app.faults.clear()
    return Response(status=204)


_ROUTES: dict[str, dict[str, Callable[[Controllable, bytes], Response]]] = {
    "reset": {"POST": _reset},
    "state": {"GET": _state},
    "faults": {"GET": _faults, "POST": _add_fault, "DELETE": _clear_faults},
}

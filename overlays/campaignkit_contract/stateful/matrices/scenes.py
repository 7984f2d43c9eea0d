"""Scenes: the state in which an operation has something to do, and the call that succeeds."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...exchange import Exchange
from ...sandbox import Sandbox
from ...spec.document import Json
from ...spec.routes import Operation
from ...targets.target import SkipCheck, Target
from ..identifiers import id_parameters

if TYPE_CHECKING:
    from .matrix import MatrixRun


@dataclass(frozen=True)
class Scene:
    """State that was prepared for one operation, and the call that succeeds in it."""

    target: Target
    operation: Operation
    values: Mapping[str, str | None] = field(default_factory=dict)
    """Parameters that replace the known ids of the target."""
    body: Json = field(default_factory=dict)
    """Body as keywords of httpx."""
    parents: Mapping[str, str] = field(default_factory=dict)
    """Parents of the made resource on which the call acts, also those that its path lacks."""

    def call(self, **changes: Any) -> Exchange:
        """Send the call of the scene with other keywords of `Target.ask`."""
        values = {**self.values, **changes.pop("values", {})}
        body = changes.pop("body", None) or deepcopy(self.body)
        return self.target.ask(self.operation.id, values, body=body, **changes)

    @property
    def named(self) -> dict[str, str | None]:
        """Return the ids of what the call names, and of the parents of it."""
        return {**self.parents, **self.values}

    @property
    def resource(self) -> str | None:
        """Return the parameter of the resource on which the call acts; None for a list.

        The path ends with it, or with a verb after it, such as `/campaigns/{campaignId}/stop`.
        """
        route = self.target.route(self.operation)
        match = re.search(r"{(\w+)}(/[\w-]+)?$", route.template)
        return match[1] if match and not (match[2] and "GET" in route.operations) else None

    @property
    def is_write(self) -> bool:
        """Return True if the call can change something."""
        return self.target.method(self.operation) != "GET"

    @property
    def fields(self) -> Json:
        """Return the fields of the body, JSON or a form; empty without them."""
        sent = self.body.get("json", self.body.get("data"))
        return sent if isinstance(sent, dict) else {}

    @property
    def json(self) -> Any:
        """Return the JSON of the body; None if the operation has no JSON body."""
        return self.body.get("json")


def unprepared(target: Target, operation: Operation) -> str:
    """Return why the state for an operation cannot be prepared; an empty text if it can."""
    return "" if target.method(operation) == "GET" or target.may_write else "it writes"


def prepare(run: "MatrixRun", operation: Operation, example: str = "") -> Scene:
    """Bring a target into the state in which a call of an operation succeeds.

    Args:
        run: The run.
        operation: The operation.
        example: Name of the example body; the first one by default.

    Raises:
        SkipCheck: A resource that the call needs is not known, or cannot be made.
    """
    target = run.target
    if target.reset_server:
        run.trace_ids.clear()  # A reset server may count them anew.
    if target.method(operation) == "GET":
        target.reset()
        found = _discovered(run, operation)
        if name := target.unknown_parameter(operation, found):
            raise SkipCheck(f"no {name} is known")
        return Scene(target, operation, found)
    if target.reset_server:
        target.reset_server()  # also after reads, because reads of jobs take time
        run.sandbox.forget()
    return arrange(target, run.sandbox, operation, example)


def arrange(target: Target, sandbox: Sandbox, operation: Operation, example: str = "") -> Scene:
    """Make what a call needs in the present state of a target.

    Args:
        target: The target.
        sandbox: Its sandbox.
        operation: The operation.
        example: Name of the example body; the first one by default.

    Raises:
        SkipCheck: A resource that the call needs cannot be made.
    """
    call = sandbox.call_values(operation.id, example=example)
    made = [sandbox.made[id_] for id_ in call.values.values() if id_ in sandbox.made]
    parents = {name: id_ for resource in made for name, id_ in resource.parents.items()}
    return Scene(target, operation, call.values, call.body, parents)


def _discovered(run: "MatrixRun", operation: Operation) -> dict[str, str]:
    """Return the first discovered id of each parameter; configured ids come first."""
    vendor, target = run.target.route(operation).vendor, run.target
    found = {name: run.siblings.own.get((vendor, name), []) for name in id_parameters(operation)}
    return {
        name: values[0]
        for name, values in found.items()
        if values and not target.known_ids(vendor, name)
    }

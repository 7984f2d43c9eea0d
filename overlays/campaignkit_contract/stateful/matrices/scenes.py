"""Scenes: the state in which an operation has something to do, and the call that succeeds."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from ...exchange import Exchange
from ...sandbox import Sandbox
from ...spec.document import Json
from ...spec.routes import Operation
from ...targets.target import Target


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

    def call_with_id(self, field: str, id_: str) -> Exchange:
        """Send the call with one id in a field of its JSON body, in a list if it takes several."""
        is_list = isinstance(self.json.get(field), list) or field.endswith("Ids")
        return self.call(body={"json": {**self.json, field: [id_] if is_list else id_}})

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

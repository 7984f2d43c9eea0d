"""Population: what is equal to, below or copied from the resources that a call names."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from ...sandbox.guard import succeeded
from ...spec.document import packaged_operations
from ...spec.expressions import value_at
from ...spec.references import LEADS
from ...spec.routes import Operation
from ...targets.requests import json_body
from ...targets.resources import CallValues, Resource
from ...targets.target import CheckFailed, SkipCheck
from ..job_results import job_starts
from .matrix import MatrixRun
from .references import reference_fields
from .scenes import Scene
from .schemas import body_schema
from .siblings import path_names
from .subjects import Values, make_accepted, make_equal, subjects_of
from .surroundings import other_parent

_DUPLICATES = 3
_LIVE_DUPLICATES = 2
_LIVE_USED = 2  # of them: the resource of the call, and another one


@dataclass(frozen=True)
class Population:
    """Scene among other resources, which the call of the scene must leave as they are."""

    scene: Scene
    neighbours: tuple[Values, ...]
    """Path values by which the others, and what the call names, are read."""


def populate(run: MatrixRun, scene: Scene) -> Population | None:
    """Surround what a call names; None if the sandbox makes nothing of it.

    The resource of the call gets equal ones before and behind it, and one with the same phone
    number elsewhere. It and the others get children, uses and a copy.
    """
    named = subjects_of(run, scene)
    creators = run.sandbox.kinds.all[named[0].kind].creators if named else ()
    if not named or (creators and creators[0].operation in job_starts()):
        return None
    return _Builder(run, scene, named).build()


def add_children(
    run: MatrixRun, holders: list[Resource], json: Mapping[str, Any] | None = None
) -> None:
    """Create equal things of every kind below each holder; by default from an example."""
    kinds = run.sandbox.kinds
    for kind in [kind for kind in kinds.all.values() if kind.creators]:
        operation, sent = kind.creators[0].operation, json
        names = [kinds.of(operation, name).name for name in kinds.path_parameters(operation)]
        for holder in holders:
            if holder.kind in names and holder.kind != kind.name:
                for child in make_accepted(run, kind, holder.values, sent):
                    sent = sent or child.body.get("json")


class _Builder:
    """Builder of a population. What the server refuses is left out."""

    def __init__(self, run: MatrixRun, scene: Scene, named: list[Resource]) -> None:
        self._run, self._scene, self._named = run, scene, named
        self._subject = named[0]
        self._kind = run.sandbox.kinds.all[self._subject.kind]
        self._neighbours: list[Values] = []

    def build(self) -> Population:
        """Create the others, and return the scene among them."""
        if self._subject.id not in self._run.sandbox.made:
            self._act_on(self._subject)
        elsewhere = [other for resource in self._named for other in self._elsewhere(resource)]
        duplicates = self._duplicates()
        if elsewhere and self._kind.aliases and self._scene.resource in self._kind.aliases:
            self._act_on(elsewhere[0])  # A careless server finds the older one.
        elif duplicates and self._run.sandbox.made.keys() & set(self._subject.parents.values()):
            self._act_on(duplicates.pop(0))
        self._act_on_several(duplicates)
        holders = [self._subject, *self._named, *elsewhere, *duplicates]
        self._write(duplicates)
        for number, holder in enumerate({item.id: item for item in holders}.values()):
            self._neighbours.append(holder.values)
            if self._run.target.reset_server or number < _LIVE_USED:
                self._use(holder)
        self._add_children(holders)
        self._copy()
        return Population(self._scene, tuple(self._neighbours))

    def _act_on(self, resource: Resource) -> None:
        """Let the call name another resource."""
        known = {
            name: value for name, value in resource.values.items() if name in self._scene.values
        }
        values = {**self._scene.values, **known}
        self._scene = replace(self._scene, values=values, parents=resource.parents)
        self._named.append(self._subject)
        self._subject = resource

    def _act_on_several(self, duplicates: list[Resource]) -> None:
        """Name two resources in a list of ids, with another one between them."""
        for name, value in (self._scene.json or {}).items() if len(duplicates) > 1 else ():
            if isinstance(value, list) and self._subject.id in value:
                body = {"json": {**self._scene.json, name: [self._subject.id, duplicates[1].id]}}
                self._scene = replace(self._scene, body=body)

    def _duplicates(self) -> list[Resource]:
        """Create equal resources, some of which stand behind the one of the call."""
        json = self._subject.body.get("json", {})
        count = self._number_of_duplicates() if self._kind.creators else 0
        found = (
            make_equal(self._run, self._kind, self._subject.parents, json) for _ in range(count)
        )
        return [duplicate for duplicates in found for duplicate in duplicates]

    def _number_of_duplicates(self) -> int:
        """Return how many equal resources there are; fewer if they must be removed one by one."""
        if self._run.target.reset_server:
            return _DUPLICATES
        return _LIVE_DUPLICATES if self._kind.remover else 1

    def _elsewhere(self, resource: Resource) -> list[Resource]:
        """Create a resource from the same body below another parent, also of the same number."""
        kind = self._run.sandbox.kinds.all[resource.kind]
        others = {
            name: other
            for name, value in resource.parents.items()
            if kind.aliases
            and (other := other_parent(self._run, self._scene.operation, name, value))
        }
        values, json = {**resource.parents, **others}, resource.body.get("json")
        return make_accepted(self._run, kind, values, json) if others else []

    def _write(self, duplicates: list[Resource]) -> None:
        """Apply other writes to the resource and an equal one, and the call to the last one."""
        target, operation = self._run.target, self._scene.operation
        for other in self._operations(lambda node: "x-verify" in node):
            names = path_names(target.route(other))
            is_below = self._kind.parameter in names
            if not is_below or self._run.sandbox.kinds.created_by(other.id):
                continue
            bodies = []
            for holder in [self._subject, *duplicates[:1]]:
                for call in self._calls(other, holder.values):
                    bodies.append(call.body)
                    self._ask(other, call.values, bodies[0])
            if other.id == operation.id and target.method(other) == "POST" and len(duplicates) > 1:
                values = {**self._scene.values, names[-1]: duplicates[-1].id}
                self._ask(other, values, self._scene.body)

    def _use(self, resource: Resource) -> None:
        """Name a resource in the bodies of other operations, with their required fields."""
        for operation in self._operations(lambda node: "x-job" not in node):
            fields = reference_fields(operation)
            field = next((name for name, kind in fields.items() if kind == resource.kind), None)
            is_own = operation.id == self._scene.operation.id and resource is self._subject
            if field is None or is_own:
                continue
            schema = body_schema(operation.id)
            is_list = schema["properties"][field].get("type") == "array"
            names = {*schema.get("required", ()), field}
            if not self._run.target.reset_server and LEADS in {fields.get(name) for name in names}:
                continue  # What the call removes would take the leads with it.
            for call in self._calls(
                operation, {}, {field: [resource.id] if is_list else resource.id}
            ):
                sent = {name: value for name, value in call.json.items() if name in names}
                self._ask(operation, call.values, {"json": sent})

    def _add_children(self, holders: list[Resource]) -> None:
        """Create equal things below each holder; if the call creates one, not below its own."""
        created = self._run.sandbox.kinds.created_by(self._scene.operation.id)
        is_child = created is not None and created[0] != self._kind
        if is_child:
            holders = [holder for holder in holders if holder is not self._subject]
        add_children(self._run, holders, self._scene.json if is_child else None)

    def _copy(self) -> None:
        for source in self._kind.creators:
            operation = self._run.target.operation(source.operation)
            names = path_names(self._run.target.route(operation))
            if self._kind.parameter in names and operation.id != self._scene.operation.id:
                for call in self._calls(operation, self._subject.values):
                    self._ask(operation, call.values, call.body)

    def _operations(self, suits: Callable[[Any], bool]) -> list[Operation]:
        """Return the writes with a JSON body that can be reverted."""
        nodes = packaged_operations()
        return [
            operation
            for _, method, operation in self._run.target.operations()
            if method != "GET"
            and body_schema(operation.id)
            and nodes[operation.id].node["x-effect"] == "changes"
            and suits(nodes[operation.id].node)
        ]

    def _calls(
        self, operation: Operation, values: Values, json: Mapping[str, Any] | None = None
    ) -> list[CallValues]:
        """Return the values of one call; empty if they cannot be made."""
        with suppress(CheckFailed, SkipCheck):
            return [self._run.sandbox.call_values(operation.id, values, json=json)]
        return []

    def _ask(self, operation: Operation, values: Values, body: Any) -> None:
        """Send a write, and note by which path values its result is read."""
        exchange = self._run.target.ask(operation.id, values, body=deepcopy(body))
        if not succeeded(exchange):
            return
        found = self._run.sandbox.kinds.created_by(operation.id)
        created = [found] if found else []
        ids = {
            kind.parameter: value_at(json_body(exchange), source.pointer)
            for kind, source in created
        }
        self._neighbours.append({**values, **ids})

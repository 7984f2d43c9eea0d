"""Builder of calls: fresh values with which an operation succeeds."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..options import naming_setting, setting_name
from ..spec.document import Json, packaged_operations
from ..spec.kinds import Kind
from ..spec.references import LEADS, references
from ..targets.requests import UNKNOWN_ID, json_body, matching_value
from ..targets.resources import CallValues, Resource
from ..targets.target import CheckFailed, SkipCheck
from . import preparation
from .guard import succeeded
from .maker import Maker
from .preparation import Values
from .values import digits, example_body

_SAMPLE_ID = re.compile(r"[0-9a-f]{24}")
_LEADS_PER_CALL = 5


class CallBuilder:
    """Values of calls, from the resources of a sandbox."""

    def __init__(self, sandbox: Maker) -> None:
        self._sandbox = sandbox

    def build(
        self,
        operation_id: str,
        values: Mapping[str, str | None],
        json: Mapping[str, Any],
        example: str = "",
    ) -> CallValues:
        """Return the values of a call; `values` and the fields of `json` are used as they are."""
        target = self._sandbox.target
        if target.method(target.operation(operation_id)) != "GET" and not target.may_write:
            raise SkipCheck(f"it writes: set {setting_name('WRITE')}")
        target.require_area(target.operation(operation_id))
        with target.preparing():
            return self._prepared(operation_id, values, json, example)

    def _prepared(
        self,
        operation_id: str,
        values: Mapping[str, str | None],
        json: Mapping[str, Any],
        example: str,
    ) -> CallValues:
        target = self._sandbox.target
        known = {**preparation.path_values(self._sandbox, operation_id, values), **values}
        names = self._sandbox.kinds.path_parameters(operation_id)
        for name in reversed(names):
            if name not in known:
                found = self.path_values(operation_id, name, known)
                known = {**found, **known}
        self._add_query(operation_id, known)
        body = self._body(operation_id, known, json, example)
        kept = {item.name for item in target.operation(operation_id).parameters}
        return CallValues({name: value for name, value in known.items() if name in kept}, body)

    def path_values(
        self, operation_id: str, name: str, known: Mapping[str, str | None]
    ) -> Mapping[str, str | None]:
        """Return the value of a path parameter and those of its parents."""
        sandbox, kind = self._sandbox, self._sandbox.kinds.of(operation_id, name)
        owner = next((own for own in sandbox.kinds.all.values() if self._names(own, name)), None)
        wanted = owner if owner and owner.name.split()[0] == kind.name.split()[0] else kind
        if sandbox.can_make(wanted.name):
            resource = self._made(operation_id, wanted, known)
            return {name: resource.id, **resource.values}
        if kind.name in sandbox.named:
            is_removed, is_updated = (operation_id == own for own in (kind.remover, kind.updater))
            found = sandbox.existing.get(kind, is_removed=is_removed, is_updated=is_updated)
            return {name: found.id}
        return self._located(operation_id, kind, name, known)

    @staticmethod
    def _names(kind: Kind, parameter: str) -> bool:
        return parameter in kind.aliases

    def _made(self, operation_id: str, kind: Kind, known: Mapping[str, str | None]) -> Resource:
        """Return a new resource for a write that changes it, and a shared one otherwise."""
        sandbox = self._sandbox
        [creator, *_] = kind.creators
        parents = sandbox.kinds.path_parameters(creator.operation)
        given = {name: known[name] for name in parents if name in known}
        effect = packaged_operations()[operation_id].node["x-effect"]
        is_read = effect == "none" or sandbox.kinds.created_by(operation_id) is not None
        is_lasting = not kind.remover and effect != "irreversible"
        extra = {name for name in given if (self._owner_value(name)) != given[name]}
        if (is_read or is_lasting) and not extra:
            return sandbox.shared(kind.name)
        return sandbox.make(kind.name, values=given)

    def _owner_value(self, name: str) -> str | None:
        """Return the named value of a parameter, which shared resources have too."""
        for kind, values in self._sandbox.named.items():
            if kind.split()[1] == name:
                return values[0]
        return None

    def _located(
        self, operation_id: str, kind: Kind, name: str, known: Mapping[str, str | None]
    ) -> Mapping[str, str | None]:
        """Return a value that a list contains."""
        sandbox, target = self._sandbox, self._sandbox.target
        for source in kind.sources:
            names = sandbox.kinds.path_parameters(source.operation)
            if name in names:
                continue  # It is a read of one resource.
            given = self._given(source.operation, known)
            call = self.build(source.operation, given, {})
            exchange = target.ask(source.operation, call.values)
            if not succeeded(exchange) and UNKNOWN_ID in call.values.values():
                raise SkipCheck(f"no list shows a {kind.name}: set {naming_setting(kind.name)}")
            if not succeeded(exchange):
                raise CheckFailed(f"{source.operation} returned {exchange.status}")
            if found := preparation.first_usable(json_body(exchange), source, operation_id):
                parents = {item: call.values[item] for item in names}
                if any(sandbox.guard.is_own(str(value)) for value in parents.values()):
                    sandbox.guard.own[found] = kind.name
                return {**parents, name: found}
        vendor = kind.name.split()[0]
        known_ids = target.known_ids(vendor, name)
        is_read = target.method(target.operation(operation_id)) == "GET"
        if known_ids and is_read:
            return {name: known_ids[0]}
        if kind.creators or kind.sources or not is_read:
            raise SkipCheck(f"no list shows a {kind.name}: set {naming_setting(kind.name)}")
        return {name: self._unknown(operation_id, name)}

    def _given(self, operation_id: str, known: Mapping[str, str | None]) -> Values:
        """Return path values for a read that lists ids: known ones, and named ones before made."""
        kinds = self._sandbox.kinds
        named = {
            name: values[0]
            for name in kinds.path_parameters(operation_id)
            if (values := self._sandbox.named.get(kinds.of(operation_id, name).name))
        }
        names = kinds.path_parameters(operation_id)
        return {**named, **{name: known[name] for name in names if name in known}}

    def _unknown(self, operation_id: str, name: str) -> str:
        parameters = self._sandbox.target.operation(operation_id).parameters
        [parameter] = [parameter for parameter in parameters if parameter.name == name]
        return matching_value(parameter, UNKNOWN_ID)

    def _add_query(self, operation_id: str, known: dict[str, str | None]) -> None:
        vendor = operation_id.partition("_")[0]
        for parameter in self._sandbox.target.operation(operation_id).parameters:
            name = parameter.name
            if parameter.is_required and parameter.location == "query" and name not in known:
                known_ids = self._sandbox.target.known_ids(vendor, name)
                named = self._sandbox.named.get(f"{vendor} {name}")
                is_list = f"{vendor} {name}" == LEADS
                own = self._sandbox.leads.of_campaign(known.get("campaignId")) if is_list else ()
                values = own or named or known_ids or [UNKNOWN_ID]
                known[name] = ",".join(values[:_LEADS_PER_CALL]) if is_list else values[0]

    def _body(
        self,
        operation_id: str,
        known: Mapping[str, str | None],
        json: Mapping[str, Any],
        example: str,
    ) -> Json:
        sandbox = self._sandbox
        body = example_body(operation_id, sandbox.texts, self._is_taken, example)
        sent = body.get("json")
        if not isinstance(sent, dict):
            return body
        prepared = preparation.body_fields(sandbox, operation_id, known)
        sent |= {**prepared, **json}
        self._drop_unrestorable(operation_id, known, sent, json)
        given = prepared.keys() | json.keys()
        self._replace_references(operation_id, known, sent, given)
        return body

    def _drop_unrestorable(
        self,
        operation_id: str,
        known: Mapping[str, str | None],
        sent: Json,
        json: Mapping[str, Any],
    ) -> None:
        """Drop fields from an update of a named resource that could not be restored."""
        sandbox, names = self._sandbox, self._sandbox.kinds.path_parameters(operation_id)
        method = sandbox.target.method(sandbox.target.operation(operation_id))
        is_free = sandbox.target.reset_server or operation_id.split("_")[0] in (
            sandbox.target.disposable
        )
        if is_free or method != "PATCH":
            return
        kind, id_ = sandbox.kinds.of(operation_id, names[-1]), str(known[names[-1]])
        if kind.name in sandbox.named and not kind.creators:
            before = sandbox.recorder.read(kind, {n: str(known[n]) for n in names}, id_)
            for field in [field for field in sent if before.get(field) is None]:
                if field not in json:
                    del sent[field]

    def _is_taken(self, number: str) -> bool:
        """Return True for the digits of a phone number that a contact of a campaign has."""
        sandbox = self._sandbox
        if sandbox.numbers is None:
            sandbox.numbers = set()
            if not sandbox.target.reset_server:
                sandbox.numbers = {digits(text) for text in preparation.phone_numbers(sandbox)}
        return number in sandbox.numbers or sandbox.guard.is_own(number)

    def _replace_references(
        self,
        operation_id: str,
        known: Mapping[str, str | None],
        sent: Json,
        given: Iterable[str],
    ) -> None:
        """Replace the example ids of a body; an optional field without a resource is dropped."""
        required = self._sandbox.kinds.body_fields(operation_id)
        kinds = dict(references(self._sandbox.kinds, operation_id, sent))
        for field in [field for field in sent if field not in given]:
            value = sent[field]
            first = value[0] if isinstance(value, list) and value else value
            is_example = isinstance(first, str) and bool(_SAMPLE_ID.fullmatch(first))
            if field not in kinds and not is_example:
                continue
            try:
                found = self._reference(operation_id, field, kinds.get(field), known)
            except SkipCheck:
                if required.get(field):
                    raise
                del sent[field]
            else:
                sent[field] = found if isinstance(value, list) else found[0]

    def _reference(
        self, operation_id: str, field: str, kind: str | None, known: Mapping[str, str | None]
    ) -> list[str]:
        sandbox, vendor = self._sandbox, operation_id.partition("_")[0]
        name = kind or f"{vendor} {field}"
        if values := sandbox.named.get(name, ()):
            return list(values[:_LEADS_PER_CALL] if name == LEADS else values[:1])
        if listed := preparation.listed_id(sandbox, operation_id, field, known):
            return [listed]
        if name not in sandbox.kinds.all or not sandbox.can_make(name):
            is_kind = name in {LEADS, *sandbox.kinds.all}
            remedy = f": set {naming_setting(name)}" if is_kind else ""
            raise SkipCheck(f"it needs a {name}, and no operation creates one{remedy}")
        made = sandbox.kinds.all[name]
        parents = sandbox.kinds.path_parameters(made.creators[0].operation)
        given = {item: known[item] for item in parents if item in known}
        is_new = made.remover or sandbox.target.reset_server
        return [sandbox.make(name, values=given).id if is_new else sandbox.shared(name).id]

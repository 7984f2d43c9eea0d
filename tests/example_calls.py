"""A call of any operation, made of the spec's own examples."""

import inspect
from functools import cache
from importlib import import_module
from typing import Any, get_args, get_type_hints

from campaignkit import AsyncCallers, AsyncSonarly, Callers, Sonarly
from campaignkit_contract.spec.document import operation_nodes, packaged_spec
from campaignkit_contract.spec.examples import example_body
from campaignkit_runtime.files import File, read_file
from campaignkit_runtime.models import UNSET, Model
from campaignkit_runtime.operations import Call, Operation

from tools.codegen.generator_adapter import PythonIdentifier

DOCUMENT = packaged_spec()
OPERATIONS = {operation.id: operation for operation in operation_nodes(DOCUMENT)}
NODES = {name: operation.node for name, operation in OPERATIONS.items()}
OPERATION_IDS = list(NODES)

CLIENTS = {"sonarly": Sonarly, "callers": Callers}
ASYNC_CLIENTS = {"sonarly": AsyncSonarly, "callers": AsyncCallers}


@cache
def module_of(operation_id: str) -> Any:
    """Return the generated module of an operation."""
    [tag] = NODES[operation_id]["tags"]
    return import_module(f"campaignkit_api.api.{tag.replace(' ', '_')}.{operation_id}")


def operation_of(operation_id: str) -> Operation[Any]:
    """Return the generated operation."""
    operation: Operation[Any] = module_of(operation_id).OPERATION
    return operation


def vendor_of(operation_id: str) -> str:
    """Whose operation it is."""
    return operation_id.partition("_")[0]


def call_of(operation_id: str, **others: object) -> Call[Any]:
    """Return the call of the examples, with some other keywords."""
    parameters = OPERATIONS[operation_id].parameters
    keywords: dict[str, Any] = {
        _python_name(parameter["name"]): parameter["example"]
        for parameter in parameters
        if parameter.get("required")
    }
    if body := example_body(DOCUMENT, OPERATIONS[operation_id]):
        keywords["body"] = _body(operation_id, body)
    call: Call[Any] = module_of(operation_id).call(**(keywords | others))
    return call


def body_with(operation_id: str, changes: dict[str, Any]) -> Any:
    """Return the body of the examples with other values."""
    body = example_body(DOCUMENT, OPERATIONS[operation_id])
    return _body(operation_id, {"json": {**body["json"], **changes}})


def _body(operation_id: str, body: dict[str, Any]) -> Any:
    hint: Any = get_type_hints(module_of(operation_id).call)["body"]
    models: list[Any] = [kind for kind in (hint, *get_args(hint)) if _is_model(kind)]
    if not models:
        return body["json"]
    return models[0].from_dict(body["json"]) if "json" in body else _form(models[0], body)


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Model)


def _form(model: Any, body: dict[str, Any]) -> Any:
    files: dict[str, list[File]] = {}
    for name, part in body["files"]:
        files.setdefault(name, []).append(read_file(part))
    return model(**{_python_name(name): value for name, value in body["data"].items()}, **files)


def _python_name(name: str) -> str:
    return str(PythonIdentifier(name, "field_"))


def method_of(client: Any, operation_id: str, *, is_raw: bool = False) -> Any:
    """Return the method of a client's resource that calls an operation."""
    [tag] = NODES[operation_id]["tags"]
    vendor, _, area = tag.partition(" ")
    resource = getattr(client, area.replace(" ", "_"))
    name = operation_id.removeprefix(f"{vendor}_{area.replace(' ', '_')}_")
    return getattr(resource.with_raw_response if is_raw else resource, name)


def arguments_of(operation_id: str) -> dict[str, Any]:
    """Return the arguments of the examples for the method of an operation, by name."""
    parameters = OPERATIONS[operation_id].parameters
    given = {_python_name(p["name"]): p["example"] for p in parameters if p.get("required")}
    fields, body = dict[str, Any](), UNSET
    if content := example_body(DOCUMENT, OPERATIONS[operation_id]):
        body = _body(operation_id, content)
        fields = {name: getattr(body, name) for name in getattr(body, "_json_names", ())}
    method = method_of(CLIENTS[vendor_of(operation_id)](api_key="k"), operation_id)
    names = inspect.signature(method).parameters
    # A body whose fields are arguments can be an argument, too.
    given |= fields if fields.keys() & names.keys() else {"body": body}
    found = {name: given.get(name, given.get(f"{name}_", UNSET)) for name in names}
    return {name: value for name, value in found.items() if value is not UNSET}

"""Catalog of operations: typed data for the command line and for tool servers."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .docstrings import Docstrings
from .expressions import REQUEST_BODY
from .generator_adapter import Endpoint
from .inlining import inlined, leaf
from .methods import Method, Methods
from .operation_info import operation_info
from .output_pointers import output_pointer
from .parameter_forms import Key, merged_parameters, schema_of
from .payloads import Payloads, successes
from .signatures import Parameter
from .spec import Area, Json, areas, operations, resolve, vendors

_MODELS = "from ...models."
# Schemas of arguments that are not in the document; a callback has none, as it cannot be data.
_CLIENT_SCHEMAS: dict[str, Json] = {
    "int": {"type": "integer", "minimum": 1},
    "str | None": {"type": "string"},
}

_INDEX = '''"""Catalog of all operations: the index, by vendor and resource."""

from campaignkit_runtime.catalog import OperationEntry, ResourceEntry

VENDORS: dict[str, str] = {vendors}

RESOURCES: dict[str, dict[str, ResourceEntry]] = {{
{resources}}}


def load_operations(vendor: str, resource: str) -> dict[str, OperationEntry]:
    """Return the operations of a resource, by the names of its methods."""
    from importlib import import_module

    module = import_module(f".{{RESOURCES[vendor][resource].module}}", __name__)
    entries: dict[str, OperationEntry] = module.OPERATIONS
    return entries
'''

_MODULE = '''"""Catalog of the operations of `{name}`."""

from campaignkit_runtime.catalog import Argument, OperationEntry, Paging

OPERATIONS: dict[str, OperationEntry] = {{
{entries}}}
'''


class Declared(NamedTuple):
    """Parameter or field as the document declares it."""

    location: str
    schema: Json
    example: Any = None


class Catalog:
    """Catalog of one document."""

    def __init__(
        self,
        document: Json,
        endpoints: Mapping[str, Sequence[Endpoint]],
        methods: Methods,
        payloads: Payloads,
        docstrings: Docstrings,
    ) -> None:
        self._document = document
        self._payloads = payloads
        self._endpoints = endpoints
        self._methods = methods
        self._docstrings = docstrings
        self._info = operation_info(document)
        self._nodes = {
            node["operationId"]: (path, method, node, item)
            for path, method, node, item in operations(document)
        }

    def write(self, folder: Path) -> None:
        """Write the modules of the catalog into a new folder."""
        folder.mkdir()
        areas_by_tag = areas(self._document)
        texts = {"__init__": self._index(areas_by_tag)}
        for tag, area in areas_by_tag.items():
            entries = "".join(
                f"{self._info[str(endpoint.name)].name!r}: {self._entry(endpoint, area)},\n"
                for endpoint in self._endpoints[tag]
            )
            texts[tag] = _MODULE.format(name=f"{area.vendor}.{area.name}", entries=entries)
        for name, text in texts.items():
            (folder / f"{name}.py").write_text(text, encoding="utf-8")

    def _index(self, areas_by_tag: Mapping[str, Area]) -> str:
        names = {vendor.name: vendor.description for vendor in vendors(self._document)}
        resources = ""
        for vendor in names:
            of_vendor = {tag: area for tag, area in areas_by_tag.items() if area.vendor == vendor}
            entries = "".join(
                f"{area.name!r}: ResourceEntry({tag!r}, {area.description!r},"
                f" {self._summaries(tag)!r}),\n"
                for tag, area in of_vendor.items()
            )
            resources += f"{vendor!r}: {{{entries}}},\n"
        return _INDEX.format(vendors=names, resources=resources)

    def _summaries(self, tag: str) -> dict[str, str]:
        infos = [self._info[str(endpoint.name)] for endpoint in self._endpoints[tag]]
        return {info.name: info.summary for info in infos}

    def _entry(self, endpoint: Endpoint, area: Area) -> str:
        path, http_method, node, _ = self._nodes[str(endpoint.name)]
        info = self._info[str(endpoint.name)]
        method = self._methods.of(endpoint, "", is_raw=False)
        names = method.signature.names
        fields: dict[str, Any] = {
            "id": node["operationId"],
            "vendor": area.vendor,
            "resource": area.name,
            "name": info.name,
            "method": http_method.upper(),
            "path": path,
            "summary": info.summary,
            "description": self._text(info.description, names),
            "returns": self._text(info.returned, names),
            "idempotency": info.idempotency,
            "effect": effect_of(http_method, node),
            "kind": method.kind,
        }
        others: dict[str, Any] = {
            "permission": info.permission,
            "prerequisites": info.prerequisites,
            "read": (node.get("x-verify") or node.get("x-job") or {}).get("operationId"),
            "output": self._output(endpoint, path, http_method),
            "is_deprecated": info.is_deprecated,
        }
        arguments = ", ".join(self._arguments(endpoint, method))
        parts = [_keywords(fields), f"arguments=({arguments},)" if arguments else "arguments=()"]
        parts.append(_keywords(_with_values(others)))
        if rule := node.get("x-pagination"):
            parts.append(f"paging={_paging(rule, names)}")
        return f"OperationEntry({', '.join(filter(None, parts))})"

    def _output(self, endpoint: Endpoint, path: str, http_method: str) -> str:
        accessors = [self._payloads.of(success.prop).accessor for success in successes(endpoint)]
        steps = accessors[0].split(".")[1:] if accessors else []
        return output_pointer(self._document, path, http_method, steps)

    def _arguments(self, endpoint: Endpoint, method: Method) -> Iterator[str]:
        declared = self._declared(str(endpoint.name))
        for parameter in method.signature.parameters:
            name = parameter.converted.name
            kind = parameter.converted.annotation
            unsent = Declared("client", _CLIENT_SCHEMAS.get(kind, {}))
            source = declared.get((parameter.location, parameter.json_name or name), unsent)
            if source.location == "client" and not source.schema:
                continue
            fields: dict[str, Any] = {
                "name": name,
                "location": source.location,
                "schema": inlined(self._document, source.schema),
                "help": self._text(parameter.description, method.signature.names),
            }
            others: dict[str, Any] = {
                "default": _default(parameter),
                "json_name": parameter.json_name,
                "model": _model(parameter, leaf(self._document, source.schema)),
                "is_deprecated": parameter.is_deprecated,
            }
            if parameter.converted.default is not None:
                fields["is_required"] = False
            if source.example is not None:
                fields["example"] = source.example
            yield f"Argument({_keywords(fields | _with_values(others))})"

    def _declared(self, operation_id: str) -> dict[Key, "Declared"]:
        """Return the declared parameters and fields, by location and JSON name."""
        _, _, node, item = self._nodes[operation_id]
        declared: dict[Key, Declared] = {}
        body = resolve(self._document, node.get("requestBody", {}))
        for content in body.get("content", {}).values():
            schema, example = content.get("schema", {}), self._example(content)
            declared["body", "body"] = Declared("body", schema, example)
            values = example if isinstance(example, dict) else {}
            for name, field in resolve(self._document, schema).get("properties", {}).items():
                declared["body", name] = Declared("body", field, values.get(name))
        for parameter in merged_parameters(self._document, item, node):
            key = parameter["in"], parameter["name"]
            declared[key] = Declared(
                parameter["in"], schema_of(parameter), parameter.get("example")
            )
        return declared

    def _example(self, content: Json) -> Any:
        named = [
            resolve(self._document, example) for example in content.get("examples", {}).values()
        ]
        return content.get("example", named[0].get("value") if named else None)

    def _text(self, text: str, own: Mapping[str, str]) -> str:
        return self._docstrings.text(text, own)


def effect_of(method: str, operation: Json) -> str:
    """Return `x-effect`; a call without one may do anything, unless it is a GET."""
    return str(operation.get("x-effect", "none" if method == "get" else "irreversible"))


def _model(parameter: Parameter, leaf: Json) -> str:
    """Return the class of an object with declared fields; empty for other values."""
    if not leaf.get("properties"):
        return ""
    imports = [line for line in parameter.converted.imports if line.startswith(_MODELS)]
    names = [line.split()[-1] for line in imports]
    return next((name for name in names if name in parameter.converted.annotation), "")


def _keywords(fields: Mapping[str, Any]) -> str:
    """Return fields as the keywords of a call."""
    return ", ".join(f"{name}={value!r}" for name, value in fields.items())


def _with_values(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with a value."""
    return {name: value for name, value in fields.items() if value not in (None, "", (), False)}


def _default(parameter: Parameter) -> Any:
    default = parameter.converted.default
    return int(default) if default and default.isdecimal() else None


def _paging(rule: Json, names: Mapping[str, str]) -> str:
    kinds = (rule.get(kind, {}).get("parameter") for kind in ("cursor", "offset", "page"))
    parameter = next(filter(None, kinds), "")
    fields = {
        "position": names.get(parameter.removeprefix(REQUEST_BODY).removeprefix("/"), ""),
        "items": _last_step(rule["items"]),
        "size": names.get(rule.get("size", "")),
        "next": _last_step(rule.get("cursor", {}).get("next", "")),
    }
    with_values = {"position": "", "items": ""} | _with_values(fields)
    return f"Paging({_keywords(with_values)})"


def _last_step(place: str) -> str:
    """Return the last name of a place in a response; empty for the response itself."""
    return place.partition("#")[2].rpartition("/")[2]

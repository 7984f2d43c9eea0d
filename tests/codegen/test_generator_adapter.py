"""What code generation expects of openapi-python-client: each name, and its parts."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tools.codegen import generator_adapter as adapter
from tools.codegen.generator import ROOT

FIELDS = ("default", "description", "name", "python_name", "required")
METHODS = ("get_imports", "get_lazy_imports", "get_type_string", "set_python_name")
PROPERTY = (*FIELDS, *METHODS)
# Parts of each class that our code or templates use.
PARTS: dict[str, tuple[str, ...]] = {
    "AnyProperty": PROPERTY,
    "BooleanProperty": PROPERTY,
    "Class": ("name", "module_name"),
    "ClassOverride": ("class_name", "module_name"),
    "Config": ("class_overrides", "field_prefix", "from_sources"),
    "ConfigFile": ("class_overrides", "field_prefix", "post_hooks"),
    "ConstProperty": (*PROPERTY, "value"),
    "DateProperty": PROPERTY,
    "DateTimeProperty": PROPERTY,
    "Endpoint": (
        *("bodies", "cookie_parameters", "header_parameters", "list_all_parameters", "method"),
        *("name", "path", "path_parameters", "query_parameters", "responses", "tags"),
    ),
    "EndpointCollection": ("endpoints", "parse_errors", "tag"),
    "EnumProperty": (*PROPERTY, "class_info", "value_type", "values"),
    "FileProperty": PROPERTY,
    "FloatProperty": PROPERTY,
    "GeneratorData": ("endpoint_collections_by_tag", "enums", "errors", "from_dict", "models"),
    "GeneratorError": ("detail", "header"),
    "IntProperty": PROPERTY,
    "ListProperty": (*PROPERTY, "inner_property"),
    "MetaType": ("NONE",),
    "ModelProperty": (
        *PROPERTY,
        *("additional_properties", "class_info", "data", "optional_properties"),
        "required_properties",
    ),
    "NoneProperty": PROPERTY,
    "ParseError": ("detail", "header"),
    "Project": ("build",),
    "PropertyProtocol": METHODS,
    "Reference": ("model_validate",),
    "Response": ("data", "prop", "source", "status_code"),
    "StringProperty": PROPERTY,
    "UnionProperty": (*PROPERTY, "inner_properties"),
    "UntrustedString": ("get_untrusted_value",),
    "UuidProperty": PROPERTY,
}
# Results of the names that are functions, or classes made of text.
VALUES: dict[str, tuple[Any, object]] = {
    "ClassName": (lambda: str(adapter.ClassName("ship list", "field_")), "ShipList"),
    "PythonIdentifier": (lambda: str(adapter.PythonIdentifier("shipId", "field_")), "ship_id"),
    "in_double_quote_literal": (
        lambda: adapter.in_double_quote_literal(adapter.UntrustedString('a"b')),
        'a\\"b',
    ),
    "pascal_case": (lambda: str(adapter.pascal_case("ship_list")), "ShipList"),
    "snake_case": (lambda: str(adapter.snake_case("shipList")), "ship_list"),
    "NONE_SOURCE": (lambda: adapter.NONE_SOURCE["return_type"], "None"),
    "BYTES_SOURCE": (lambda: adapter.BYTES_SOURCE["return_type"], "bytes"),
    "Property": (lambda: adapter.StringProperty in adapter.Property.__args__, True),
    "schema": (lambda: hasattr(adapter.schema, "Schema"), True),
}


@cache
def parts_of(name: str) -> set[str]:
    """Return the attributes and fields of a class."""
    kind = getattr(adapter, name)
    declared = [each.name for each in getattr(kind, "__attrs_attrs__", ())]
    fields = [*getattr(kind, "model_fields", ()), *getattr(kind, "__dataclass_fields__", ())]
    return {*dir(kind), *declared, *fields}


@pytest.mark.parametrize("name", PARTS)
def test_parts(name: str) -> None:
    """A class has the parts that our code uses."""
    assert set(PARTS[name]) - parts_of(name) == set()


@pytest.mark.parametrize("name", VALUES)
def test_value(name: str) -> None:
    """A function returns what our code expects."""
    make, expected = VALUES[name]

    assert make() == expected


def test_names() -> None:
    """Each name of the adapter is tested."""
    assert {*PARTS, *VALUES} == set(adapter.__all__)
    assert not PARTS.keys() & VALUES.keys()


def test_one_place() -> None:
    """No other module of tools, tests and benchmarks imports the generator."""
    folders = [ROOT / name for name in ("tools", "tests", "overlays")]
    paths = [path for folder in folders for path in folder.rglob("*.py")]
    found = [path for path in paths if "from openapi_python_client" in _code(path)]

    assert [path.name for path in found] == ["generator_adapter.py"]


def _code(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.startswith("from "))

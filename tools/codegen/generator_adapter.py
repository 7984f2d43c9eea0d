"""Names of openapi-python-client that code generation uses.

None of them is promised to stay: the maintainers call only the command line stable. All of our code
imports them from here, and `tests/codegen/test_generator_adapter.py` states what we expect of each.
An upgrade that moves or changes a name fails there, and is mended here.
"""

from openapi_python_client import Project, schema
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import EnumProperty, ModelProperty, Property
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty
from openapi_python_client.parser.responses import BYTES_SOURCE, NONE_SOURCE, Response
from openapi_python_client.schema import Reference, UntrustedString
from openapi_python_client.strings import (
    ClassName,
    PythonIdentifier,
    in_double_quote_literal,
    pascal_case,
    snake_case,
)

__all__ = (
    "BYTES_SOURCE",
    "NONE_SOURCE",
    "AnyProperty",
    "BooleanProperty",
    "Class",
    "ClassName",
    "ClassOverride",
    "Config",
    "ConfigFile",
    "ConstProperty",
    "DateProperty",
    "DateTimeProperty",
    "Endpoint",
    "EndpointCollection",
    "EnumProperty",
    "FileProperty",
    "FloatProperty",
    "GeneratorData",
    "GeneratorError",
    "IntProperty",
    "ListProperty",
    "MetaType",
    "ModelProperty",
    "NoneProperty",
    "ParseError",
    "Project",
    "Property",
    "PropertyProtocol",
    "PythonIdentifier",
    "Reference",
    "Response",
    "StringProperty",
    "UnionProperty",
    "UntrustedString",
    "UuidProperty",
    "in_double_quote_literal",
    "pascal_case",
    "schema",
    "snake_case",
)

"""Constructs of OpenAPI 3.1 in small schemas, with values that must survive both directions."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

UUID = "12345678-1234-5678-1234-567812345678"
MOMENT = "2026-01-01T00:00:00.000Z"

TEXT: Json = {"type": "string"}
INTEGER: Json = {"type": "integer"}
IDENTIFIER: Json = {"type": "string", "format": "uuid"}
NULL: Json = {"type": "null"}


def ref(name: str) -> Json:
    """Return the reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def fields(*required: str, **properties: Any) -> Json:
    """Return an object schema."""
    return {"type": "object", "required": [*required], "properties": properties}


def listed(items: Any) -> Json:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def mapped(values: Any) -> Json:
    """Return the schema of a map."""
    return {"type": "object", "additionalProperties": values}


@dataclass(frozen=True)
class Construct:
    """Schemas that use one construct, and values of the first of them."""

    name: str
    """Name of the row in docs/constructs.md."""
    schemas: Json
    values: tuple[Any, ...]

    @property
    def schema(self) -> str:
        """Name of the schema that has the values."""
        return next(iter(self.schemas))


_VARIANTS = {
    "Cat": fields("name", name=TEXT, meow=INTEGER),
    "Dog": fields("name", name=TEXT, bark=INTEGER),
}
_SHAPES = {
    "CircleDto": fields("kind", kind=TEXT, size={"type": "number"}),
    "SquareDto": fields("kind", kind=TEXT, size={"type": "number"}),
}
_MAPPED = {
    "oneOf": [ref("CircleDto"), ref("SquareDto")],
    "discriminator": {
        "propertyName": "kind",
        "mapping": {"circle": "#/components/schemas/CircleDto", "square": "SquareDto"},
    },
}
ODD_NAMES = (
    *("field", "from_dict", "to_dict", "additional_properties", "outcome", "self", "cls", "class"),
    *("Größe", "groß", "gross", "userId", "user_id", "user-id", "userID", "+1", "-1", "@type"),
    *("_x", "__class__", "__slots__", "__init__", "_json_names", "_encoders", "value", "source"),
    *("known", "rest", "name", "error", "define", "str", "type", "id", "list", "dict", "property"),
    *("a.b", "a/b", "a b", 'q"uote', "back\\slash", "new\nline", "Model", "Any", "UUID", "None"),
    *("True", "import", "é", "日本", "x\u2028y", "model_config", "datetime", "json"),
)

CONSTRUCTS = (
    Construct(
        "format: uuid",
        {
            "Identified": fields(
                "own",
                own=IDENTIFIER,
                items=listed(IDENTIFIER),
                by_name=mapped(IDENTIFIER),
                either={"anyOf": [IDENTIFIER, INTEGER]},
                text={"anyOf": [IDENTIFIER, TEXT]},
                maybe={"anyOf": [IDENTIFIER, NULL]},
            )
        },
        (
            {"own": UUID, "items": [UUID], "by_name": {"a": UUID}, "either": 5, "text": "x"},
            {"own": UUID, "either": UUID, "text": UUID, "maybe": None},
        ),
    ),
    Construct(
        "format: date-time, date, time, duration, byte, other",
        {
            "Formats": fields(
                moment={"type": "string", "format": "date-time"},
                day={"type": "string", "format": "date"},
                clock={"type": "string", "format": "time"},
                span={"type": "string", "format": "duration"},
                packed={"type": "string", "format": "byte"},
                raw={"type": "string", "format": "binary"},
                mail={"type": "string", "format": "email"},
            )
        },
        (
            {
                "moment": MOMENT,
                "day": "2026-01-01",
                "clock": "10:00:00",
                "span": "P1D",
                "packed": "aGk=",
                "raw": "hi",
                "mail": "a@b.example",
            },
        ),
    ),
    Construct(
        "number, integer, multipleOf, bounds",
        {
            "Numbers": fields(
                price={"type": "number", "multipleOf": 0.01, "exclusiveMinimum": 0},
                count={"type": "integer", "format": "int64", "maximum": 10},
                either={"anyOf": [{"type": "number"}, INTEGER]},
            )
        },
        ({"price": 0.25, "count": 3, "either": 2}, {"either": 2.5}),
    ),
    Construct(
        "default",
        {
            "Defaults": fields(
                text=TEXT | {"default": "a"},
                count=INTEGER | {"default": 1},
                is_on={"type": "boolean", "default": True},
                moment={"type": "string", "format": "date-time", "default": MOMENT},
                day={"type": "string", "format": "date", "default": "2026-01-01"},
                own=IDENTIFIER | {"default": UUID},
                hue={"type": "string", "enum": ["red"], "default": "red"},
                many=listed(TEXT) | {"default": ["a"]},
                some=fields(x=TEXT) | {"default": {"x": "a"}},
            )
        },
        ({}, {"text": "b", "many": [], "some": {}}),
    ),
    Construct(
        "const",
        {
            "Constants": fields(
                "text",
                text={"const": "x"},
                number={"const": 3},
                yes={"type": "boolean", "const": True},
                no={"type": "boolean", "enum": [False]},
                nothing={"const": None},
            )
        },
        ({"text": "x", "number": 3, "yes": True, "no": False, "nothing": None}, {"text": "x"}),
    ),
    Construct(
        "union of constants",
        {"Choice": fields(way={"oneOf": [{"const": "p"}, {"const": "q"}, {"const": 1}]})},
        ({"way": "p"}, {"way": "q"}, {"way": 1}),
    ),
    Construct(
        "enum of strings",
        {
            "Moods": fields(
                plain={"type": "string", "enum": ["good", "bad"]},
                alike={"type": "string", "enum": ["a b", "a_b", "A", "a", "", "1st", "$"]},
                titled={"title": "Feeling", "type": "string", "enum": ["joy"]},
                items=listed({"type": "string", "enum": ["i"]}),
            )
        },
        ({"plain": "good", "alike": "A", "titled": "joy", "items": ["i"]}, {"plain": "so-so"}),
    ),
    Construct(
        "enum of integers",
        {
            "Level": {"type": "integer", "enum": [0, 1, -5]},
        },
        (0, 1, -5, 77),
    ),
    Construct(
        "enum of integers in an object",
        {
            "Levels": fields("own", own=INTEGER | {"enum": [0, 1]}, items=listed(ref("Depth"))),
            "Depth": INTEGER | {"enum": [7]},
        },
        ({"own": 0, "items": [7, 8]}, {"own": 9}),
    ),
    Construct(
        "enum of several types, of numbers, of booleans",
        {
            "Mixed": fields(
                either={"enum": [1, "a", None]},
                ratio={"type": "number", "enum": [0.5, 1.5]},
                flag={"enum": [True, False]},
            )
        },
        ({"either": "a", "ratio": 0.5, "flag": False}, {"either": None}, {"either": 1}),
    ),
    Construct(
        "open enumeration",
        {
            "Shade": {"anyOf": [TEXT | {"enum": ["light"]}, TEXT, NULL]},
        },
        ("light", "dim", None),
    ),
    Construct(
        "open enumeration, inline or nullable",
        {
            "Shades": fields(
                inline={"anyOf": [TEXT | {"enum": ["light"]}, TEXT]},
                known=ref("Tone"),
                nullable={"anyOf": [ref("Tone"), TEXT, NULL]},
                listed={"type": ["string", "null"], "enum": ["q", None]},
            ),
            "Tone": {"anyOf": [TEXT | {"enum": ["warm"]}, TEXT]},
        },
        ({"inline": "dim", "known": "cold", "nullable": None, "listed": None}, {"listed": "q"}),
    ),
    Construct(
        "oneOf without discriminator",
        {
            "Pets": fields(
                one={"oneOf": [ref("Cat"), ref("Dog")]},
                many=listed({"anyOf": [ref("Cat"), ref("Dog")]}),
                by_name=mapped({"oneOf": [ref("Cat"), ref("Dog"), NULL]}),
            ),
            **_VARIANTS,
        },
        (
            {"one": {"name": "a", "bark": 1}, "many": [{"name": "b", "meow": 1}, {"name": "c"}]},
            {"by_name": {"a": {"name": "a", "bark": 2}, "b": None}},
        ),
    ),
    Construct(
        "union of nullable values in a map",
        {"Votes": mapped({"oneOf": [ref("Cat"), INTEGER, NULL]})},
        ({"a": None, "b": 1, "c": {"name": "a", "meow": 2}},),
    ),
    Construct(
        "oneOf with a schema of anything",
        {"Loose": fields(x={"oneOf": [{}, ref("Cat")]})},
        ({"x": {"name": "a"}}, {"x": [1]}),
    ),
    Construct(
        "discriminator",
        {
            "Shapes": fields(
                mapped=_MAPPED,
                implicit={
                    "anyOf": [ref("SquareDto"), ref("CircleDto")],
                    "discriminator": {"propertyName": "kind"},
                },
                nested={"anyOf": [_MAPPED, NULL]},
                shared=ref("AnyShape"),
            ),
            "AnyShape": _MAPPED,
            **_SHAPES,
        },
        (
            {"mapped": {"kind": "square", "size": 1.0}, "implicit": {"kind": "CircleDto"}},
            {"nested": {"kind": "circle"}, "shared": {"kind": "square"}},
            {"mapped": {"kind": "SquareDto", "size": 2.0}},
            {"nested": None},
        ),
    ),
    Construct(
        "discriminator of a base",
        {
            "Garage": fields(first=ref("Vehicle"), others=listed(ref("Vehicle"))),
            "Vehicle": {
                **fields("kind", kind=TEXT),
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"car": "#/components/schemas/Car"},
                },
            },
            "Car": {"allOf": [ref("Vehicle"), fields(doors=INTEGER)]},
            "Bus": {"allOf": [ref("Vehicle"), fields(seats=INTEGER)]},
        },
        ({"first": {"kind": "car", "doors": 3}, "others": [{"kind": "Bus", "seats": 9}]},),
    ),
    Construct(
        "allOf",
        {
            "Extended": {
                "allOf": [ref("Base"), {"allOf": [fields("more", more=TEXT)]}],
                "properties": {"beside": INTEGER},
                "required": ["beside"],
            },
            "Base": fields("id", id=TEXT, owner=fields(name=TEXT)),
        },
        ({"id": "1", "owner": {"name": "n"}, "more": "m", "beside": 1},),
    ),
    Construct(
        "allOf of a type and a constant",
        {"Exact": fields(x={"allOf": [TEXT, {"const": "k"}]})},
        ({"x": "k"},),
    ),
    Construct(
        "allOf of a reference alone",
        {
            "Holder": fields(
                plain={"allOf": [ref("Held")], "description": "Held."},
                nullable={"anyOf": [{"allOf": [ref("Held")]}, NULL]},
                beside=ref("Held") | {"description": "Held too.", "readOnly": False},
                alias=ref("Alias"),
            ),
            "Held": fields(x=TEXT),
            "Alias": ref("Held"),
        },
        ({"plain": {"x": "1"}, "nullable": None, "beside": {}, "alias": {"x": "2"}},),
    ),
    Construct(
        "oneOf beside properties",
        {
            "Payment": {
                **fields("id", id=TEXT),
                "oneOf": [ref("Card"), fields("iban", iban=TEXT)],
            },
            "Card": fields("number", number=TEXT),
        },
        ({"id": "1", "number": "4"}, {"id": "2", "iban": "N"}),
    ),
    Construct(
        "anyOf of required alone",
        {
            "Reachable": {
                **fields(mail=TEXT, phone=TEXT),
                "anyOf": [{"required": ["mail"]}, {"required": ["phone"]}],
            }
        },
        ({"mail": "m"}, {"phone": "p"}),
    ),
    Construct(
        "type: a list of types",
        {
            "Several": fields(
                value={"type": ["string", "integer", "null"]},
                record={"type": ["object", "null"], "properties": {"x": INTEGER}},
                rows={"type": ["array", "string"], "items": IDENTIFIER},
            )
        },
        (
            {"value": 3, "record": {"x": 1}, "rows": [UUID]},
            {"value": None, "record": None, "rows": "x"},
        ),
    ),
    Construct(
        "additionalProperties: false",
        {"Closed": fields(x=TEXT) | {"additionalProperties": False}},
        ({"x": "a"}, {}),
    ),
    Construct(
        "additionalProperties: true",
        {"Free": fields(x=TEXT) | {"additionalProperties": True}},
        ({"x": "a", "other": [1, {"y": None}]},),
    ),
    Construct(
        "additionalProperties: a schema",
        {"Nested": mapped(mapped(listed(ref("Leaf")))), "Leaf": fields(at=IDENTIFIER)},
        ({"a": {"b": [{"at": UUID}]}},),
    ),
    Construct(
        "additionalProperties: a schema, as a field of a body",
        {
            "Maps": fields(
                plain=mapped(fields(x=TEXT)),
                constant=mapped({"const": "a"}),
                many=listed(mapped(IDENTIFIER)),
            )
        },
        ({"plain": {"a": {"x": "1"}}, "constant": {"b": "a"}, "many": [{"c": UUID}]},),
    ),
    Construct(
        "patternProperties",
        {
            "Patterns": {
                **fields(x=TEXT),
                "patternProperties": {"^x-": INTEGER, "^y-": TEXT},
                "additionalProperties": False,
            }
        },
        ({"x": "a", "x-a": 1, "y-a": "b"},),
    ),
    Construct(
        "prefixItems",
        {
            "Tuples": fields(
                told={"type": "array", "prefixItems": [TEXT, INTEGER], "items": False},
                same={"type": "array", "prefixItems": [IDENTIFIER, IDENTIFIER], "items": False},
                alike={"type": "array", "prefixItems": [IDENTIFIER, TEXT], "items": False},
                more={"type": "array", "prefixItems": [TEXT]},
            )
        },
        ({"told": ["a", 1], "same": [UUID, UUID], "alike": [UUID, UUID], "more": ["a", [1]]},),
    ),
    Construct(
        "items without a schema, boolean schemas",
        {"Anything": fields(a={"type": "array"}, b=listed(True), c=True, d=False, e={})},
        ({"a": [1, None], "b": [{}], "c": {"x": 1}, "e": "x"},),
    ),
    Construct(
        "recursive models",
        {"Node": fields(next=ref("Node"), kids=listed(ref("Node")), by_name=mapped(ref("Node")))},
        ({"next": {"kids": [{}]}, "by_name": {"a": {"next": {}}}},),
    ),
    Construct(
        "union with any value",
        {
            "Loose": fields(
                x={"anyOf": [mapped(INTEGER), TEXT, {"$ref": "#/components/schemas/Loose"}, {}]}
            ),
        },
        ({"x": {}}, {"x": {"a": 1}}, {"x": "a"}, {"x": [1]}),
    ),
    Construct(
        "recursive schema without a class",
        {
            "JsonValue": {
                "anyOf": [TEXT, {"type": "number"}, listed(ref("JsonValue")), mapped(True), NULL]
            }
        },
        ("x", 1.5, [["a"], 1.5], {"k": [1]}, None),
    ),
    Construct(
        "$ref to a place within a schema",
        {
            "Deep": fields(x={"$ref": "#/components/schemas/Outer/properties/inner"}),
            "Outer": fields(inner=fields(y=TEXT)),
        },
        ({"x": {"y": "a"}},),
    ),
    Construct(
        "conditions and other constraints",
        {
            "Narrowed": {
                **fields(x=TEXT, y=TEXT),
                "if": {"required": ["x"]},
                "then": {"properties": {"y": {"minLength": 1}}},
                "dependentRequired": {"x": ["y"]},
                "not": {"required": ["z"]},
                "propertyNames": {"maxLength": 9},
                "minProperties": 1,
            }
        },
        ({"x": "a", "y": "b"},),
    ),
    Construct(
        "inline objects",
        {
            "Inline": fields(bar=fields(baz=fields(x=TEXT)), items=listed(fields(y=TEXT))),
            "InlineBar": fields(own=TEXT),
        },
        ({"bar": {"baz": {"x": "a"}}, "items": [{"y": "b"}]},),
    ),
    Construct(
        "names of fields",
        {"Odd": fields(**dict.fromkeys(ODD_NAMES, INTEGER))},
        ({name: number for number, name in enumerate(ODD_NAMES)},),
    ),
    Construct(
        "names of fields beside fields of any name",
        {"OddOpen": fields(**dict.fromkeys(ODD_NAMES, INTEGER)) | {"additionalProperties": TEXT}},
        ({name: number for number, name in enumerate(ODD_NAMES)} | {"other": "x"},),
    ),
    Construct("title", {"Entitled": fields(x=TEXT) | {"title": "Other name"}}, ({"x": "a"},)),
    *(
        Construct(
            f"schema names that are equal in Python: {name}", {name: fields(x=TEXT)}, ({"x": "a"},)
        )
        for name in ("foo_bar", "FooBar", "foo.bar", "URL", "Url")
    ),
)

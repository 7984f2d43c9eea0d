"""Each construct of an operation that cannot be generated is refused by name."""

from typing import Any

import pytest

from tests.codegen.scratch_vendor import JSON, document, operation, parameter
from tools.codegen.checks.refusals import refused_constructs
from tools.codegen.checks.server_refusals import server_url

INTEGERS = {"type": "array", "items": {"type": "integer"}}
OBJECT = {"type": "object", "properties": {"a": {"type": "integer"}}}
NESTED = {"type": "object", "properties": {"a": {"anyOf": [INTEGERS, {"type": "null"}]}}}
DEEP = {"allOf": [{"$ref": "#/components/schemas/Stone"}, NESTED]}
TEXT = {"type": "string"}
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"


def _refused(made: dict[str, Any], **components: Any) -> list[str]:
    found = refused_constructs(document({"/x": {"post": made}}, **components))
    return [str(finding).removeprefix("POST /x: ") for finding in found]


PARAMETERS: list[tuple[dict[str, Any], str]] = [
    (parameter("p", style="matrix"), "style matrix is not for a query"),
    (parameter("p", "header", style="form"), "style form is not for a header"),
    (parameter("p", "header", style="deepObject"), "style deepObject is not for a header"),
    (parameter("p", style="deepObject"), "style deepObject is for objects"),
    (
        parameter("p", schema=OBJECT, style="deepObject", explode=False),
        "style deepObject is not defined with explode: false",
    ),
    (parameter("p", schema=NESTED, style="deepObject"), "style deepObject cannot nest"),
    (parameter("p", schema=DEEP, style="deepObject"), "style deepObject cannot nest"),
    (parameter("p", schema=NESTED), "style form cannot nest"),
    (parameter("p", schema={"type": "array", "items": OBJECT}), "style form cannot nest"),
    (parameter("p", schema=INTEGERS, style="pipeDelimited", explode=True), "is for arrays with"),
    (parameter("p", style="spaceDelimited"), "style spaceDelimited is for arrays with"),
    (parameter("p", "path", INTEGERS, style="label"), "style label differs between versions"),
    (parameter("p", "cookie", INTEGERS), "a cookie has one value"),
    (parameter("p", "cookie", content={JSON: {"schema": OBJECT}}), "a cookie cannot hold JSON"),
    (parameter("p", content={"text/csv": {}}), "content text/csv is not supported"),
    (parameter("größe", "header"), "the name is not allowed in a header"),
    (parameter("a b", "cookie"), "the name is not allowed in a cookie"),
]


@pytest.mark.parametrize(("node", "message"), PARAMETERS, ids=[case[1] for case in PARAMETERS])
def test_parameter(node: dict[str, Any], message: str) -> None:
    """A parameter that its style cannot carry is named with its place."""
    [found] = _refused(operation("x", parameters=[node]))

    assert found.startswith(f"{node['in']} parameter {node['name']!r}: ")
    assert message in found


BODIES: list[tuple[dict[str, Any], str]] = [
    (
        {"application/xml": {"schema": OBJECT}},
        "requestBody application/xml: the schema of a text must",
    ),
    ({"multipart/mixed": {"schema": OBJECT}}, "only multipart/form-data has names"),
    ({"text/event-stream": {"schema": TEXT}}, "a request is not a stream of events"),
    ({"text/*": {"schema": TEXT}}, "a request has one media type"),
    ({FORM: {"schema": TEXT}}, "its schema must be an object"),
    ({PARTS: {}}, "its schema must be an object"),
    ({JSON: {"schema": {}}, "text/plain": {"schema": TEXT}}, "requestBody: application/json and"),
    (
        {JSON: {"schema": INTEGERS}, "application/vnd.x+json": {"schema": {"type": "array"}}},
        "application/json and application/vnd.x+json have the same Python type",
    ),
]


@pytest.mark.parametrize(("content", "message"), BODIES, ids=[case[1] for case in BODIES])
def test_body(content: dict[str, Any], message: str) -> None:
    """A body that no media type can carry is named."""
    [found] = _refused(operation("x", requestBody={"content": content}))

    assert message in found


ENCODINGS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    (FORM, OBJECT, {"style": "deep"}, "has style deep: use form or"),
    (FORM, TEXT, {"style": "deepObject"}, "which is for objects"),
    (FORM, INTEGERS, {"style": "pipeDelimited", "explode": True}, "which joins arrays"),
    (FORM, NESTED, {"style": "deepObject"}, "cannot nest"),
    (FORM, TEXT, {"allowReserved": True}, "has allowReserved"),
    (PARTS, INTEGERS, {"contentType": JSON}, "does not define if each item or the array is JSON"),
    (PARTS, OBJECT, {"contentType": "text/xml"}, "an object cannot be text/xml"),
    (PARTS, INTEGERS, {"style": "pipeDelimited"}, "parts have style form with explode"),
    (PARTS, TEXT, {"headers": {"X-A": {}}}, "has headers, which are not supported"),
]


@pytest.mark.parametrize(
    ("media", "field", "encoding", "message"), ENCODINGS, ids=[case[3] for case in ENCODINGS]
)
def test_encoding(
    media: str, field: dict[str, Any], encoding: dict[str, Any], message: str
) -> None:
    """An encoding that a field cannot have is named."""
    schema = {"type": "object", "properties": {"f": field}}
    content = {media: {"schema": schema, "encoding": {"f": encoding}}}
    [found] = _refused(operation("x", requestBody={"content": content}))

    assert found.startswith(f"requestBody {media}: encoding of 'f'")
    assert message in found


def test_encoding_of_nothing() -> None:
    """An encoding of a field that the schema does not have is named."""
    content = {PARTS: {"schema": OBJECT, "encoding": {"b": {"contentType": "image/png"}}}}

    assert _refused(operation("x", requestBody={"content": content})) == [
        "requestBody multipart/form-data: encoding of 'b' has no property: remove it"
    ]


@pytest.mark.parametrize(
    ("responses", "message"),
    [
        ({"404": {"description": "x"}}, "responses: document a 2xx status, 2XX or default"),
        (
            {"200": {"description": "x", "content": {"text/event-stream": {}}}},
            "response 200: text/event-stream is not supported: document another media type",
        ),
    ],
)
def test_responses(responses: dict[str, Any], message: str) -> None:
    """A success that is missing, or that is a stream of events, is named."""
    assert _refused(operation("x", responses=responses)) == [message]


@pytest.mark.parametrize(
    ("scheme", "kind"),
    [
        ({"type": "http", "scheme": "digest"}, "http digest"),
        ({"type": "openIdConnect", "openIdConnectUrl": "https://a.example"}, "openIdConnect"),
        ({"type": "mutualTLS"}, "mutualTLS"),
        (
            {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "x", "scopes": {}}}},
            "oauth2 implicit",
        ),
    ],
)
def test_scheme(scheme: dict[str, Any], kind: str) -> None:
    """A security scheme that no client can fulfil is named, wherever it is required."""
    schemes = {"odd": scheme}
    [found] = _refused(operation("x", security=[{"odd": []}]), securitySchemes=schemes)

    assert found.startswith(f"security scheme 'odd' ({kind}) is not supported: use http bearer")


def test_media_type() -> None:
    """A media type without a subtype is named."""
    content = {"200": {"description": "x", "content": {"json": {"schema": TEXT}}}}

    assert _refused(operation("x", responses=content)) == [
        "media type 'json' must be type/subtype, such as application/json"
    ]


def test_path_reference() -> None:
    """A path that refers to its operations is named."""
    made = document({"/x": {"$ref": "#/components/pathItems/Stone"}})

    assert [str(finding) for finding in refused_constructs(made)] == [
        "/x: reference '#/components/pathItems/Stone' in place of operations: write them here"
    ]


def test_name_of_key() -> None:
    """A key whose header or cookie cannot have its name is named."""
    schemes = {"odd": {"type": "apiKey", "in": "cookie", "name": "a b"}}

    assert _refused(operation("x", security=[{"odd": []}]), securitySchemes=schemes) == [
        "security scheme 'odd': no cookie can be named 'a b': use letters, digits and hyphens"
    ]


@pytest.mark.parametrize("url", ["/token", "http://quarry.example/token"])
def test_token_url(url: str) -> None:
    """A URL that would not keep the secret of a client is named."""
    flows = {"clientCredentials": {"tokenUrl": url, "scopes": {}}}
    schemes = {"odd": {"type": "oauth2", "flows": flows}}

    assert _refused(operation("x", security=[{"odd": []}]), securitySchemes=schemes) == [
        f"security scheme 'odd': tokenUrl {url!r} must start with https://: write the whole URL"
    ]


SERVERS = [
    ({"url": "/v1"}, "server '/v1' is relative: write its whole URL"),
    (
        {"url": "https://quarry.example?key=1"},
        "server 'https://quarry.example?key=1' has a blank, a query or a fragment: remove it",
    ),
    (
        {"url": "https://{region}.quarry.example"},
        "server 'https://{region}.quarry.example': declare the variable 'region' with a default",
    ),
]


@pytest.mark.parametrize(("server", "message"), SERVERS)
def test_server(server: dict[str, Any], message: str) -> None:
    """A server without a whole URL is named, once."""
    made = document({"/x": {"get": operation("x"), "put": operation("y")}})
    made["servers"] = [{"description": "Quarry", **server}]

    assert [str(finding) for finding in refused_constructs(made)] == [f"GET /x: {message}"]


def test_server_url() -> None:
    """The variables of a server have their defaults."""
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}, "version": {"default": 2}}
    server = {"url": "https://{region}.quarry.example/v{version}", "variables": variables}

    assert server_url(server) == "https://eu.quarry.example/v2"


@pytest.mark.parametrize("name", ["def", "import", "to_file", "with_raw_response"])
def test_name(name: str) -> None:
    """An operation that no method can be named after is refused."""
    assert _refused(operation(name)) == [
        f"operationId 'quarry_stones_{name}': no method can be named {name}: rename it"
    ]

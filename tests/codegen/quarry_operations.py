"""Operations of the scratch vendor: bodies, parameters, pages and credentials of every kind."""

from typing import Any

from tests.codegen.scratch_vendor import JSON, operation, parameter, responses

STONE = {"$ref": "#/components/schemas/Stone"}
STONES = {"type": "array", "items": STONE}
BYTES = {"type": "string", "format": "binary"}
TEXT = {"type": "string"}
INTEGERS = {"type": "array", "items": {"type": "integer"}}
NUMBERS = {"type": "object", "additionalProperties": {"type": "number"}}
MOMENT = {"type": "string", "format": "date-time"}

FORM = {
    "type": "object",
    "required": [],
    "properties": {
        "name": TEXT,
        "tags": {"type": "array", "items": TEXT},
        "size": NUMBERS,
        "filter": {"type": "object", "additionalProperties": {"type": "boolean"}},
        "flags": {"type": "array", "items": {"type": "boolean"}},
        "note": {"type": ["string", "null"]},
        "meta": {"type": "object", "additionalProperties": TEXT},
        "label": TEXT,
    },
}
FORM_ENCODING = {
    "filter": {"style": "deepObject", "explode": True},
    "flags": {"style": "pipeDelimited", "explode": False},
    "label": {"contentType": JSON},
}
PARTS = {
    "type": "object",
    "required": ["files"],
    "properties": {
        "files": {"type": "array", "items": BYTES},
        "stone": STONE,
        "label": TEXT,
        "numbers": INTEGERS,
    },
}
PARTS_ENCODING = {"files": {"contentType": "image/png"}, "label": {"contentType": JSON}}


def _get(name: str, **more: Any) -> dict[str, Any]:
    return {"get": operation(name, **more)}


def _post(name: str, content: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"required": True, "content": content}
    return {"post": operation(name, **{"idempotency": "never", "requestBody": body, **more})}


def _media(*names: str) -> dict[str, Any]:
    return {"200": {"description": "The stone.", "content": {name: {} for name in names}}}


RESPONSES = {
    "/text": _get("text", responses=responses(**{"text/plain": TEXT})),
    "/csv": _get("csv", responses=_media("text/csv")),
    "/recording": _get("recording", responses=responses(**{"application/octet-stream": BYTES})),
    "/picture": _get("picture", responses=_media("image/png", "image/jpeg")),
    "/xml": _get("xml", responses=responses(**{"application/xml": STONE})),
    "/both": _get("both", responses=responses(**{"application/xml": STONE, JSON: STONE})),
    "/problem": _get("problem", responses=responses(**{"application/problem+json": STONE})),
    "/vendor": _get("vendor", responses=responses(**{"application/vnd.quarry.v2+json": STONE})),
    "/many": _get(
        "many",
        responses=responses(**{JSON: STONE, "text/csv": TEXT, "application/pdf": BYTES}),
    ),
    "/empty": _get("empty", responses={"200": {"description": "Nothing."}}),
    "/two": _get(
        "two",
        responses={
            **responses(**{JSON: STONE}),
            **responses("202", **{JSON: STONES}),
            "204": {"description": "Nothing."},
        },
    ),
    "/envelope": _get(
        "envelope", responses=responses(**{JSON: {"$ref": "#/components/schemas/Envelope"}})
    ),
    "/scan": _get("scan", responses=responses(**{JSON: {"$ref": "#/components/schemas/Scan"}})),
    "/counts": _get(
        "counts", responses=responses(**{JSON: {"$ref": "#/components/schemas/Counts"}})
    ),
    "/later": _get(
        "later",
        responses={
            **responses(**{"application/octet-stream": BYTES}),
            **responses("202", **{JSON: STONE}),
        },
    ),
    "/default": _get("by_default", responses=responses("default", **{JSON: STONE})),
    "/ranges": _get(
        "ranges",
        responses={
            **responses("2XX", **{JSON: STONE}),
            **responses("4XX", **{JSON: STONE}),
            "404": {"description": "No such stone"},
            "5XX": {"description": "Broken"},
            "default": {"description": "Anything else"},
        },
    ),
    "/any": _get("anything", responses=_media(JSON)),
    "/posted": _get("posted", responses=_media("application/x-www-form-urlencoded")),
    "/mixed": _get("mixed", responses=_media("multipart/mixed")),
    "/head": {"head": operation("head", responses=responses(**{JSON: STONE}))},
    "/wild": _get("wild", responses=responses(**{"*/*": STONE})),
}

BODIES = {
    "/upload": _post("upload", {"application/octet-stream": {}}),
    "/upload-safely": _post("upload_safely", {"application/octet-stream": {}}, idempotency="safe"),
    "/picture-of/{stone}": {
        "put": operation(
            "put_picture",
            idempotency="never",
            parameters=[parameter("stone", "path")],
            requestBody={"content": {"image/*": {"schema": BYTES}}},
        )
    },
    "/merge": {
        "patch": operation(
            "merge",
            idempotency="never",
            requestBody={
                "required": True,
                "content": {"application/merge-patch+json": {"schema": STONE}},
            },
        )
    },
    "/write": _post("write", {"text/csv": {"schema": TEXT}}),
    "/forms": _post(
        "form",
        {"application/x-www-form-urlencoded": {"schema": FORM, "encoding": FORM_ENCODING}},
    ),
    "/parts": _post(
        "parts", {"multipart/form-data": {"schema": PARTS, "encoding": PARTS_ENCODING}}
    ),
    "/choice": _post(
        "choose",
        {
            JSON: {"schema": STONE},
            "application/xml": {"schema": STONE},
            "text/plain": {"schema": TEXT},
            "application/pdf": {},
        },
    ),
    "/null": _post("choose_none", {JSON: {"schema": {"anyOf": [STONE, {"type": "null"}]}}}),
    "/lists": _post("choose_list", {JSON: {"schema": STONES}, "text/plain": {"schema": TEXT}}),
}

PARAMETERS = {
    "/styles/{when}/{ids}/{flags}/{name}": {
        "parameters": [
            parameter("name", schema={"type": "integer"}),
            parameter("when", "path", MOMENT),
        ],
        "get": operation(
            "styles",
            parameters=[
                parameter("name", schema=TEXT),
                parameter("ids", "path", INTEGERS),
                parameter(
                    "flags",
                    "path",
                    {"type": "array", "items": {"type": "boolean"}},
                    style="matrix",
                    explode=True,
                ),
                parameter("name", "path", style="label"),
                parameter(
                    "days",
                    schema={"type": "array", "items": {"type": "string", "format": "date"}},
                    style="pipeDelimited",
                ),
                parameter("words", schema={"type": "array", "items": TEXT}, style="spaceDelimited"),
                parameter("deep", schema=NUMBERS, style="deepObject", explode=True),
                parameter("moments", schema={"type": "array", "items": MOMENT}, explode=False),
                parameter(
                    "kinds",
                    schema={"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
                    explode=False,
                ),
                parameter("target", allowReserved=True),
                parameter("like", content={JSON: {"schema": STONE}}),
                parameter("spread", schema=NUMBERS),
                parameter("joined", schema=NUMBERS, explode=False),
                parameter("x-list", "header", INTEGERS),
                parameter("x-since", "header", MOMENT),
                parameter("x-cut", "header", {"type": "integer", "const": 3}),
                parameter("x-side", "header", {"type": ["string", "null"]}),
                parameter("x-pairs", "header", NUMBERS, explode=True),
                parameter("x-like", "header", content={JSON: {"schema": STONE}}),
                parameter("Accept", "header"),
                parameter("session", "cookie"),
                parameter("seen", "cookie", INTEGERS, explode=False),
                parameter("old", schema={"type": "boolean"}),
            ],
        ),
    },
    "/path-styles/{a}/{b}/{c}/{d}/{e}/{f}": _get(
        "path_styles",
        parameters=[
            parameter("a", "path", NUMBERS),
            parameter("b", "path", NUMBERS, explode=True),
            parameter("c", "path", NUMBERS, style="matrix"),
            parameter("d", "path", NUMBERS, style="matrix", explode=True),
            parameter("e", "path", INTEGERS, style="label", explode=True),
            parameter("f", "path", content={JSON: {"schema": NUMBERS}}),
        ],
    ),
    "/matrix/{list}/{flag}/{empty}": _get(
        "matrix",
        parameters=[
            parameter("list", "path", INTEGERS, style="matrix"),
            parameter("flag", "path", {"anyOf": [{"type": "boolean"}, {"type": "null"}]}),
            parameter("empty", "path", {"type": ["string", "null"]}, style="matrix"),
        ],
    ),
}

_PAGE = {
    "type": "object",
    "required": ["stones"],
    "properties": {
        "stones": STONES,
        "total": {"type": "integer"},
        "links": {"type": ["object", "null"], "properties": {"next": {"type": ["string", "null"]}}},
        "next": {"type": ["string", "null"]},
    },
    "x-source": {"document": "quarry/stones", "standing": "documented"},
    "description": "A page.",
}
_LISTED = responses(**{JSON: {"$ref": "#/components/schemas/StonePage"}})
_ITEMS = "$response.body#/stones"


def _list(name: str, rule: dict[str, Any], *names: str, **more: Any) -> dict[str, Any]:
    parameters = [parameter(each, schema={"type": "integer"}) for each in names]
    pages = {"items": _ITEMS, **rule}
    return operation(
        name, **{"responses": _LISTED, "parameters": parameters, "x-pagination": pages, **more}
    )


PAGES = {
    "/by-offset": {
        "get": _list("by_offset", {"offset": {"parameter": "offset"}}, "offset", "limit")
    },
    "/by-link": {"get": _list("by_link", {"link": {"next": "$response.body#/links/next"}}, "page")},
    "/by-header": {
        "get": _list(
            "by_header",
            {"items": "$response.body#", "link": {"next": "$response.header.Link"}},
            "page",
            responses=responses(**{JSON: STONES}),
        )
    },
    "/by-body": {
        "post": _list(
            "by_body",
            {"cursor": {"parameter": "$request.body#/after", "next": "$response.body#/next"}},
            requestBody={
                "required": True,
                "content": {
                    JSON: {
                        "schema": {
                            "type": "object",
                            "required": ["query"],
                            "properties": {"query": TEXT, "after": TEXT},
                        }
                    }
                },
            },
        )
    },
}

SECURITY = {
    "/open": _get("open", security=[]),
    "/maybe": _get("maybe", security=[{}, {"quarryKey": []}]),
    "/either": _get("either", security=[{"basicLogin": []}, {"quarryKey": []}]),
    "/tokens": {
        "post": operation("by_token", idempotency="never", security=[{"tokens": ["read", "write"]}])
    },
    "/elsewhere": _get("elsewhere", security=[{"otherTokens": []}]),
    "/together": _get("together", security=[{"quarryKey": [], "queryKey": [], "siteCookie": []}]),
}


def _tokens(url: str) -> dict[str, Any]:
    scopes = {"read": "Read", "write": "Write", "admin": "All"}
    return {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": url, "scopes": scopes}},
    }


SCHEMES = {
    "tokens": _tokens("https://quarry.example/oauth/token"),
    "otherTokens": _tokens("https://login.example/token"),
    "basicLogin": {"type": "http", "scheme": "basic"},
    "queryKey": {"type": "apiKey", "in": "query", "name": "key"},
    "siteCookie": {"type": "apiKey", "in": "cookie", "name": "site"},
}
_ENVELOPE = {
    "type": "object",
    "required": ["success", "data"],
    "properties": {"success": {"type": "boolean"}, "data": STONE},
    "x-source": {"document": "quarry/stones", "standing": "documented"},
    "description": "An envelope.",
}
_SOURCE = {"document": "quarry/stones", "standing": "documented"}
# Bodies whose fields have the names of an envelope, but are data.
_SCAN = {
    "type": "object",
    "description": "A scan.",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "error": {"type": "object", "required": [], "properties": {"reason": {"type": "string"}}},
    },
    "x-source": _SOURCE,
}
_COUNTS = {
    "type": "object",
    "description": "Numbers of scans.",
    "required": ["success", "error"],
    "properties": {"success": {"type": "integer"}, "error": {"type": "integer"}},
    "x-source": _SOURCE,
}
SCHEMAS = {"StonePage": _PAGE, "Envelope": _ENVELOPE, "Scan": _SCAN, "Counts": _COUNTS}
PATHS = RESPONSES | BODIES | PARAMETERS | PAGES | SECURITY

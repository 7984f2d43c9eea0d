"""Foreign documents: each construct becomes a working method, or is reported."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, Sonarly
from campaignkit_api.catalog import RESOURCES

from tests.sampling import is_full
from tests.type_checks import type_errors
from tools.codegen import cli
from tools.codegen.checks.findings import DocumentError
from tools.codegen.checks.runner import Checked
from tools.codegen.foreign.adoption import AdoptionOptions, adopt
from tools.codegen.foreign.names import ATTRIBUTES_OF_CLIENTS, identifier, method_name, unique
from tools.codegen.foreign.package import settings
from tools.codegen.foreign.selection import Selection
from tools.codegen.foreign.version import upgrade_to_3_1
from tools.codegen.generator import ROOT, GenerationError, build

DOCUMENTS = Path(__file__).parent / "foreign"
# Totals, exit code, and the lines about all that is not a generated operation.
EXPECTED: dict[str, tuple[int, list[str]]] = {
    "clouds": (0, ["copied to components: 1 targets of references to other places"]),
    "forge": (0, []),
    "models": (
        3,
        [
            "left out   GET /responses/{response_id}?beta=true",
            "/responses/{response_id}?beta=true: a path must not contain '?': declare a query"
            " parameter instead",
            "repaired: a required field is named once (1 times)",
        ],
    ),
    "museum": (0, []),
    "payments": (0, ["without query parameter 'expand': GET /v1/charges"]),
    "pets": (
        0,
        [
            "the document names no absolute server: pass base_url= to the client, or --base-url",
            "security login: pass the access token as the key; the client does not fetch it",
        ],
    ),
    "telephony": (0, []),
    "trains": (
        0,
        [
            "not generated: 1 webhooks, which the server sends",
            "not generated: 1 links between operations",
            "base URL: https://trains.example/v1, the first of 2 servers",
            "security oauth: pass the access token as the key; the client does not fetch it",
        ],
    ),
}
MINIMAL: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Minimal", "version": "1"},
    "servers": [{"url": "https://minimal.example"}],
    "paths": {
        "/good": {"get": {"responses": {"204": {"description": "Done."}}}},
        "/bad": {"get": {"responses": {"204": {"description": "Done."}}}},
    },
}


# Each document is generated for its report; these packages are also called and type-checked.
PACKAGES = [*EXPECTED] if is_full() else ["clouds", "payments", "trains"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with clients of several documents."""
    folder = tmp_path_factory.mktemp("foreign")
    for name in PACKAGES:
        document = DOCUMENTS / f"{name}.yaml"
        arguments = ["try", str(document), "--name", name, "--output", str(folder)]
        assert cli.main(arguments) == EXPECTED[name][0]
    return folder


@pytest.mark.parametrize("name", EXPECTED)
def test_report(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report names each operation once, and all that is left out, changed or repaired."""
    code = cli.main(["try", str(DOCUMENTS / f"{name}.yaml"), "--output", str(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    others = [line for line in lines[:-2] if not line.startswith("generated")]
    assert code == EXPECTED[name][0]
    assert [line.removeprefix("note").strip() for line in others] == EXPECTED[name][1]
    named = [line for line in lines if line.startswith(("generated", "left out"))]
    assert lines[-2].partition(" operations")[0].endswith(f"of {len(named)}")
    assert lines[-1].startswith(f"written: {tmp_path}")


@pytest.mark.usefixtures("mypy_cache")
def test_types(packages: Path) -> None:
    """Mypy --strict accepts the packages."""
    assert type_errors(packages, *(f"--package={name}_client" for name in PACKAGES)) == ""


def test_calls(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sync and async clients send what the document says, and return its types."""
    monkeypatch.syspath_prepend(str(packages))
    from payments_client import AsyncPayments, Payments  # type: ignore[import-not-found]

    sent: list[tuple[str, str, bytes]] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append((request.method, str(request.url), request.read()))
        return httpx.Response(200, json={"id": "c1", "amount": 5, "customer": {"id": "u1"}})

    async def main() -> Any:
        async with AsyncPayments(api_key="name:word", transport=transport) as client:
            return await client.default.post_charges(amount=5, metadata={"a b": "1&2"})

    transport = httpx.MockTransport(handle)
    with Payments(api_key="name:word", transport=transport) as client:
        charge = client.default.post_charges(amount=5, metadata={"a b": "1&2"})

    assert charge == asyncio.run(main())
    assert charge.customer.id == "u1"
    url = "https://payments.example/v1/charges"
    assert sent == [("POST", url, b"amount=5&metadata%5Ba+b%5D=1%262")] * 2


def test_once(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write is sent once, because no document says that it may be repeated."""
    monkeypatch.syspath_prepend(str(packages))
    from campaignkit import OutcomeUnknownError
    from clouds_client import Clouds  # type: ignore[import-not-found]

    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        raise httpx.ReadError("reset")

    transport = httpx.MockTransport(handle)
    with Clouds(api_key="key", transport=transport) as client, pytest.raises(OutcomeUnknownError):
        client.vpcs.patch("4f4e4e1e-c824-4d63-b37a-d8d698862f1d", name="n")

    assert len(sent) == 1


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"swagger": "2.0"}, "Swagger 2.0 is not supported: convert it to OpenAPI 3.1 first"),
        ({"openapi": "3.2.0"}, "OpenAPI 3.2.0 is not supported: use OpenAPI 3.0 or 3.1"),
        ({"info": {}}, "openapi is missing: write 'openapi: 3.1.0'"),
    ],
)
def test_version(
    document: dict[str, Any], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document of another version is refused by name, and nothing is written."""
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document), encoding="utf-8")

    code = cli.main(["try", str(file), "--output", str(tmp_path / "out")])

    assert code == 1
    assert capsys.readouterr().err.splitlines() == [
        f"document.json:1: {message}",
        "nothing was written",
    ]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("schema", "raised"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        (
            {"type": "string", "enum": ["a", None], "nullable": True, "default": "a"},
            {"default": "a", "anyOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]},
        ),
        ({"nullable": True, "description": "Any."}, {"description": "Any."}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMinimum": True}, {}),
    ],
)
def test_raised(schema: dict[str, Any], raised: dict[str, Any]) -> None:
    """A schema of OpenAPI 3.0 means the same in 3.1."""
    document = {"openapi": "3.0.3", "components": {"schemas": {"Node": schema}}}

    upgrade_to_3_1(document)

    assert document["components"] == {"schemas": {"Node": raised}}
    assert document["openapi"] == "3.1.0"


def test_all_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If no operation is left, the reasons are shown and nothing is written."""
    file = tmp_path / "document.json"
    reference = {"$ref": "other.yaml"}
    paths = {"/a": {"get": {"responses": {"200": reference}}}}
    file.write_text(json.dumps({**MINIMAL, "paths": paths}), encoding="utf-8")

    code = cli.main(["try", str(file), "--output", str(tmp_path / "out")])

    assert code == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "left out   GET /a"
    assert "external reference 'other.yaml'" in lines[1]
    assert lines[-2:] == ["0 of 1 operations generated", "nothing was written"]


def test_culprit(tmp_path: Path) -> None:
    """An operation that the generator itself fails with is found, and the others are generated."""

    def fail(checked: Checked, package: Path, *, stamp: str) -> Any:
        if "/bad" in checked.document.value["paths"]:
            raise GenerationError("cannot")
        return build(checked, package, stamp=stamp)

    adopted = adopt(MINIMAL, "document.json", AdoptionOptions())
    selection = Selection(adopted.document, settings("package"), build=fail)

    assert selection.generate(tmp_path / "package", "stamp")
    assert selection.reasons == {("/bad", "get"): ["cannot"]}
    assert [*selection.document["paths"]] == ["/good"]


def test_safe() -> None:
    """A write that the caller names may be sent again, by its name or by its path."""
    node = {"responses": {"204": {"description": "Done."}}}
    paths = {"/a": {"put": {**node, "operationId": "putA"}, "delete": node, "post": node}}
    options = AdoptionOptions(safe=frozenset(["putA", "DELETE /a"]))

    item = adopt({**MINIMAL, "paths": paths}, "document.json", options).document["paths"]["/a"]

    classes = {method: item[method]["x-idempotency"] for method in item}
    assert classes == {"put": "safe", "delete": "safe", "post": "never"}


def test_base_url() -> None:
    """The base URL of the caller takes the place of every server of the document."""
    other = {"servers": [{"url": "https://other.example"}], **MINIMAL["paths"]["/good"]}
    document = {**MINIMAL, "paths": {"/good": other}}

    adopted = adopt(document, "document.json", AdoptionOptions(base_url="https://mine.example"))

    assert [server["url"] for server in adopted.document["servers"]] == ["https://mine.example"]
    assert "servers" not in adopted.document["paths"]["/good"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("getPetById", "get_pet_by_id"),
        ("VPCs", "vpcs"),
        ("HTTPServer2", "http_server2"),
        ("repos/list-for-user", "repos_list_for_user"),
        ("2fa", "n2fa"),
        ("class", "class_"),
        ("", "unnamed"),
        ("Größe", "größe"),
    ],
)
def test_identifier(text: str, name: str) -> None:
    """Any text becomes a Python name in snake case."""
    assert identifier(text) == name


def test_reserved() -> None:
    """No area takes the name of a public attribute of a client."""
    attributes = {name for name in {*dir(Sonarly), *dir(AsyncSonarly)} if name[0] != "_"}

    assert attributes - {*RESOURCES["sonarly"]} == ATTRIBUTES_OF_CLIENTS
    assert identifier("close", reserved=ATTRIBUTES_OF_CLIENTS) == "close_"


def test_names() -> None:
    """A method has no prefix of its area, no name of a type, and no name of another method."""
    taken: set[str] = set()

    assert method_name("pets", "get", "/pets", "pets_list") == "list"
    assert method_name("pets", "get", "/pets/{id}", None) == "get_pets_id"
    assert method_name("pets", "get", "/pets", "pets_import") == "pets_import"
    assert method_name("pets", "get", "/pets", "str") == "str_"
    assert [unique("get", taken) for _ in range(3)] == ["get", "get_2", "get_3"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"components": []}, "#/components: must be a mapping, got a list"),
        ({"paths": 5}, "paths: must be a mapping, got the number 5"),
        ({"info": None}, "info: must be a mapping, got null"),
        ({"components": {"schemas": []}}, "#/components/schemas: must be a mapping, got a list"),
    ],
)
def test_not_openapi(change: dict[str, Any], message: str) -> None:
    """A document that is not OpenAPI as a whole is refused with the place."""
    with pytest.raises(DocumentError) as raised:
        adopt({**MINIMAL, **change}, "document.json", AdoptionOptions())

    assert message in raised.value.messages


def test_path_items() -> None:
    """A path that refers to a path item has its operations."""
    item = {"get": {"responses": {"204": {"description": "Done."}}}}
    paths = {"/x": {"$ref": "#/components/pathItems/Shared", "summary": "X"}}
    document = {**MINIMAL, "paths": paths, "components": {"pathItems": {"Shared": item}}}

    adopted = adopt(document, "document.json", AdoptionOptions())

    assert adopted.names == {("/x", "get"): "default.get_x"}


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ({"get": {"responses": []}}, "GET /bad at responses: must be a mapping, got a list"),
        ({"get": {}}, "GET /bad: responses is missing: add it"),
        ({"get": 7}, "GET /bad: must be a mapping, got the number 7"),
        ([], "/bad: must be a mapping, got a list"),
        (
            {"get": {"parameters": [{"in": "query"}], "responses": {}}},
            "GET /bad at parameters/0: name is missing: add it",
        ),
    ],
)
def test_broken_operation(
    item: Any, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An operation that is not OpenAPI is left out with its reason, and the others are made."""
    file = tmp_path / "document.json"
    paths = {**MINIMAL["paths"], "/bad": item}
    file.write_text(json.dumps({**MINIMAL, "paths": paths}), encoding="utf-8")

    code = cli.main(["try", str(file), "--output", str(tmp_path / "out")])

    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert code == 3
    assert reason in lines
    assert "generated  GET /good  default.get_good" in lines
    assert "1 of 2 operations generated" in lines


def test_guide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guide's document gives the report that the guide shows, and the client that it uses."""
    guide = (ROOT / "docs" / "try.md").read_text(encoding="utf-8")
    document, console, code = re.findall(r"```(?:yaml|console|python)\n(.*?)```", guide, re.DOTALL)
    command, report = console.split("\n", 1)
    (tmp_path / "quarry.yaml").write_text(document, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    cli.main(command.split()[4:])

    assert capsys.readouterr().out == report
    monkeypatch.syspath_prepend("build/try")
    monkeypatch.setenv("STONE_QUARRY_API_KEY", "")
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"weight": 2.5}))
    code = code.replace("StoneQuarry()", "StoneQuarry(transport=transport)")
    exec(code, {"transport": transport})  # noqa: S102 - our own

    assert capsys.readouterr().out == "2.5\n"

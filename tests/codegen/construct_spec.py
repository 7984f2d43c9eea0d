"""Small documents of one vendor: every schema is the body and the response of one operation."""

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from campaignkit_runtime.decoding.msgspec import FastDecodeError

from tools.codegen import cli, generator
from tools.codegen.spec import parse_yaml

Json = dict[str, Any]

AREA = "shelf things"


def document(schemas: Json, parameters: dict[str, list[Json]] | None = None) -> Json:
    """Return a document with an operation for each schema, and one for each list of parameters."""
    paths = {f"/{name}": {"post": operation(name, schema)} for name, schema in bodies(schemas)}
    for name, declared in (parameters or {}).items():
        steps = "".join(f"/{{{each['name']}}}" for each in declared if each["in"] == "path")
        paths[f"/{name}{steps}"] = {"get": operation(name) | {"parameters": declared}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shelf", "version": "1"},
        "servers": [{"url": "https://shelf.example", "description": "Shelf."}],
        "tags": [{"name": AREA, "description": "Things."}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        },
    }


def bodies(schemas: Json) -> list[tuple[str, Json]]:
    """Return the schema of each operation, by the name of its method."""
    return [(method_of(name), {"$ref": f"#/components/schemas/{name}"}) for name in schemas]


def method_of(name: str) -> str:
    """Return the name of the method that sends and returns a schema."""
    return "m" + name.encode().hex()


def operation(name: str, schema: Json | None = None) -> Json:
    """Return an operation, with a body and a response of a schema if there is one."""
    content = {"application/json": {"schema": schema or {"type": "object"}}}
    body = {"requestBody": {"required": True, "content": content}} if schema else {}
    return {
        "operationId": f"shelf_things_{name}",
        "summary": "Do it",
        "description": "Done.",
        "tags": [AREA],
        "x-source": {"document": "shelf/page", "standing": "documented"},
        "x-idempotency": "never" if schema else "safe",
        "security": [{"key": []}],
        **body,
        "responses": {"200": {"description": "Done.", "content": content}},
    }


def settings(folder: Path) -> Path:
    """Write the settings of the generator, without those that name our own schemas."""
    own = parse_yaml((generator.ROOT / "generator-config.yml").read_text(encoding="utf-8"))
    path = folder / "generator-config.yml"
    path.write_text(json.dumps({"post_hooks": own["post_hooks"]}), encoding="utf-8")
    return path


class Shelf:
    """Generated package of a document."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name

    @classmethod
    def generate(cls, spec: Json, folder: Path, name: str) -> "Shelf":
        """Generate a package and make it importable by its name."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.json").write_text(json.dumps(spec), encoding="utf-8")
        arguments = ["--spec", str(folder / f"{name}.json"), "--config", str(settings(folder))]
        assert cli.main([*arguments, "--skip-house-rules", "--output", str(folder / name)]) == 0
        sys.path.insert(0, str(folder))
        return cls(folder / name, name)

    @property
    def models(self) -> Any:
        """Module of the models."""
        return importlib.import_module(f"{self.name}.models")

    def module(self, method: str) -> ModuleType:
        """Return the module of an operation."""
        return importlib.import_module(f"{self.name}.api.shelf_things.shelf_things_{method}")

    def resource(self) -> Any:
        """Return the resource, which returns the calls that it would send."""
        package = importlib.import_module(f"{self.name}.api.shelf_things")
        return package.ShelfThings(lambda call: call)

    def read(self, schema: str, value: Any) -> Any:
        """Return a value as the response of a schema's operation, the same on both paths."""
        decoder = self.module(method_of(schema)).OPERATION.decoders[200]
        tolerant = decoder.tolerant_body(json.loads(json.dumps(value)))
        try:
            fast = decoder.body(json.dumps(value).encode())
        except FastDecodeError:
            return tolerant
        assert (type(fast), fast) == (type(tolerant), tolerant)
        return tolerant

    def is_fast(self, schema: str, value: Any) -> bool:
        """Return True if the fast path reads a value."""
        decoder = self.module(method_of(schema)).OPERATION.decoders[200]
        try:
            decoder.body(json.dumps(value).encode())
        except FastDecodeError:
            return False
        return True

    def send(self, schema: str, body: Any) -> Any:
        """Return the JSON body that a schema's operation sends."""
        return self.module(method_of(schema)).call(body=body).options["json"]

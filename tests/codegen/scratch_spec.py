"""A scratch copy of the spec, changed and generated from."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tools.codegen import cli, generator
from tools.codegen.spec import METHODS, Json, load, nodes, parse_yaml

Change = Callable[[dict[str, Any]], None]

SPEC = generator.ROOT / "openapi.yaml"
SONARLY = ("sonarly campaigns",)
BOTH_VENDORS = (*SONARLY, "callers campaigns", "callers contacts", "callers memories")


def generate_from(
    change: Change, folder: Path, source: Path = SPEC, areas: tuple[str, ...] = ()
) -> int:
    """Generate `folder/campaignkit_api` from a changed copy of the spec; return the exit code.

    Args:
        change: Changes the copy.
        folder: For the package and the copy.
        source: The spec; the settings are those beside it.
        areas: Tags whose operations are kept, for tests that need few; all without any.
    """
    copy = json.loads(_text(source, areas))
    change(copy)
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(copy), encoding="utf-8")
    settings = folder / "generator-config.yml"
    settings.write_text(json.dumps(_settings(source, copy)), encoding="utf-8")
    arguments = ["--spec", str(spec), "--config", str(settings), "--skip-house-rules"]
    return cli.main([*arguments, "--output", str(folder / "campaignkit_api")])


def _settings(source: Path, document: Json) -> Json:
    """Return the settings beside a spec, with the overrides of the schemas that are left."""
    text = source.with_name("generator-config.yml").read_text(encoding="utf-8")
    settings: Json = parse_yaml(text)
    overrides = settings.get("class_overrides", {})
    schemas = document["components"].get("schemas", {})
    return {**settings, "class_overrides": {n: overrides[n] for n in overrides if n in schemas}}


@cache
def _text(source: Path, areas: tuple[str, ...]) -> str:
    document = load(source)
    return json.dumps(_excerpt(document, areas) if areas else document)


def _excerpt(document: Json, areas: tuple[str, ...]) -> Json:
    """Return the document with some areas only, and the components that they use."""
    paths = {path: item for path, item in document["paths"].items() if _is_of(item, areas)}
    kept = {node["operationId"] for node in nodes(paths) if "responses" in node}
    for node in nodes(paths):
        links = node.get("links", {})
        for name in [name for name, link in links.items() if link["operationId"] not in kept]:
            del links[name]
    components: Json = {"securitySchemes": document["components"]["securitySchemes"]}
    for section, name in _used(document, paths):
        components.setdefault(section, {})[name] = document["components"][section][name]
    tags = [tag for tag in document["tags"] if tag["name"] in areas]
    return {**document, "paths": paths, "components": components, "tags": tags}


def _is_of(item: Json, areas: tuple[str, ...]) -> bool:
    return all(item[method]["tags"][0] in areas for method in METHODS if method in item)


def _used(document: Json, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each component that a value refers to, directly or not, once."""
    found: set[tuple[str, str]] = set()
    values = [value]
    while values:
        for node in nodes(values.pop()):
            if "$ref" in node and (place := _place(node["$ref"])) not in found:
                section, name = place
                found.add(place)
                values.append(document["components"][section][name])
                yield place


def _place(reference: str) -> tuple[str, str]:
    section, name = reference.removeprefix("#/components/").split("/")
    return section, name

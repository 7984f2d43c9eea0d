"""What docs/coverage.md says: every operation, schema and field, and where it comes from."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .provenance import Source, Traced, schemas_by_vendor
from .spec import Json, facts, operations

Row = dict[str, Any]

_HEAD = """# What is covered, and on whose word

Written by `make generate` from `openapi.yaml`. The standing is that of the page that something
comes from: `documented`, `earlier-documents` (only in older documents of the vendor), `cut` (the
page was cut; the schema has what is known and stays open) or `assumed`. The last column counts
what is assumed of an operation; the spec and the docstring of the method say why. A field has the
source of its schema, unless a second table names it with a reason of its own.
"""

# As many schemas are named that a reason is about as a whole; of more, their number tells.
_MOST_NAMES = 6


def page(document: Json) -> str:
    """The page, as Markdown."""
    rows = list(_rows(document))
    schemas = schemas_by_vendor(document)
    parts = [_HEAD]
    for vendor, group in groupby(rows, key=lambda row: row["vendor"]):
        listed = [{name: row[name] for name in row if name != "vendor"} for row in group]
        name, traced = vendor.capitalize(), schemas[vendor]
        parts.append(f"## {name} ({len(listed)})\n\n{_table(listed)}")
        parts.append(_schemas(name, traced))
        parts.append(_others(name, traced))
    if earlier := [row for row in rows if row["standing"] == "earlier-documents"]:
        columns = ("method", "request", "source")
        table = _table([{name: row[name] for name in columns} for row in earlier])
        parts.append(f"## Known from earlier documents only\n\n{table}")
    return "\n".join(parts)


def _rows(document: Json) -> Iterator[Row]:
    known = facts(document)
    for path, method, node, _ in operations(document):
        fact, source = known[node["operationId"]], Source.of(node)
        yield {
            "vendor": fact.resource.partition(".")[0],
            "method": f"{fact.resource}.{fact.name}",
            "request": f"{method.upper()} {path}",
            "permission": node.get("x-permission", "-"),
            "idempotency": fact.idempotency,
            "source": source.document or "-",
            "standing": source.standing,
            "assumed": len(source.assumed) or "-",
        }


def _schemas(vendor: str, traced: list[Traced]) -> str:
    count = sum(len(each.fields) for each in traced)
    rows = [
        {
            "schema": each.name,
            "source": each.source.document or "-",
            "standing": each.source.standing,
            "fields": len(each.fields) or "-",
            "on another word": len(each.others) or "-",
        }
        for each in traced
    ]
    head = f"### {vendor}: {len(traced)} schemas with {count} fields"
    return f"{head}\n\n{_table(rows)}"


def _others(vendor: str, traced: list[Traced]) -> str:
    """What is not on the word of the document of its schema, reason by reason."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for each in traced:
        for what, standing, why in _words(each):
            found.setdefault((standing, why), []).append((each.name, what))
    rows = [
        {"standing": standing, "what": _named(whats), "why": why}
        for (standing, why), whats in sorted(found.items())
    ]
    return f"### {vendor}: what its documents do not say\n\n{_table(rows)}" if rows else ""


def _words(traced: Traced) -> Iterator[tuple[str, str, str]]:
    """What of a schema has a reason or a document of its own: what it is, its standing, and why."""
    if traced.source.reason:
        yield "", traced.source.standing, traced.source.reason
    for aspect, reason in traced.source.assumed.items():
        yield f" ({aspect})", "assumed", reason
    for field, source in traced.others.items():
        yield f".{field}", source.standing, source.reason or f"It is in {source.document}."


def _named(whats: list[tuple[str, str]]) -> str:
    """The schemas and their fields that a reason is about."""
    schemas: dict[str, list[str]] = {}
    for name, what in whats:
        schemas.setdefault(name, []).append(what)
    aspects = {what for _, what in whats}
    if len(aspects) == 1 and len(schemas) > _MOST_NAMES and not aspects.pop().startswith("."):
        return f"{len(schemas)} schemas{whats[0][1]}"
    return "; ".join(f"{name}{', '.join(fields)}" for name, fields in schemas.items())


def _table(rows: list[Row]) -> str:
    columns = list(rows[0])
    lines = [columns, ["---"] * len(columns), *([row[name] for name in columns] for row in rows)]
    cells = [[str(cell).replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)

"""Content of docs/coverage.md: every operation, schema and field with its source."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .operation_info import operation_info
from .provenance import Source, Traced, schemas_by_vendor
from .spec import Json, operations

Row = dict[str, Any]

_HEAD = """# Coverage and sources

Written by `make generate` from `openapi.yaml`. The standing shows how well a page supports an
operation or a schema:

- `documented`: the page says it;
- `earlier-documents`: only older documents of the vendor say it;
- `cut`: the copy of the page is incomplete, so the schema stays open;
- `assumed`: no page says it.

The prerequisites are printed as on the pages. The last column counts the assumptions about an
operation; `openapi.yaml` gives the reason for each. A field has the source of its schema, unless
the second table names it.
"""

# A reason that applies to more schemas than this is listed with their number.
_MOST_NAMES = 6


def page(document: Json) -> str:
    """Return the page as Markdown."""
    rows = list(_rows(document))
    schemas = schemas_by_vendor(document)
    parts = [_HEAD]
    for vendor, group in groupby(rows, key=lambda row: row["vendor"]):
        listed = [{name: row[name] for name in row if name != "vendor"} for row in group]
        name, traced = vendor.capitalize(), schemas[vendor]
        parts.append(f"## {name} ({len(listed)})\n\n{_table(listed)}")
        parts += [_schemas(name, traced), _others(name, traced)] if traced else []
    if earlier := [row for row in rows if row["standing"] == "earlier-documents"]:
        columns = ("method", "request", "source")
        table = _table([{name: row[name] for name in columns} for row in earlier])
        parts.append(f"## Known from earlier documents only\n\n{table}")
    return "\n".join(parts)


def _rows(document: Json) -> Iterator[Row]:
    known = operation_info(document)
    for path, method, node, _ in operations(document):
        fact, source = known[node["operationId"]], Source.of(node)
        yield {
            "vendor": fact.resource.partition(".")[0],
            "method": f"{fact.resource}.{fact.name}",
            "request": f"{method.upper()} {path}",
            "permission": node.get("x-permission", "-"),
            "prerequisites": ", ".join(node.get("x-prerequisites", [])) or "-",
            "effect": node.get("x-effect", "-"),
            "idempotency": fact.idempotency,
            "source": source.document or "-",
            "standing": source.standing,
            "assumed": len(source.assumed) or "-",
        }


def _schemas(vendor: str, traced: list[Traced]) -> str:
    count = sum(len(schema.fields) for schema in traced)
    rows = [
        {
            "schema": schema.name,
            "source": schema.source.document or "-",
            "standing": schema.source.standing,
            "fields": len(schema.fields) or "-",
            "other sources": len(schema.others) or "-",
        }
        for schema in traced
    ]
    head = f"### {vendor}: {len(traced)} schemas with {count} fields"
    return f"{head}\n\n{_table(rows)}"


def _others(vendor: str, traced: list[Traced]) -> str:
    """Return the table of schemas and fields with their own source, by reason."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for schema in traced:
        for part, standing, reason in _words(schema):
            groups.setdefault((standing, reason), []).append((schema.name, part))
    rows = [
        {"standing": standing, "subject": _named(parts), "reason": reason}
        for (standing, reason), parts in sorted(groups.items())
    ]
    return f"### {vendor}: not in its documents\n\n{_table(rows)}" if rows else ""


def _words(traced: Traced) -> Iterator[tuple[str, str, str]]:
    """Yield name, standing and reason of each part of a schema with its own source."""
    if traced.source.reason:
        yield "", traced.source.standing, traced.source.reason
    for aspect, reason in traced.source.assumed.items():
        yield f" ({aspect})", "assumed", reason
    for field, source in traced.others.items():
        yield f".{field}", source.standing, source.reason or f"It is in {source.document}."


def _named(parts: list[tuple[str, str]]) -> str:
    """Return the names of schemas and fields that share a reason."""
    schemas: dict[str, list[str]] = {}
    for name, part in parts:
        schemas.setdefault(name, []).append(part)
    aspects = {part for _, part in parts}
    if len(aspects) == 1 and len(schemas) > _MOST_NAMES and not aspects.pop().startswith("."):
        return f"{len(schemas)} schemas{parts[0][1]}"
    return "; ".join(f"{name}{', '.join(fields)}" for name, fields in schemas.items())


def _table(rows: list[Row]) -> str:
    columns = list(rows[0])
    lines = [columns, ["---"] * len(columns), *([row[name] for name in columns] for row in rows)]
    cells = [[str(cell).replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)

"""What docs/coverage.md says: every operation of the spec, and where it comes from."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from document import Json, facts, operations

_HEAD = """# What is covered, and on whose word

Written by `make generate` from `openapi.yaml`. The standing is that of the page that an operation
comes from: `documented`, `earlier-documents` (only in older documents of the vendor) or `assumed`.
The last column counts what is assumed of it; the spec and the docstring of the method say why.
"""


def page(document: Json) -> str:
    """The page, as Markdown."""
    rows = list(_rows(document))
    parts = [_HEAD]
    for vendor, group in groupby(rows, key=lambda row: row["vendor"]):
        listed = list(group)
        parts.append(f"## {vendor.capitalize()} ({len(listed)})\n\n{_table(listed)}")
    earlier = [row for row in rows if row["standing"] == "earlier-documents"]
    if earlier:
        names = "".join(f"- `{row['method']}`\n" for row in earlier)
        parts.append(f"## Known from earlier documents only\n\n{names}")
    return "\n".join(parts)


def _rows(document: Json) -> Iterator[dict[str, Any]]:
    known = facts(document)
    for path, method, node, _ in operations(document):
        fact, source = known[node["operationId"]], node["x-source"]
        yield {
            "vendor": fact.resource.partition(".")[0],
            "method": f"{fact.resource}.{fact.name}",
            "request": f"{method.upper()} {path}",
            "permission": node.get("x-permission", "-"),
            "idempotency": fact.idempotency,
            "source": source.get("document", "-"),
            "standing": source["standing"],
            "assumed": len(source.get("assumed", {})) or "-",
        }


def _table(rows: list[dict[str, Any]]) -> str:
    columns = [name for name in rows[0] if name != "vendor"]
    lines = [columns, ["---"] * len(columns), *([row[name] for name in columns] for row in rows)]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)

"""Finding of a matrix: an operation breaks a law in one cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations, resolve, shared_spec
from ..evidence import Shown

_SHOWN_OPERATIONS = 3


@dataclass(frozen=True, slots=True)
class CellFinding:
    """Deviation of one operation in one cell."""

    operation: str
    """The operationId."""
    cell: str
    """Circumstances of the request, such as "read-only key"."""
    problem: str
    """What the response or the state has, and what it should have."""
    law: str
    """Broken sentence of the spec with its source, or the law in words."""
    detail: str = ""
    """Where the problem shows; of findings with one cause, the detail of the first is printed."""
    exchange: Exchange | None = None
    """The exchange that shows it."""


def group_findings(findings: Iterable[CellFinding]) -> Iterator[str]:
    """Yield one line for each cause: the same problem in the same cell has one cause."""
    causes: dict[tuple[str, str], list[CellFinding]] = {}
    for finding in findings:
        causes.setdefault((finding.cell, finding.problem), []).append(finding)
    for (cell, problem), group in causes.items():
        names = list(dict.fromkeys(finding.operation for finding in group))
        rest = len(names) - _SHOWN_OPERATIONS
        others = f" and {rest} more operations" if rest > 0 else ""
        shown = ", ".join(names[:_SHOWN_OPERATIONS])
        detail = f": {group[0].detail}" if group[0].detail else ""
        text = f"{shown}{others}: {cell}: {problem}{detail} ({group[0].law})"
        yield Shown.by(group[0].exchange, text)


def documented_status(operation_id: str, status: int) -> str:
    """Return the sentence of the spec about a status of an operation, with its source."""
    responses: Json = packaged_operations()[operation_id].node["responses"]
    if str(status) not in responses:
        return f"{status} is not documented; {source_of(operation_id)}"
    response = resolve(shared_spec(), responses[str(status)])
    return f'spec: {status} "{response["description"]}"; {source_of(operation_id)}'


def source_of(operation_id: str) -> str:
    """Return the document that describes an operation, with its standing."""
    source: Json = packaged_operations()[operation_id].node["x-source"]
    return f"{source['document']}, {source['standing']}"

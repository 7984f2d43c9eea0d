"""Finding of a matrix: an operation breaks a law in one cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...spec.document import Json, packaged_operations, resolve, shared_spec

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


def group_findings(findings: Iterable[CellFinding]) -> Iterator[str]:
    """Yield one line for each cause.

    One cause has the same problem in the same cell, or in several cells of the same operations.
    """
    cells: dict[tuple[str, str], list[CellFinding]] = {}
    for finding in findings:
        cells.setdefault((finding.cell, finding.problem), []).append(finding)
    causes: dict[tuple[str, tuple[str, ...]], list[list[CellFinding]]] = {}
    for (_, problem), group in cells.items():
        operations = tuple(dict.fromkeys(finding.operation for finding in group))
        causes.setdefault((problem, operations), []).append(group)
    for (problem, operations), groups in causes.items():
        first = groups[0][0]
        rest = len(operations) - _SHOWN_OPERATIONS
        others = f" and {rest} more operations" if rest > 0 else ""
        shown = ", ".join(operations[:_SHOWN_OPERATIONS])
        more = f" and {len(groups) - 1} more cells" if len(groups) > 1 else ""
        detail = f": {first.detail}" if first.detail else ""
        yield f"{shown}{others}: {first.cell}{more}: {problem}{detail} ({first.law})"


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

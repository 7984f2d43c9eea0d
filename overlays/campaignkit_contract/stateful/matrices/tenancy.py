"""Matrix of tenancy: what a customer reads and writes does not depend on other customers."""

from collections.abc import Iterator

from ...spec.routes import Operation
from ...targets.requests import credential_header
from ...targets.target import Target
from .customer_reads import read_problems
from .customer_writes import write_problems
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .stranger import ROOTS

_LAW = "what a customer gets does not depend on what another customer has or does"


def tenancy_matrix(target: Target) -> Iterator[str]:
    """Check that what a customer reads and writes does not depend on other customers."""
    return TENANCY.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if credential_header(operation) != "Authorization":
        return "its credential is not the key of a customer"
    vendor = target.route(operation).vendor
    has_second = vendor == "sonarly" and len(target.ids.get(ROOTS[vendor], ())) > 1
    if vendor not in target.foreign_keys and not has_second:
        return "no other customer is known"
    # Elsewhere a write could change what the other customer has.
    return "" if target.method(operation) == "GET" or target.reset_server else "it writes"


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    is_read = run.target.method(operation) == "GET"
    problems = (
        read_problems(run.customers, operation) if is_read else write_problems(run, operation)
    )
    for cell, problem in dict.fromkeys(problems):
        yield CellFinding(operation.id, cell, problem, f"{_LAW}; {source_of(operation.id)}")


TENANCY = Matrix(_cells, _excluded)

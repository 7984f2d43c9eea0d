"""Failures of Schemathesis as problems of the run."""

from pathlib import Path

from ..report.junit import schemathesis_failures
from ..report.problems import Problems
from ..spec.document import packaged_operations

# Checks of Schemathesis that the validator makes too, with the checks that find the same.
_SAME_CHECKS = {
    "ST103": frozenset({"status"}),
    "ST105": frozenset({"content-type"}),
    "ST106": frozenset({"headers"}),
    "ST108": frozenset({"schema", "body", "envelope"}),
}


def add_failures(report: Path, problems: Problems) -> None:
    """Add the failures in a report of Schemathesis, unless the validator has found the same."""
    for failure in schemathesis_failures(report):
        operation = _operation_of(failure.case)
        same = _SAME_CHECKS.get(failure.code, frozenset())
        if not problems.has_breaking(operation, same):
            check = f"Schemathesis {failure.code}".strip()
            message = failure.message if operation else f"{failure.case}: {failure.message}"
            problems.add_failure("Schemathesis", check, message, operation=operation)


def _operation_of(case: str) -> str:
    """Return the operationId behind the name of a case of Schemathesis, or nothing."""
    names = (
        operation.id
        for operation in packaged_operations().values()
        if f"{operation.method} {operation.path}" == case
    )
    return next(names, "")

"""Failures of Schemathesis as problems of the run, and its errors as what was not checked."""

from pathlib import Path

from ..causes import known_cause
from ..report.junit import schemathesis_errors, schemathesis_failures
from ..report.problems import Problems
from ..spec.document import packaged_operations

# Checks of Schemathesis that the validator makes too, with the checks that find the same.
_SAME_CHECKS = {
    "ST103": frozenset({"status"}),
    "ST105": frozenset({"content-type"}),
    "ST106": frozenset({"headers"}),
    "ST108": frozenset({"schema", "body", "envelope"}),
    "ST109": frozenset({"body"}),
}
# Titles of errors that are about one connection. Others end the run without a result.
_LOST = frozenset({"Network Error", "Server Unavailable", "Unresponsive Operation"})
_FAILED = 1  # exit code of Schemathesis for failures, errors and warnings


def add_failures(report: Path, problems: Problems) -> None:
    """Add the failures in a report of Schemathesis, unless the validator has found the same."""
    for failure in schemathesis_failures(report):
        operation = _operation_of(failure.case)
        same = _SAME_CHECKS.get(failure.code, frozenset())
        if not problems.has_breaking(operation, same):
            check = f"Schemathesis {failure.code}".strip()
            message = failure.message if operation else f"{failure.case}: {failure.message}"
            problems.add_failure("Schemathesis", check, message, operation=operation)


def lost_responses(report: Path) -> dict[str, str]:
    """Return the operations whose generated requests got no whole response, with the reasons."""
    return {
        _operation_of(error.case) or error.case: known_cause(error.message) or error.message
        for error in schemathesis_errors(report)
        if error.title in _LOST
    }


def end_reason(report: Path, code: int) -> str:
    """Return why Schemathesis ended with a code; nothing for failures and lost responses."""
    if not code:
        return ""
    errors = [*schemathesis_errors(report)]
    for error in errors:
        if error.title not in _LOST:
            return f"Schemathesis reports an error: {error.case}: {error.title}: {error.message}"
    if code != _FAILED:
        return f"Schemathesis ended with exit code {code}, and its output says why"
    has_failures = bool(errors) or any(schemathesis_failures(report))
    return "" if has_failures else "Schemathesis reports a warning, which its output names"


def _operation_of(case: str) -> str:
    """Return the operationId behind the name of a case of Schemathesis, or nothing."""
    names = (
        operation.id
        for operation in packaged_operations().values()
        if f"{operation.method} {operation.path}" == case
    )
    return next(names, "")

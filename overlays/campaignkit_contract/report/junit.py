"""JUnit report of a run, and the failures in the report of Schemathesis."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement, tostring

from .problem import Problem
from .redaction import printable
from .run_report import RunReport

_FAILURE = re.compile(r"- (?P<code>ST\d+) (?P<title>[^\n]+)(?:\n+ +(?P<reason>[^\n]+))?")


@dataclass(frozen=True)
class SchemathesisFailure:
    """One failure of Schemathesis."""

    case: str
    """Method and path template, or the name of a phase."""
    code: str
    """The code of the check, such as `ST108`; nothing if the report has none."""
    message: str


@dataclass(frozen=True)
class SchemathesisError:
    """One error of Schemathesis: it could not check a case."""

    case: str
    """Method and path template, or the name of a phase."""
    title: str
    """What it is about, such as `Network Error`."""
    message: str


def junit_report(run: RunReport) -> str:
    """Return a JUnit file: a case for each operation and for each stateful check.

    A case fails once, with all its problems. A case without a response is skipped.
    """
    root = Element("testsuites")
    by_operation: dict[str, list[Problem]] = {
        name: [] for name in sorted(run.coverage.documented["operations"])
    }
    by_check: dict[str, list[Problem]] = {check.name: [] for check in run.checks}
    for problem in run.problems:
        if problem.origin != "stateful check":
            for operation in problem.operations or [problem.origin]:
                by_operation.setdefault(operation, []).append(problem)
        # A check fails also if its problem is listed under that of another check.
        for shown in (problem, *problem.also):
            if shown.origin == "stateful check":
                by_check.setdefault(shown.check, []).append(shown)
    skipped = {check.name: check.state for check in run.checks if check.is_skipped}
    missing = run.coverage.missing("operations")
    not_called = {name: run.not_called.get(name, "not called") for name in missing}
    root.append(_suite("operations", by_operation, not_called))
    root.append(_suite("stateful checks", by_check, skipped))
    text: str = tostring(root, encoding="unicode", xml_declaration=False)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n"


def schemathesis_failures(report: Path) -> Iterator[SchemathesisFailure]:
    """Yield the failures in a report of Schemathesis; none without a complete file."""
    for name, case in _cases(report):
        for failure in case.iter("failure"):
            found = list(_FAILURE.finditer(failure.text or ""))
            for match in found:
                message = ": ".join(filter(None, (match["title"], match["reason"])))
                yield SchemathesisFailure(name, match["code"], " ".join(message.split()))
            if not found:
                message = " ".join((failure.get("message") or failure.text or "").split())
                yield SchemathesisFailure(name, "", message)


def schemathesis_errors(report: Path) -> Iterator[SchemathesisError]:
    """Yield the errors in a report of Schemathesis; none without a complete file."""
    for name, case in _cases(report):
        for error in case.iter("error"):
            text = (error.text or "").partition("Reproduce with:")[0]
            title, _, message = text.strip().partition("\n")
            yield SchemathesisError(name, title, " ".join(message.split()))


def _cases(report: Path) -> Iterator[tuple[str, Element]]:
    """Yield the cases of a report with their names; none if the run was interrupted."""
    try:
        root = ElementTree.parse(report)  # noqa: S314 - a file of this run
    except (FileNotFoundError, ElementTree.ParseError):
        return
    yield from ((case.get("name") or "", case) for case in root.iter("testcase"))


def _suite(name: str, cases: dict[str, list[Problem]], skipped: dict[str, str]) -> Element:
    suite = Element("testsuite", name=name, tests=str(len(cases)))
    suite.set("failures", str(sum(map(bool, cases.values()))))
    suite.set("skipped", str(sum(not cases[name] for name in skipped)))
    for case_name, problems in cases.items():
        case = SubElement(suite, "testcase", classname=name, name=case_name)
        if problems:
            _add_failure(case, problems)
        elif reason := skipped.get(case_name):
            SubElement(case, "skipped", message=printable(reason))
    return suite


def _add_failure(case: Element, problems: Iterable[Problem]) -> None:
    """Add one failure with every problem of a case."""
    first, *others = problems
    more = f" (and {len(others)} more)" if others else ""
    # XML cannot contain most control characters, which a server may send.
    failure = SubElement(case, "failure", message=printable(f"{first.title}{more}"))
    failure.set("type", f"{first.kind} drift")
    failure.text = "\n\n".join(
        "\n".join(map(printable, problem.lines)) for problem in (first, *others)
    )

"""JUnit report of the validator's findings, and the failures in the report of Schemathesis."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement, tostring

from ..findings import Finding
from .redaction import printable


def junit_report(findings: Iterable[Finding], operations: Iterable[str]) -> bytes:
    """Return a JUnit file with one case per operation, and per other location with findings."""
    by_operation: dict[str, list[Finding]] = {name: [] for name in sorted(operations)}
    for finding in findings:
        by_operation.setdefault(finding.operation, []).append(finding)
    suite = Element("testsuite", name="validator", tests=str(len(by_operation)))
    suite.set("failures", str(sum(bool(found) for found in by_operation.values())))
    for name, found in by_operation.items():
        case = SubElement(suite, "testcase", classname="validator", name=name)
        for finding in found:
            # XML cannot contain most control characters, which a server may send.
            message = printable(str(finding))
            failure = SubElement(case, "failure", type=f"{finding.kind} drift", message=message)
            failure.text = message
    root = Element("testsuites")
    root.append(suite)
    text: str = tostring(root, encoding="unicode", xml_declaration=False)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n".encode()


def junit_failures(report: Path) -> Iterator[str]:
    """Yield the failures of a JUnit file, one line each; nothing without a complete file."""
    try:
        root = ElementTree.parse(report)  # noqa: S314 - a file of this run
    except (FileNotFoundError, ElementTree.ParseError):
        return  # The run was interrupted.
    for case in root.iter("testcase"):
        for failure in case.iter("failure"):
            yield f"{case.get('name')}: {' '.join((failure.get('message') or '').split())}"

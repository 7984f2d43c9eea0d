"""What a contract run leaves in its folder: the judge's JUnit, the summary, and no secret."""

import base64
import json
from collections.abc import Collection, Iterable
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from ..validator import Finding
from .html import Run, page

_SECRET = "[secret]"  # noqa: S105 - what stands in the place of one


NAMES = ("junit.xml", "har.json", "judge.xml", "summary.html", "live.toml")


def write_reports(folder: Path, run: Run) -> None:
    """Write what `st` does not write."""
    (folder / "judge.xml").write_bytes(_junit(run.findings, run.reach.known["operations"]))
    (folder / "summary.html").write_text(page(run), encoding="utf-8")


def _junit(findings: Iterable[Finding], operations: Iterable[str]) -> bytes:
    """A case for each operation, and one for each other place where something was found."""
    found: dict[str, list[Finding]] = {name: [] for name in sorted(operations)}
    for each in findings:
        found.setdefault(each.operation, []).append(each)
    suite = Element("testsuite", name="judge", tests=str(len(found)))
    suite.set("failures", str(sum(bool(each) for each in found.values())))
    for name, those in found.items():
        case = SubElement(suite, "testcase", classname="judge", name=name)
        for each in those:
            failure = SubElement(case, "failure", type=f"{each.kind} drift", message=_plain(each))
            failure.text = _plain(each)
    root = Element("testsuites")
    root.append(suite)
    text: str = tostring(root, encoding="unicode", xml_declaration=False)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n".encode()


def _plain(finding: Finding) -> str:
    # XML has no way to write most control characters, which a server's word may hold.
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in str(finding))


def clean(report: Path, secrets: Collection[str]) -> None:
    """Replace every secret, however it is spelt in the file."""
    content = report.read_bytes()
    for secret in sorted(secrets, key=len, reverse=True):
        encoded = base64.b64encode(secret.encode()).decode()
        for spelt in {secret, json.dumps(secret)[1:-1], escape(secret), encoded}:
            content = content.replace(spelt.encode(), _SECRET.encode())
    report.write_bytes(content)

"""Problems of several checks with one cause are one problem, and each stays readable."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from campaignkit_contract import cli
from campaignkit_contract.findings import Finding
from campaignkit_contract.report.files import WRITERS, write_reports
from campaignkit_contract.report.history import add_to_history, changes_since_last
from campaignkit_contract.report.problem import Problem
from campaignkit_contract.report.problems import Problems
from campaignkit_contract.report.text import run_lines
from campaignkit_contract.stateful.trail import Trail
from campaignkit_contract.targets.target import GET, LIST, START
from campaignkit_fake import Fake

from .exchanges import GET as READ
from .exchanges import UNKNOWN, VALIDATOR, ask
from .test_reports import run_report

STOP = "sonarly_campaigns_stop"
Failure = tuple[str, str, Trail | None]
AFTER_START = Trail(writes=frozenset({START}))


def grouped(*failures: Failure, findings: Sequence[Finding] = (), status: int = 200) -> Problems:
    """Return the problems behind failures of checks and findings of the validator."""
    problems = Problems(VALIDATOR.routes, "https://api.example")
    fake = Fake()
    for check, message, trail in failures:
        operation = next((word for word in message.split() if "_" in word), "")
        exchange = ask(fake, *READ)
        problems.add_failure(
            *("stateful check", check, message), operation=operation, exchange=exchange, trail=trail
        )
    for finding in findings:
        problems.add_finding(finding, ask(fake, *(READ if status == 200 else UNKNOWN)))
    return problems


def checks(problems: Problems) -> list[list[str]]:
    """Return the names of the checks of each problem, the first one first."""
    return [[shown.check for shown in (problem, *problem.also)] for problem in problems]


def missing(operation: str) -> Finding:
    """Return a finding about a body."""
    return Finding("breaking", "schema", "/data", "'status' is missing", operation)


def test_same_operation() -> None:
    """A check comes before a sequence, a matrix, and a check that cannot read."""
    found = grouped(
        ("a check", f"a response cannot be read for {START}", None),
        ("x matrix", f"{START} differs", None),
        ("a sequence", f"{START} moves", Trail(is_sequence=True)),
        ("other check", f"{START} returns 200", None),
    )

    assert checks(found) == [["other check", "a sequence", "x matrix", "a check"]]


def test_effects() -> None:
    """Problems that follow calls of another operation with a problem join those of it."""
    found = grouped(
        ("a", f"{STOP} returns 409", AFTER_START),
        ("b", f"{START} is not stored", None),
        ("c", f"{LIST} does not show {START}", None),
    )

    assert checks(found) == [["b", "a", "c"]]


def test_independent() -> None:
    """Other operations, other keys and problems without a common call stay apart."""
    found = grouped(
        ("a", f"{START} returns 200", Trail(has_usual_key=False)),
        ("b", f"{START} is not stored", None),
        ("c", f"{STOP} returns 409", AFTER_START),
        ("d", f"{STOP} counts too few", None),
    )

    assert sorted(checks(found)) == [["a"], ["b"], ["c", "d"]]


def test_other_key() -> None:
    """The curl line of a request with another key does not take the usual one."""
    [other] = grouped(("a", f"{START} returns 200", Trail(has_usual_key=False)))
    [usual] = grouped(("a", f"{START} returns 200", None))

    assert other.evidence
    assert usual.evidence
    assert '"Authorization: Bearer $SONARLY_OTHER_KEY"' in other.evidence.curl
    assert '"Authorization: Bearer $SONARLY_API_KEY"' in usual.evidence.curl


def test_larger_cause() -> None:
    """Of two groups that may cause each other, the larger one is the cause."""
    found = grouped(
        ("a", f"{GET} shows no {START}", None),
        ("b", f"{START} is not in {GET}", None),
        ("c", f"{START} returns other values than {GET}", None),
    )

    assert checks(found) == [["b", "c", "a"]]


def test_broken_response() -> None:
    """A response that the validator rejects explains checks that cannot read it."""
    failures = (
        ("a", "a response cannot be read: KeyError", Trail(calls=frozenset({GET}))),
        ("b", f"{LIST} differs from {GET}", None),
        ("c", f"{STOP} returns 409", None),
    )

    assert checks(grouped(*failures, findings=[missing(GET)])) == [["schema", "a", "b"], ["c"]]
    errors = grouped(*failures, findings=[missing(GET)], status=404)
    assert sorted(checks(errors)) == [["a"], ["b"], ["c"], ["schema"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the reports of a run."""
    write_reports(run_report(code=1, problems=tuple(many())), tmp_path)
    return tmp_path


def many() -> list[Problem]:
    """Return a problem that seven other checks show too."""
    letters = "abcdefgh"
    return list(grouped(*((f"check {it}", f"{START} fails <{it}>", None) for it in letters)))


@pytest.mark.parametrize("name", WRITERS)
def test_reports(folder: Path, name: str) -> None:
    """Every report names each check, and the id that leads to its evidence."""
    text = (folder / name).read_text()
    [problem] = many()

    assert all(other.check in text and other.id in text for other in problem.also)
    assert "fails <" not in text or name in {"report.json", "report.sarif"}


def test_json(folder: Path) -> None:
    """The JSON report has the other problems with their evidence."""
    [problem] = json.loads((folder / "report.json").read_text())["problems"]

    assert [other["check"] for other in problem["also"]] == [f"check {it}" for it in "bcdefgh"]
    assert problem["also"][0]["evidence"]["curl"].startswith("curl")


def test_text() -> None:
    """The text names a few of them, and the command for the others."""
    lines = list(run_lines(run_report(code=1, problems=tuple(many()))))
    [problem] = many()

    assert sum("also shown by: check " in line for line in lines) == 5
    assert f"  and by 2 more: campaignkit contract explain {problem.id}" in lines


def test_explain(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each of them is explained by its id, with its evidence and the first problem."""
    [problem] = many()
    other = problem.also[-1]

    assert cli.main(["explain", other.id, "--reports", str(folder)], {}) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{other.title} [{other.id}]")
    assert "sent: curl" in printed
    assert f"it probably has the same cause as: {problem.reference}" in printed
    assert cli.main(["explain", problem.id, "--reports", str(folder)], {}) == 0
    assert capsys.readouterr().out.count("also shown by: ") == 7


def test_history(tmp_path: Path) -> None:
    """A cause stays the same if another of its problems is the first one."""
    history = tmp_path / "history.jsonl"
    first = grouped(("a", f"{START} fails", None), ("x matrix", f"{START} differs", None))
    add_to_history(history, run_report(problems=tuple(first)))
    second = grouped(("x matrix", f"{START} differs", None))

    changes = changes_since_last(history, "api.example", second)
    assert "0 new, 1 gone, 1 as before" in changes

"""JSON report: the run for other programs, and for `contract explain`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .evidence import Evidence
from .problem import Problem
from .run_report import RunReport

Json = dict[str, Any]


def json_report(run: RunReport) -> str:
    """Return the run as JSON."""
    document = {
        "server": run.server,
        "result": run.result,
        "exitCode": run.code,
        "left": run.left,
        "checked": {
            "statefulChecks": _share(run.checked),
            "operations": _share(run.called),
        },
        "requests": dict(run.requests),
        "startedAt": run.started_at.isoformat(),
        "seconds": round(run.seconds, 1),
        "exchanges": run.coverage.responses.total(),
        "problems": [_problem(problem) for problem in run.problems],
        "statefulChecks": [asdict(check) for check in run.checks],
        "notCalled": run.not_called,
        "coverage": {
            kind: {
                "covered": some,
                "documented": total,
                "missing": run.coverage.missing(kind),
            }
            for kind, (some, total) in run.coverage.counts().items()
        },
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _share(counts: tuple[int, int]) -> Json:
    done, every = counts
    return {"done": done, "allowed": every}


def read_problems(report: Path) -> list[Problem]:
    """Return the problems of a JSON report.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is not a JSON report of a run.
    """
    document = json.loads(report.read_text(encoding="utf-8"))
    try:
        return [_read_problem(fields) for fields in document["problems"]]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is not a report of a run: {error}") from error


def _problem(problem: Problem) -> Json:
    words = {"id": problem.id, "title": problem.title, "extent": problem.extent}
    return {**words, **asdict(problem), "also": [_problem(other) for other in problem.also]}


def _read_problem(fields: Json) -> Problem:
    evidence = fields["evidence"] and Evidence(**fields["evidence"])
    names = set(fields) - {"id", "title", "extent", "evidence", "also"}
    also = [_read_problem(other) for other in fields.get("also", [])]
    return Problem(**{name: fields[name] for name in names}, evidence=evidence, also=also)

"""History of runs: the problems of each run, and the difference to the last one."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .problem import Problem
from .run_report import RunReport

_MAX_RUNS = 200


def changes_since_last(
    history: Path, server: str, problems: Iterable[Problem], *, is_whole: bool = True
) -> str:
    """Return the difference to the last run of the same server, or nothing without one.

    Args:
        history: File of the history.
        server: Name of the server.
        problems: Problems of this run.
        is_whole: False for a run that left something out: it does not show what is gone.
    """
    runs = [run for run in _read(history) if run.get("server") == server]
    if not runs:
        return ""
    problems = list(problems)
    before: dict[str, str] = runs[-1].get("problems", {})
    known = before.keys() | runs[-1].get("also", [])
    # Of several problems with one cause, another one can be the first in each run.
    seen = {shown.id for problem in problems for shown in (problem, *problem.also)}
    new = [problem for problem in problems if problem.id not in known]
    word = "gone" if is_whole else "not seen"
    gone = [f"{word}: {title}" for id_, title in before.items() if id_ not in seen]
    counts = f"{len(new)} new, {len(gone)} {word}"
    kept = f"{len(problems) - len(new)} as before"
    return "; ".join([f"since {runs[-1]['startedAt']}: {counts}, {kept}", *gone[:5]])


def add_to_history(history: Path, run: RunReport) -> None:
    """Append a run to the history. The file keeps the last 200 runs."""
    entry = {
        "server": run.server,
        "startedAt": run.started_at.isoformat(timespec="seconds"),
        "exitCode": run.code,
        "exchanges": run.coverage.responses.total(),
        "problems": {problem.id: problem.title for problem in run.problems},
        "also": [other.id for problem in run.problems for other in problem.also],
    }
    runs = [*_read(history), entry][-_MAX_RUNS:]
    history.write_text("".join(json.dumps(run) + "\n" for run in runs), encoding="utf-8")


def _read(history: Path) -> list[dict[str, Any]]:
    """Return the runs of a file. A line that cannot be read is left out."""
    try:
        lines = history.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    runs = []
    for line in lines:
        try:
            runs.append(json.loads(line))
        except ValueError:
            continue
    return [run for run in runs if isinstance(run, dict)]

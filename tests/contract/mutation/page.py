"""The part of docs/contract.md that the mutation tests write."""

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from campaignkit_contract.stateful.registry import CHECKS

from tests.markdown import table

from .catalog import EQUIVALENTS, MUTANTS
from .mutant import Mutant

if TYPE_CHECKING:
    from .runner import MutantRun

PAGE = Path(__file__).parents[3] / "docs" / "contract.md"
_SCORE = re.compile(r"^\*\*(\d+) of (\d+) mutants are detected\.\*\*$", re.MULTILINE)


def recorded_score(text: str) -> tuple[int, int]:
    """Return the score in a page: detected mutants and all mutants, or zeros."""
    match = _SCORE.search(text)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def summary(runs: list["MutantRun"], seeds: int) -> str:
    """Return the score and the tables of phases, mutants, equivalents and stateful checks."""
    detected = sum(run.first is not None for run in runs)
    parts = [
        f"**{detected} of {len(runs)} mutants are detected.**",
        f"Validator and stateful checks find nothing in the unchanged fake over {seeds} seeds.",
        phase_table(runs),
        "### Mutants",
        table(
            ("mutant", "bug", "detected by", "phase", "requests"),
            [_row(mutant, run) for mutant, run in zip(MUTANTS, runs, strict=True)],
        ),
        "### Equivalent mutants",
        "The documents allow these behaviours, so no check may report them.",
        table(
            ("behaviour", "difference to the fake", "why it is allowed"),
            [(mutant.name, mutant.text, reason) for mutant, reason in EQUIVALENTS.values()],
        ),
        "### Stateful checks",
        _stateful_table(runs),
    ]
    return "\n\n".join(parts)


def phase_table(runs: list["MutantRun"]) -> str:
    """Return how many mutants each fast phase detects, alone and together."""
    names = {
        phase: {run.name for run in runs if run.detections.get(phase)}
        for phase in ("validator", "stateful")
    }
    validator, stateful = names.values()
    rows = [
        ("validator", str(len(validator)), str(len(validator - stateful))),
        ("stateful checks", str(len(stateful)), str(len(stateful - validator))),
        ("both", str(len(validator | stateful)), ""),
    ]
    return table(("phase", "detects", "the other does not"), rows)


def replace_block(text: str, name: str, block: str) -> str:
    """Return the page with another text between the markers of a name."""
    pattern = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}\n{block}\n{match[2]}", text)


def _row(mutant: Mutant, run: "MutantRun") -> tuple[str, ...]:
    detection = run.first
    if detection is None:
        return (mutant.name, mutant.text, "**nothing**", "", "")
    return (mutant.name, mutant.text, detection.by, detection.phase, str(detection.requests))


def _stateful_table(runs: list["MutantRun"]) -> str:
    found = [detection for run in runs if (detection := run.detections.get("stateful"))]
    counts = Counter(detection.by for detection in found)
    rows = [
        (check.name, check.description, "yes" * check.writes, str(counts[check.name]))
        for check in CHECKS
    ]
    return table(("check", "property", "writes", "detects first"), rows)

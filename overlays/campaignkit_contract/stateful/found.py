"""Findings of a check and of its sequences, and how two runs of a check are compared."""

import re
from collections.abc import Sequence

from ..exchange import Exchange
from ..findings import Finding
from ..targets.target import Target

Found = tuple[str, Exchange | None]
"""Finding, and the exchange that shows it."""
SequenceFinding = tuple[Finding, Exchange]

_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")


def sequence_findings(target: Target) -> list[SequenceFinding]:
    """Return what the requests of a check show together."""
    return target.history.take_findings() if target.history else []


def of_others(shown: Sequence[SequenceFinding], found: Sequence[Found]) -> list[Found]:
    """Return the findings of sequences about operations that a check did not find."""
    others = {
        f"{finding.operation}: {finding.location} {finding.message}": exchange
        for finding, exchange in reversed(shown)
        if not any(finding.operation in text for text, _ in found)
    }
    return [*reversed(others.items())]


def comparable(target: Target, finding: str) -> str:
    """Return a finding without what differs between two runs: ids of the run, numbers, times."""
    words = re.split(r"([\s,;'\"]+)", _TIME.sub("time", finding))
    return "".join(
        "id" if target.resources.is_own(word) else "number" if word.isdecimal() else word
        for word in words
    )

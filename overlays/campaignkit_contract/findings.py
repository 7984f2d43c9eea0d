"""Findings of contract verification, and the exit code that they lead to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["breaking", "additive"]
"""`breaking`: the spec rejects the exchange. `additive`: only the strict spec does, or the server
has more than the spec names."""

CheckName = Literal[
    "route",  # the spec has no such path or method
    "status",
    "headers",
    "content-type",
    "body",  # missing, unexpected or not JSON
    "schema",
    "envelope",
    "links",
    "internals",  # an error shows a stack trace or another thing of the server
    "code",  # of an error
    "negative",  # the server accepted a request that the spec rejects
    "sequence",  # only several exchanges together show it
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation of an exchange from the spec."""

    kind: Kind
    check: CheckName
    location: str
    """JSON pointer into the response body, empty for the whole body. In other checks, the name of a
    header, a parameter or a link."""
    message: str
    operation: str = ""
    """The operationId; the method and the path template if the spec has no such operation."""
    is_certain: bool = False
    """Whether no change by others explains it, so that it need not show twice."""

    def __str__(self) -> str:
        location = f" at {self.location}" if self.location else ""
        return f"{self.kind} {self.check}: {self.operation}{location}: {self.message}"


def exit_code(findings: Iterable[Finding]) -> int:
    """Return 0 without findings, 1 for breaking drift and 3 for additive drift only."""
    kinds = {finding.kind for finding in findings}
    return 1 if "breaking" in kinds else 3 if kinds else 0

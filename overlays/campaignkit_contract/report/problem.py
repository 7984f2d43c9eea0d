"""Problem: one cause of findings, with its evidence and its source."""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal

from ..findings import Kind
from .evidence import Evidence

Origin = Literal["validator", "stateful check", "Schemathesis", "coverage"]

_MAX_ALSO = 5

_INDEX = re.compile(r"/\d+(?=/|$)")
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|\b[0-9a-f]{24}\b|-?\d+(?:\.\d+)?')


@dataclass
class Problem:
    """One cause, which one or many responses show."""

    origin: Origin
    kind: Kind
    check: str
    """The name of the check, such as `schema` or `second start is rejected`."""
    location: str
    """Where it was first seen: a JSON pointer, or the name of a header, a parameter or a link."""
    message: str
    """What is wrong, as it was first seen."""
    rule: str = ""
    """What the spec or the check demands."""
    source: str = ""
    """The document that the demand comes from, and its standing."""
    operations: list[str] = field(default_factory=list)
    """Every operation that shows it, the first one first."""
    count: int = 0
    evidence: Evidence | None = None
    """The first exchange that shows it."""
    also: list["Problem"] = field(default_factory=list)
    """Problems with the same operation, which plausibly have the same cause."""

    @property
    def id(self) -> str:
        """Return an id that stays the same from run to run."""
        return hashlib.sha256(repr(self.cause).encode()).hexdigest()[:8]

    @property
    def cause(self) -> tuple[str, ...]:
        """Return what problems with one cause have in common.

        A property of a shared schema is at several places, so its name and its area count. The
        message is that of other operations, apart from their names.
        """
        name = _INDEX.sub("/*", self.location).rpartition("/")[2]
        is_in_data = self.check == "schema" and self.location.startswith("/data/")
        area = "_".join(self.operations[0].split("_")[:2]) if is_in_data else ""
        message = _VALUE.sub("*", self.message)
        for operation in self.operations[:1]:
            message = re.sub(rf"\b{re.escape(operation)}\b", "*", message)
        return self.origin, self.kind, self.check, area, name, message

    @property
    def title(self) -> str:
        """Return the problem on one line."""
        name = "".join(self.operations[:1])
        location = f" at {self.location}" if self.location else ""
        is_named = not location and name in re.findall(r"\w+", self.message)
        operation = f"{name}{location}: " if name and not is_named else ""
        return f"{self.kind} {self.check}: {operation}{self.message}"

    @property
    def extent(self) -> str:
        """Return how often and in which other operations it was seen."""
        return self._extent(self.operations[1:])

    def _extent(self, others: list[str]) -> str:
        more = f", also in {', '.join(others)}" if others else ""
        return f"seen {self.count} times{more}" if self.count > 1 else f"seen once{more}"

    @property
    def lines(self) -> list[str]:
        """Return what is wrong, how often, what is demanded, and what was sent and received."""
        lines = [f"{self.title} [{self.id}]", self.extent]
        if self.rule or self.source:
            lines.append(f"demanded: {self.rule} {f'({self.source})' if self.source else ''}")
        if self.evidence:
            lines.append(f"sent: {self.evidence.curl}")
            lines.append(f"received {self.evidence.status}: {self.evidence.response}")
        return [line.strip() for line in (*lines, *self.also_lines)]

    @property
    def also_lines(self) -> list[str]:
        """Return a line for each other problem with the same cause."""
        return [f"also shown by: {problem.reference}" for problem in self.also]

    @property
    def brief_lines(self) -> list[str]:
        """Return the lines with only a few of the other operations and problems."""
        first, extent, *others = self.lines
        if (rest := len(self.operations) - 1 - _MAX_ALSO) > 0:
            extent = self._extent([*self.operations[1 : _MAX_ALSO + 1], f"{rest} more"])
        if (rest := len(self.also) - _MAX_ALSO) > 0:
            others = [
                *others[:-rest],
                f"and by {rest} more: campaignkit contract explain {self.id}",
            ]
        return [first, extent, *others]

    @property
    def reference(self) -> str:
        """Return the check, what it found, and the id that `explain` takes."""
        return f"{self.check}: {self.message} [{self.id}]"

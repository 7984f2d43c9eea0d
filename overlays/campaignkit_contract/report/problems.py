"""Problems: the findings of a run, one for each cause, with their evidence and their source."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..exchange import Exchange
from ..findings import Finding, Kind
from ..spec.routes import Routes
from ..spec.sources import source_of
from .evidence import Evidence
from .redaction import mask_text

Origin = Literal["validator", "stateful check", "Schemathesis", "coverage"]

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

    @property
    def id(self) -> str:
        """Return an id that stays the same from run to run."""
        return hashlib.sha256(repr(self.cause).encode()).hexdigest()[:8]

    @property
    def cause(self) -> tuple[str, ...]:
        """Return what problems with one cause have in common.

        A property of a shared schema is at several places, so its name and its area count.
        """
        name = _INDEX.sub("/*", self.location).rpartition("/")[2]
        is_in_data = self.check == "schema" and self.location.startswith("/data/")
        area = "_".join(self.operations[0].split("_")[:2]) if is_in_data else ""
        message = _VALUE.sub("*", self.message)
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
        others = self.operations[1:]
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
        return [line.strip() for line in lines]


class Problems:
    """Collector that merges the findings with one cause."""

    def __init__(self, routes: Routes, base_url: str = "") -> None:
        self._routes = routes
        self._base_url = base_url.rstrip("/")
        self._by_cause: dict[tuple[str, ...], Problem] = {}

    def __iter__(self) -> Iterator[Problem]:
        """Yield the problems, breaking ones first, then by the number of times."""
        return iter(
            sorted(
                self._by_cause.values(),
                key=lambda problem: (problem.kind != "breaking", -problem.count, problem.title),
            )
        )

    def __len__(self) -> int:
        return len(self._by_cause)

    def add_finding(self, finding: Finding, exchange: Exchange) -> None:
        """Add a finding about one exchange."""
        problem = Problem(
            "validator",
            finding.kind,
            finding.check,
            finding.location,
            mask_text(finding.message),
            operations=[finding.operation],
        )
        self._add(problem, exchange)

    def add_failure(
        self,
        origin: Origin,
        check: str,
        message: str,
        *,
        operation: str = "",
        rule: str = "",
        exchange: Exchange | None = None,
    ) -> None:
        """Add a failure of a stateful check, of Schemathesis, or of the coverage.

        Without an operation, it belongs to that of the exchange.
        """
        if not operation and exchange is not None:
            operation = self._operation(exchange)
        operations = [operation] if operation else []
        problem = Problem(
            origin, "breaking", check, "", mask_text(message), rule, operations=operations
        )
        self._add(problem, exchange)

    def has_breaking(self, operation: str, checks: frozenset[str]) -> bool:
        """Return True if one of the checks has already found a problem of an operation."""
        return any(
            operation in problem.operations and problem.check in checks
            for problem in self._by_cause.values()
        )

    def _operation(self, exchange: Exchange) -> str:
        match = self._routes.match(exchange.path)
        operation = match and match[0].operations.get(exchange.method.upper())
        return operation.id if operation else ""

    def _add(self, problem: Problem, exchange: Exchange | None) -> None:
        known = self._by_cause.get(problem.cause)
        if known is None:
            known = self._by_cause[problem.cause] = problem
            operation = "".join(problem.operations)
            demand, problem.source = source_of(operation, problem.location)
            problem.rule = problem.rule or demand
        known.count += 1
        known.operations += [name for name in problem.operations if name not in known.operations]
        if known.evidence is None and exchange is not None:
            match = self._routes.match(exchange.path)
            known.evidence = Evidence.of(exchange, self._base_url, match[0] if match else None)

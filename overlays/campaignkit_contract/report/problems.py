"""Problems: the findings of a run, one for each cause, with their evidence and their source."""

from collections.abc import Iterator

from ..exchange import Exchange
from ..findings import Finding
from ..spec.routes import Routes
from ..spec.sources import source_of
from ..stateful.trail import Trail
from .evidence import Evidence
from .grouping import merged
from .problem import Origin, Problem
from .redaction import mask_text


class Problems:
    """Collector that merges the findings with one cause."""

    def __init__(self, routes: Routes, base_url: str = "") -> None:
        self._routes = routes
        self._base_url = base_url.rstrip("/")
        self._by_cause: dict[tuple[str, ...], Problem] = {}
        self._trails: dict[tuple[str, ...], Trail] = {}

    def __iter__(self) -> Iterator[Problem]:
        """Yield one problem for each cause: breaking ones first, then by what shows them."""
        traced = [(problem, self._trails.get(cause)) for cause, problem in self._by_cause.items()]
        return iter(
            sorted(
                merged(traced),
                key=lambda problem: (
                    problem.kind != "breaking",
                    -len(problem.also),
                    -problem.count,
                    problem.title,
                ),
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
        trail: Trail | None = None,
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
        if trail:
            self._trails.setdefault(problem.cause, trail)
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
            trail = self._trails.get(problem.cause, Trail())
            known.evidence = Evidence.of(
                exchange,
                self._base_url,
                match[0] if match else None,
                has_usual_key=trail.has_usual_key,
            )

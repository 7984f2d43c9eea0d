"""Observer of a run: it validates and counts every exchange."""

from dataclasses import dataclass, field

from .exchange import Exchange
from .report.coverage import SpecCoverage
from .report.problems import Problems
from .report.text import ExchangeCounts
from .targets.fake import CONTROL_PREFIX
from .validator import packaged_validator


@dataclass
class Observer:
    """Validator and counter of every exchange of a run."""

    coverage: SpecCoverage
    problems: Problems
    counts: ExchangeCounts = field(default_factory=ExchangeCounts)

    def observe(self, exchange: Exchange) -> None:
        """Validate and count an exchange."""
        if exchange.path.startswith(CONTROL_PREFIX):
            return
        validator = packaged_validator()
        found = validator.validate(exchange)
        self.coverage.add(exchange)
        self.counts.add(validator.operation_name(exchange), len(found))
        for finding in found:
            self.problems.add_finding(finding, exchange)

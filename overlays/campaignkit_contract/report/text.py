"""Text report: a table of exchanges and findings by operation, and each distinct finding."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ..findings import Finding


@dataclass
class ReplaySummary:
    """Counts of exchanges and findings."""

    exchanges: Counter[str] = field(default_factory=Counter)
    """By operation."""
    findings: Counter[str] = field(default_factory=Counter)
    """By operation."""
    distinct: dict[tuple[str, ...], list[Finding]] = field(default_factory=dict)
    """Findings that differ only in the index of a list, grouped."""

    def add(self, operation: str, findings: Collection[Finding]) -> None:
        """Count an exchange."""
        # Probes try every method on every path. They share one row.
        row = "(undeclared methods)" if " " in operation else operation
        self.exchanges[row] += 1
        self.findings[row] += len(findings)
        for finding in findings:
            location = re.sub(r"/\d+(?=/|$)", "/*", finding.location)
            key = (finding.kind, finding.check, finding.operation, location, finding.message)
            self.distinct.setdefault(key, []).append(finding)

    def lines(self) -> Iterator[str]:
        """Yield the table, then each distinct finding once, breaking findings first."""
        width = max(map(len, self.exchanges), default=0)
        yield f"{'operation':{width}}  exchanges  findings"
        for operation, count in sorted(self.exchanges.items()):
            yield f"{operation:{width}}  {count:9}  {self.findings[operation]:8}"
        for key in sorted(self.distinct, key=lambda key: (key[0] != "breaking", key)):
            first, *others = self.distinct[key]
            yield f"{first} (first of {1 + len(others)})" if others else str(first)

"""Judge a recording by the spec, offline: `HAR=file python scripts/replay.py`.

What was asked of a server of the spec is judged, and with BASE_URL what was asked of that one.
The exit code is 0 where all conforms, 1 for breaking drift, 3 for additive drift only, and 2
where nothing was judged.
"""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .recording.har import Recording
from .validator import Finding, Judge, RecordingError, exit_code, shipped_judge

_LONGEST = 300  # letters of a line
_SECRET = "[secret]"  # noqa: S105 - what is printed in the place of one


@dataclass
class Tally:
    """What a recording came to."""

    exchanges: Counter[str] = field(default_factory=Counter)
    """By operation."""
    findings: Counter[str] = field(default_factory=Counter)
    """By operation."""
    distinct: dict[tuple[str, ...], list[Finding]] = field(default_factory=dict)
    """Those that differ in nothing but the element of a list, together."""

    def add(self, operation: str, findings: Collection[Finding]) -> None:
        """Count an exchange."""
        # Probes of a recording try every method on every path: these share a line.
        row = "(methods of no operation)" if " " in operation else operation
        self.exchanges[row] += 1
        self.findings[row] += len(findings)
        for each in findings:
            place = re.sub(r"/\d+(?=/|$)", "/*", each.place)
            key = (each.kind, each.check, each.operation, place, each.sentence)
            self.distinct.setdefault(key, []).append(each)

    def lines(self) -> Iterator[str]:
        """The table, then each distinct finding once."""
        width = max(map(len, self.exchanges), default=0)
        yield f"{'operation':{width}}  exchanges  findings"
        for operation, count in sorted(self.exchanges.items()):
            yield f"{operation:{width}}  {count:9}  {self.findings[operation]:8}"
        for key in sorted(self.distinct, key=lambda key: (key[0] != "breaking", key)):
            first, *others = self.distinct[key]
            yield f"{first} (first of {1 + len(others)})" if others else str(first)


def replay(har: Path, judge: Judge, base_url: str = "") -> tuple[Recording, Tally]:
    """Judge all that belongs to the spec; a RecordingError where nothing does."""
    recording = Recording(har, judge.routes, base_url)
    tally = Tally()
    for exchange in recording.exchanges():
        tally.add(judge.operation(exchange), judge.findings(exchange))
    if not tally.exchanges:
        hosts = ", ".join(host for host, _ in recording.hosts.most_common(5))
        hint = f"; it asked {hosts}: set BASE_URL if that is the API" if hosts else ""
        raise RecordingError(f"holds nothing that belongs to the spec{hint}")
    return recording, tally


def main(settings: Mapping[str, str]) -> int:
    """Print what was found; the exit code says how bad it is."""
    if not (har := settings.get("HAR")):
        sys.stderr.write("not judged: set HAR to the file of a recording\n")
        return 2
    try:
        recording, tally = replay(Path(har), shipped_judge(), settings.get("BASE_URL", ""))
    except RecordingError as error:
        sys.stderr.write(f"not judged: {har} {_printable(str(error))}\n")
        return 2
    for line in tally.lines():
        print(_printable(line, recording.secrets))
    for reason, count in recording.skipped.items():
        print(f"passed over: {count} {reason}")
    return exit_code(each for found in tally.distinct.values() for each in found)


def _printable(text: str, secrets: Collection[str] = ()) -> str:
    """The text on one line, without what a terminal would obey, and without secrets."""
    for secret in sorted(secrets, key=len, reverse=True):
        # A value in a finding is written as JSON.
        text = text.replace(secret, _SECRET).replace(json.dumps(secret)[1:-1], _SECRET)
    text = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "..."


if __name__ == "__main__":
    sys.exit(main(os.environ))

"""Stateful check: a function that yields findings about a target, and its result."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from ..causes import network_cause, unreadable_cause
from ..exchange import Exchange
from ..findings import Finding
from ..sandbox import Sandbox
from ..targets.budget import forget
from ..targets.request_budget import RequestBudget
from ..targets.target import CheckFailed, SkipCheck, Target, Unfinished
from .evidence import Shown, evidence_of, without_json
from .found import Found, SequenceFinding, comparable, of_others, sequence_findings
from .needs import NEEDS, WRITES
from .prepared import UNREADABLE
from .trail import Trail, trail_of


def expect_status(
    operation_id: str, exchange: Exchange, expected: Collection[int], circumstance: str
) -> Iterator[str]:
    """Yield a finding if a response has none of the expected statuses.

    Args:
        operation_id: The operation.
        exchange: Its exchange.
        expected: The allowed statuses.
        circumstance: Words for the end of the finding, such as "for an unknown id".
    """
    if exchange.status not in expected:
        yield Shown.by(exchange, f"{operation_id} returns {exchange.status} {circumstance}")


def breaking(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the breaking findings. Additive drift is reported by the validator alone."""
    return (finding for finding in findings if finding.kind == "breaking")


@dataclass(frozen=True)
class CheckResult:
    """Result of a stateful check."""

    check: "StatefulCheck"
    findings: tuple[str, ...]
    exchanges: int
    """Number of requests. A check without requests found nothing to check."""
    skipped: str = ""
    """Why the check did not run, or did not end."""
    evidence: tuple[Exchange | None, ...] = ()
    """For each finding, the exchange that shows it."""
    has_shared: bool = False
    """Whether the check could use results or reads of checks before it."""
    trails: tuple[Trail, ...] = ()
    """For each finding, the calls before it."""
    left: str = ""
    """Why the check did not end, although the target has all that it needs."""

    @property
    def state(self) -> str:
        """Return `fails`, `holds`, `nothing to check`, or why the check was skipped or left."""
        if self.findings:
            return "fails"
        if self.left:
            is_started = self.exchanges or self.has_shared
            return f"{'not finished' if is_started else 'not started'}: {self.left}"
        is_checked = self.exchanges or self.has_shared
        return self.skipped or ("holds" if is_checked else "nothing to check")

    def __str__(self) -> str:
        findings = self.findings or (self.state,)
        return "\n".join(f"{self.check.name}: {finding}" for finding in findings)


@dataclass(frozen=True)
class StatefulCheck:
    """One property of a target.

    The function's name is the name of the check and its docstring describes the property. It takes
    the form of responses for granted, because the validator checks it.
    """

    function: Callable[[Target], Iterator[str]]
    writes: bool = False
    """Whether it changes state, or would on a target with the bug that it looks for."""
    is_repeatable: bool = True
    """Whether it can run again. A campaign starts once, so that checks share its start."""
    needs: str = ""
    """Attribute of the target without which it cannot run."""

    @property
    def name(self) -> str:
        """Return the name for reports."""
        return self.function.__name__.replace("_", " ")

    @property
    def description(self) -> str:
        """Return the property, without the words "Check that"."""
        text = (self.function.__doc__ or "").strip().removeprefix("Check that ")
        return text[:1].upper() + text[1:]

    def run(self, target: Target) -> CheckResult:
        """Run the check and return its result."""
        if excluded := self._excluded(target):
            return CheckResult(self, (), 0, excluded)
        if target.sandbox is None:
            Sandbox(target)
        with _rare_garbage_collection():
            return self._result(target)

    def not_run(self, target: Target, reason: str) -> CheckResult:
        """Return the result of a check that the run did not come to, for a reason."""
        excluded = self._excluded(target)
        return CheckResult(self, (), 0, excluded, left="" if excluded else reason)

    def _excluded(self, target: Target) -> str:
        """Return why the check cannot run on a target; nothing if it can."""
        if self.writes and not target.may_write:
            return f"skipped: {WRITES}"
        has_need = not self.needs or getattr(target, self.needs)
        return "" if has_need else f"skipped: {NEEDS[self.needs]}"

    def _result(self, target: Target) -> CheckResult:
        before, seen, has_shared = len(target.exchanges), len(target.seen), bool(target.shared)
        refused = _refusals(target)
        target.suspects = frozenset()
        found, reason = self._found(target)
        skipped = f"skipped: {reason}" if isinstance(reason, SkipCheck) else ""
        own, shown = list(found), sequence_findings(target)
        if target.reset_server or self.is_repeatable:
            found += of_others(shown, found)
        if found and target.reset_server is None and self.is_repeatable:
            found = self._confirmed(target, found, shown)
            skipped = skipped if found else "skipped: the server changed while it was read"
        left = "" if found else _left(reason)
        is_idle = len(target.seen) == seen
        if target.budget and not found and _is_cut(target.budget, refused, is_idle=is_idle):
            left = target.budget.ended  # A matrix goes on after a cell that could not be looked at.
        return CheckResult(
            self,
            tuple(text for text, _ in found),
            len(target.exchanges) - before,
            skipped,
            tuple(exchange for _, exchange in found),
            has_shared=has_shared or len(target.seen) > seen,
            trails=tuple(
                trail_of(
                    item[1],
                    target.seen[seen:],
                    target.validator.routes,
                    target.keys,
                    is_sequence=item not in own,
                )
                for item in found
            ),
            left=left,
        )

    def _confirmed(
        self, target: Target, found: Sequence[Found], shown: Sequence[SequenceFinding]
    ) -> list[Found]:
        """Return the findings that another run repeats, and those that no change explains.

        The server may have changed while it was read. A fault is found again, with resources that
        it has not changed yet.
        """
        target.resources.renew()
        forget(target)
        if target.suspects:
            target.suspects |= {finding.operation for finding, _ in shown}
        if target.history:
            target.history.repeat()
        again, _ = self._found(target)
        later = sequence_findings(target)
        texts = {comparable(target, text) for text, _ in (*again, *of_others(later, again))}
        kept = [item for item in found if comparable(target, item[0]) in texts]
        certain = [item for item in (*shown, *later) if item[0].is_certain]
        return kept + of_others(certain, kept)

    def _found(self, target: Target) -> tuple[list[Found], SkipCheck | httpx.HTTPError | None]:
        """Return the findings of one run with their evidence, and why it did not end."""
        target.reset()
        if target.earlier_reads:
            target.earlier_reads.begin_check()
        found: list[Found] = []
        before = len(target.seen)
        with target.resources.scope():
            try:
                for finding in self.function(target):
                    found.append((finding, _evidence(target, before, finding)))
            except (SkipCheck, httpx.HTTPError) as reason:
                return found, reason
            except CheckFailed as failure:
                text = str(failure)
                found.append((text, _evidence(target, before, text)))
            except UNREADABLE as error:
                text = f"a response cannot be read: {unreadable_cause(error)}"
                # The last response need not be the unreadable one.
                unreadable = without_json(target.seen[before:])
                found.append((text, unreadable or _evidence(target, before, text)))
        return found, None


def _refusals(target: Target) -> int:
    return target.budget.refused if target.budget else 0


def _is_cut(budget: RequestBudget, refused: int, *, is_idle: bool) -> bool:
    """Return True if the budget refused requests since a number, or left nothing to look at."""
    return budget.refused > refused or (is_idle and not budget.remaining)


def _left(reason: SkipCheck | httpx.HTTPError | None) -> str:
    """Return why a check could not end; nothing if it ended, or cannot run on the target."""
    if isinstance(reason, httpx.HTTPError):
        return network_cause(reason)
    return str(reason) if isinstance(reason, Unfinished) else ""


@contextmanager
def _rare_garbage_collection() -> Iterator[None]:
    """Collect garbage rarely: each collection visits all exchanges that the target keeps."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _evidence(target: Target, before: int, finding: str) -> Exchange | None:
    """Return the exchange that shows a finding of a check that began after so many."""
    return evidence_of(finding, target.seen[before:], target.validator.routes)

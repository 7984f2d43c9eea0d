"""Grouping of problems with one cause: the findings of several checks about one operation.

A broken response explains what else goes wrong with it. Otherwise problems with the same operation
are one group. A group joins another one if each of its problems follows calls of the other
operation: a start that is not stored also makes a stop fail.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..stateful.evidence import operations_in
from ..stateful.trail import Trail
from .problem import Problem

_BROKEN = frozenset({"body", "content-type", "envelope", "schema"})
"""Checks of the validator whose findings keep other checks from reading a response."""
_UNREADABLE = "response cannot be read"

TracedProblem = tuple[Problem, Trail | None]


@dataclass
class _Member:
    """Problem in a group."""

    problem: Problem
    trail: Trail
    named: frozenset[str]
    """Operations that its message names."""

    @property
    def operation(self) -> str:
        return "".join(self.problem.operations[:1])

    @property
    def is_unreadable(self) -> bool:
        return _UNREADABLE in self.problem.message

    @property
    def causes(self) -> frozenset[str]:
        """Return the operations that may have caused the problem."""
        found = self.named | self.trail.writes
        return found | self.trail.calls if self.is_unreadable else found

    @property
    def strength(self) -> int:
        """Return 0 for a check, and more for what is less specific."""
        if self.is_unreadable:
            return 3
        if self.problem.check.endswith("matrix"):
            return 2
        return int(self.trail.is_sequence)


@dataclass
class _Group:
    """Problems with one operation, sent with the same kind of key."""

    operation: str
    has_usual_key: bool
    members: list[_Member] = field(default_factory=list)
    effects: list[_Member] = field(default_factory=list)
    """Members of other groups, of which this one may be the cause."""

    @property
    def is_certain(self) -> bool:
        """Return True if a problem names the operation, and not only the last exchange."""
        return not all(member.is_unreadable for member in self.members)

    def follows(self, other: "_Group") -> bool:
        """Return True if every problem may be caused by the operation of another group."""
        return self.has_usual_key == other.has_usual_key and all(
            other.operation in member.causes for member in self.members
        )


def merged(problems: Iterable[TracedProblem]) -> Iterator[Problem]:
    """Yield one problem for each cause, with the others that plausibly have the same cause."""
    leaders: list[Problem] = []
    members: list[_Member] = []
    for problem, trail in problems:
        is_stateful = problem.origin == "stateful check" or problem.check == "sequence"
        if is_stateful and problem.kind == "breaking" and problem.operations:
            named = frozenset(operations_in(problem.message))
            members.append(_Member(problem, trail or Trail(), named))
        else:
            leaders.append(problem)
    left: list[_Member] = []
    explained: dict[int, list[_Member]] = {}
    for member in members:
        leader = next((problem for problem in leaders if _explains(problem, member)), None)
        if leader is None:
            left.append(member)
        else:
            explained.setdefault(id(leader), []).append(member)
    for leader in leaders:
        yield _with(leader, explained.get(id(leader), []))
    for group in _joined(_groups(left)):
        first, *others = sorted(group.members, key=lambda member: member.strength)
        yield _with(first.problem, [*others, *group.effects])


def _explains(leader: Problem, member: _Member) -> bool:
    """Return True if a broken response, which the validator rejects, explains a problem."""
    is_broken = (
        leader.origin == "validator" and leader.kind == "breaking" and leader.check in _BROKEN
    )
    is_success = leader.evidence is not None and leader.evidence.status < 300
    operations = {member.operation, *member.named}
    if member.is_unreadable:
        operations |= member.trail.calls
    return is_broken and is_success and not operations.isdisjoint(leader.operations)


def _groups(members: Sequence[_Member]) -> list[_Group]:
    groups: dict[tuple[str, bool], _Group] = {}
    for member in members:
        key = member.operation, member.trail.has_usual_key
        groups.setdefault(key, _Group(*key)).members.append(member)
    return list(groups.values())


def _joined(groups: list[_Group]) -> list[_Group]:
    """Return the groups, each within the largest one that may be its cause."""
    # The smallest first: a large group is rather a cause than an effect.
    for group in sorted(groups, key=lambda group: len(group.members)):
        causes = [
            other
            for other in groups
            if other is not group
            and other.is_certain
            and group.follows(other)
            and (len(other.members) >= len(group.members) or not other.follows(group))
        ]
        if causes:
            cause = max(causes, key=lambda other: len(other.members))
            cause.effects += [*group.members, *group.effects]
            groups = [other for other in groups if other is not group]
    return groups


def _with(problem: Problem, others: Sequence[_Member]) -> Problem:
    return replace(problem, also=[member.problem for member in others]) if others else problem

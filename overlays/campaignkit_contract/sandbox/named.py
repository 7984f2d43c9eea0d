"""Named resources: what the settings of a run name, without what the run has removed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from ..exchange import Exchange
from ..options import naming_setting
from ..spec.kinds import Kind, Kinds
from ..targets.resources import Resource
from ..targets.target import SkipCheck, Target

_TURNS = ContextVar("turns", default=False)
"""Whether each update gets another resource than the last one."""


@contextmanager
def taking_turns() -> Iterator[None]:
    """Let each update within the block get another resource.

    What a bug has lost is then still there for the call that confirms it.
    """
    token = _TURNS.set(True)
    try:
        yield
    finally:
        _TURNS.reset(token)


class NamedResources:
    """Resources that no operation creates, so that the settings name them."""

    def __init__(self, target: Target, ids: Mapping[str, Sequence[str]]) -> None:
        self._target, self._ids = target, ids
        self._removed: dict[tuple[str, str], None] = {}
        self._updates: Counter[str] = Counter()
        """Numbers of updates by kind."""
        self._existing: set[tuple[str, str]] = set()
        """Ids without a read, of which a write has succeeded."""

    def get(self, kind: Kind, *, is_removed: bool = False, is_updated: bool = False) -> Resource:
        """Return a resource of a kind; the last one if the call removes it.

        Updates of a disposable account take turns within `taking_turns`, from the last one on.

        Raises:
            SkipCheck: No setting names one, or the others must stay.
        """
        values = self._present(kind)
        if not values:
            raise SkipCheck(
                f"set {naming_setting(kind.name)} to a {kind.name}: no operation creates one"
            )
        if is_updated and _TURNS.get() and self._is_disposable(kind):
            self._updates[kind.name] += 1
            return Resource(kind.name, values[-(self._updates[kind.name] % len(values))], {})
        if not is_removed or not self._is_disposable(kind):
            return Resource(kind.name, values[0], {})
        self.check_removal(kind, {kind.parameter: values[-1]})
        return Resource(kind.name, values[-1], {})

    def check_removal(self, kind: Kind | None, values: Mapping[str, str | None]) -> None:
        """Raise SkipCheck if a call removes one that must stay: half of those of a kind do."""
        if kind is None or not self._is_disposable(kind):
            return
        present, id_ = self._present(kind), values.get(kind.parameter)
        is_enough = 2 * len(present) > len(self._ids.get(kind.name, ())) + 1
        if id_ in present and not (is_enough and id_ == present[-1]):
            raise SkipCheck(f"half of the {kind.parameter}s stay, because no operation creates one")

    def removed(self, kind: Kind) -> str:
        """Return the id of a resource that the run has removed; an empty text without one."""
        return next((id_ for name, id_ in self._removed if name == kind.name), "")

    def _present(self, kind: Kind) -> list[str]:
        ids = self._ids.get(kind.name, ())
        return [id_ for id_ in ids if (kind.name, id_) not in self._removed]

    def _is_disposable(self, kind: Kind) -> bool:
        return not kind.creators and kind.name.split()[0] in self._target.disposable

    def check_exists(
        self,
        kinds: Kinds,
        operation_id: str,
        values: Mapping[str, str | None],
        exchange: Exchange,
    ) -> None:
        """Raise SkipCheck if a named id may be mistyped: no read shows it, and no write succeeded.

        Args:
            kinds: Kinds of the spec.
            operation_id: The operation.
            values: Path values of the write.
            exchange: The write.
        """
        for name in kinds.path_parameters(operation_id):
            kind = kinds.of(operation_id, name)
            item = kind.name, str(values.get(kind.parameter))
            is_unread = not (kind.sources or kind.reader or self._target.reset_server)
            if not is_unread or item[1] not in self._ids.get(kind.name, ()):
                continue
            if exchange.status == 404 and item not in self._existing:
                raise SkipCheck(
                    f"{naming_setting(kind.name)} must have a {kind.name} that exists: "
                    f"{exchange.method} {exchange.path} returned 404, and no read shows the id"
                )
            if exchange.status < 300:
                self._existing.add(item)

    def on_success(self, kind: Kind | None, values: Mapping[str, str | None]) -> None:
        """Record that a call has removed a resource of a kind."""
        if kind:
            self._removed[kind.name, str(values.get(kind.parameter))] = None

    def clear(self) -> None:
        """Forget what was removed, after the server was reset."""
        self._removed.clear()
        self._updates.clear()

"""Resources that checks share: each is created once in a scope, or once in a run."""

from collections.abc import Iterator
from contextlib import contextmanager

from ..targets.resources import Resource
from .maker import Maker


class SharedResources:
    """Resources for reads, by kind. What no operation removes is created once in a run."""

    def __init__(self, sandbox: Maker) -> None:
        self._sandbox = sandbox
        self._of_scope: dict[str, Resource] = {}
        self._of_run: dict[str, Resource] = {}

    def get(self, kind_name: str) -> Resource:
        """Return the resource of a kind."""
        is_removed = bool(self._sandbox.kinds.all[kind_name].remover)
        known = self._of_scope if is_removed else self._of_run
        if kind_name not in known:
            known[kind_name] = self._sandbox.make(kind_name)
        return known[kind_name]

    @contextmanager
    def scope(self) -> Iterator[None]:
        """Forget at the end of the block what is removed then."""
        before = {*self._of_scope}
        try:
            yield
        finally:
            self._of_scope = {name: self._of_scope[name] for name in before & {*self._of_scope}}

    def renew(self, kind_name: str | None = None) -> None:
        """Create resources again when they are next needed.

        Args:
            kind_name: The only kind to make again of those that no operation removes.
        """
        self._of_scope.clear()
        for name in [*self._of_run] if kind_name is None else [kind_name]:
            self._of_run.pop(name, None)

    def clear(self) -> None:
        """Forget every resource."""
        self.renew()

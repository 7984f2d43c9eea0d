"""Links of a response, and the check that they can be followed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..findings import Finding
from .expressions import LinkContext, expressions_in, resolves


@dataclass(frozen=True)
class Link:
    """One documented link."""

    name: str
    target: str
    """The operationId that it leads to."""
    parameters: Mapping[str, Any]
    targets: Mapping[str, Collection[str]]
    """The names of the parameters of every operation, by operationId."""

    def check(self, context: LinkContext) -> Iterator[Finding]:
        """Yield every reason why the link cannot be followed."""
        if self.target not in self.targets:
            yield self._finding(f"leads to {self.target}, which the spec does not have")
            return
        for name, value in self.parameters.items():
            # `path.id` is the name `id` with its location.
            if not {name, name.partition(".")[2]} & set(self.targets[self.target]):
                yield self._finding(f"fills {name}, which {self.target} does not have")
            for expression in expressions_in(value):
                if not resolves(expression, context):
                    yield self._finding(f"{expression} is missing from the exchange")

    def _finding(self, message: str) -> Finding:
        return Finding("breaking", "links", self.name, message)

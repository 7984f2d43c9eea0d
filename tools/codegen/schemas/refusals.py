"""Places of the schemas that are refused, for the report of all mistakes."""

import re

from ..checks.findings import DocumentError, Finding

_SCHEMA = re.compile(r"components/schemas/([^/:]+)/?([^:]*): (.*)", re.DOTALL)
_OPERATION = re.compile(r"([A-Z]+) (/[^:]*): (.*)", re.DOTALL)


def finding_of(message: str) -> Finding:
    """Return the finding of a refusal, whose message begins with the place of a schema."""
    if match := _SCHEMA.fullmatch(message):
        name, place, text = match.groups()
        return Finding(("components", "schemas", name), f"{place}: {text}" if place else text)
    if match := _OPERATION.fullmatch(message):
        method, path, text = match.groups()
        return Finding(("paths", path, method.lower()), text)
    return Finding((), message)


class Refusals:
    """Refusals of one document, collected to be reported together."""

    def __init__(self) -> None:
        self._messages: dict[str, None] = {}

    def __enter__(self) -> None:
        """Begin a part that may be refused."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        """Keep a refusal, and go on with the next part."""
        if isinstance(error, DocumentError):
            self._messages |= dict.fromkeys(error.messages)
        return isinstance(error, DocumentError)

    def check(self) -> None:
        """Raise DocumentError with all refusals, if there are any."""
        if self._messages:
            raise DocumentError(*self._messages)

"""Copies and pickles of objects that are bound to the connections of a client."""

from typing import Any, NoReturn, Self

from .errors import ConfigurationError


class ConnectionBound:
    """Base class of objects that work with the connections of one client.

    A copy is the object itself, because it has no state to copy.
    A pickle is refused, because connections belong to one process.
    """

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise ConfigurationError(
            f"{type(self).__name__} cannot be pickled: it works with the connections of its client."
            " Pickle the client, and make the call after you load the pickle."
        )

"""Copies and pickles of objects that are bound to the connections of a client."""

from typing import Any, NoReturn, Self

from .errors import ConfigurationError


class ConnectionBound:
    """Base class of objects that work with the connections of one client.

    A copy is the object itself, because it holds nothing that a copy could have of its own.
    A pickle is refused, because connections belong to one process.
    """

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise ConfigurationError(
            f"{type(self).__name__} cannot be pickled: it works with the connections of its client."
            " Pickle the client, and make the call where the pickle is read."
        )

"""Collections: the records of one kind, by ID."""

from abc import abstractmethod
from typing import ClassVar, Generic, Protocol, Self, TypeVar

from ..engine.access import account_group_id
from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.types import JSON
from .seeds import Seeds

R = TypeVar("R")


class OfAccountGroup(Protocol):
    """A record that belongs to an account group."""

    @property
    def account_group_id(self) -> str:
        """The account group."""
        ...


G = TypeVar("G", bound=OfAccountGroup)


class Collection(Generic[R]):
    """Records of one kind by ID, in the order of their creation."""

    follows_time: ClassVar[bool] = False
    """True if the seeded records depend on the time."""

    def __init__(self) -> None:
        self.by_id: dict[str, R] = {}

    @classmethod
    @abstractmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the seeded collection."""
        ...

    def run_due_events(self, now: float) -> None:
        """Run the events that are due at `now`, in seconds since 1970."""

    def to_dict(self, now: float) -> JSON:
        """Return the form of the collection in `GET /_fake/state`, by name."""
        return {}


class AccountGroupCollection(Collection[G]):
    """Collection of records that belong to account groups."""

    noun: str
    """Noun for a record in the message of a 404."""

    def of_group(self, group_id: str) -> list[G]:
        """Return the records of an account group."""
        return [record for record in self.by_id.values() if record.account_group_id == group_id]

    def find(self, context: Context, record_id: str) -> G:
        """Return a record of the account group of a call.

        Raises:
            ApiError: The account group is not the key's (403) or has no such record (404).
        """
        group_id = account_group_id(context)
        record = self.by_id.get(record_id)
        if record is None or record.account_group_id != group_id:
            raise ApiError(404, f"The account group has no such {self.noun}.")
        return record

"""Budgets of sessions: calls, and people that they reach."""

from typing import Any

from .settings import Settings


class BudgetError(Exception):
    """The budget of a session does not allow a call; nothing was sent."""


class Budget:
    """What a session has used up.

    Args:
        settings: Settings with the limits.
    """

    def __init__(self, settings: Settings) -> None:
        self._max_calls, self._max_people = settings.max_calls, settings.max_people
        self._calls = self._people = 0

    def take_call(self) -> None:
        """Count a call.

        Raises:
            BudgetError: The session has no call left.
        """
        if self._max_calls is not None and self._calls >= self._max_calls:
            raise BudgetError(f"The budget of {self._max_calls} calls is used up.")
        self._calls += 1

    def check_people(self, people: int | None) -> None:
        """Check that a call may reach so many people.

        Args:
            people: Number of people; None if it is not known.

        Raises:
            BudgetError: They are more than what is left, or their number is not known.
        """
        if self._max_people is None or people == 0:
            return
        if people is None:
            raise BudgetError("The number of people cannot be counted, so the budget refuses it.")
        left = self._max_people - self._people
        if people > left:
            raise BudgetError(
                f"The call can reach {people} {'person' if people == 1 else 'people'}, and the"
                f" budget has {left} of {self._max_people} left."
            )

    def add_people(self, people: int | None) -> None:
        """Count people; a negative number returns those who were not reached."""
        self._people += people or 0

    @property
    def facts(self) -> dict[str, Any]:
        """What is used up, and the limits."""
        return {
            "calls": {"used": self._calls, "max": self._max_calls},
            "people": {"used": self._people, "max": self._max_people},
        }

    @property
    def note(self) -> str:
        """What is used up as a sentence; empty without limits."""
        parts = [
            f"{fact['used']} of {fact['max']} {name}"
            for name, fact in self.facts.items()
            if fact["max"] is not None
        ]
        return f"Budget used: {' and '.join(parts)}." if parts else ""

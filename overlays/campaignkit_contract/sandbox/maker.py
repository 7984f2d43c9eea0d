"""Maker: the sandbox as the builder of calls and the preparations see it."""

from typing import Protocol

from ..targets.resources import ResourceFactory
from ..targets.target import Target
from .guard import Guard
from .leads import LeadPool
from .named import NamedResources
from .recorder import Recorder
from .values import Texts


class Maker(ResourceFactory, Protocol):
    """Factory of resources, with the state of the run."""

    target: Target
    texts: Texts
    guard: Guard
    leads: LeadPool
    existing: NamedResources
    recorder: Recorder
    numbers: set[str] | None
    """Phone numbers that contacts have, as digits; None before they are read."""

    def starter_template(self) -> str:
        """Return a starter template that the account group can use."""

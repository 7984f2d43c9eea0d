"""Catalog of all mutants."""

# Each module registers its mutants when it is imported.
from . import (  # noqa: F401
    audiences,
    auth,
    bodies,
    campaign_copies,
    campaign_state,
    conditions,
    contact_writes,
    contacts,
    equivalent,
    errors,
    jobs,
    neighbours,
    optional_fields,
    pagination,
    reads,
    responses,
    schemas,
    starts,
    tenancy,
    writes,
)
from .mutant import EQUIVALENTS, MUTANTS

__all__ = ["EQUIVALENTS", "MUTANTS"]

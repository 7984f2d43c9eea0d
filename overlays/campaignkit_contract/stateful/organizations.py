"""Stateful checks of organizations: their parents, their campaigns, and sub organizations."""

from collections.abc import Iterator

from ..targets.requests import UNKNOWN_ID
from ..targets.target import CALLERS_LIST, Target
from .check import expect_status
from .identifiers import REJECTED

_GET = "callers_organizations_get"
_MANY = 7  # some servers treat the first and the sixth write otherwise
_SUB_ORGANIZATION = "x-sub-organization-id"


def organization_has_another_parent(target: Target) -> Iterator[str]:
    """Check that no organization is its own parent."""
    organization = target.data(_GET)
    if organization["parentOrgId"] == organization["id"]:
        yield f"{_GET} shows an organization as its own parent"


def organization_lists_own_campaigns(target: Target) -> Iterator[str]:
    """Check that the list of an organization contains only its own campaigns."""
    [requested, *_] = target.ids.get("organizationId", [UNKNOWN_ID])
    for campaign in target.data(CALLERS_LIST):
        if campaign["organizationId"] != requested:
            yield f"{campaign['id']} belongs to the organization {campaign['organizationId']}"


def unknown_sub_organization_is_rejected(target: Target) -> Iterator[str]:
    """Check that a call for an unknown sub organization is rejected."""
    exchange = target.ask(CALLERS_LIST, extra_headers={_SUB_ORGANIZATION: UNKNOWN_ID})
    circumstance = "for an unknown sub organization"
    yield from expect_status(CALLERS_LIST, exchange, REJECTED, circumstance)


def created_sub_organization_is_accepted(target: Target) -> Iterator[str]:
    """Check that calls can name each of several created sub organizations."""
    target.require_exclusive("callers")  # No operation removes a sub organization.
    for _ in range(_MANY):
        created = target.resources.make("callers organizationId").id
        exchange = target.ask(CALLERS_LIST, extra_headers={_SUB_ORGANIZATION: created})
        yield from expect_status(CALLERS_LIST, exchange, {200}, "for a created sub organization")

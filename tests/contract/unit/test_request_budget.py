"""A budget counts the requests of all parts of a run, and refuses more than it allows."""

import httpx
import pytest
from campaignkit_contract.targets.rate_limit import RateLimit, RateLimitedTransport
from campaignkit_contract.targets.request_budget import (
    CHECKS,
    DISCOVERY,
    REMOVAL,
    BudgetEnded,
    RequestBudget,
)
from campaignkit_fake import Fake, Fault


def test_parts() -> None:
    """Requests are counted by part, and the discovery comes first."""
    budget = RequestBudget(5)
    budget.take()
    with budget.part(CHECKS):
        budget.take()
        with budget.part(REMOVAL):
            budget.take()
        budget.take()

    assert budget.sent == {DISCOVERY: 1, CHECKS: 2, REMOVAL: 1}
    assert budget.remaining == 1


def test_end() -> None:
    """A request beyond the maximum is refused, unless it removes what the run made."""
    budget = RequestBudget(1_500)
    budget.sent[CHECKS] = 1_500
    with budget.part(REMOVAL):
        budget.take()

    with pytest.raises(BudgetEnded, match="the budget of 1,500 requests ended"):
        budget.take()
    assert (budget.sent.total(), budget.remaining, budget.refused) == (1_501, 0, 1)


def test_repeats() -> None:
    """A repeat after a 429 counts too."""
    fake, budget = Fake(), RequestBudget(2)
    fake.faults.add(Fault(status=429, retry_after="1").on("sonarly_accounts_list", 9))
    transport = RateLimitedTransport(RateLimit(0.0, float), budget)
    with fake.serve() as base_url, httpx.Client(transport=transport, base_url=base_url) as client:
        client.headers["Authorization"] = "Bearer fake-sonarly"
        with pytest.raises(BudgetEnded):
            client.get("/v1/accounts")

    assert (budget.sent.total(), budget.refused) == (2, 1)

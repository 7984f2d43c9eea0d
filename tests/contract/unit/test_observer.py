"""A run validates and counts every exchange, and adds what only Schemathesis has found."""

from collections import Counter
from pathlib import Path

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.observer import Observer
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.report.problems import Problems
from campaignkit_contract.schemathesis.failures import add_failures
from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_contract.validator import packaged_validator

ROUTES = packaged_validator().routes
REPORT = """<testsuites><testsuite><testcase name="GET /v1/accounts">
<failure>- ST108 Response violates schema

- ST401 API accepts requests without authentication</failure></testcase>
<testcase name="Stateful tests"><failure message="odd failure"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def observer() -> Observer:
    """Return an observer that has seen nothing."""
    return Observer(SpecCoverage(ROUTES), Problems(ROUTES))


def test_observer(observer: Observer) -> None:
    """An exchange is validated and counted, unless it controls the fake."""
    for path in ("/v1/accounts", f"{CONTROL_PREFIX}/reset"):
        observer.observe(Exchange("GET", path, 200, httpx.Headers(), b"{}"))

    assert observer.counts.exchanges == Counter({"sonarly_accounts_list": 1})
    assert {problem.check for problem in observer.problems} >= {"envelope"}


@pytest.mark.parametrize("is_found", [True, False])
def test_failures(observer: Observer, tmp_path: Path, *, is_found: bool) -> None:
    """A failure is a problem, unless the validator has found the same."""
    (tmp_path / "junit.xml").write_text(REPORT)
    if is_found:
        headers = httpx.Headers({"Content-Type": "application/json"})
        observer.observe(Exchange("GET", "/v1/accounts", 200, headers, b"{}"))
    add_failures(tmp_path / "junit.xml", observer.problems)
    checks = [problem.check for problem in observer.problems]

    assert ("Schemathesis ST108" in checks) is not is_found
    assert {"Schemathesis ST401", "Schemathesis"} <= {*checks}

"""A run finds the same on one process, on several, and in parts."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUITE = """
import json
import pytest
from campaignkit_fake import Fake
from campaignkit_contract.schemathesis.check import conforms_to_spec
from tests.contract.fake_schema import ChangedApp, load

def dropped(response):
    # Only of campaigns that are active: made-up requests have to come by one.
    body = response.get_json(silent=True) or {}
    data = body.get("data") if isinstance(body, dict) else None
    if isinstance(data, dict) and data.get("status") == "active":
        del data["name"]
        response.set_data(json.dumps(body))

# Of all operations the reads of campaigns are enough.
SCHEMA = load(ChangedApp(dropped)).exclude(method_regex="POST|PUT|PATCH|DELETE")
SCHEMA = SCHEMA.exclude(path_regex="^(?!.*campaigns/)")

@SCHEMA.parametrize()
def test_operation(case):
    case.call_and_validate(additional_checks=[conforms_to_spec])

def test_other():
    pass
"""


@pytest.mark.full  # test_plugin_processes.py shows the same of the plugin, in less time
def test_same_findings(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone, on two workers and in parts, the same case fails."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("EXAMPLES", "25")  # one of them has the id of an active campaign
    pytester.makepyfile(SUITE)
    found = []
    for arguments in ((), ("-n", "2"), ("-k", "not test_other")):
        result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--tb=short", *arguments)
        outcomes = result.parseoutcomes()
        assert outcomes["failed"] == 1
        assert outcomes["passed"] > 5
        found.append({line for line in result.outlines if "curl" in line})

    assert found[0]
    assert found == found[:1] * 3

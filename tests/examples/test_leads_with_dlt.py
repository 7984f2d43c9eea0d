"""Lead statuses are loaded by dlt, and a second run updates them."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from campaignkit import Sonarly
from campaignkit_fake import SAMPLE_ID, Fake

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each lead has one row with its latest status."""
    monkeypatch.setenv("RUNTIME__DLTHUB_TELEMETRY", "false")
    monkeypatch.syspath_prepend(str(EXAMPLES))
    dlt: Any = pytest.importorskip("dlt")
    from leads_with_dlt import load_leads

    fake, database = Fake(), tmp_path / "leads.duckdb"
    lead_ids = [*fake.state()["campaigns"][SAMPLE_ID]["leadIds"], "stranger"]
    with Sonarly(api_key="fake-sonarly", transport=fake.transport()) as sonarly:
        arguments: Any = (sonarly, SAMPLE_ID, SAMPLE_ID, lead_ids)
        options = {"destination": dlt.destinations.duckdb(str(database)), "folder": str(tmp_path)}
        load_leads(*arguments, **options)
        sonarly.campaigns.start(SAMPLE_ID, SAMPLE_ID)
        load_leads(*arguments, **options)
    query = "SELECT count(*), count(DISTINCT lead_id), count(workflow_instance_id)"
    with duckdb.connect(str(database)) as connection:
        found = connection.execute(f"{query} FROM outreach.leads").fetchone()

    assert found
    assert found[:2] == (len(lead_ids), len(lead_ids))
    assert found[2] > 0

"""A contract run writes its reports also if it is interrupted."""

from pathlib import Path

import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.run import ContractRun
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID, Fake


class InterruptedCoverage(SpecCoverage):
    """Coverage that interrupts the run at its second exchange."""

    def add(self, exchange: Exchange) -> None:
        """Count the exchange, or interrupt."""
        if self.responses:
            raise KeyboardInterrupt
        super().add(exchange)


def test_interrupted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reports show what was validated before, and the exit code is 2."""
    with Fake().serve() as base_url:
        settings = {
            "BASE_URL": base_url,
            "REPORTS": str(tmp_path),
            "RATE": "100000/s",
            "SONARLY_API_KEY": "fake-sonarly",
            "ACCOUNT_GROUP_ID": SAMPLE_ID,
        }
        coverage = InterruptedCoverage(packaged_validator().routes)

        assert ContractRun(settings, coverage).run() == 2
    printed = capsys.readouterr().out
    assert "interrupted, 1 of 76 operations after" in printed
    assert "spec coverage: operations 1/" in printed
    page = (tmp_path / "summary.html").read_text()
    assert "<td>interrupted</td><td>callers_calls_list, " in page
    assert (tmp_path / "validator.xml").exists()

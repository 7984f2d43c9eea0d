"""A contract run writes its reports also if it is interrupted."""

from pathlib import Path

import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.options import UsageError
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.run import ContractRun
from campaignkit_contract.run_record import RunRecord
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


@pytest.mark.parametrize("settings", [{}, {"SONARLY_API_KEY": "k", "ACCOUNT_GROUP_ID": "a/b"}])
def test_no_empty_folder(tmp_path: Path, settings: dict[str, str]) -> None:
    """A run that ends before it writes something leaves no folder; one that existed stays."""
    settings |= {"BASE_URL": "http://127.0.0.1:9", "REPORTS": str(tmp_path / "build" / "contract")}

    with pytest.raises(UsageError, match=r"set SONARLY_API_KEY|cannot be in one"):
        ContractRun(settings).run()

    assert list(tmp_path.iterdir()) == []


def test_unwritable_folder(tmp_path: Path) -> None:
    """A folder that cannot be written ends a run before its first request."""
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(UsageError, match=r"--reports \(REPORTS\) .* got .*/file: File exists"):
        ContractRun({"REPORTS": str(file)}).run()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the recording of Schemathesis is not JSON"),
        ('{"log": {"entries": [{}, {"req', "the recording of Schemathesis ends too early"),
    ],
)
def test_damaged_recording(tmp_path: Path, content: str, reason: str) -> None:
    """A recording that cannot be read to its end is not checked, and the run is not validated."""
    recording = tmp_path / "har.json"
    recording.write_text(content)
    record = RunRecord({})
    record.add_recording(recording, "")

    run = record.report("the fake", tmp_path / "junit.xml", ())

    assert run.code == 2
    assert reason in run.result


def test_lost_responses(tmp_path: Path) -> None:
    """A run names the operations whose generated requests got no whole response."""
    (tmp_path / "junit.xml").write_text(
        '<testsuites><testcase name="GET /campaigns">'
        "<error>Network Error\n\nIncompleteRead(1 bytes read)</error></testcase></testsuites>"
    )
    run = RunRecord({}).report("the fake", tmp_path / "junit.xml", ())

    assert "no whole response to generated requests of 1 operation" in run.result
    assert run.skipped == {
        "generated requests of callers_campaigns_list": (
            "the response ended before its announced length"
        )
    }

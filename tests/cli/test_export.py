"""Export of lead statuses: kinds of files, interruptions, memory."""

import csv
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from campaignkit_cli.app import main
from campaignkit_cli.exit_codes import CommandError
from campaignkit_cli.workflows.checkpoint import Checkpoint
from campaignkit_cli.workflows.lead_files import write_leads
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake
from pyarrow import parquet

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

EXPORT = ("leads", "export", SAMPLE_ID, SAMPLE_ID, "--to")
ACTIVE = "ca0000000000000000000001"
STATUS = "sonarly_campaigns_lead_status"


@pytest.fixture
def ids(tmp_path: Path) -> str:
    """Return a file of 500 IDs, of which one is in the campaign."""
    file = tmp_path / "ids.txt"
    file.write_text("".join(f"{number:024x}\n" for number in range(499)) + f"{SAMPLE_ID}\n")
    return str(file)


def leads_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file."""
    if path.suffix == ".csv":
        with path.open(newline="") as file:
            return list(csv.DictReader(file))
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text().splitlines()]
    if path.suffix == ".parquet":
        rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return rows
    with duckdb.connect(str(path), read_only=True) as database:
        found = database.execute("SELECT * FROM leads").fetchall()
        names = [each[0] for each in database.description or []]
    return [dict(zip(names, row, strict=True)) for row in found]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "duckdb"])
def test_kinds(run: Run, fake: Fake, tmp_path: Path, suffix: str) -> None:
    """Each kind of file has a row for each lead of the campaign."""
    target = tmp_path / f"leads.{suffix}"
    result = run(*EXPORT, str(target))
    rows = leads_of(target)

    assert (result.code, result.out) == (0, "")
    assert f"Exported 25 leads of the campaign to {target}, out of " in result.err
    assert len(rows) == len(fake.state()["campaigns"][SAMPLE_ID]["leadIds"]) == 25
    assert rows[0]["leadId"] == SAMPLE_ID
    assert {str(row["hasPendingApproval"]).lower() for row in rows} == {"false"}
    assert list(tmp_path.glob("leads*")) == [target]


def test_audience(run: Run, tmp_path: Path) -> None:
    """Only the leads of an audience are exported, in the place of an earlier file."""
    target = tmp_path / "leads.csv"
    target.write_text("earlier")

    assert run(*EXPORT, str(target), "--audience", SAMPLE_ID).code == 0
    assert len(leads_of(target)) == 25


def test_goes_on(run: Run, fake: Fake, tmp_path: Path, ids: str) -> None:
    """After a failure the same command goes on, and the file is the same byte for byte."""
    whole, target = tmp_path / "whole.jsonl", tmp_path / "leads.jsonl"
    run(*EXPORT, str(whole), "--ids", ids)
    before = fake.state()["requests"][STATUS]
    fake.faults.add(FAULTS["internal error"].on(STATUS, 99))
    words = (*EXPORT, str(target), "--ids", ids, "--retries", "0")
    failed = run(*words)
    fake.faults.clear()

    assert (failed.code, target.exists()) == (3, False)
    assert "The same command goes on from here." in failed.err
    assert run(*words).code == 0
    assert target.read_bytes() == whole.read_bytes()
    assert before == 5


def test_skips_done(run: Run, fake: Fake, tmp_path: Path, ids: str) -> None:
    """What has arrived is not requested again; a row that was cut off is."""
    whole, target = tmp_path / "whole.jsonl", tmp_path / "leads.jsonl"
    run(*EXPORT, str(whole), "--ids", ids)
    source = {"account_group_id": SAMPLE_ID, "campaign_id": SAMPLE_ID, "audience": None, "ids": ids}
    checkpoint = Checkpoint(target, source)
    row = {"leadId": "x", "workflowStatus": "not_in_campaign"}
    with checkpoint.hold():
        checkpoint.save_ids(Path(ids).read_text().split())
        checkpoint.add([row] * 100)
    with checkpoint.rows.open("a") as file:
        file.write('{"leadId": "cut')
    fake.reset()
    result = run(*EXPORT, str(target), "--ids", ids)

    assert "Going on after 100 of 500 leads." in result.err
    assert fake.state()["requests"] == {STATUS: 4}
    assert target.read_bytes() == whole.read_bytes()


def test_cut_first_row(tmp_path: Path) -> None:
    """A first row that was cut off is removed."""
    checkpoint = Checkpoint(tmp_path / "leads.csv", {})
    checkpoint.folder.mkdir()
    checkpoint.rows.write_text('{"leadId"')

    assert checkpoint.repair() == 0
    assert checkpoint.rows.read_text() == ""


def test_other_export(run: Run, tmp_path: Path, ids: str) -> None:
    """The checkpoint of another export is not used."""
    target = tmp_path / "leads.csv"
    checkpoint = Checkpoint(target, {"campaign_id": "another"})
    with checkpoint.hold():
        checkpoint.add([{"leadId": "x"}])
    result = run(*EXPORT, str(target), "--ids", ids)

    assert result.code == 2
    assert "belongs to another export" in result.err


def test_corrected(run: Run, tmp_path: Path, ids: str) -> None:
    """After a mistake that exported no row, the corrected command works."""
    to = ("--to", str(tmp_path / "leads.csv"))
    wrong = run("leads", "export", SAMPLE_ID, "unknown", *to, "--ids", ids)
    missing = run("leads", "export", SAMPLE_ID, SAMPLE_ID, *to, "--ids", "missing.txt")
    right = run("leads", "export", SAMPLE_ID, SAMPLE_ID, *to, "--ids", ids)

    assert (wrong.code, missing.code, right.code) == (4, 2, 0)
    assert not (tmp_path / "leads.csv.export").exists()


def test_cut_source(run: Run, tmp_path: Path, ids: str) -> None:
    """A checkpoint that a full disk cut off at its start begins again."""
    target = tmp_path / "leads.csv"
    folder = Checkpoint(target, {}).folder
    folder.mkdir()
    (folder / "source.json").write_text('{"cam')

    assert run(*EXPORT, str(target), "--ids", ids).code == 0


def test_two_exports(run: Run, fake: Fake, tmp_path: Path, ids: str) -> None:
    """A second run does not add rows to the checkpoint of one that still runs."""
    target = tmp_path / "leads.csv"
    source = {"account_group_id": SAMPLE_ID, "campaign_id": SAMPLE_ID, "audience": None, "ids": ids}
    with Checkpoint(target, source).hold():
        result = run(*EXPORT, str(target), "--ids", ids)

    assert (result.code, fake.state()["requests"]) == (2, {})
    assert "Another run uses" in result.err
    assert run(*EXPORT, str(target), "--ids", ids).code == 0


def test_released_lock(run: Run, tmp_path: Path, ids: str) -> None:
    """A lock that a killed run left behind holds nothing, and no lock is left at the end."""
    (tmp_path / "leads.csv.export.lock").touch()

    assert run(*EXPORT, str(tmp_path / "leads.csv"), "--ids", ids).code == 0
    assert not list(tmp_path.glob("*.lock"))


def test_unwritten(tmp_path: Path) -> None:
    """An error of DuckDB is a failure of this machine."""
    source = tmp_path / "rows.jsonl"
    source.write_text("[")
    with pytest.raises(CommandError, match="DuckDB cannot write the file") as failed:
        write_leads(source, tmp_path / "leads.duckdb")

    assert failed.value.code == 1
    assert list(tmp_path.glob("leads*")) == []


def test_full_disk(environment: dict[str, str], tmp_path: Path, ids: str) -> None:
    """A disk that is full while DuckDB writes is a failure, and nothing of the file is left."""
    words = (*EXPORT, str(tmp_path / "leads.duckdb"))
    result = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "campaignkit_cli", *words],
        env={"PATH": os.environ["PATH"], **environment},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "DuckDB cannot write the file." in result.stderr
    assert [file.name for file in tmp_path.glob("leads*")] == ["leads.duckdb.export"]


def test_device(run: Run, fake: Fake, tmp_path: Path, ids: str) -> None:
    """A pipe or device is refused, because the file would take its place."""
    target = tmp_path / "pipe.csv"
    os.mkfifo(target)
    result = run(*EXPORT, str(target), "--ids", ids)

    assert (result.code, target.is_fifo()) == (2, True)
    assert "--to must be a file" in result.err
    assert fake.state()["requests"] == {}


def test_unknown_kind(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown kind of file, and a missing library, are refused before any request."""
    assert "--to must end in one of .csv" in run(*EXPORT, "leads.xlsx").err
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert "pip install 'campaignkit[data]'" in run(*EXPORT, "leads.duckdb").err


def test_interrupted(
    run: Run,
    environment: dict[str, str],
    tmp_path: Path,
    ids: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl-C keeps the checkpoint."""
    target = tmp_path / "leads.csv"

    def interrupted() -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.stderr, "isatty", interrupted, raising=False)
    code = main([*EXPORT, str(target), "--ids", ids], environment)

    assert code == 130
    assert "The same command goes on from here." in capsys.readouterr().err
    assert (tmp_path / "leads.csv.export").is_dir()


# Not the size of the process, which begins as that of the one that starts it.
MEASURED = """
import sys, tracemalloc
from campaignkit_cli.app import main
tracemalloc.start()
assert main(sys.argv[1:]) == 0
print(tracemalloc.get_traced_memory()[1])
"""


@pytest.mark.no_cover
def test_memory(environment: dict[str, str], tmp_path: Path) -> None:
    """Memory does not grow with the number of leads: 6,000 more take less than 100 bytes each."""
    peaks = []
    for count in (2_000, 8_000):
        ids = tmp_path / "many.txt"
        ids.write_text("".join(f"{number:024x}\n" for number in range(count)))
        words = (*EXPORT, str(tmp_path / "many.csv"), "--ids", str(ids))
        result = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", MEASURED, *words],
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(int(result.stdout))

    assert peaks[1] - peaks[0] < 6_000 * 100


def test_terminal(environment: dict[str, str], tmp_path: Path, ids: str) -> None:
    """In a terminal the progress is shown."""
    words = (*EXPORT, str(tmp_path / "leads.csv"), "--ids", ids)
    with PseudoTerminal(*words, environment=environment) as terminal:
        assert terminal.wait() == 0

    assert "Leads" in terminal.output
    assert "500/500" in terminal.output

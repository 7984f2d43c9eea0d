"""A problem of the last run, or a check, is explained by its name."""

from dataclasses import replace
from pathlib import Path

import pytest
from campaignkit_contract import cli
from campaignkit_contract.report.files import write_reports

from .test_reports import failed_run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the reports of a run."""
    write_reports(failed_run(), tmp_path)
    return tmp_path


def test_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem is shown with its evidence; the beginning of its id is enough."""
    problem = failed_run().problems[-1]
    code = cli.main(["explain", problem.id[:6], "--reports", str(folder)], {})
    printed = capsys.readouterr().out

    assert code == 0
    assert "seen 2 times" in printed
    assert "sent: curl -X GET https://api.example/" in printed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "foreign key is rejected",
            "Set --stranger-key-env (STRANGER_KEY_ENV): it needs",
        ),
        ("listed_item_equals_get", "It only reads"),
        ("second start is rejected", "a live run needs --write (WRITE)"),
        ("errors", "Invalid requests are rejected"),
        ("seen reads agree", "It runs live without --write (WRITE)"),
    ],
)
def test_check(capsys: pytest.CaptureFixture[str], name: str, words: str) -> None:
    """A check is explained by its property, also without a run."""
    assert cli.main(["explain", name], {"REPORTS": "nowhere"}) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("name", ["ffffffff", ""])
def test_unknown(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """An unknown name ends with 2 and the known ids."""
    code = cli.main(["explain", name], {"REPORTS": str(folder)})
    printed = capsys.readouterr().err

    assert code == 2
    assert f"not run: {name!r} is neither a check nor a problem of" in printed
    assert failed_run().problems[0].id in printed


@pytest.mark.parametrize(
    ("name", "similar"),
    [
        ("second start", "; similar checks are second start is rejected"),
        ("secnd start is rejectd", "; similar checks are second start is rejected"),
        ("zzz", "(it has none)"),
    ],
)
def test_similar(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, similar: str
) -> None:
    """A part of a name, or a mistyped one, ends with 2 and the checks with a similar name."""
    run = replace(failed_run(), problems=())
    write_reports(run, tmp_path)

    assert cli.main(["explain", name], {"REPORTS": str(tmp_path)}) == 2
    assert similar in capsys.readouterr().err


def test_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a run there is nothing to explain; a damaged report says so."""
    assert cli.main(["explain", "abc"], {"REPORTS": str(tmp_path)}) == 2
    assert "(the file does not exist)" in capsys.readouterr().err

    (tmp_path / "report.json").write_text("[]")
    assert cli.main(["explain", "abc"], {"REPORTS": str(tmp_path)}) == 2
    assert "not a report of a run" in capsys.readouterr().err

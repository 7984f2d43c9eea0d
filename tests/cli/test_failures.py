"""Failures: exit codes and messages."""

import json
from pathlib import Path

import click
import pytest
from campaignkit import Failure, errors
from campaignkit_cli.app import guard
from campaignkit_cli.exit_codes import (
    CONTRACT_MEANINGS,
    CommandError,
    ExitCode,
    describe_exit_codes,
)
from campaignkit_cli.failures import exit_code_of, watch_interruption
from campaignkit_contract.report.run_report import RESULTS
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault
from campaignkit_operations.entries import find_entry

from tests.cli.conftest import Run

CAMPAIGN = ("sonarly", "campaigns", "get", SAMPLE_ID, SAMPLE_ID)
FAST = ("--retries", "0")


def test_not_found(run: Run) -> None:
    """A missing resource is code 4, and one paragraph on a terminal."""
    result = run("sonarly", "campaigns", "get", SAMPLE_ID, "unknown", typed="")

    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("campaignkit: GET /v1/accounts/")
    assert result.err.count("\n") == 1


def test_json_error(run: Run) -> None:
    """With JSON, an error is an object with the fields of the error."""
    error = json.loads(run("sonarly", "campaigns", "get", SAMPLE_ID, "unknown").err)

    assert error["error"] == "NotFoundError"
    assert (error["status_code"], error["outcome"]) == (404, "rejected")


@pytest.mark.parametrize(
    ("key", "words", "code"),
    [
        ("wrong", CAMPAIGN, 5),
        ("fake-sonarly-read", ("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes"), 5),
        ("fake-sonarly-narrow", CAMPAIGN, 5),
    ],
)
def test_not_allowed(
    run: Run, environment: dict[str, str], key: str, words: tuple[str, ...], code: int
) -> None:
    """A wrong key and a missing permission are code 5."""
    environment["SONARLY_API_KEY"] = key

    assert run(*words).code == code


def test_missing_key(run: Run, environment: dict[str, str]) -> None:
    """Without a key the command says how to log in."""
    del environment["SONARLY_API_KEY"]
    result = run(*CAMPAIGN)

    assert result.code == 5
    assert "campaignkit login sonarly" in result.err


def test_rate_limit(run: Run, fake: Fake) -> None:
    """Too many requests are code 6."""
    fake.faults.add(FAULTS["rate limited"].on("sonarly_campaigns_get"))

    assert run(*CAMPAIGN, *FAST).code == 6


def test_rejected(run: Run) -> None:
    """A conflict is code 3."""
    words = ("sonarly", "campaigns", "stop", SAMPLE_ID, SAMPLE_ID, "--yes")

    assert run(*words).code == 3


def test_not_sent(run: Run, environment: dict[str, str]) -> None:
    """A server that is not there is code 7, for reads and for writes."""
    environment["SONARLY_BASE_URL"] = "http://127.0.0.1:9"

    assert run(*CAMPAIGN, *FAST).code == 7
    assert run("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes", *FAST).code == 7


def test_unknown_outcome(run: Run, fake: Fake) -> None:
    """A lost response that no read explains is code 8, with the read to make."""
    fake.faults.add(FAULTS["applied, then dropped"].on("sonarly_campaigns_start"))
    fake.faults.add(Fault(operation="sonarly_campaigns_get", status=403, times=99))
    words = ("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes", *FAST)
    result = run(*words)

    assert result.code == 8
    advice = json.loads(result.err)["advice"]
    assert advice.endswith(f"campaignkit sonarly campaigns get {SAMPLE_ID} {SAMPLE_ID}")
    assert len(fake.state()["starts"]) == 1


def test_partly_failed(run: Run, fake: Fake) -> None:
    """If some batches fail, the rows of the others are printed, and the code is 9."""
    fake.faults.add(FAULTS["internal error"].on("sonarly_campaigns_lead_status"))
    ids = [word for number in range(4) for word in ("--lead-ids", f"{number:024x}")]
    words = ("sonarly", "campaigns", "lead-status", SAMPLE_ID, SAMPLE_ID, *ids)
    result = run(*words, "--batch-size", "1", "--concurrency", "1", *FAST)

    assert result.code == 9
    assert 0 < len(json.loads(result.out)) < 4


def test_usage(run: Run) -> None:
    """A wrong word, a missing option and a bad value are code 2, with the way to the help."""
    assert run("sonarly", "campaign").code == 2
    missing = run("sonarly", "campaigns", "get", SAMPLE_ID).err
    assert missing.startswith("campaignkit: Missing argument 'CAMPAIGN_ID'. See `campaignkit son")
    assert "extra argument" in run(*CAMPAIGN, "more").err
    assert "Missing option '--name'" in run("sonarly", "audiences", "create", SAMPLE_ID).err
    assert run("callers", "calls", "list", SAMPLE_ID, "--per-page", "0").code == 2


def test_invalid_argument(run: Run) -> None:
    """An argument that the client refuses is code 2."""
    words = ("sonarly", "campaigns", "get", SAMPLE_ID, "..")

    assert run(*words).code == 2
    assert run(*words, "--dry-run").code == 2


def test_no_words(run: Run) -> None:
    """Without a command, the help is shown."""
    result = run()

    assert result.code == 2
    assert "Commands:" in result.err


def test_exit_codes(run: Run) -> None:
    """The exit codes can be listed, with those of contract verification."""
    assert run("help", "exit-codes").out == describe_exit_codes()
    assert CONTRACT_MEANINGS.keys() == RESULTS.keys()


@pytest.mark.parametrize(
    ("words", "similar"),
    [
        (("campaign", "start"), "'campaigns'"),
        (("sonarly", "campaign"), "'campaigns'"),
        (("sonarly", "campaigns", "strat"), "'start'"),
    ],
)
def test_misspelled_command(run: Run, words: tuple[str, ...], similar: str) -> None:
    """An unknown command gets similar names."""
    result = run(*words)

    assert result.code == 2
    assert "Did you mean" in result.err
    assert similar in result.err


def test_help(run: Run) -> None:
    """The command `help` shows the help of a command, or of all of them, and is no failure."""
    assert run("help") == run("--help")
    assert run("help", "sonarly", "campaigns", "start") == run(
        "sonarly", "campaigns", "start", "--help"
    )
    result = run("help", "campaigns", "dance")
    assert result.code == 2
    assert "No such command: campaignkit campaigns dance." in result.err
    assert all(f"{code.value:>3}  " in describe_exit_codes() for code in ExitCode)


@pytest.mark.parametrize(
    ("error", "is_read", "code"),
    [
        (errors.ResponseDecodeError("x", outcome="applied"), True, ExitCode.REJECTED),
        (errors.ResponseDecodeError("x", outcome="applied"), False, ExitCode.UNKNOWN),
        (errors.APIConnectionError("x", outcome="unknown"), True, ExitCode.NOT_SENT),
        (errors.InternalServerError("x", outcome="unknown"), True, ExitCode.REJECTED),
        (errors.InternalServerError("x", outcome="unknown"), False, ExitCode.UNKNOWN),
        (errors.ConfigurationError("x"), False, ExitCode.USAGE),
    ],
)
def test_codes(error: errors.CampaignKitError, is_read: bool, code: ExitCode) -> None:
    """The outcome of a write decides; a read has changed nothing."""
    assert exit_code_of(error, is_read=is_read) is code


@pytest.mark.parametrize(
    "words",
    [
        CAMPAIGN,
        (*CAMPAIGN, "-v", "--retries", "0"),
        (*CAMPAIGN, "--dry-run"),
        ("whoami", "-v"),
        ("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes"),
        ("leads", "export", SAMPLE_ID, SAMPLE_ID, "--to", "leads.csv"),
        ("campaigns", "report", SAMPLE_ID, SAMPLE_ID),
        ("profile", "list"),
    ],
)
def test_no_key(
    run: Run,
    environment: dict[str, str],
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No output shows a key, also if the call fails."""
    monkeypatch.chdir(tmp_path)
    environment["SONARLY_API_KEY"] = environment["CALLERS_API_KEY"] = "canary-9f3"
    result = run(*words)

    assert "canary" not in result.out + result.err


def raiser(error: BaseException) -> int:
    """Raise an exception."""
    raise error


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
        (BrokenPipeError(), 0, ""),
        (OSError(28, "No space left on device"), 1, "No space left on device"),
        (OSError("odd"), 1, "odd"),
        (ModuleNotFoundError("No module named 'x'"), 2, "pip install 'campaignkit[cli]'"),
        (CommandError("odd"), 2, "odd"),
        (errors.NotFoundError("gone", outcome="rejected"), 4, "gone"),
        (ValueError("a bug"), 1, "an unexpected ValueError. The report is in "),
    ],
)
def test_guard(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each exception is a line and an exit code, never a traceback."""
    assert guard(lambda: raiser(error)) == code
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == bool(message)


def test_batch_codes() -> None:
    """The code of many failures is that of the first one, if all have failed."""
    one = errors.NotFoundError("x", outcome="rejected")
    known, other = (Failure((1,), each) for each in (one, ValueError("x")))

    assert exit_code_of(errors.BatchError("x", failures=[known]), is_read=True) == 4
    assert exit_code_of(errors.BatchError("x", failures=[other]), is_read=True) == 7


def test_interrupted_write() -> None:
    """A write that is interrupted may have been applied; a read has changed nothing."""
    start, read = find_entry("sonarly_campaigns_start"), find_entry("sonarly_campaigns_get")
    ids = {"account_group_id": "g", "campaign_id": "c"}
    with (
        pytest.raises(CommandError, match=r": campaignkit sonarly campaigns get g c$"),
        watch_interruption(start, ids),
    ):
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt), watch_interruption(read, ids):
        raise KeyboardInterrupt


def test_unknown_operation() -> None:
    """An operation that the catalog lacks is a bug."""
    with pytest.raises(LookupError):
        find_entry("sonarly_campaigns_dance")

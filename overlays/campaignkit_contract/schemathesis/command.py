"""Run of the `st` command with the packaged configuration."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..spec.document import packaged_spec_path

FAKE_CONFIG = Path(__file__).with_name("fake.toml")
LIVE_CONFIG = Path(__file__).with_name("live.toml")
LIVE_HOOKS = "campaignkit_contract.schemathesis.live_hooks"
MAX_REQUESTS = "CAMPAIGNKIT_MAX_REQUESTS"
REQUEST_FILE = "CAMPAIGNKIT_REQUEST_FILE"
"""Variables of the process: how many requests it may send, and the file that counts them."""


@contextmanager
def start_schemathesis(
    base_url: str,
    config: Path,
    reports: Path,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    *,
    is_quiet: bool = False,
) -> Iterator["subprocess.Popen[bytes]"]:
    """Start `st run`, and wait for its end after the block.

    After Ctrl-C it writes its reports and ends. A second one, or another exception, terminates it.

    Args:
        base_url: URL of the server.
        config: Configuration file.
        reports: Folder for junit.xml and har.json.
        arguments: Further arguments of `st run`.
        environment: The environment of the process.
        is_quiet: True to print nothing.
    """
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"]
    command += [str(packaged_spec_path()), "--url", base_url]
    command += ["--report-junit-path", str(reports / "junit.xml")]
    command += ["--report-har-path", str(reports / "har.json"), *arguments]
    sys.stdout.flush()
    output = subprocess.DEVNULL if is_quiet else None
    # By default, Hypothesis makes a folder where the user is.
    with TemporaryDirectory() as storage:
        process = subprocess.Popen(  # noqa: S603
            command,
            env={"HYPOTHESIS_STORAGE_DIRECTORY": storage, **environment},
            stdout=output,
            process_group=0,  # A terminal would interrupt it too, and twice it writes no report.
        )
        with _ended(process, reports / "har.json"):
            yield process


@contextmanager
def _ended(process: "subprocess.Popen[bytes]", recording: Path) -> Iterator[None]:
    """Wait for the end of a process after the block. After Ctrl-C it writes its reports."""
    try:
        yield
        process.wait()
    except KeyboardInterrupt:
        if recording.exists():  # Before, it would print a traceback.
            process.send_signal(signal.SIGINT)
            process.wait()
        raise
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait()

"""Each Ctrl-C of a run is announced; none ends it while the reports are written."""

import signal
from collections import UserDict
from collections.abc import Iterator
from threading import Thread

import pytest
from campaignkit_contract.cli import main
from campaignkit_contract.interrupts import announced_interrupts, ignored_interrupts


def test_announced(capfd: pytest.CaptureFixture[str]) -> None:
    """A line with the number of the Ctrl-C is printed before KeyboardInterrupt."""
    with announced_interrupts("number {}".format):
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(signal.SIGINT)

    assert capfd.readouterr().err == "number 1\nnumber 2\n"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ignored() -> None:
    """Within the block Ctrl-C does nothing, and behind it all is as before."""
    with ignored_interrupts():
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_other_handler(capfd: pytest.CaptureFixture[str]) -> None:
    """The handler of another program stays, and no other thread sets one."""
    with ignored_interrupts(), announced_interrupts("number {}".format):
        signal.raise_signal(signal.SIGINT)
    seen = []

    def run() -> None:
        with ignored_interrupts():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=run)
    thread.start()
    thread.join()

    assert seen == [signal.default_int_handler]
    assert capfd.readouterr().err == ""


class Interrupting(UserDict[str, str]):
    """Environment whose first use is interrupted."""

    def __iter__(self) -> Iterator[str]:
        raise KeyboardInterrupt


def test_before_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C before a run ends it with one line and the code 2."""
    assert main(["run"], Interrupting()) == 2
    assert capsys.readouterr().err == "interrupted\n"

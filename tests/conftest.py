"""Configuration of every test: connections to this machine only, and contract validation."""

import gc
import ipaddress
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.client.certificates import make_certificate

pytest_plugins = [
    "campaignkit_fake.pytest_plugin",
    "campaignkit_contract.pytest_plugin",
    "pytester",
    "tests.httpx2_suite",
    "tests.lanes",
    "tests.probe_package",
    "tests.codegen.quarry_package",
    "tests.sampling",
    "tests.type_checks",
]

# Where tests have to reach all of overlays/. Elsewhere they run without being traced, which more
# than doubles the time of the generator and of the contract run.
_MEASURED = (
    *("cli/", "mcp/", "client/", "wire/", "storm/", "runtime/", "fake/", "soak/", "examples/"),
    *("contract/unit/", "contract/sandbox/"),
    # Constructs that only a scratch vendor has.
    *("codegen/test_catalog", "codegen/test_oauth", "codegen/test_page_rules"),
    *("codegen/test_parameter_styles", "codegen/test_request_bodies", "codegen/test_responses"),
    *("codegen/test_saving", "codegen/test_security_schemes"),
)
_CONNECTING = {"socket.connect", "socket.sendto", "socket.getaddrinfo"}


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False


def _refuse_other_hosts(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _CONNECTING:
        return
    address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    host = address[0] if isinstance(address, tuple) else address
    # A plain string that is no address is the path of a Unix socket.
    if event != "socket.getaddrinfo" and not isinstance(address, tuple):
        return
    if not _is_loopback(host):
        raise ConnectionError(f"tests reach this machine only, not {host!r}")


# An audit hook sees every connection of the interpreter, whichever library makes it.
sys.addaudithook(_refuse_other_hosts)


def pytest_configure(config: pytest.Config) -> None:
    """Let clients load one certificate instead of a hundred, which takes them 15 ms each.

    A shell makes jobs in the background ignore SIGINT, and their processes inherit that. Tests
    that interrupt a process need its default.
    """
    if not hasattr(config, "workerinput"):  # workers inherit both
        if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        folder = tempfile.TemporaryDirectory()
        config.add_cleanup(folder.cleanup)
        os.environ["SSL_CERT_FILE"] = str(make_certificate(Path(folder.name)))


# Collecting garbage takes a third of the time in which thousands of cases are made.
gc.disable()


def pytest_collection_finish() -> None:
    """Leave what is there by now, which is a lot, to no garbage collection."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run first the tests whose coverage is measured.

    Others would fill caches, and what a cached function does would count as not covered.
    """
    items.sort(key=lambda item: not _is_measured(item))


def _is_measured(item: pytest.Item) -> bool:
    folder = item.path.relative_to(Path(__file__).parent).as_posix()
    return folder.startswith(_MEASURED) and not item.get_closest_marker("no_cover")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Measure the coverage of those folders' tests only, except those with the mark `no_cover`.

    That mark of pytest-cov pauses nothing in a worker of pytest-xdist.
    """
    if _is_measured(item):
        return (yield)
    before, before_in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        # Without workers, pytest-cov has gone on with a tracer of its own.
        sys.settrace(sys.gettrace() or before)
        threading.settrace(threading.gettrace() or before_in_threads)


@pytest.fixture
def pytester(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a run of pytest within a test, with the same output in CI as elsewhere."""
    for name in ("CI", "BUILD_NUMBER"):
        monkeypatch.delenv(name, raising=False)
    return pytester

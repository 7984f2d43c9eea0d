"""A child that is forked at any moment makes its calls, and so do greenlets."""

import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from campaignkit_runtime import fork_safety
from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.rate_limiter import RateLimiter

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

SECONDS = 300
"""After which a script hangs: all of them take a few seconds."""

PREAMBLE = """
import faulthandler, os, select, sys, threading, traceback
from campaignkit import Sonarly
from campaignkit_fake import SAMPLE_ID as ID, Fake

def in_child(work):
    '''Return what a forked child says; the script ends if that takes too long.'''
    readable, writable = os.pipe()
    child = os.fork()
    if not child:
        faulthandler.dump_traceback_later(200, exit=True)
        try:
            os.write(writable, str(work()).encode())
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writable)
    said = os.read(readable, 1_000).decode()  # nothing, if the child has ended
    os.waitpid(child, 0)
    return said

def call(sonarly):
    return sonarly.campaigns.get(ID, ID).id == ID
"""


def said(script: str) -> list[str]:
    """Return the lines that a script prints in a process of its own."""
    result = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-W", "ignore", "-c", PREAMBLE + script],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        cwd=Path(__file__).parent,
    )
    assert not result.stderr
    return result.stdout.split()


MODULES = [
    "campaignkit_api.api.sonarly_campaigns",
    "campaignkit_api.api.sonarly_campaigns.sonarly_campaigns_get",
    "campaignkit._transports.carrier",
    "campaignkit_wire.pool",
    "httptools",
    "msgspec",
]
"""Modules that a first call imports."""


@pytest.fixture(scope="module")
def first_calls() -> dict[str, str]:
    """Return whether a child could call, by the module whose import the fork met."""
    script = f"""
class Slow:
    '''Begins an import, and goes on when a fork has begun.'''
    def __init__(self, module):
        self.module = module

    def find_spec(self, name, *_):
        if name == self.module and threading.current_thread() is thread:
            importing.set()
            forking.wait()

def fork_while_importing(module):
    global thread, importing, forking
    faulthandler.cancel_dump_traceback_later()  # its thread is not in the next child
    importing, forking = threading.Event(), threading.Event()
    sys.addaudithook(lambda event, _: forking.set() if event == "os.fork" else None)
    sys.meta_path.insert(0, Slow(module))
    with Fake().serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        thread = threading.Thread(target=call, args=(sonarly,))
        thread.start()
        importing.wait()
        said = in_child(lambda: call(sonarly))
        thread.join()
    return said

for module in {MODULES}:  # in a child each, because only a first call imports
    print(module, in_child(lambda: fork_while_importing(module)))
"""
    words = said(script)
    return dict(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize("module", MODULES)
def test_first_call(first_calls: dict[str, str], module: str) -> None:
    """A fork in the middle of another thread's first call leaves a child that can call."""
    assert first_calls[module] == "True"


def test_limiter() -> None:
    """A fork while another thread is in the limiter leaves a limiter that works."""
    script = """
def hold():
    with sonarly._state.handle.limiter._lock:
        held.set()
        forked.wait()

held, forked = threading.Event(), threading.Event()
with Fake().serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
    sonarly._state.handle.limiter.on_throttled(0.0, 0.0, 0.0)
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    print(in_child(lambda: call(sonarly)))
    forked.set()
    thread.join()
    print(call(sonarly))
"""
    assert said(script) == ["True", "True"]


def test_connections() -> None:
    """A child neither uses nor closes the connections of its parent."""
    script = """
import socket
from collections import Counter
accepted = []
fake = Fake()
with fake.serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
    print(call(sonarly))
    pool = sonarly._state.handle.open()._pool
    [(idle, _, _)] = pool._idle._entries
    print(in_child(lambda: (call(sonarly), sonarly.close())[0]))
    print([entry[0] for entry in pool._idle._entries] == [idle])
    print(call(sonarly), idle.is_usable())
"""
    assert said(script) == ["True", "True", "True", "True", "True"]


def test_gevent() -> None:
    """More greenlets than connections call at once, after the master has made a call."""
    pytest.importorskip("gevent")
    script = """
def work():
    from gevent import monkey, pool
    monkey.patch_all()
    return sum(pool.Pool(300).imap_unordered(call, [sonarly] * 300))

with Fake().serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
    print(call(sonarly))
    print(in_child(work))
"""
    assert said(script) == ["True", "300"]


def test_waits_for_imports(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs before a fork ends when an import of another thread has ended."""
    importing, waiting = threading.Event(), threading.Event()

    class Slow:
        def find_spec(self, name: str, *_: Any) -> None:
            if name == "campaignkit_runtime.slow" and threading.current_thread() is thread:
                importing.set()
                waiting.wait(60)

    def import_it() -> None:
        with suppress(ImportError):
            import_module("campaignkit_runtime.slow")

    def profile(frame: Any, *_: Any) -> None:
        if frame.f_code.co_name == "import_module":
            waiting.set()

    monkeypatch.setattr(sys, "meta_path", [Slow(), *sys.meta_path])
    thread = threading.Thread(target=import_it)
    thread.start()
    assert importing.wait(60)
    assert fork_safety._half_imported() == ["campaignkit_runtime.slow"]
    sys.setprofile(profile)
    try:
        fork_safety._before_fork()
    finally:
        sys.setprofile(None)
        fork_safety.setting_up.release()
    thread.join()

    assert fork_safety._half_imported() == []


def test_new_locks() -> None:
    """What runs in a child gives limiters new locks."""
    limiter = RateLimiter(rate=4)
    limiter._lock.acquire()
    fork_safety.setting_up.acquire()
    fork_safety._after_fork_in_child()

    assert next(limiter.delays(lambda: 0.0), None) is None


def test_cached_property() -> None:
    """A property is computed once for each object."""

    class Owner:
        @cached_property
        def value(self) -> object:
            return object()

    one, other = Owner(), Owner()

    assert one.value is one.value is not other.value
    assert isinstance(Owner.value, cached_property)

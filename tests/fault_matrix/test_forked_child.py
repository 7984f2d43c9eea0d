"""A child that is forked while another thread holds every lock can make any call."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.example_calls import OPERATION_IDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

ROOT = Path(__file__).parents[2]
SECONDS = 300
"""Bound of the script, in seconds."""

SCRIPT = """
import faulthandler, os, sys, threading
sys.path[:0] = sys.argv[1:]

from campaignkit_fake import Fake
from campaignkit_runtime import fork_safety

from tests.example_calls import CLIENTS, OPERATION_IDS, call_of, vendor_of
from tests.fault_matrix.setups import credentials_of

def has_response(operation_id):
    '''Return True if a call has a response, which may be an error after earlier calls.'''
    try:
        clients[vendor_of(operation_id)]._send(call_of(operation_id))
    except Exception as error:
        return getattr(error, "status_code", None) is not None
    return True

def hold():
    owners = list(fork_safety._owners)
    for owner in owners:
        owner._lock.acquire()
    held.set()
    forked.wait()
    for owner in owners:
        owner._lock.release()

credentials = {name: {} for name in CLIENTS}
for operation_id in OPERATION_IDS:
    credentials[vendor_of(operation_id)] |= credentials_of(operation_id)
held, forked = threading.Event(), threading.Event()
with Fake().serve() as base_url:
    clients = {
        name: client(**credentials[name], base_url=base_url, rate=1_000_000)
        for name, client in CLIENTS.items()
    }
    assert all(map(has_response, OPERATION_IDS[:1] + OPERATION_IDS[-1:]))  # idle connections
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    assert all(owner._lock.locked() for owner in fork_safety._owners) and fork_safety._owners
    readable, writable = os.pipe()
    if not os.fork():
        faulthandler.dump_traceback_later(200, exit=True)
        try:
            os.write(writable, str(sum(map(has_response, OPERATION_IDS))).encode())
        finally:
            os._exit(0)
    os.close(writable)
    print(os.read(readable, 100).decode())
    os.wait()
    forked.set()
    thread.join()
    for client in clients.values():
        client.close()
"""


def test_fork() -> None:
    """Every operation has a response in the child."""
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(ROOT)]
    result = subprocess.run(  # noqa: S603 - our own script
        command, capture_output=True, text=True, timeout=SECONDS, check=False
    )

    assert result.stdout.split() == [str(len(OPERATION_IDS))], result.stderr

"""The way in over HTTP, from Python and from the command line."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from threading import Event
from urllib.parse import urlsplit

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake, Fault, VirtualClock
from campaignkit_fake.__main__ import main
from werkzeug.test import Client

from .conftest import Connect

CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
START = f"{CAMPAIGNS}/{SAMPLE_ID}/start"
REQUEST = f"GET {CAMPAIGNS} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer fake-sonarly\r\n"


@pytest.fixture
def base_url(fake: Fake) -> Iterator[str]:
    """Serve the fake over HTTP."""
    with fake.serve() as base_url:
        yield base_url


@pytest.fixture
def client(connect: Connect, base_url: str) -> httpx.Client:
    """Return a client of the served fake."""
    return connect(to=base_url)


@pytest.fixture
def connection(base_url: str) -> Iterator[socket.socket]:
    """Return a bare connection to the served fake."""
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
        yield connection


def test_same_answers_as_in_process(client: httpx.Client, connect: Connect) -> None:
    """A response over HTTP is that in process, and names the server."""
    in_process = connect(to=Fake())
    server = [("server", "campaignkit_fake")]
    for method, path in (("GET", CAMPAIGNS), ("POST", START), ("GET", f"{CAMPAIGNS}/a%2Fb")):
        one, other = (item.request(method, path) for item in (client, in_process))
        assert one.content == other.content
        assert one.headers.multi_items() == server + other.headers.multi_items()


def test_connection_is_kept(base_url: str) -> None:
    """One connection takes several requests, also with bodies that no operation takes."""
    sockets = []
    with closing(HTTPConnection(urlsplit(base_url).netloc)) as connection:
        for _ in range(2):
            connection.request("GET", CAMPAIGNS, b"not expected")
            assert connection.getresponse().read()
            sockets.append(connection.sock)
    assert sockets[0] is sockets[1] is not None


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (Fault(drop=True, after=True), "without sending a response"),
        (Fault(truncate=20), "received 20 bytes"),
        (Fault(truncate=0), "received 0 bytes"),
        (Fault(body="half", headers={"content-length": "9"}), "received 4 bytes, expected 9"),
    ],
    ids=["drop", "truncate", "truncate to nothing", "stated too long"],
)
def test_client_sees_break(client: httpx.Client, fake: Fake, fault: Fault, message: str) -> None:
    """A break is seen by the client as one, and the start is applied."""
    fake.faults.add(fault)
    with pytest.raises(httpx.RemoteProtocolError, match=message):
        client.post(START)
    assert len(fake.state()["starts"]) == 1


def test_stated_too_short(fake: Fake, connection: socket.socket) -> None:
    """The bytes beyond the stated length are sent, and the connection ends after them."""
    fake.faults.add(Fault(body="whole", headers={"Content-Length": "2"}))
    connection.sendall(f"{REQUEST}\r\n".encode())
    received = b"".join(iter(lambda: connection.recv(1_000), b""))
    assert b"Content-Length: 2\r\n" in received
    assert received.endswith(b"\r\n\r\nwhole")


def test_headers_as_given(client: httpx.Client, fake: Fake) -> None:
    """The headers of a fault stand in the place of those of the server."""
    given = {"Date": "yesterday", "Server": "elsewhere", "Location": "http://[half"}
    fake.faults.add(Fault(status=307, headers=given))
    received = client.get(CAMPAIGNS).headers
    assert {name: received.get_list(name) for name in given} == {
        name: [value] for name, value in given.items()
    }


def test_simultaneous_starts(client: httpx.Client, fake: Fake) -> None:
    """Of several starts at the same time one is accepted."""
    with ThreadPoolExecutor(8) as threads:
        responses = list(threads.map(client.post, [START] * 8))
    assert sorted(response.status_code for response in responses) == [200] + [409] * 7
    assert len(fake.state()["starts"]) == 1


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_delay_on_clock(connect: Connect, campaignkit_clock: VirtualClock, after: bool) -> None:
    """A delay passes on the clock that was handed in, and takes no time."""
    fake = Fake(clock=campaignkit_clock)
    fake.faults.add(Fault(delay=3_600, after=after))
    with fake.serve() as base_url:
        assert connect(to=base_url).get(CAMPAIGNS).status_code == 200
    assert (campaignkit_clock.monotonic(), campaignkit_clock.waits) == (3_600, [])


def test_body_that_never_came(connection: socket.socket) -> None:
    """A client that leaves in the middle of its body is left alone."""
    connection.sendall(f"{REQUEST}Content-Length: 9\r\n\r\nhalf".encode())
    connection.shutdown(socket.SHUT_WR)
    assert connection.recv(1) == b""


def test_no_http(connection: socket.socket, caplog: pytest.LogCaptureFixture) -> None:
    """A request that is not HTTP is refused and logged in one line."""
    connection.sendall(b"GET / HTTP/x\r\n\r\n")
    assert b"Error response" in connection.recv(1_000)
    assert "Bad request version" in caplog.text


def test_plain_wsgi(fake: Fake) -> None:
    """A WSGI server that names no raw path is served by the decoded one."""
    environ = {"REQUEST_URI": "", "RAW_URI": ""}
    headers = {"Authorization": "Bearer fake-sonarly"}
    answer = Client(fake).get(CAMPAIGNS, headers=headers, environ_overrides=environ)
    assert answer.status_code == 200


def receive_until(connection: socket.socket, end: bytes) -> bytes:
    """Return what comes up to an end that the server must send."""
    received = b""
    while not received.endswith(end):
        received += connection.recv(1) or pytest.fail(f"closed after {received!r}")
    return received


@pytest.mark.parametrize("expectation", ["100-continue", "100-Continue"])
def test_continue(connection: socket.socket, fake: Fake, expectation: str) -> None:
    """A client that waits with its body gets a 100, and one response."""
    request = REQUEST.replace("GET", "POST", 1).replace("/campaigns ", "/audiences ")
    body = b'{"name": "Waited for", "type": "on_demand"}'
    head = f"{request}Expect: {expectation}\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode())
    assert receive_until(connection, b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    connection.sendall(body)
    assert receive_until(connection, b"\r\n\r\n").startswith(b"HTTP/1.1 201 ")
    assert fake.state()["requests"] == {"sonarly_audiences_create": 1}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1.2.3"])
def test_loopback(
    connect: Connect, fake: Fake, caplog: pytest.LogCaptureFixture, host: str
) -> None:
    """A host that only this machine reaches is served without a warning."""
    with fake.serve(host=host) as base_url:
        assert urlsplit(base_url).hostname == host
        assert connect(to=base_url).get(CAMPAIGNS).status_code == 200
    assert "public" not in caplog.text


def test_other_machines(connect: Connect, fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """A host that other machines reach is served with a warning, by any name that they use."""
    with fake.serve(host="0.0.0.0") as base_url:  # noqa: S104 - this is the case in question
        assert urlsplit(base_url).hostname == "127.0.0.1"
        client = connect(to=base_url)
        for name in ("fake", "fake.test.svc:8080", "192.0.2.1"):
            assert client.get(CAMPAIGNS, headers={"Host": name}).status_code == 200
    assert "accepts requests from other machines on 0.0.0.0" in caplog.text


@pytest.mark.parametrize(("host", "url_host"), [("::1", "::1"), ("::", "::1")])
def test_ipv6(connect: Connect, fake: Fake, host: str, url_host: str) -> None:
    """An IPv6 address stands in brackets in the base URL."""
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with fake.serve(host=host) as base_url:
        assert urlsplit(base_url).hostname == url_host
        assert connect(to=base_url).get(CAMPAIGNS).status_code == 200


def test_unknown_host(fake: Fake) -> None:
    """A host that is not this machine's is an OSError."""
    with pytest.raises(OSError, match="assign"), fake.serve(host="192.0.2.1"):
        pytest.fail("it listens")


def test_command_serves(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints its address, and ends with 0 when it is stopped."""
    stop = Event()
    stop.set()
    assert (
        main(["--rate", "20", "--seed", "2", "--poll-seconds", "0.5", "--speed", "60x"], stop) == 0
    )
    assert capsys.readouterr().out.startswith("campaignkit_fake listening on http://127.0.0.1:")


def test_command_prints_keys(capsys: pytest.CaptureFixture[str]) -> None:
    """The command says which keys there are, with the vendor and the purpose of each."""
    stop = Event()
    stop.set()
    main([], stop)
    _, title, *lines = capsys.readouterr().out.splitlines()
    assert title == "API keys, which open this fake only:"
    assert [line.split()[0] for line in lines] == list(KEYS)
    assert "  fake-callers         Callers.ai: the first organization" in lines[4]
    assert all(key.purpose for key in KEYS.values())


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--port", "70000", "argument --port: invalid port value: '70000'"),
        ("--port", "x", "argument --port: invalid port value: 'x'"),
        ("--rate", "0", "argument --rate: invalid rate value: '0'"),
        ("--poll-seconds", "-1", "argument --poll-seconds: invalid seconds value: '-1'"),
        ("--speed", "0", "argument --speed: invalid speed value: '0'"),
        ("--host", "192.0.2.1", "cannot serve: "),
    ],
)
def test_command_refuses(
    capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    """An option that makes no sense is one line on stderr and exit code 2."""
    with pytest.raises(SystemExit, match="2"):
        main([option, value], Event())
    [line] = capsys.readouterr().err.splitlines()
    assert message in line


def test_command_finds_port_in_use(capsys: pytest.CaptureFixture[str], base_url: str) -> None:
    """A port that is in use is one line on stderr and exit code 2."""
    with pytest.raises(SystemExit, match="2"):
        main(["--port", str(urlsplit(base_url).port)], Event())
    [line] = capsys.readouterr().err.splitlines()
    assert "Address already in use" in line


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])
def test_process_stops_on_signal(connect: Connect, number: signal.Signals) -> None:
    """The process responds, logs the request without its key, and ends with 0 on a signal."""
    command = [sys.executable, "-m", "campaignkit_fake", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            status = connect(to=process.stdout.readline().split()[-1]).get(CAMPAIGNS).status_code
            process.send_signal(number)
            _, log = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (status, process.returncode) == (200, 0)
    assert log.startswith(f"GET {CAMPAIGNS} 200 ")
    assert log.count("\n") == 1

"""Run a server with a process for each connection, the first of which that starts is killed.

Arguments: the point at which it dies, and the file that gets a byte for each effect. The port is
printed.
"""

import json
import os
import signal
import socket
import sys
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path

_CAMPAIGN = {
    "id": "c",
    "name": "Spring",
    "description": None,
    "selectedLeadCount": 25,
    "includeConversationHistory": True,
    "autoCancelOnMessageReceived": True,
    "outreachLanguage": "en",
    "createdAt": "2026-04-28T15:30:00.000Z",
    "updatedAt": "2026-04-28T15:30:00.000Z",
    "rateLimitedUntil": None,
}


def die_at(point: str, dies: str) -> None:
    """Kill this process if this is the point."""
    if point == dies:
        os.kill(os.getpid(), signal.SIGKILL)


def response(data: object) -> bytes:
    """Return a success as it goes over the wire."""
    body = json.dumps({"success": True, "data": data, "error": None, "traceId": "7a"}).encode()
    lines = (
        "HTTP/1.1 200 OK",
        f"Date: {formatdate(usegmt=True)}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        "Connection: close",
    )
    return "\r\n".join([*lines, "", ""]).encode() + body


def serve(connection: socket.socket, dies: str, effects: Path) -> None:
    """Answer one request."""
    if connection.recv(4, socket.MSG_PEEK) == b"POST":
        die_at("unread", dies)
    head = b""
    while b"\r\n\r\n" not in head:
        head += connection.recv(65_536)
    if head.startswith(b"POST"):
        die_at("read", dies)
        with effects.open("ab") as file:
            file.write(b"x")
        die_at("committed", dies)
    count = len(effects.read_bytes())
    state = {
        "status": "active" if count else "draft",
        # The client of the test has a clock of its own; what counts is the `Date` beside it.
        "startedAt": datetime.now(UTC).isoformat() if count else None,
    }
    campaign = _CAMPAIGN | state
    if head.startswith(b"POST"):
        answer = response({"campaign": campaign, "triggered": True, "instancesCreated": 25})
        connection.sendall(answer[:-20])
        die_at("answering", dies)
    connection.sendall(response(campaign))


def main(dies: str, effects: Path) -> None:
    """Take connections, each in a process of its own."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.create_server(("127.0.0.1", 0)) as door:
        sys.stdout.write(f"{door.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            connection, _ = door.accept()
            with connection:
                if os.fork() == 0:
                    serve(connection, dies, effects)
                    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

"""Run a server with a process for each connection, and kill the process of a start.

Arguments: the point of the kill, and the file that gets a byte for each effect. The server prints
its port.
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


def kill_at(point: str, kill_point: str) -> None:
    """Kill this process at the given point."""
    if point == kill_point:
        os.kill(os.getpid(), signal.SIGKILL)


def response(data: object) -> bytes:
    """Return the raw response of a success."""
    body = json.dumps({"success": True, "data": data, "error": None, "traceId": "7a"}).encode()
    lines = (
        "HTTP/1.1 200 OK",
        f"Date: {formatdate(usegmt=True)}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        "Connection: close",
    )
    return "\r\n".join([*lines, "", ""]).encode() + body


def serve(connection: socket.socket, kill_point: str, effects: Path) -> None:
    """Respond to one request."""
    if connection.recv(4, socket.MSG_PEEK) == b"POST":
        kill_at("unread", kill_point)
    head = b""
    while b"\r\n\r\n" not in head:
        head += connection.recv(65_536)
    if head.startswith(b"POST"):
        kill_at("read", kill_point)
        with effects.open("ab") as file:
            file.write(b"x")
        kill_at("committed", kill_point)
    count = len(effects.read_bytes())
    state = {
        "status": "active" if count else "draft",
        # The client compares it with `Date`, because it has another clock.
        "startedAt": datetime.now(UTC).isoformat() if count else None,
    }
    campaign = _CAMPAIGN | state
    if head.startswith(b"POST"):
        raw_response = response({"campaign": campaign, "triggered": True, "instancesCreated": 25})
        connection.sendall(raw_response[:-20])
        kill_at("answering", kill_point)
    connection.sendall(response(campaign))


def main(kill_point: str, effects: Path) -> None:
    """Accept connections, each in its own process."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        sys.stdout.write(f"{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            connection, _ = listener.accept()
            with connection:
                if os.fork() == 0:
                    serve(connection, kill_point, effects)
                    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

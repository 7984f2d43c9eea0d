"""Healthy server: the fake behind a change that the documents allow."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import httpx
from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake, VirtualClock

Send = Callable[[httpx.Request], httpx.Response]
Wrap = Callable[[Fake, Send], Send]

SERVERS: dict[str, "HealthyServer"] = {}
"""By name."""


@dataclass(frozen=True)
class HealthyServer:
    """Fake behind one change."""

    name: str
    text: str
    wrap: Wrap
    is_additive: bool = False
    """True if it has more than the spec names."""
    is_disturbed: bool = False
    """True if others change it, or time does."""

    def prepare(self, target: Target) -> Target:
        """Return the target; that of an empty account knows its first ids only, and only reads."""
        if self.is_disturbed:
            # The job that fills an audience may have ended.
            ids = {name: target.ids[name] for name in target.ids if name != "filling"}
            return replace(target, ids=ids, history=None, reset_server=None)
        if self.name == "lists in another order":
            # Its first items are not those of the examples.
            return replace(target, has_sample_ids=False)
        if self.name != "empty account":
            return target
        ids = {name: target.ids[name] for name in ("accountGroupId", "organizationId")}
        none: dict[str, list[str]] = {}
        return replace(
            target,
            ids=ids,
            named=none,
            draft_campaign_ids=(),
            may_write=False,
            has_sample_ids=False,
        )

    def client(self, fake: Fake) -> httpx.Client:
        """Return a client of the server."""
        transport = fake.transport()
        send = self.wrap(fake, transport.handle_request)

        def handle(request: httpx.Request) -> httpx.Response:
            # The target learns the ids from the state, so ids of another form are there too.
            is_control = request.url.path.startswith(CONTROL_PREFIX) and self.name != "other ids"
            return transport.handle_request(request) if is_control else send(request)

        return httpx.Client(transport=httpx.MockTransport(handle), base_url="https://api.invalid")


def new_fake(seed: int) -> Fake:
    """Return a fake on a virtual clock."""
    return Fake(seed, clock=VirtualClock())


def healthy(wrap: Wrap) -> Wrap:
    """Register a server. The function's name is its name, and the docstring describes it."""
    return _register(wrap)


def disturbed(wrap: Wrap) -> Wrap:
    """Register a server that others change while it is looked at, or that time changes."""
    return _register(wrap, is_disturbed=True)


def additive(wrap: Wrap) -> Wrap:
    """Register a server that has more than the spec names."""
    return _register(wrap, is_additive=True)


def _register(wrap: Wrap, **properties: bool) -> Wrap:
    name, text = wrap.__name__.replace("_", " "), (wrap.__doc__ or "").strip()
    SERVERS[name] = HealthyServer(name, text, wrap, **properties)
    return wrap


def with_body(send: Send, change: Callable[[Any], Any]) -> Send:
    """Return a sender that changes the JSON of every response."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        data = response.read()
        if not data or "json" not in response.headers.get("Content-Type", ""):
            return response
        return respond(response, json.dumps(change(json.loads(data)), ensure_ascii=False).encode())

    return handle


def with_headers(send: Send, change: Callable[[dict[str, str]], dict[str, str]]) -> Send:
    """Return a sender that changes the headers of every response."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        data = response.read()
        headers = {name.decode(): value.decode() for name, value in response.headers.raw}
        return httpx.Response(response.status_code, headers=change(headers), content=data)

    return handle


def respond(response: httpx.Response, data: bytes) -> httpx.Response:
    """Return a response with another body."""
    headers = {**response.headers, "Content-Length": str(len(data))}
    return httpx.Response(response.status_code, headers=headers, content=data)


def change_values(value: Any, change: Callable[[str, Any], Any], name: str = "") -> Any:
    """Return a JSON value with every scalar changed; the change gets its name and value."""
    if isinstance(value, dict):
        return {key: change_values(child, change, key) for key, child in value.items()}
    if isinstance(value, list):
        return [change_values(child, change, name) for child in value]
    return change(name, value)

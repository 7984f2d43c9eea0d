"""A server as the laws see it: how it is asked, and which ids it has."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from ..exchange import Exchange
from ..spec.examples import shipped_bodies, shipped_examples
from ..spec.routes import Operation, Parameter, Route
from ..validator import Judge, shipped_judge

LIST, GET, START = "sonarly_campaigns_list", "sonarly_campaigns_get", "sonarly_campaigns_start"
LEAD_STATUS, CALLERS_LIST = "sonarly_campaigns_lead_status", "callers_campaigns_list"

NOBODY = "f" * 24
"""An id of the form that the documents print, which no server has given to anything."""

_NUMBER_OF_NOBODY = "12025550199"  # set aside for fiction

Json = dict[str, Any]


class BrokenError(Exception):
    """An answer that a law needs is none; the message says what came instead."""


class UncheckedError(Exception):
    """A law cannot be checked here; the message says why."""


@dataclass
class Server:
    """A server to hold to the laws, and what is known of it.

    `client` has the base URL and sends no credential of its own. Laws that write are for those
    who set `may_write`. `startable` are campaigns that such laws may start.
    """

    client: httpx.Client
    keys: Mapping[str, str]
    """By vendor, or by the header that carries it where that is not `Authorization`; operations
    without one are left alone."""
    ids: Mapping[str, Sequence[str]]
    """Real values of parameters, by name, or by vendor and name (`callers campaignId`). The first
    is the one to use; others serve comparisons. Those of `leadIds` are leads of the first
    `campaignId`."""
    readers: Mapping[str, str] = field(default_factory=dict)
    """By vendor, a key that may only read."""
    strangers: Mapping[str, str] = field(default_factory=dict)
    """By vendor, a key that has no access to the first account group or organization."""
    startable: Sequence[str] = ()
    may_write: bool = False
    wait: Callable[[float], object] = float
    """Lets seconds pass; of a server on whose clock they pass by themselves, nothing is done."""
    reset: Callable[[], object] | None = None
    """Puts the server back to how it was; without one, each campaign is started once in all."""
    sample: int | None = None
    """How many items of a list are looked at one by one; None is all."""
    arguments: Mapping[str, str] = field(default_factory=dict)
    """What a read needs that verifies a call, and the call itself does not, by name."""
    areas: Sequence[str] = ()
    """Of which operations are called, as the spec's tags name them; none stands for all."""
    has_examples: bool = False
    """Whether the ids that the spec gives as examples are there, for those not among `ids`."""
    judge: Judge = field(default_factory=shipped_judge)
    exchanges: list[Exchange] = field(default_factory=list)
    """All that it was asked, and its answers."""
    memory: dict[str, Any] = field(default_factory=dict)
    """What laws keep for each other until the server is put back."""
    _since: int | None = None
    """How many exchanges there were when it was put back last."""

    def begin(self) -> None:
        """Put the server back, if that is possible, and forget what was started."""
        if self.reset:
            # What only reads leaves nothing to put back.
            since = self._since
            if since is None or any(each.method != "GET" for each in self.exchanges[since:]):
                self.reset()
            self._since = len(self.exchanges)
            self.memory.clear()

    def operations(self) -> Iterator[tuple[Route, str, Operation]]:
        """Every operation that may be called, with its route and method."""
        for route in self.judge.routes.all:
            for method, operation in route.operations.items():
                is_open = self.key(route, operation) is not None and is_of(operation, self.areas)
                if is_open and (method == "GET" or self.may_write):
                    yield route, method, operation

    def key(self, route: Route, operation: Operation) -> str | None:
        """The key that opens an operation, if there is one."""
        header = header_of(operation)
        return self.keys.get(route.vendor if header == "Authorization" else header)

    def ask(
        self,
        operation_id: str,
        values: Mapping[str, str | None] | None = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: Json | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> Exchange:
        """Call an operation with its known ids, but for those in `values`; None leaves one out.

        `headers` replace those that carry the key, `extra` come beside them, and `body` replaces
        the example that the spec gives, as httpx takes it.
        """
        route, method, operation = self._found[operation_id]
        return self.call(
            method, route, operation, values, key=key, headers=headers, body=body, extra=extra
        )

    def call(
        self,
        method: str,
        route: Route,
        operation: Operation,
        values: Mapping[str, str | None] | None = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: Json | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> Exchange:
        """The same by any method, also one that the path does not have."""
        key = key or self.key(route, operation)
        if key is None:
            raise UncheckedError(f"no key of {route.vendor} is given")
        filled = {**self._known(operation), **(values or {})}
        if headers is None:
            headers = {header_of(operation): credential(operation, key)}
        if body is None:
            body = shipped_bodies().get(operation.id, {})
        return self.send(
            method, target(route, operation, filled), {**headers, **(extra or {})}, body
        )

    def path_values(self, operation: Operation) -> dict[str, str]:
        """The known ids that stand in the path of an operation, in its order."""
        route, _, _ = self._found[operation.id]
        known = self._known(operation)
        names = re.findall(r"{(\w+)}", route.template)
        return {name: known[name] for name in names}

    def operation(self, operation_id: str) -> Operation:
        """An operation by its id."""
        return self._found[operation_id][2]

    def route(self, operation: Operation) -> Route:
        """The route of an operation."""
        return self._found[operation.id][0]

    def method(self, operation: Operation) -> str:
        """The method of an operation."""
        return self._found[operation.id][1]

    def send(
        self, method: str, raw: str, headers: Mapping[str, str], body: Json | None = None
    ) -> Exchange:
        """Send anything; an UncheckedError where the server wants to be asked later."""
        response = self.client.request(method, raw, headers=headers, **(body or {}))
        exchange = Exchange.from_httpx(response)
        self.exchanges.append(exchange)
        if exchange.status == 429:
            raise UncheckedError("it was asked too often (429)")
        return exchange

    def data(self, operation_id: str, *, json: Any = None, **values: str | None) -> Any:
        """What a call that must succeed answers, without its envelope."""
        body = None if json is None else {"json": json}
        exchange = self.ask(operation_id, values, body=body)
        if not 200 <= exchange.status < 300:
            raise BrokenError(f"{operation_id} is answered {exchange.status}")
        return payload(exchange)

    def campaigns(self, group_id: str | None = None) -> dict[str, Json]:
        """The campaigns of an account group, the first one unless told, by id."""
        values = {"accountGroupId": group_id} if group_id else {}
        return {each["id"]: each for each in self.data(LIST, **values)["items"]}

    def campaign(self, campaign_id: str) -> Json:
        """One campaign of the first account group."""
        campaign: Json = self.data(GET, campaignId=campaign_id)
        return campaign

    def sampled(self, ids: Mapping[str, object]) -> list[str]:
        """The ids to look at one by one."""
        return list(islice(ids, self.sample))

    @cached_property
    def campaign_id(self) -> str:
        """A campaign of the first account group: the one that is known, or any that is listed."""
        known = self.ids.get("campaignId") or list(self.campaigns())
        if not known:
            raise UncheckedError("the account group has no campaign")
        return known[0]

    @cached_property
    def _found(self) -> dict[str, tuple[Route, str, Operation]]:
        return {
            operation.id: (route, method, operation)
            for route in self.judge.routes.all
            for method, operation in route.operations.items()
        }

    def _known(self, operation: Operation) -> dict[str, str]:
        return {
            each.name: self._value(operation, each)
            for each in operation.parameters
            if each.is_required and each.location in {"path", "query"}
        }

    def _value(self, operation: Operation, parameter: Parameter) -> str:
        vendor, name = self.route(operation).vendor, parameter.name
        if (vendor, name) == ("sonarly", "campaignId"):
            return self.campaign_id
        # A lead need not be known: what no campaign holds has a row too.
        known = self.ids.get(f"{vendor} {name}") or self.ids.get(name, ())
        if not known and self.has_examples:
            return shipped_examples()[operation.id][name]
        return next(iter(known), fitting(parameter, NOBODY))


def fitting(parameter: Parameter, value: str) -> str:
    """The value, or a number that nobody has where the parameter is of that form."""
    return value if re.search(parameter.schema.get("pattern", ""), value) else _NUMBER_OF_NOBODY


def is_of(operation: Operation, areas: Sequence[str]) -> bool:
    """Whether an operation is of one of the areas, or there are none to be of."""
    return not areas or any(operation.id.startswith(f"{each.replace(' ', '_')}_") for each in areas)


def header_of(operation: Operation) -> str:
    """The header that carries the key."""
    [[scheme]] = operation.security
    name: str = scheme.get("name", "Authorization")
    return name


def credential(operation: Operation, key: str) -> str:
    """The key as the operation's scheme wants it in that header."""
    [[scheme]] = operation.security
    return f"Bearer {key}" if scheme["type"] == "http" else key


def target(route: Route, operation: Operation, values: Mapping[str, str | None]) -> str:
    """The raw path and query of a call."""
    path, query = route.template, {}
    names = {each.name for each in operation.parameters if each.location == "path"}
    for name, value in values.items():
        if name in names:
            path = path.replace(f"{{{name}}}", quote(value or "", safe=""))
        elif value is not None:
            query[name] = value
    return f"{path}?{urlencode(query, safe=',', quote_via=quote)}" if query else path


def payload(exchange: Exchange) -> Any:
    """What an answer says, without the envelope of those vendors that have one."""
    body = json.loads(exchange.body or b"null")
    return body["data"] if isinstance(body, dict) and "data" in body else body


def faked(client: httpx.Client, wait: Callable[[float], object] = float) -> Server:
    """The fake behind a client, in process or over HTTP, with all that it tells of itself.

    `wait` is for one on a clock of somebody else's.
    """
    state = client.get("/_fake/state").json()
    groups, campaigns = list(state["accountGroups"]), state["campaigns"]
    own = {id_: each for id_, each in campaigns.items() if each["accountGroupId"] == groups[0]}
    drafts = [id_ for id_, each in own.items() if each["status"] == "draft" and each["leadIds"]]
    return Server(
        client,
        keys={
            "sonarly": "fake-sonarly",
            "callers": "fake-callers",
            "X-Sync-Secret": "fake-sync",
        },
        ids={
            "accountGroupId": groups[:2],
            "campaignId": [drafts[0], *(id_ for id_ in own if id_ != drafts[0])],
            "leadIds": own[drafts[0]]["leadIds"][:5],
            "organizationId": list(state["organizations"])[:1],
            "phoneNumber": [next(iter(state["contacts"].values()))["phoneNumber"]],
            "filling": [
                id_
                for id_, each in state["audiences"].items()
                if each["isFilling"] and each["accountGroupId"] == groups[0]
            ],
        },
        readers={"sonarly": "fake-sonarly-read"},
        strangers={"sonarly": "fake-sonarly-narrow", "callers": "fake-callers-other"},
        startable=drafts[:2],
        may_write=True,
        arguments={"leadId": groups[0]},
        has_examples=True,
        wait=wait,
        reset=lambda: client.post("/_fake/reset"),
    )

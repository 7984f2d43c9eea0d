"""What may be asked of a live server, and with which ids: those it was given or has listed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpx

from ..exchange import Exchange
from ..spec.routes import Operation, Route, Routes
from .discovery import Ask, Known, discover, lacking
from .rate_limit import DEFAULT, Pace, interval
from .target import NOBODY, START, Server, credential, header_of, is_of, target

NEEDS = {
    "sonarly": ("SONARLY_API_KEY", "ACCOUNT_GROUP_ID"),
    "callers": ("CALLERS_API_KEY", "ORGANIZATION_ID"),
}
_PARAMETERS = {
    "ACCOUNT_GROUP_ID": "accountGroupId",
    "ORGANIZATION_ID": "organizationId",
    "CAMPAIGN_ID": "campaignId",
    "LEAD_IDS": "leadIds",
}
_TRIES = 4
_SAMPLE = 20  # campaigns that a law looks at one by one


class RefusedError(Exception):
    """The run would not do what it seems to do; the message says what is missing."""


@dataclass(frozen=True)
class Live:
    """A live server, as far as it may be asked."""

    base_url: str
    settings: Mapping[str, str]
    vendors: tuple[str, ...]
    known: Known
    """The ids to ask about: those that were given, and those that the server has told."""

    @property
    def written(self) -> frozenset[str]:
        """The operations that may be called although they change something."""
        return _written(self.settings)

    @property
    def configuration(self) -> str:
        """What the configuration of `st` lacks: which ids to ask about, vendor by vendor."""
        return "".join(self._parameters(vendor) for vendor in self.vendors)

    @property
    def environment(self) -> dict[str, str]:
        """What the configuration of `st` refers to; without a vendor's key nobody asks it."""
        keys = [key for key, _ in NEEDS.values()]
        return {key: self.settings.get(key) or "unused" for key in (*keys, "CALLERS_SYNC_SECRET")}

    @property
    def judged_by_laws(self) -> Server:
        """The server as the laws see it, which never write there."""
        ids: dict[str, Sequence[str]] = {}
        for (vendor, name), values in self.known.items():
            is_shared = vendor != "sonarly" and ("sonarly", name) in self.known
            told = values[0].split(",") if name == _PARAMETERS["LEAD_IDS"] else values
            ids[f"{vendor} {name}" if is_shared else name] = told
        for _, name in NEEDS.values():
            ids.setdefault(_PARAMETERS[name], [NOBODY])
        pace = Pace(interval(self.settings.get("RATE") or DEFAULT))
        return Server(
            httpx.Client(transport=Paced(pace), base_url=self.base_url),
            keys={vendor: self.settings[NEEDS[vendor][0]] for vendor in self.vendors},
            ids=ids,
            areas=_areas(self.settings),
            sample=_SAMPLE,
        )

    def passed_over(self, routes: Routes) -> dict[str, str]:
        """The operations that are not asked, each with the reason."""
        return {
            operation.id: reason
            for route in routes.all
            for method, operation in route.operations.items()
            if (reason := self._reason(route, method, operation))
        }

    def _reason(self, route: Route, method: str, operation: Operation) -> str:
        if route.vendor not in self.vendors:
            return f"{NEEDS[route.vendor][0]} is not set"
        if not is_of(operation, _areas(self.settings)):
            return "AREAS does not name its area"
        if method != "GET" and operation.id not in self.written:
            return "WRITE does not name it"
        name = lacking(route, operation, self.known)
        if name == "leadIds":
            return "LEAD_IDS is not set, and no operation lists leads; but by laws, for nobody"
        return f"no {name} is known: no list tells one" if name else ""

    def _parameters(self, vendor: str) -> str:
        lines = [
            f"parameters.{json.dumps(f'{location}.{name}')} = {json.dumps(values[0])}"
            for (owner, name), values in self.known.items()
            if owner == vendor and values
            for location in ("path", "query")
        ]
        return "\n".join(["[[operations]]", f'include-tag-regex = "^{vendor} "', *lines, "", ""])


def live(base_url: str, settings: Mapping[str, str], routes: Routes) -> Live:
    """The server, once it has told its ids; a RefusedError where anything is missing."""
    try:
        pace = Pace(interval(settings.get("RATE") or DEFAULT))
    except ValueError as error:
        raise RefusedError(str(error)) from None
    if settings.get("LEAD_IDS") and not settings.get("CAMPAIGN_ID"):
        raise RefusedError("set CAMPAIGN_ID: LEAD_IDS are leads of that campaign")
    if START in _written(settings) and not settings.get("CAMPAIGN_ID"):
        raise RefusedError("set CAMPAIGN_ID: WRITE=1 starts that campaign")
    vendors = tuple(vendor for vendor, (key, _) in NEEDS.items() if settings.get(key))
    if not vendors:
        raise RefusedError("set SONARLY_API_KEY or CALLERS_API_KEY: without a key all is 401")
    for name in [name for vendor in vendors for name in NEEDS[vendor]]:
        if not settings.get(name):
            raise RefusedError(f"set {name}: an id that was made up finds nothing")
    base_url = base_url.rstrip("/")
    with httpx.Client(transport=Paced(pace), base_url=base_url) as client:
        known = discover(routes, _given(vendors, settings), _asking(client, vendors, settings))
    return Live(base_url, settings, vendors, known)


def _written(settings: Mapping[str, str]) -> frozenset[str]:
    """What WRITE allows: 1 stands for the start; else it names operations."""
    names = (settings.get("WRITE") or "").split(",")
    return frozenset(START if name == "1" else name.strip() for name in names) - {""}


def _areas(settings: Mapping[str, str]) -> tuple[str, ...]:
    """The areas that AREAS names, as the spec's tags have them; none stands for all."""
    names = (each.strip() for each in (settings.get("AREAS") or "").split(","))
    return tuple(name for name in names if name)


def _given(vendors: Sequence[str], settings: Mapping[str, str]) -> Known:
    given: Known = {
        (vendor, _PARAMETERS[NEEDS[vendor][1]]): [settings[NEEDS[vendor][1]]] for vendor in vendors
    }
    for name in ("CAMPAIGN_ID", "LEAD_IDS"):
        if values := [each for each in (settings.get(name) or "").split(",") if each]:
            joined = [",".join(values)] if name == "LEAD_IDS" else values
            given["sonarly", _PARAMETERS[name]] = joined
    return given


def _asking(client: httpx.Client, vendors: Sequence[str], settings: Mapping[str, str]) -> Ask:
    def ask(route: Route, operation: Operation, values: Mapping[str, str]) -> Exchange | None:
        is_known = route.vendor in vendors and header_of(operation) == "Authorization"
        if not is_known or not is_of(operation, _areas(settings)):
            return None
        headers = {"Authorization": credential(operation, settings[NEEDS[route.vendor][0]])}
        try:
            response = client.get(target(route, operation, values), headers=headers)
        except httpx.HTTPError as error:
            raise RefusedError(f"no answer: {type(error).__name__}") from None
        if response.status_code == 401:
            raise RefusedError(f"{operation.id} was answered 401: the key is none")
        return Exchange.from_httpx(response)

    return ask


class Paced(httpx.BaseTransport):
    """A transport that keeps to a pace, and repeats what a 429 wants to be asked later."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._transport = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request when it is its turn."""
        for _ in range(_TRIES):
            self._pace.wait()
            response = self._transport.handle_request(request)
            if not self._pace.heed(response.status_code, response.headers.get("Retry-After", "")):
                break
            response.read()
        return response

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

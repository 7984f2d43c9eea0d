"""What may be asked of a live server, and with which ids: those it was given or has listed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
from pace import DEFAULT, Pace, interval
from routes import Operation, Routes
from subject import NOBODY, Server

NEEDS = {
    "sonarly": ("SONARLY_API_KEY", "ACCOUNT_GROUP_ID"),
    "callers": ("CALLERS_API_KEY", "ORGANIZATION_ID"),
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
    campaigns: tuple[str, ...]
    """The ids to ask about; none where the account group has none."""

    @property
    def is_written(self) -> bool:
        """Whether more than reading was allowed."""
        return self.settings.get("WRITE") == "1"

    @property
    def environment(self) -> dict[str, str]:
        """What the configuration of `st` refers to; without a vendor's key nobody asks it."""
        names = [name for needs in NEEDS.values() for name in needs]
        values = {name: self.settings.get(name) or "unused" for name in names}
        values["CAMPAIGN_ID"] = next(iter(self.campaigns), "unused")
        return {**values, "LEAD_IDS": self.settings.get("LEAD_IDS") or "unused"}

    @property
    def judged_by_laws(self) -> Server:
        """The server as the laws see it, which never write there."""
        leads = self.settings.get("LEAD_IDS", "")
        ids: dict[str, Sequence[str]] = {
            "accountGroupId": [self.settings.get("ACCOUNT_GROUP_ID") or NOBODY],
            "campaignId": self.campaigns,
            "leadIds": [each for each in leads.split(",") if each],
            "organizationId": [self.settings.get("ORGANIZATION_ID") or NOBODY],
        }
        pace = Pace(interval(self.settings.get("RATE") or DEFAULT))
        return Server(
            httpx.Client(transport=Paced(pace), base_url=self.base_url),
            keys={vendor: self.settings[NEEDS[vendor][0]] for vendor in self.vendors},
            ids=ids,
            sample=_SAMPLE,
        )

    def passed_over(self, routes: Routes) -> dict[str, str]:
        """The operations that are not asked, each with the reason."""
        return {
            operation.id: reason
            for route in routes.all
            for method, operation in route.operations.items()
            if (reason := self._reason(route.vendor, method, operation))
        }

    def _reason(self, vendor: str, method: str, operation: Operation) -> str:
        names = {each.name for each in operation.parameters}
        if vendor not in self.vendors:
            return f"{NEEDS[vendor][0]} is not set"
        if method != "GET" and not self.is_written:
            return "WRITE=1 is not set"
        if "campaignId" in names and not self.campaigns:
            return "the account group lists no campaign"
        if "leadIds" in names and not self.settings.get("LEAD_IDS"):
            return "LEAD_IDS is not set, and no operation lists leads; but by laws, for nobody"
        return ""


def live(base_url: str, settings: Mapping[str, str]) -> Live:
    """The server, once it has told its ids; a RefusedError where anything is missing."""
    try:
        pace = Pace(interval(settings.get("RATE") or DEFAULT))
    except ValueError as error:
        raise RefusedError(str(error)) from None
    if settings.get("LEAD_IDS") and not settings.get("CAMPAIGN_ID"):
        raise RefusedError("set CAMPAIGN_ID: LEAD_IDS are leads of that campaign")
    vendors = tuple(vendor for vendor, (key, _) in NEEDS.items() if settings.get(key))
    if not vendors:
        raise RefusedError("set SONARLY_API_KEY or CALLERS_API_KEY: without a key all is 401")
    for name in [name for vendor in vendors for name in NEEDS[vendor]]:
        if not settings.get(name):
            raise RefusedError(f"set {name}: an id that was made up finds nothing")
    campaigns = tuple(_campaigns(base_url, settings, pace)) if "sonarly" in vendors else ()
    return Live(base_url.rstrip("/"), settings, vendors, campaigns)


def _campaigns(base_url: str, settings: Mapping[str, str], pace: Pace) -> Iterator[str]:
    """The campaign that was named; to read from, those that the account group lists."""
    if named := settings.get("CAMPAIGN_ID"):
        yield named
        return
    if settings.get("WRITE") == "1":
        raise RefusedError("set CAMPAIGN_ID: WRITE=1 starts that campaign")
    group = quote(settings["ACCOUNT_GROUP_ID"], safe="")
    path = f"{base_url.rstrip('/')}/v1/accounts/{group}/campaigns"
    headers = {"Authorization": f"Bearer {settings['SONARLY_API_KEY']}"}
    try:
        with httpx.Client(transport=Paced(pace), headers=headers) as client:
            response = client.get(path)
    except httpx.HTTPError as error:
        raise RefusedError(f"no answer: {type(error).__name__}") from None
    if response.status_code != 200:
        raise RefusedError(f"the list of campaigns was answered {response.status_code}")
    yield from _ids(response)


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


def _ids(response: httpx.Response) -> Iterator[str]:
    # Not by the client, which refuses a list with one wrong field: that is for the judge to say.
    try:
        body: Any = response.json()
        items = body["data"]["items"]
    except (ValueError, KeyError, TypeError):
        return
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield item["id"]

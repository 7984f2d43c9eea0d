"""Target: the server under test, with the keys and ids that calls need."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from types import MappingProxyType
from typing import Any

from ..exchange import Exchange
from ..known_fields import with_known_fields
from ..spec.document import Json
from ..spec.examples import packaged_bodies, packaged_values
from ..spec.routes import Operation, Parameter, Route
from ..validator import GATEWAY_STATUSES, is_from_gateway
from .operations import TargetOperations
from .outcomes import CheckFailed as CheckFailed
from .outcomes import SkipCheck as SkipCheck
from .outcomes import Unfinished as Unfinished
from .request_budget import REMOVAL
from .requests import (
    UNKNOWN_ID,
    absolute_url,
    credential_header,
    credential_value,
    matching_value,
    payload,
    request_target,
)
from .resources import ResourceFactory

LIST, GET, START = "sonarly_campaigns_list", "sonarly_campaigns_get", "sonarly_campaigns_start"
LEAD_STATUS, CALLERS_LIST = "sonarly_campaigns_lead_status", "callers_campaigns_list"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass
class Target(TargetOperations):
    """Server under test, and the calls of its operations."""

    def reset(self) -> None:
        """Restore the initial state if the target can, and drop shared results."""
        if self.reset_server:
            # Reads leave nothing to restore.
            since = self._exchanges_at_reset
            if since is None or any(
                exchange.method != "GET" for exchange in self.exchanges[since:]
            ):
                self.reset_server()
                if self.sandbox:
                    self.sandbox.forget()
            self._exchanges_at_reset = len(self.exchanges)
            self.shared.clear()

    def ask(
        self,
        operation_id: str,
        values: Mapping[str, str | None] | None = None,
        *,
        key: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: Json | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Exchange:
        """Call an operation with known ids and its example body.

        Args:
            operation_id: The operation.
            values: Parameters that replace the known ids; None omits a parameter.
            key: API key, instead of the target's.
            headers: Headers instead of the credential.
            body: Body as keywords of httpx, instead of the example.
            extra_headers: Headers in addition to the credential.
        """
        route, method, operation = self.validator.routes.operations[operation_id]
        return self.call(
            method,
            route,
            operation,
            values,
            key=key,
            headers=headers,
            body=body,
            extra_headers=extra_headers,
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
        extra_headers: Mapping[str, str] | None = None,
    ) -> Exchange:
        """Call an operation by any method, also by one that the path does not have."""
        self.require_area(operation)
        key = key or self.key(route, operation)
        if key is None:
            raise SkipCheck(f"no key of {route.vendor} is set")
        filled = {**self._known_values(operation, values or {}), **(values or {})}
        if headers is None:
            headers = {credential_header(operation): credential_value(operation, key)}
        if body is None:
            body = self._default_body(method, operation)
        target = request_target(route, operation, filled)
        sent = {**headers, **(extra_headers or {})}
        send = partial(self.send, method, target, sent, body)
        if self.sandbox is None or method in _SAFE_METHODS:
            return send()
        with self.preparing():
            return self.sandbox.write(method, operation, filled, body, send)

    def _default_body(self, method: str, operation: Operation) -> Json:
        if method == "GET" or self.sandbox is None or self.reset_server:
            return packaged_bodies().get(operation.id, {})
        return self.sandbox.harmless_body(operation.id)

    @property
    def resources(self) -> ResourceFactory:
        """Return the sandbox, for a check that writes."""
        if self.sandbox is None:
            raise SkipCheck("create Sandbox(target) first: it writes")
        return self.sandbox

    @contextmanager
    def cleaning(self) -> Iterator[None]:
        """Send requests within the block even if the budget has ended."""
        before, self.is_cleaning = self.is_cleaning, True
        try:
            with self.budget.part(REMOVAL) if self.budget else nullcontext():
                yield
        finally:
            self.is_cleaning = before

    def path_values(self, operation: Operation) -> dict[str, str]:
        """Return the known ids in the path of an operation, in order."""
        known = self._known_values(operation)
        names = re.findall(r"{(\w+)}", self.route(operation).template)
        return {name: known[name] for name in names}

    def send(
        self, method: str, target: str, headers: Mapping[str, str], body: Json | None = None
    ) -> Exchange:
        """Send any request.

        Raises:
            Unfinished: The server returned 429, a gateway failed twice or for a write, or the
                budget has ended.
        """
        reads = self.earlier_reads if method == "GET" else None
        if reads and (known := reads.take(target, headers)):
            self.seen.append(known)
            return known
        url = absolute_url(self.client.base_url, target)
        with self.history.request() if self.history else nullcontext():
            response = self.client.request(method, url, headers=headers, **(body or {}))
            if method == "GET" and response.status_code in GATEWAY_STATUSES:
                # One failure of a gateway says nothing about the server: asked again.
                response = self.client.request(method, url, headers=headers, **(body or {}))
            received = Exchange.from_httpx(response)
            exchange = with_known_fields(received, self.validator.routes)
            if self.history:
                self.history.observe(exchange)
        self.exchanges.append(received)
        self.seen.append(exchange)
        if exchange.status == 429 or is_from_gateway(exchange):
            raise Unfinished(f"the server returned {exchange.status}")
        if reads:
            reads.add(target, headers, exchange)
        return exchange

    def data(self, operation_id: str, *, json: Any = None, **values: str | None) -> Any:
        """Return the payload of a call that must succeed.

        Raises:
            CheckFailed: The status is not 2xx.
        """
        body = None if json is None else {"json": json}
        exchange = self.ask(operation_id, values, body=body)
        if not 200 <= exchange.status < 300:
            raise CheckFailed(f"{operation_id} returned {exchange.status}")
        return payload(exchange)

    def campaigns(self, group_id: str | None = None) -> dict[str, Json]:
        """Return the campaigns of an account group by id; of the first group by default."""
        values = {"accountGroupId": group_id} if group_id else {}
        return {campaign["id"]: campaign for campaign in self.data(LIST, **values)["items"]}

    def campaign(self, campaign_id: str) -> Json:
        """Return one campaign of the first account group."""
        campaign: Json = self.data(GET, campaignId=campaign_id)
        return campaign

    def sample(self, ids: Mapping[str, object]) -> list[str]:
        """Return the ids to read one by one."""
        return list(islice(ids, self.sample_size))

    @cached_property
    def campaign_id(self) -> str:
        """Return a campaign of the first account group: the known one, or the first listed."""
        known = self.ids.get("campaignId") or list(self.campaigns())
        if not known:
            raise SkipCheck("the account group has no campaign: create one first")
        return known[0]

    def _known_values(
        self, operation: Operation, given: Mapping[str, str | None] = MappingProxyType({})
    ) -> dict[str, str]:
        """Return known values of the required parameters that are not given."""
        return {
            parameter.name: self._known_value(operation, parameter)
            for parameter in operation.parameters
            if parameter.is_required and parameter.location in {"path", "query"}
            if parameter.name not in given
        }

    def _known_value(self, operation: Operation, parameter: Parameter) -> str:
        vendor, name = self.route(operation).vendor, parameter.name
        if (vendor, name) == ("sonarly", "campaignId"):
            return self.campaign_id
        # A lead need not exist: a lead outside the campaign has a row too.
        known = self.known_ids(vendor, name)
        if not known and self.has_sample_ids:
            return packaged_values()[operation.id][name]
        return next(iter(known), matching_value(parameter, UNKNOWN_ID))

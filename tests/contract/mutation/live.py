"""Live runs: a mutant over HTTP, without control routes, as a user would run it."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from campaignkit_contract.exchange import Exchange
from campaignkit_contract.recording.capture import capture_exchanges
from campaignkit_contract.recording.har import Recording
from campaignkit_contract.report.junit import schemathesis_failures
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.schemathesis.live_run import run_live_schemathesis
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.registry import run_checks
from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_contract.targets.live import LiveTarget, UsageError, live_target
from campaignkit_contract.targets.rate_limit import DEFAULT_RATE, parse_rate
from campaignkit_contract.targets.target import Target
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID
from werkzeug import Request, Response

from .mutant import LIFETIME, SUCCESS_RANGE, UNCHANGED, Mutant, MutantFake
from .steps import Detection, first_finding

_SETTINGS = {
    "SONARLY_API_KEY": "fake-sonarly",
    "CALLERS_API_KEY": "fake-callers",
    "CALLERS_SYNC_SECRET": "fake-sync",
    "ACCOUNT_GROUP_ID": SAMPLE_ID,
    "ORGANIZATION_ID": SAMPLE_ID,
    "READER_KEY_ENV": "sonarly=READER",
    "READER": "fake-sonarly-read",
    "STRANGER_KEY_ENV": "sonarly=STRANGER,callers=OTHER",
    "STRANGER": "fake-sonarly-narrow",
    "OTHER": "fake-callers-other",
    "RATE": "100000/s",
}
_WRITE_SETTINGS = {
    "WRITE": "all",
    "DISPOSABLE_ACCOUNTS": SAMPLE_ID,
    # A run of some areas does not list these leads and audiences.
    "AUDIENCE_ID": SAMPLE_ID,
    "TEST_LEAD_IDS": ",".join([SAMPLE_ID, *(f"1e{number:022x}" for number in range(1, 40))]),
    # No operation lists them.
    "NAMED": f"sonarly conversationId={SAMPLE_ID},callers sipId={SAMPLE_ID}",
}
_SECONDS = parse_rate(DEFAULT_RATE)  # between two requests
_WRITES = "writes"


class LiveFake(MutantFake):
    """Fake whose control routes do not exist, and whose clock goes on as at the usual rate."""

    def handle(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Return the response to a request; that of an unknown path for a control route."""
        self.clock.advance(_SECONDS)
        writes, minute = self._memory.get(_WRITES, 0), int(self.clock.monotonic() // 60)
        self._memory[LIFETIME] = f"{writes} {minute}"
        if request.path.startswith(CONTROL_PREFIX):
            environ = {**request.environ, "REQUEST_URI": "/v1/unknown", "PATH_INFO": "/v1/unknown"}
            request = Request(environ)
        response = super().handle(request, sleep)
        if request.method != "GET" and response.status_code in SUCCESS_RANGE:
            self._memory[_WRITES] = writes + 1
        return response


def live_detection(
    mutant: Mutant, operations: Collection[str], *, may_write: bool
) -> Detection | None:
    """Run `campaignkit contract run` against a served mutant until it finds something.

    Args:
        mutant: The mutant.
        operations: Operations that the bug concerns. A run with writes calls only their areas.
        may_write: True to let the run write.
    """
    fake, settings = LiveFake(mutant), dict(_SETTINGS)
    if may_write:
        areas = {packaged_operations()[name].node["tags"][0] for name in operations if name}
        settings |= _WRITE_SETTINGS | {"AREAS": ",".join(sorted(areas))}
    source = mutant.source.planted() if mutant.source else nullcontext()
    with source, fake.serve() as base_url:
        found = _detected(base_url, settings)
    return found._replace(requests=fake.requests) if found else None


def live_false_alarms(*, may_write: bool) -> Iterator[str]:
    """Yield what runs on the unchanged fake find: one of each area, or one that only reads."""
    operations = {node.node["tags"][0]: name for name, node in packaged_operations().items()}
    for area, operation in operations.items() if may_write else [("every area", "")]:
        if found := live_detection(UNCHANGED, [operation], may_write=may_write):
            yield f"{area}: {found.by}"


def _detected(base_url: str, settings: dict[str, str]) -> Detection | None:
    routes, exchanges = packaged_validator().routes, list[Exchange]()
    with capture_exchanges(exchanges.append):
        try:
            live = live_target(base_url, settings, routes)
        except UsageError:
            return None  # The run ends with 2: it has checked nothing.
        target = live.stateful_target()
        with target.client, Sandbox(target, prefix=live.prefix) as sandbox:
            found = next(_findings(target, exchanges), None)
            sandbox.ledger.clear()  # The server ends with the run.
    return found or _generated_finding(live, settings)


def _findings(target: Target, exchanges: list[Exchange]) -> Iterator[Detection]:
    seen = 0
    for result in run_checks(target):
        if result.findings:
            yield Detection("stateful check", result.check.name, 0)
        if finding := first_finding(exchanges[seen:]):
            yield Detection("validator", finding.check, 0)
        seen = len(exchanges)


def _generated_finding(live: LiveTarget, settings: dict[str, str]) -> Detection | None:
    """Return the first finding about requests of Schemathesis."""
    routes = packaged_validator().routes
    with TemporaryDirectory() as name:
        folder = Path(name)
        run_live_schemathesis(live, routes, folder, {**os.environ, **settings}, is_quiet=True)
        if failures := [*schemathesis_failures(folder / "junit.xml")]:
            return Detection("Schemathesis", failures[0].code, 0)
        har = folder / "har.json"
        if not har.exists():  # The areas have no reads, or the budget has ended.
            return None
        finding = first_finding([*Recording(har, routes, live.base_url).exchanges()])
    return Detection("validator", finding.check, 0) if finding else None

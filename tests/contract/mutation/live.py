"""Live runs: a mutant over HTTP, without control routes, as a user would run it."""

from collections.abc import Callable, Collection
from contextlib import nullcontext

from campaignkit_contract.exchange import Exchange
from campaignkit_contract.recording.capture import capture_exchanges
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.registry import CHECKS
from campaignkit_contract.targets.fake import CONTROL_PREFIX
from campaignkit_contract.targets.live import live_target
from campaignkit_contract.targets.target import Target
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import SAMPLE_ID
from werkzeug import Request, Response

from .mutant import Mutant, MutantFake
from .steps import Detection, first_finding

_SETTINGS = {
    "SONARLY_API_KEY": "fake-sonarly",
    "CALLERS_API_KEY": "fake-callers",
    "ACCOUNT_GROUP_ID": SAMPLE_ID,
    "ORGANIZATION_ID": SAMPLE_ID,
    "RATE": "100000/s",
}


class LiveFake(MutantFake):
    """Fake whose control routes do not exist, on its own clock."""

    def handle(self, request: Request, sleep: Callable[[float], object]) -> Response:
        """Return the response to a request; that of an unknown path for a control route."""
        if request.path.startswith(CONTROL_PREFIX):
            environ = {**request.environ, "REQUEST_URI": "/v1/unknown", "PATH_INFO": "/v1/unknown"}
            request = Request(environ)
        return super().handle(request, sleep)


def live_detection(
    mutant: Mutant, operations: Collection[str], *, may_write: bool
) -> Detection | None:
    """Run the stateful checks and the validator against a served mutant, without Schemathesis.

    Args:
        mutant: The mutant.
        operations: Operations that the bug concerns; only their areas are called.
        may_write: True to let the run write.
    """
    fake = LiveFake(mutant)
    areas = {packaged_operations()[name].node["tags"][0] for name in operations if name}
    settings = {**_SETTINGS, "AREAS": ",".join(sorted(areas))}
    if may_write:
        settings["WRITE"] = "1"
    exchanges: list[Exchange] = []
    source = mutant.source.planted() if mutant.source else nullcontext()
    with source, fake.serve() as base_url, capture_exchanges(exchanges.append):
        target = live_target(base_url, settings, packaged_validator().routes).stateful_target()
        with target.client:
            by = _first_check(target)
    if by:
        return Detection("stateful check", by, fake.requests)
    finding = first_finding(exchanges)
    return Detection("validator", finding.check, fake.requests) if finding else None


def _first_check(target: Target) -> str:
    return next((check.name for check in CHECKS if check.run(target).findings), "")

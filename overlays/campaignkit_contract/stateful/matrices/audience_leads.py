"""Cells of the references matrix: leads in a body are those of the audience that the call names."""

from collections.abc import Iterator

from ...sandbox.guard import succeeded
from ...spec.references import LEADS
from ...spec.routes import Operation
from ...targets.listing import items
from ..audiences import prospects_of
from .finding import CellFinding
from .listed_references import accepted
from .matrix import MatrixRun
from .preparation import prepare

_AUDIENCES = "sonarly_audiences_list"
_FEW = 2  # other audiences


def leads_of_others(run: MatrixRun, operation: Operation, field: str) -> Iterator[CellFinding]:
    """Name leads of other audiences one by one; the server must refuse each.

    It may refuse a single lead for another reason, so several are tried.
    """
    scene = prepare(run, operation)
    audience = scene.json.get("audienceId") or scene.values.get("audienceId")
    if audience is None:
        return
    for lead in _foreign_leads(run, str(audience)):
        run.sandbox.allow(LEADS, lead)
        if succeeded(scene.call_with_id(field, lead)):
            yield accepted(operation, f"{field}: a lead of another audience")
            return


def _foreign_leads(run: MatrixRun, audience: str) -> list[str]:
    """Return leads of other audiences that an audience does not have."""
    found: list[str] = []
    with run.target.preparing():
        own = {prospect["id"] for prospect in prospects_of(run.target, audience)}
        others = [item["id"] for item in items(run.target, _AUDIENCES) if item["id"] != audience]
        for other in others[:_FEW]:
            leads = [prospect["id"] for prospect in prospects_of(run.target, other)]
            foreign = [lead for lead in leads if lead not in own]
            found += [*foreign[:1], *foreign[-1:]]
    return found

"""Sandbox: resources that a run makes for its checks and removes again, on any target.

    sandbox = Sandbox(target, ledger=Path("ledger.jsonl"))
    with sandbox:
        call = sandbox.call_values("sonarly_audiences_update")
        target.ask("sonarly_audiences_update", call.values, body=call.body)

`Kinds` derives from the spec how each kind of resource is created, found, read and removed. A kind
is named by vendor and path parameter: `sonarly audienceId`. A stateful check finds the sandbox of
its target as `target.sandbox`.
"""

from ..spec.kinds import Kind, Kinds, packaged_kinds
from ..spec.references import LEADS
from ..targets.resources import CallValues, Resource
from .cleanup import check_ledger, clean
from .ledger import Ledger
from .sandbox import Sandbox

__all__ = [
    "LEADS",
    "CallValues",
    "Kind",
    "Kinds",
    "Ledger",
    "Resource",
    "Sandbox",
    "check_ledger",
    "clean",
    "packaged_kinds",
]

"""Workers of pytest-xdist pass their findings and their coverage on, as JSON."""

import json
from types import SimpleNamespace
from typing import Any

from campaignkit_contract.pytest_plugins.coverage import CoveragePlugin
from campaignkit_contract.pytest_plugins.validation import ValidationPlugin, ValidationState
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import Fake

from .exchanges import LIST, ask, body


class Worker:
    """Configuration of a worker, with the output that it sends."""

    def __init__(self) -> None:
        self.workeroutput: dict[str, Any] = {}

    @property
    def node(self) -> Any:
        """Return the worker as the controller sees it."""
        return SimpleNamespace(workeroutput=json.loads(json.dumps(self.workeroutput)))


def covered() -> SpecCoverage:
    """Return the coverage of one exchange."""
    coverage = SpecCoverage(packaged_validator().routes)
    coverage.add(ask(Fake(), *LIST))
    return coverage


def test_coverage() -> None:
    """The controller adds the coverage of a worker."""
    worker: Any = Worker()
    session: Any = SimpleNamespace(testsfailed=0)
    CoveragePlugin(worker, covered()).pytest_sessionfinish(session)
    controller = CoveragePlugin(session)
    controller.pytest_testnodedown(worker.node)
    controller.pytest_testnodedown(SimpleNamespace())

    assert controller.coverage.covered == covered().covered


def test_validation() -> None:
    """The controller adds the findings and exemptions of a worker."""
    worker = Worker()
    state = ValidationState()
    state.observe(body(lambda b: b.update(took=3))(ask(Fake(), *LIST)))
    state.exemptions["ran"].add("tests/test_it.py")
    plugin = ValidationPlugin.__new__(ValidationPlugin)
    plugin.state = state
    session: Any = SimpleNamespace(config=worker)
    plugin.pytest_sessionfinish(session)
    controller = ValidationPlugin.__new__(ValidationPlugin)
    controller.state = ValidationState()
    controller.pytest_testnodedown(worker.node)
    controller.pytest_testnodedown(SimpleNamespace())

    assert controller.state.to_dict() == state.to_dict()
    assert controller.state.exchanges == 1
    [finding] = controller.state.outside
    assert finding.startswith("additive schema: sonarly_campaigns_list")

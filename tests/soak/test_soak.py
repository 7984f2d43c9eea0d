"""The soak test finds nothing in a short run, and detects growth."""

from itertools import count

import pytest

from .soak import FAULTS, Report, main, soak
from .usage import Usage, growth


@pytest.mark.expects_contract_violation("faults are not documented")
def test_short() -> None:
    """Two rounds of mixed calls under faults lose nothing and start nothing twice."""
    lines: list[str] = []
    ticks = count()
    brief = [fault for fault in FAULTS if "delay" not in fault]
    report = soak(
        2,
        seed=3,
        leads=100,
        faults=brief,
        on_round=lines.append,
        clock=lambda: next(ticks),
        timeout=60,  # the machine may be busy
        settle=0.5,  # a state that is read too early only leaves the outcome unknown
    )

    assert report.findings == []
    assert (report.rounds, report.calls["returned"] > 100) == (2, True)
    assert [line.partition(":")[0] for line in lines] == ["round 1", "round 2"]


@pytest.mark.parametrize("name", Usage._fields)
def test_leak(name: str) -> None:
    """A resource that grows from round to round is a finding."""
    flat = Usage(50, 10, 3, 0)
    grown = [flat._replace(**{name: getattr(flat, name) + 5 * number}) for number in range(30)]

    assert [*growth([flat] * 30)] == []
    [found] = growth(grown)
    assert found.startswith(f"{name} grew from ")


def test_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints findings and fails."""
    found = Report(findings=["sockets grew from 1 to 99"])
    monkeypatch.setattr("tests.soak.soak.soak", lambda *_, **__: found)

    assert main(["0"]) == 1
    assert capsys.readouterr().out == "FOUND: sockets grew from 1 to 99\n"

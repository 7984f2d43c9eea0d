"""Every exchange of a test run is judged, unless a test says why not."""

from pathlib import Path

import pytest

PLUGINS = (
    *("-p", "judging"),
    *("-p", "no:schemathesis"),
    *("-p", "no:cacheprovider"),
    # Which collects garbage five times at the end of each run, of all that the outer one has.
    *("-p", "no:unraisableexception"),
)
PREAMBLE = """
import httpx, pytest
from campaignkit_fake import Fake, Fault

CAMPAIGNS = "https://api.invalid/v1/accounts/507f1f77bcf86cd799439011/campaigns"
KEY = {"Authorization": "Bearer fake-sonarly"}

def ask(fault=None, path="", transport=None):
    fake = Fake()
    if fault:
        fake.faults.add(fault)
    with httpx.Client(transport=transport or fake.transport(), headers=KEY) as client:
        return client.get(CAMPAIGNS + path).status_code

"""
WRONG = "ask(Fault(body='{}'))"

pytestmark = pytest.mark.unjudged("the inner tests want wrong answers")


def run(pytester: pytest.Pytester, code: str, *arguments: str) -> pytest.RunResult:
    """Run tests under the judge, in this process."""
    pytester.makepyfile(PREAMBLE + code)
    return pytester.runpytest_inprocess(*PLUGINS, *arguments)


def test_wrong_answer(pytester: pytest.Pytester) -> None:
    """A test with a wrong answer fails, though it asserts nothing about it."""
    result = run(pytester, f"def test_it(): {WRONG}")

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(
        ["*the judge finds:", "*breaking schema: sonarly_campaigns_list*required*", "1 exchanges*"]
    )


def test_good_answer(pytester: pytest.Pytester) -> None:
    """Right answers pass, and are counted."""
    result = run(pytester, "def test_it(): assert (ask(), ask(path='/nobody')) == (200, 404)")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["2 exchanges judged"])


@pytest.mark.parametrize(
    "body",
    [
        "with client.stream('GET', CAMPAIGNS) as response: list(response.iter_bytes())",
        "with client.stream('GET', CAMPAIGNS) as response: response.read()",
        "client.send(client.build_request('GET', CAMPAIGNS), stream=True).close()",
    ],
    ids=["in parts", "whole", "closed"],
)
def test_streamed(pytester: pytest.Pytester, body: str) -> None:
    """A streamed answer is judged once, when it was read or let go."""
    code = f"""
def test_it():
    fake = Fake()
    fake.faults.add(Fault(status=503))
    with httpx.Client(transport=fake.transport(), headers=KEY) as client:
        {body}
"""
    result = run(pytester, code)

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*breaking status: sonarly_campaigns_list: 503*", "1 exchanges*"])


def test_async(pytester: pytest.Pytester) -> None:
    """Async clients are judged too, streamed or not."""
    code = """
import asyncio

def test_it():
    async def main():
        fake = Fake()
        fake.faults.add(Fault(status=503, times=2))
        async with httpx.AsyncClient(transport=fake.transport(), headers=KEY) as client:
            await client.get(CAMPAIGNS)
            async with client.stream("GET", CAMPAIGNS) as response:
                [part async for part in response.aiter_bytes()]
    asyncio.run(main())
"""
    result = run(pytester, code)

    result.assert_outcomes(passed=1, errors=1)
    assert result.stdout.str().count("503 is not documented") == 2


MARKED = "@pytest.mark.unjudged('a fault')\n@pytest.mark.parametrize('fault', [0, 1])\n"


def test_marked(pytester: pytest.Pytester) -> None:
    """With the mark it passes, also where only one of its cases is wrong."""
    result = run(pytester, f"{MARKED}def test_it(fault): {WRONG} if fault else ask()")

    result.assert_outcomes(passed=2)
    assert result.ret == 0


def test_marked_module(pytester: pytest.Pytester) -> None:
    """A mark for a module is for its tests."""
    code = (
        f"pytestmark = pytest.mark.unjudged('faults')\ndef test_a(): {WRONG}\ndef test_b(): ask()"
    )

    assert run(pytester, code).ret == 0


def test_needless(pytester: pytest.Pytester) -> None:
    """A mark behind which nothing is wrong fails the whole run, and no part of one."""
    code = f"{MARKED}def test_it(fault): ask()"
    result = run(pytester, code)

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["JUDGING: *test_it: nothing was wrong, remove its mark*"])
    assert pytester.runpytest_inprocess(*PLUGINS, "-k", "test_it").ret == 0


def test_no_reason(pytester: pytest.Pytester) -> None:
    """A mark needs a reason."""
    result = run(pytester, f"@pytest.mark.unjudged\ndef test_it(): {WRONG}")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*unjudged needs its reason*"])


def test_ledger(pytester: pytest.Pytester) -> None:
    """A line of the ledger is as good as a mark; one for no test fails a run of all."""
    pytester.makepyfile(**{"tests/test_it": PREAMBLE + f"def test_it(): {WRONG}"})
    ledger = pytester.path / "tests" / "unjudged.toml"
    ledger.write_text('"tests/test_it.py::test_it" = "a fault"\n')
    pytester.makeini("[pytest]\ntestpaths = tests")
    assert pytester.runpytest_inprocess(*PLUGINS).ret == 0

    ledger.write_text(ledger.read_text() + '"tests/test_it.py::test_gone" = "a fault"\n')
    result = pytester.runpytest_inprocess(*PLUGINS)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["JUDGING: *test_gone: no such test*"])


def test_outside(pytester: pytest.Pytester) -> None:
    """What is wrong while tests are imported fails the run."""
    result = run(pytester, f"{WRONG}\ndef test_it(): ask()")

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["JUDGING: outside of any test: breaking schema*"])


def test_control(pytester: pytest.Pytester) -> None:
    """The fake's control routes are none of the vendors'."""
    result = run(
        pytester,
        "def test_it(): httpx.Client(transport=Fake().transport()).get('http://x/_fake/state')",
    )

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["0 exchanges judged"])


def test_workers(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pytest-xdist the same tests fail, and as many exchanges are judged."""
    code = f"""
@pytest.mark.parametrize("number", range(6))
def test_it(number):
    {WRONG} if number % 2 else ask()

{MARKED}def test_needless(fault): ask()
"""
    pytester.makepyfile(PREAMBLE + code)
    tests = Path(__file__).parent.parent
    monkeypatch.setenv("PYTHONPATH", str(tests))
    runs = [pytester.runpytest_subprocess(*PLUGINS, "-rE", *n) for n in ((), ("-n", "2"))]
    failed = [{line for line in each.outlines if line.startswith("ERROR test_")} for each in runs]

    assert len(failed[0]) == 3
    assert failed[0] == failed[1]
    for each in runs:
        each.stdout.fnmatch_lines(["8 exchanges judged"])

"""The pytest plugin validates every exchange of a run, unless a test says why not."""

import pytest

PLUGINS = (
    # By its module, so that the installed entry point does not matter.
    *("-p", "no:campaignkit_contract"),
    *("-p", "campaignkit_contract.pytest_plugin"),
    *("-p", "no:schemathesis"),
    *("-p", "no:cacheprovider"),
    # It collects garbage five times at the end of each run, of everything the outer run has.
    *("-p", "no:unraisableexception"),
)
ENABLED = (*PLUGINS, "--contract")
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
MARK = "pytest.mark.expects_contract_violation"

pytestmark = pytest.mark.expects_contract_violation("the inner tests want wrong responses")


def run(pytester: pytest.Pytester, code: str, *arguments: str) -> pytest.RunResult:
    """Run tests with the plugin, in this process."""
    pytester.makepyfile(PREAMBLE + code)
    return pytester.runpytest_inprocess(*ENABLED, *arguments)


@pytest.mark.no_cover
def test_wrong_response(pytester: pytest.Pytester) -> None:
    """A test with a wrong response fails, even if it asserts nothing about it."""
    result = run(pytester, f"def test_it(): {WRONG}")

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "*responses violate the contract:",
            "*breaking schema: sonarly_campaigns_list*required*",
            "1 exchanges validated",
        ]
    )


@pytest.mark.no_cover
def test_conforming_response(pytester: pytest.Pytester) -> None:
    """Conforming responses pass, and are counted."""
    result = run(pytester, "def test_it(): assert (ask(), ask(path='/unknown')) == (200, 404)")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["2 exchanges validated"])


def test_off_by_default(pytester: pytest.Pytester) -> None:
    """Without the option nothing is validated."""
    pytester.makepyfile(PREAMBLE + f"def test_it(): {WRONG}")
    result = pytester.runpytest_inprocess(*PLUGINS)

    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*exchanges validated*")


def test_ini(pytester: pytest.Pytester) -> None:
    """The ini option turns the validation on."""
    pytester.makeini("[pytest]\ncontract = true")
    pytester.makepyfile(PREAMBLE + f"def test_it(): {WRONG}")

    pytester.runpytest_inprocess(*PLUGINS).assert_outcomes(passed=1, errors=1)


@pytest.mark.parametrize("option", [(), ("--contract",)], ids=["off", "on"])
def test_coverage_fixture(pytester: pytest.Pytester, option: tuple[str, ...]) -> None:
    """The coverage fixture skips a test if the plugin is off."""
    pytester.makepyfile("def test_it(spec_coverage): assert spec_coverage.responses == {}")
    result = pytester.runpytest_inprocess(*PLUGINS, *option)

    result.assert_outcomes(passed=len(option), skipped=1 - len(option))


@pytest.mark.no_cover
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
    """A streamed response is validated once, when it has been read or closed."""
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
    """Exchanges of async clients are validated too, streamed or not."""
    code = """
import asyncio

def test_it():
    async def main():
        fake = Fake()
        fake.faults.add(Fault(status=503, times=3))
        async with httpx.AsyncClient(transport=fake.transport(), headers=KEY) as client:
            await client.get(CAMPAIGNS)
            async with client.stream("GET", CAMPAIGNS) as response:
                [part async for part in response.aiter_bytes()]
            async with client.stream("GET", CAMPAIGNS) as response:
                pass
    asyncio.run(main())
"""
    result = run(pytester, code)

    result.assert_outcomes(passed=1, errors=1)
    assert result.stdout.str().count("503 is not documented") == 3


def test_redirect(pytester: pytest.Pytester) -> None:
    """A response that httpx follows is validated too."""
    code = """
def test_it():
    def respond(request):
        is_first = request.url.path.endswith("/campaigns")
        location = {"Location": "/v1/nowhere"}
        return httpx.Response(302, headers=location) if is_first else httpx.Response(404)
    transport = httpx.MockTransport(respond)
    with httpx.Client(transport=transport, headers=KEY, follow_redirects=True) as client:
        client.get(CAMPAIGNS)
"""
    result = run(pytester, code)

    result.stdout.fnmatch_lines(["*302 is not documented*", "2 exchanges validated"])


def test_undecodable(pytester: pytest.Pytester) -> None:
    """A streamed body that cannot be decoded counts as unknown."""
    code = """
def test_it():
    def respond(request):
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(b"no gzip"))
    with httpx.Client(transport=httpx.MockTransport(respond), headers=KEY) as client:
        with client.stream("GET", CAMPAIGNS) as response:
            [part for part in response.iter_raw()]
"""
    result = run(pytester, code)

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["1 exchanges validated"])


@pytest.mark.no_cover
def test_many_findings(pytester: pytest.Pytester) -> None:
    """Of many findings the first are shown, and the number of the others."""
    result = run(pytester, f"def test_it():\n    for _ in range(12): {WRONG}")

    result.stdout.fnmatch_lines(["*and * more"])


MARKED = f"@{MARK}('a fault')\n@pytest.mark.parametrize('fault', [0, 1])\n"


def test_marked(pytester: pytest.Pytester) -> None:
    """A marked test passes, even if only one of its cases has a wrong response."""
    result = run(pytester, f"{MARKED}def test_it(fault): {WRONG} if fault else ask()")

    result.assert_outcomes(passed=2)
    assert result.ret == 0


def test_marked_module(pytester: pytest.Pytester) -> None:
    """A mark of a module is for its tests."""
    code = f"pytestmark = {MARK}('faults')\ndef test_a(): {WRONG}\ndef test_b(): ask()"

    assert run(pytester, code).ret == 0


def test_unneeded_mark(pytester: pytest.Pytester) -> None:
    """A mark without a wrong response fails a whole run, and no part of one."""
    code = f"{MARKED}def test_it(fault): ask()"
    result = run(pytester, code)

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["CONTRACT: *test_it: its responses conform*"])
    assert pytester.runpytest_inprocess(*ENABLED, "-k", "test_it").ret == 0


def test_no_reason(pytester: pytest.Pytester) -> None:
    """A mark needs a reason."""
    result = run(pytester, f"@{MARK}\ndef test_it(): {WRONG}")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*expects_contract_violation needs a reason*"])


def test_exemptions_file(pytester: pytest.Pytester) -> None:
    """A line of the file works like a mark; one without its test fails a run of every test."""
    pytester.makepyfile(**{"tests/test_it": PREAMBLE + f"def test_it(): {WRONG}"})
    file = pytester.path / "exemptions.toml"
    file.write_text('"tests/test_it.py::test_it" = "a fault"\n')
    pytester.makeini("[pytest]\ntestpaths = tests\ncontract_exemptions = exemptions.toml")
    assert pytester.runpytest_inprocess(*ENABLED).ret == 0

    file.write_text(file.read_text() + '"tests/test_it.py::test_gone" = "a fault"\n')
    result = pytester.runpytest_inprocess(*ENABLED)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["CONTRACT: *test_gone: the test does not exist*"])


def test_no_exemptions_file(pytester: pytest.Pytester) -> None:
    """A file that does not exist exempts no test."""
    pytester.makeini("[pytest]\ncontract_exemptions = nowhere.toml")

    run(pytester, f"def test_it(): {WRONG}").assert_outcomes(passed=1, errors=1)


def test_outside(pytester: pytest.Pytester) -> None:
    """A wrong response while tests are imported fails the run."""
    result = run(pytester, f"{WRONG}\ndef test_it(): ask()")

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["CONTRACT: outside of any test: breaking schema*"])


@pytest.mark.no_cover
def test_control_routes(pytester: pytest.Pytester) -> None:
    """The fake's control routes belong to no vendor."""
    result = run(
        pytester,
        "def test_it(): httpx.Client(transport=Fake().transport()).get('http://x/_fake/state')",
    )

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["0 exchanges validated"])

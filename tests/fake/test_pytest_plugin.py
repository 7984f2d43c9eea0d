"""The fixtures in a project that has campaignkit installed."""

import subprocess
import sys
from importlib.metadata import entry_points

import httpx
import pytest
from campaignkit_fake import Fake, VirtualClock

WITHOUT_EXTRA = "import sys; sys.modules['werkzeug'] = sys.modules['jsonschema_rs'] = None\n"
# Plugins of others, some of which take seconds to load.
WITHOUT_OTHERS = [
    f"-pno:{plugin.name}"
    for plugin in entry_points(group="pytest11")
    if not plugin.name.startswith("campaignkit")
]
USER_TESTS = """
    import httpx
    from campaignkit_fake import SAMPLE_ID, FAULTS

    START = f"/v1/accounts/{SAMPLE_ID}/campaigns/{SAMPLE_ID}/start"
    HEADERS = {"Authorization": "Bearer fake-sonarly"}

    def test_in_process(campaignkit_fake, campaignkit_clock):
        transport = campaignkit_fake.transport()
        campaignkit_fake.faults.add(FAULTS["internal error"])
        with httpx.Client(transport=transport, base_url="https://api.sonarly.io") as client:
            assert client.post(START, headers=HEADERS).status_code == 500
            campaignkit_clock.sleep(1)
            assert client.post(START, headers=HEADERS).status_code == 200

    def test_over_http(campaignkit_fake_url, campaignkit_fake):
        url = campaignkit_fake_url + START
        assert httpx.post(url, headers=HEADERS, timeout=60).status_code == 200
        assert len(campaignkit_fake.state()["starts"]) == 1
"""


def test_on_clock(campaignkit_fake: Fake, campaignkit_clock: VirtualClock) -> None:
    """The fake is on the clock that the test has."""
    assert campaignkit_fake.clock is campaignkit_clock


def test_served(campaignkit_fake: Fake, campaignkit_fake_url: str) -> None:
    """The URL leads to the fake that the test has."""
    campaignkit_fake.reset(seed=5)
    with httpx.Client(base_url=campaignkit_fake_url, timeout=60) as client:
        assert client.get("/_fake/state").json() == campaignkit_fake.state()


def test_found_by_pytest(pytester: pytest.Pytester) -> None:
    """A user's tests take the fixtures without an import, and each has a fake of its own."""
    pytester.makepyfile(USER_TESTS)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", *WITHOUT_OTHERS)
    result.assert_outcomes(passed=2)


def test_told_by_pytest(pytester: pytest.Pytester) -> None:
    """`pytest --fixtures` says what each fixture is."""
    result = pytester.runpytest_subprocess("--fixtures", *WITHOUT_OTHERS)
    result.stdout.fnmatch_lines(["campaignkit_fake -- *", "    Return a new fake of Sonarly and *"])


def test_without_extra(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, pytest runs, and the error of a fixture says what to install."""
    pytester.makepyfile("def test_other(): pass\ndef test_fake(campaignkit_fake): pass")
    script = f"{WITHOUT_EXTRA}import pytest; pytest.main(['-p', 'campaignkit_fake'])"
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    result = pytester.run(sys.executable, "-c", script)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*ImportError: *install campaignkit with its extra [[]fake]"])


def test_loads_nothing() -> None:
    """What pytest imports in every run loads neither the fake nor what it needs."""
    script = "import campaignkit_fake.pytest_plugin, sys; print(*sys.modules)"
    command = [sys.executable, "-c", script]
    loaded = set(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603
    )
    assert loaded & {"werkzeug", "httpx", "jsonschema_rs", "campaignkit_fake.engine.app"} == set()

"""pytest plugin: the validator checks every exchange of a run, and a finding fails its test.

It is off by default. `--contract` or the ini option `contract = true` turns it on:

    [tool.pytest.ini_options]
    contract = true
    contract_exemptions = "tests/contract_exemptions.toml"

Every exchange that passes through httpx is validated, except the fake's control routes. A test that
needs wrong responses says why, by `@pytest.mark.expects_contract_violation("reason")` or by a line
of the exemptions file. A whole run fails if such an exemption is not needed.

The fixture `spec_coverage` counts which operations and documented statuses exchanges cover. A whole
run in which a test used it fails if it misses one.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .report.coverage import SpecCoverage


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    text = "validate every HTTP exchange against openapi.yaml (campaignkit_contract)"
    parser.getgroup("campaignkit").addoption("--contract", action="store_true", help=text)
    parser.addini("contract", text, type="bool", default=False)
    exemptions = "TOML file: test id = reason, for tests that need wrong responses"
    parser.addini("contract_exemptions", exemptions, default="")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and the plugins if the validation is turned on."""
    config.addinivalue_line(
        "markers", "expects_contract_violation(reason): its responses are wrong on purpose"
    )
    if not (config.getoption("contract") or config.getini("contract")):
        return
    # Loaded only now, because the extra may not be installed.
    from .pytest_plugins.coverage import CoveragePlugin
    from .pytest_plugins.validation import ValidationPlugin

    config.pluginmanager.register(CoveragePlugin(config), "campaignkit_contract_coverage")
    config.pluginmanager.register(ValidationPlugin(config), "campaignkit_contract_validation")


@pytest.fixture(scope="session")
def spec_coverage(request: pytest.FixtureRequest) -> "SpecCoverage":
    """Return the coverage of the run, to which tests add exchanges."""
    from .pytest_plugins.coverage import CoveragePlugin

    plugin = request.config.pluginmanager.getplugin("campaignkit_contract_coverage")
    if not isinstance(plugin, CoveragePlugin):
        pytest.skip("spec_coverage needs --contract")
    return plugin.coverage

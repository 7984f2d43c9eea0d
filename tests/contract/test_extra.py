"""Without its extra, contract verification says what to install."""

import subprocess
import sys

import pytest

WITHOUT = "import sys; sys.modules['werkzeug'] = sys.modules['jsonschema_rs'] = None; "


@pytest.mark.parametrize(
    "code",
    [
        "from campaignkit_contract import packaged_validator",
        "import runpy; runpy.run_module('campaignkit_contract', run_name='__main__')",
    ],
)
def test_missing(code: str) -> None:
    """The import and the command name the extra."""
    run = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", WITHOUT + code], capture_output=True, text=True, check=False
    )

    assert run.returncode == 1
    assert "Install campaignkit with its extra [contract]." in run.stderr

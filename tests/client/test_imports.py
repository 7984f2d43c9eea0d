"""Importing loads what is needed, and nothing else."""

import os
import subprocess
import sys

import campaignkit
import campaignkit.__main__
import campaignkit.models
import campaignkit_cli.__main__
import pytest
from campaignkit_api.api.sonarly_campaigns import SonarlyCampaigns

AT_FIRST = "from campaignkit import Sonarly; client = Sonarly(api_key='k')"
FIRST_CALL = (
    "import httpx; from campaignkit import Sonarly\n"
    "answer = httpx.Response(404)\n"
    "client = Sonarly(api_key='k', transport=httpx.MockTransport(lambda _: answer))\n"
    "try: client.campaigns.start('g', 'c')\n"
    "except Exception as error: print(type(error).__name__)\n"
)


def loaded_by(script: str) -> set[str]:
    """Return the modules that a script loads, in an interpreter of its own."""
    return printed_by(script + "\nimport sys; print(*sorted(sys.modules))")


def printed_by(script: str) -> set[str]:
    """Return the words that a script prints, in an interpreter of its own."""
    command = [sys.executable, "-c", script]
    result = subprocess.run(  # noqa: S603 - our own script
        command, capture_output=True, text=True, check=True, env=os.environ
    )
    return set(result.stdout.split())


def test_first_client() -> None:
    """A first client loads no model, no operation, no decoder, no schemas and no asyncio."""
    loaded = loaded_by(AT_FIRST)
    ours = {name for name in loaded if name.startswith("campaignkit_api.")}

    assert {name for name in ours if ".models." in name or ".api." in name} == set()
    assert loaded & {"campaignkit.models", "campaignkit.webhooks"} == set()
    assert loaded & {"asyncio", "msgspec", "werkzeug", "jsonschema_rs", "campaignkit_fake"} == set()


def test_first_call() -> None:
    """A first call loads its operation and the models of that, not those of the others."""
    loaded = loaded_by(FIRST_CALL)

    assert "campaignkit_api.api.sonarly_campaigns.sonarly_campaigns_start" in loaded
    assert "campaignkit_api.models.campaign" in loaded
    assert "campaignkit_api.models.callers_campaign" not in loaded
    assert "campaignkit_api.api.sonarly_campaigns.sonarly_campaigns_list" not in loaded


def test_command_line() -> None:
    """`python -m campaignkit` is the command line."""
    assert vars(campaignkit.__main__)["main"] is campaignkit_cli.__main__.main


@pytest.mark.parametrize("name", ["models", "webhooks", "errors"])
def test_submodules(name: str) -> None:
    """`import campaignkit` is enough to use a public submodule."""
    script = f"import campaignkit; print(campaignkit.{name}.__name__, *dir(campaignkit))"

    assert {f"campaignkit.{name}", name} <= printed_by(script)


def test_dir() -> None:
    """`dir()` shows what is loaded on demand."""
    assert {"errors", "models", "webhooks", "Pager", "to_rows"} <= set(dir(campaignkit))


def test_no_submodule() -> None:
    """A name that the package does not have is an AttributeError."""
    with pytest.raises(AttributeError, match="module 'campaignkit' has no attribute 'other'"):
        campaignkit.other  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", ["Campaign", "CampaignStatus", "CallersCampaign"])
def test_seen_before_loaded(name: str) -> None:
    """`dir()` shows what is not loaded yet."""
    assert name in dir(campaignkit.models)


def test_help() -> None:
    """`help()` shows the methods and their documentation."""
    assert "Start a campaign" in (SonarlyCampaigns.start.__doc__ or "")
    assert isinstance(campaignkit.Sonarly(api_key="k").campaigns, SonarlyCampaigns)

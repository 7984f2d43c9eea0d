"""Commands for keys and profiles."""

import sys

import click
from campaignkit_api import catalog
from campaignkit_operations.key_store import FILE, KeyStore
from campaignkit_operations.profiles import check_name, config_folder

from .common_options import complete_profile
from .output import output_options, write_items
from .positional import complete_ids
from .session import Session
from .streams import note

_VENDORS = click.Choice(list(catalog.VENDORS))


@click.command(help="Store the API key of a vendor in the keyring of the system.")
@click.argument("vendor", type=_VENDORS)
@click.option("--profile", shell_complete=complete_profile, help="Profile to store the key in.")
@click.option("--base-url", help="Other base URL than that of the vendor.")
@click.option(
    "--account-group",
    shell_complete=complete_ids("sonarly", "account_group_id"),
    help="ID of the default account group (Sonarly).",
)
@click.option(
    "--organization",
    shell_complete=complete_ids("callers", "organization_id"),
    help="ID of the default organization (Callers.ai).",
)
@click.pass_obj
def login(
    session: Session,
    vendor: str,
    profile: str | None,
    base_url: str | None,
    account_group: str | None,
    organization: str | None,
) -> None:
    """Read a key from a hidden prompt, or from standard input, and store it."""
    name = check_name(profile or session.profile)
    key = _read_key(vendor)
    store = KeyStore(config_folder(session.environment))
    place = store.save(name, vendor, key)
    defaults = {
        "base_url": base_url,
        "account_group_id": account_group,
        "organization_id": organization,
    }
    settings = session.profiles.settings(name, vendor) | {"key": place}
    settings |= {option: value for option, value in defaults.items() if value}
    session.profiles.change(name, vendor, settings)
    location = (
        f"{store.path}, readable only by you" if place == FILE else "the keyring of the system"
    )
    note(
        f"The key of {vendor} is in {location} (profile {name}). Check it with: campaignkit whoami"
    )


def _read_key(vendor: str) -> str:
    if sys.stdin.isatty():  # pragma: no cover - typed in tests/cli/test_process.py
        key = str(click.prompt(f"API key of {vendor}", hide_input=True, err=True))
    else:
        key = sys.stdin.readline()
    if not key.strip():
        raise click.UsageError("The key must not be empty.")
    return key.strip()


@click.group(help="List, use and remove profiles.")
def profile() -> None:
    """Group the commands for profiles."""


@profile.command("list", help="List the profiles.")
@click.pass_obj
def list_profiles(session: Session) -> None:
    """Print the profiles and their settings, without keys."""
    rows = [
        {
            "profile": name,
            "vendor": vendor,
            **session.profiles.settings(name, vendor),
            "in_use": name == session.profile,
        }
        for name in session.profiles.names
        for vendor in session.profiles.vendors(name)
    ]
    write_items(rows, output_options(None, None, None, no_color=False, environment={}))


@profile.command("use", help="Make a profile the one in use.")
@click.argument("name", shell_complete=complete_profile)
@click.pass_obj
def use_profile(session: Session, name: str) -> None:
    """Change the profile in use."""
    session.profiles.use(name)
    note(f"The profile {name} is in use.")


@profile.command("remove", help="Remove a profile and its keys.")
@click.argument("name", shell_complete=complete_profile)
@click.pass_obj
def remove_profile(session: Session, name: str) -> None:
    """Remove a profile and its keys."""
    store = KeyStore(config_folder(session.environment))
    places = {
        vendor: session.profiles.settings(name, vendor).get("key", FILE)
        for vendor in session.profiles.vendors(name)
    }
    session.profiles.remove(name)
    for vendor, place in places.items():
        store.remove(name, vendor, place)
    note(f"The profile {name} and its keys are removed.")

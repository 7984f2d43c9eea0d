"""Options of `campaignkit contract run`. Each is also an environment variable."""

from collections.abc import Mapping, Sequence
from typing import Any

RUN_OPTIONS = {
    "BASE_URL": "URL of a live server; without it, the fake is served and checked",
    "ACCOUNT_GROUP_ID": "account group for Sonarly; needs the variable SONARLY_API_KEY",
    "ORGANIZATION_ID": "organization for Callers.ai; needs the variable CALLERS_API_KEY",
    "CAMPAIGN_ID": "the campaign to read; --write sonarly_campaigns_start also starts it",
    "LEAD_IDS": "leads of that campaign to read, comma-separated",
    "AREAS": 'tags whose operations are called, comma-separated, such as "sonarly campaigns"',
    "WRITE": "all, or the operationIds that may write, comma-separated (default: read only)",
    "CAMPAIGN_GROUP_ID": "campaign group of Callers.ai in whose campaigns a run may write",
    "AUDIENCE_ID": "audience whose leads a run may move, and moves back",
    "TEST_LEAD_IDS": "leads of that audience that campaigns of the run may contact",
    "NAMED": 'further ids that a run may use, such as "callers sipId=123"',
    "DISPOSABLE_ACCOUNTS": "the account group and the organization again, if the run may change, "
    "remove and contact everything and everyone in them",
    "PREFIX": "beginning of each name that the run gives (default: campaignkit-contract)",
    "READER_KEY_ENV": "variables with keys that may only read, such as sonarly=READER_KEY",
    "STRANGER_KEY_ENV": "variables with keys of another customer, such as callers=OTHER_KEY",
    "BUDGET": "number of requests (default: 1,500; 25,000 with --write)",
    "RATE": "request rate of a live run (default: 2/s)",
    "EXAMPLES": "generated requests per operation (default: 2 live, 25 for the fake)",
    "REPORTS": "folder for the reports (default: build/contract)",
}
"""Help by variable."""

NAMING_SETTINGS = {
    "ACCOUNT_GROUP_ID": "sonarly accountGroupId",
    "AUDIENCE_ID": "sonarly audienceId",
    "TEST_LEAD_IDS": "sonarly leadIds",
    "ORGANIZATION_ID": "callers organizationId",
    "CAMPAIGN_GROUP_ID": "callers campaignGroupId",
}
"""Settings whose ids a run with WRITE may use, by kind. NAMED has ids of the other kinds."""

_FAKE_OPTIONS = frozenset({"EXAMPLES", "REPORTS"})
_POSITIONALS = frozenset({"HAR", "NAME"})
_MAX_DIGITS = 9


class UsageError(Exception):
    """Error for settings with which the run would check nothing. The message says what to set."""


def option_flags(variable: str) -> list[str]:
    """Return the flags of an option by its variable; an id can also be given without `-id`."""
    flag = f"--{variable.lower().replace('_', '-')}"
    return [flag, flag.removesuffix("-id")] if flag.endswith("-id") else [flag]


def setting_name(variable: str) -> str:
    """Return the name of a setting in messages: `--campaign-id (CAMPAIGN_ID)`.

    A key is a variable only.
    """
    is_option = variable in {*RUN_OPTIONS, "LEDGER"}
    return f"{option_flags(variable)[0]} ({variable})" if is_option else variable


def naming_setting(kind: str) -> str:
    """Return the name of the setting that names what a run may write to, by its kind."""
    # The campaigns of a campaign group are named by the group.
    named = "callers campaignGroupId" if kind == "callers campaignId" else kind
    found = (name for name, value in NAMING_SETTINGS.items() if value == named)
    return setting_name(next(found, "NAMED"))


def check_known(command: str, unknown: Sequence[str]) -> None:
    """Raise UsageError for a word that a command does not have."""
    if not unknown:
        return
    word = unknown[0]
    if word.startswith(("http://", "https://")):  # It may hold a password.
        raise UsageError(f"{command} takes a URL only as --base-url URL")
    raise UsageError(
        f"{command} has no {word!r}: campaignkit contract {command} --help lists its options"
    )


def check_given(options: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
    """Raise UsageError for an empty option, or for one that a run of the fake does not use.

    Args:
        options: Options of the command line by variable.
        settings: The options, and the environment variables.
    """
    for variable in options.keys() - _POSITIONALS:
        if options[variable] == "":
            raise UsageError(f"{setting_name(variable)} must not be empty: leave it out")
    unused = options.keys() & RUN_OPTIONS.keys() - _FAKE_OPTIONS
    if unused and options["COMMAND"] == "run" and not settings.get("BASE_URL"):
        raise UsageError(
            f"set {setting_name('BASE_URL')}: a run of the fake has no use for "
            f"{setting_name(min(unused))}"
        )


def check_printable(settings: Mapping[str, Any]) -> None:
    """Raise UsageError for a blank setting, or one with a control character such as NUL."""
    for variable in [*RUN_OPTIONS, "LEDGER", *_POSITIONALS]:
        value = settings.get(variable) or ""
        if value.isspace():
            raise UsageError(f"{setting_name(variable)} must not be blank: leave it out")
        if odd := [character for character in value if not character.isprintable()]:
            raise UsageError(
                f"{setting_name(variable)} must be printable text, got {odd[0]!r} in {value!r}"
            )


def number(settings: Mapping[str, str], variable: str, default: int) -> int:
    """Return a setting that is a number.

    Raises:
        UsageError: It is not an integer above 0.
    """
    text = settings.get(variable) or str(default)
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS
    if not is_number or int(text) < 1:
        raise UsageError(
            f"{setting_name(variable)} must be an integer above 0 with at most {_MAX_DIGITS} "
            f"digits, got {text!r}"
        )
    return int(text)


def port(text: str) -> int:
    """Return the port of an option.

    Raises:
        UsageError: It is not an integer from 0 to 65535.
    """
    is_number = text.isascii() and text.isdecimal() and len(text) <= len("65535")
    if not is_number or int(text) > 65_535:
        raise UsageError(f"--port must be an integer from 0 to 65535, got {text!r}")
    return int(text)

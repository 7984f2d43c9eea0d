"""Names of options and positional arguments for the arguments of an operation."""

import re

from campaignkit_runtime.catalog import Argument, OperationEntry

_QUOTED = re.compile(r"`(\w+)`")
_LITERALS = {"None": "null", "True": "true", "False": "false"}


def flag_of(argument: Argument) -> str:
    """Return the option of an argument: `--lead-ids` for `lead_ids`."""
    return "--" + argument.name.replace("_", "-")


def metavar_of(argument: Argument) -> str:
    """Return a positional argument as help shows it: `CAMPAIGN_ID`."""
    return argument.name.upper()


def command_of(entry: OperationEntry) -> str:
    """Return the command of an operation: `campaignkit sonarly campaigns start`."""
    words = (entry.vendor, entry.resource, entry.name)
    return " ".join(["campaignkit", *(word.replace("_", "-") for word in words)])


def with_option_names(text: str, entry: OperationEntry) -> str:
    """Return prose with the names of the arguments as the command line writes them."""
    names = {
        argument.name: metavar_of(argument) if argument.location == "path" else flag_of(argument)
        for argument in entry.arguments
    }
    known = names | _LITERALS
    return _QUOTED.sub(lambda match: known.get(match[1], match[1]), text)

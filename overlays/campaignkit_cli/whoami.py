"""The command that checks the keys."""

from collections.abc import Iterator
from typing import Any

import click
from campaignkit_api import catalog
from campaignkit_operations.errors import MissingKeyError

from .common_options import connection_parameters, output_parameters
from .exit_codes import ExitCode
from .session import Session


def _run(**values: Any) -> int:
    from campaignkit import CampaignKitError

    from .failures import report_failure
    from .operation_call import apply_common
    from .output import write_items
    from .streams import note

    session: Session = click.get_current_context().obj
    options = apply_common(session, values)
    rows: list[dict[str, Any]] = []
    code = ExitCode.NOT_ALLOWED
    failures: list[ExitCode] = []
    for vendor in catalog.VENDORS:
        try:
            with session.client_of(vendor) as client:
                rows += _reached(session, vendor, client)
            code = ExitCode.DONE
        except MissingKeyError as error:
            note(str(error))
        except CampaignKitError as error:
            failures.append(report_failure(error, is_json=options.format == "json"))
    write_items(rows, options)
    return failures[0] if failures else code


def _reached(session: Session, vendor: str, client: Any) -> Iterator[dict[str, Any]]:
    """Yield the account groups or the organization of a key, whose IDs are kept."""
    from campaignkit_operations.entries import find_entry
    from campaignkit_operations.json_values import as_json

    from .id_cache import remember

    if vendor == "sonarly":
        kind, operation, found = "account group", "sonarly_accounts_list", client.accounts.list()
    else:
        kind, operation = "organization", "callers_organizations_get"
        found = [client.organizations.get()]
    remember(session, find_entry(operation), as_json(found))
    for item in found:
        yield {"vendor": vendor, "kind": kind, "id": item.id, "name": item.name}


whoami = click.Command(
    "whoami",
    params=[*output_parameters(), *connection_parameters()],
    callback=_run,
    help="Check the keys, and list what they reach.",
)

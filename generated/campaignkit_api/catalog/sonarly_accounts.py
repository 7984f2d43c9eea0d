# Generated from openapi.yaml by `make generate`; do not edit.
"""Catalog of the operations of `sonarly.accounts`."""

from campaignkit_runtime.catalog import OperationEntry

OPERATIONS: dict[str, OperationEntry] = {
    "list": OperationEntry(
        id="sonarly_accounts_list",
        vendor="sonarly",
        resource="accounts",
        name="list",
        method="GET",
        path="/v1/accounts",
        summary="List the account groups of the API key",
        description="Most other calls take the ID of an account group. A group may have no LinkedIn account connected yet. Calls that use LinkedIn need a connected account.",
        returns="The account groups.",
        idempotency="safe",
        effect="none",
        kind="call",
        arguments=(),
        output="#/components/schemas/AccountList/properties/items",
    ),
}

# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.account import Account
from ...models.account_list_success_response import AccountListSuccessResponse

OPERATION: Operation[list[Account]] = Operation(
    id="sonarly_accounts_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            AccountListSuccessResponse,
            AccountListSuccessResponse.from_dict,
            lambda _body: _body.data.items,
            items=("data", "items"),
        ),
    },
)


def call() -> Call[list[Account]]:
    """Return a call of `sonarly.accounts.list`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts"
    return Call(OPERATION, _path, _options)

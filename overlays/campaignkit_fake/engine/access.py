"""Access: the account group of a call, and the permission of the key for it."""

from .context import Context
from .errors import ApiError


def account_group_id(context: Context) -> str:
    """Return the account group of a call of Sonarly.

    Raises:
        ApiError: The key has no access to it (403).
    """
    group_id: str = context.arguments["accountGroupId"]
    # The documents list no 404 for the group itself: an unknown one is not the key's either.
    if group_id not in context.key.scope:
        raise ApiError(403, "The key has no access to this account group.")
    return group_id

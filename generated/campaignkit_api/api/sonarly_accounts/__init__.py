# Generated from openapi.yaml by `make generate`; do not edit.
"""Account groups that a Sonarly API key can access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from campaignkit_runtime.protocols import RawResponse

    from ...models.account import Account


class SonarlyAccounts(Resource):
    """Account groups that a Sonarly API key can access."""

    @cached_property
    def with_raw_response(self) -> SonarlyAccountsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return SonarlyAccountsWithRawResponse(self._send)

    def list(
        self,
    ) -> builtins.list[Account]:
        """List the account groups of the API key.

        Most other calls take the ID of an account group. A group may have no LinkedIn account
        connected yet. Calls that use LinkedIn need a connected account.

        Returns:
            The account groups.

        Raises:
            AuthenticationError: The API key is missing, wrong or revoked (401).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_accounts_list import call as _call

        return self._send(_call())


class SonarlyAccountsWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list(
        self,
    ) -> RawResponse[builtins.list[Account]]:
        """List the account groups of the API key, and return the raw response; see `list` of the resource."""
        from .sonarly_accounts_list import call as _call

        return self._send.raw(_call())


class AsyncSonarlyAccounts(AsyncResource):
    """Account groups that a Sonarly API key can access."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyAccountsWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncSonarlyAccountsWithRawResponse(self._send)

    async def list(
        self,
    ) -> builtins.list[Account]:
        """List the account groups of the API key.

        Most other calls take the ID of an account group. A group may have no LinkedIn account
        connected yet. Calls that use LinkedIn need a connected account.

        Returns:
            The account groups.

        Raises:
            AuthenticationError: The API key is missing, wrong or revoked (401).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_accounts_list import call as _call

        return await self._send(_call())


class AsyncSonarlyAccountsWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list(
        self,
    ) -> RawResponse[builtins.list[Account]]:
        """List the account groups of the API key, and return the raw response; see `list` of the resource."""
        from .sonarly_accounts_list import call as _call

        return await self._send.raw(_call())

# Generated from openapi.yaml by `make generate`; do not edit.
"""The account groups that a key of Sonarly's integrations API reaches."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from campaignkit_runtime.protocols import RawResponse

    from ...models.account import Account


class SonarlyAccounts(Resource):
    """The account groups that a key of Sonarly's integrations API reaches."""

    @cached_property
    def with_raw_response(self) -> SonarlyAccountsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return SonarlyAccountsWithRawResponse(self._send)

    def list(
        self,
    ) -> builtins.list[Account]:
        """List the account groups of the key.

        The account groups that the key reaches. Almost every other call is about one of them, named
        by its id. A group may have no LinkedIn account connected yet; what goes through LinkedIn
        needs one.

        Returns:
            The account groups.

        Raises:
            AuthenticationError: The API key is missing, wrong or revoked (401).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/accounts-list (documented). Assumed, paging: The page prints neither cursor
        nor limit, so nothing can be asked for beyond the first answer; the sample in getting-
        started prints a nextCursor of null and a hasMore of false for the same call. Idempotency:
        safe.
        """
        from .sonarly_accounts_list import call

        return self._send(call())


class SonarlyAccountsWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list(
        self,
    ) -> RawResponse[builtins.list[Account]]:
        """List the account groups of the key; see `list` of the resource itself."""
        from .sonarly_accounts_list import call

        return self._send.raw(call())


class AsyncSonarlyAccounts(AsyncResource):
    """The account groups that a key of Sonarly's integrations API reaches."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyAccountsWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncSonarlyAccountsWithRawResponse(self._send)

    async def list(
        self,
    ) -> builtins.list[Account]:
        """List the account groups of the key.

        The account groups that the key reaches. Almost every other call is about one of them, named
        by its id. A group may have no LinkedIn account connected yet; what goes through LinkedIn
        needs one.

        Returns:
            The account groups.

        Raises:
            AuthenticationError: The API key is missing, wrong or revoked (401).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/accounts-list (documented). Assumed, paging: The page prints neither cursor
        nor limit, so nothing can be asked for beyond the first answer; the sample in getting-
        started prints a nextCursor of null and a hasMore of false for the same call. Idempotency:
        safe.
        """
        from .sonarly_accounts_list import call

        return await self._send(call())


class AsyncSonarlyAccountsWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list(
        self,
    ) -> RawResponse[builtins.list[Account]]:
        """List the account groups of the key; see `list` of the resource itself."""
        from .sonarly_accounts_list import call

        return await self._send.raw(call())

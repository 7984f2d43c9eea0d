# Generated from openapi.yaml by `make generate`; do not edit.
"""Writing styles, value propositions and signal specifications of Sonarly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable, Mapping
    from typing import Any

    from campaignkit_runtime.pagination import AsyncPager, Pager
    from campaignkit_runtime.protocols import RawResponse

    from ...models.deleted import Deleted
    from ...models.signal_specification import SignalSpecification
    from ...models.signal_specification_list import SignalSpecificationList
    from ...models.value_proposition import ValueProposition
    from ...models.value_proposition_list import ValuePropositionList
    from ...models.writing_style import WritingStyle
    from ...models.writing_style_content_type import WritingStyleContentType
    from ...models.writing_style_list import WritingStyleList
    from ...models.writing_style_sample_input import WritingStyleSampleInput


class SonarlyTemplates(Resource):
    """Writing styles, value propositions and signal specifications of Sonarly."""

    @cached_property
    def with_raw_response(self) -> SonarlyTemplatesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return SonarlyTemplatesWithRawResponse(self._send)

    def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[WritingStyleList, WritingStyle]:
        """List the writing styles of an account group.

        Returns the writing styles page by page.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of writing styles.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_templates_list_writing_styles import PAGINATION
        from .sonarly_templates_list_writing_styles import call_from_arguments as _call

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Create a writing style.

        The text of a sample may contain variables. `{{ Signal }}` is replaced by the signal. `{{
        Signal_anonym }}` is replaced by a softer mention that names neither the event nor its
        source. The vendor does not check the spelling of variables.

        Requires: permission `templates:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            name: Name of the writing style.
            samples: Sample messages.
            description: Description of the writing style.
            content_type: Kind of message of a writing style. Known values: `direct_message`,
                `inmail`, `direct_message_inmail`, `email`, `comment`, `connection_request`.
            value_proposition_id: ID of the value proposition for the messages. No response shows
                it.
            include_rules: Rules that messages must follow.
            exclude_rules: What messages must not contain.
            use_strict_template: True if samples are filled in as templates (the default). Otherwise
                AI writes the messages freely.

        Returns:
            The new writing style. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_create_writing_style import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                name=name,
                samples=samples,
                description=description,
                content_type=content_type,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> WritingStyle:
        """Get a writing style.

        Returns the writing style with its samples.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            writing_style_id: ID of the writing style. Must not be empty.

        Returns:
            The writing style.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_templates_get_writing_style import call as _call

        return self._send(
            _call(
                account_group_id,
                writing_style_id,
            )
        )

    def update_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]] | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Update a writing style.

        Only the given fields change. The samples for signals, the basic samples and the fallbacks
        must fit the workflows that use them. Read dependent campaigns and content slots again after
        the update.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            writing_style_id: ID of the writing style. Must not be empty.
            name: New name.
            description: New description.
            content_type: Kind of message of a writing style. Known values: `direct_message`,
                `inmail`, `direct_message_inmail`, `email`, `comment`, `connection_request`.
            samples: Sample messages.
            value_proposition_id: ID of the value proposition for the messages. No response shows
                it.
            include_rules: Rules that messages must follow.
            exclude_rules: What messages must not contain.
            use_strict_template: True if samples are filled in as templates. Otherwise AI writes the
                messages freely.

        Returns:
            The updated writing style. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_update_writing_style import call_from_arguments as _call

        return self._send(
            _call(
                account_group_id,
                writing_style_id,
                name=name,
                description=description,
                content_type=content_type,
                samples=samples,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    def list_value_propositions(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[ValuePropositionList, ValueProposition]:
        """List the value propositions of an account group.

        Returns the value propositions page by page.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of value propositions.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_templates_list_value_propositions import PAGINATION
        from .sonarly_templates_list_value_propositions import (
            call_from_arguments as _call,
        )

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> ValueProposition:
        """Get a value proposition.

        Returns the value proposition with its values and challenges.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            value_proposition_id: ID of the value proposition. Must not be empty.

        Returns:
            The value proposition.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_templates_get_value_proposition import call as _call

        return self._send(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    def delete_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> Deleted:
        """Delete a value proposition.

        The value proposition is deleted.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            value_proposition_id: ID of the value proposition. Must not be empty.

        Returns:
            The deletion of the value proposition. If the response was lost, the result is rebuilt
            from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_delete_value_proposition import call as _call

        return self._send(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    def update_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        values: Iterable[str] | None = None,
        challenges: Iterable[str] | None = None,
    ) -> ValueProposition:
        """Update a value proposition.

        Only the given fields change.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            value_proposition_id: ID of the value proposition. Must not be empty.
            name: New name.
            description: Description of the offer.
            values: Values of the offer.
            challenges: Challenges that the offer helps with.

        Returns:
            The updated value proposition. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_update_value_proposition import (
            call_from_arguments as _call,
        )

        return self._send(
            _call(
                account_group_id,
                value_proposition_id,
                name=name,
                description=description,
                values=values,
                challenges=challenges,
            )
        )

    def list_signal_specifications(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[SignalSpecificationList, SignalSpecification]:
        """List the signal specifications of an account group.

        Returns the signal specifications page by page.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of signal specifications.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_templates_list_signal_specifications import PAGINATION
        from .sonarly_templates_list_signal_specifications import (
            call_from_arguments as _call,
        )

        return Pager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> Deleted:
        """Delete a signal specification.

        The signal specification is deleted.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            specification_id: ID of the signal specification. Must not be empty.

        Returns:
            The deletion of the signal specification. If the response was lost, the result is
            rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_delete_signal_specification import call as _call

        return self._send(
            _call(
                account_group_id,
                specification_id,
            )
        )

    def update_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        use_value_proposition: bool | None = None,
        value_proposition_ids: Iterable[str] | None = None,
        specifications: Iterable[Any] | None = None,
    ) -> SignalSpecification:
        """Update a signal specification.

        Only the given fields change.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            specification_id: ID of the signal specification. Must not be empty.
            name: New name.
            description: New description.
            use_value_proposition: True if value propositions are used. No response shows it.
            value_proposition_ids: IDs of the value propositions to use. No response shows them.
            specifications: Definition of the signals, in a form that no page prints. No response
                shows it.

        Returns:
            The updated signal specification. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_update_signal_specification import (
            call_from_arguments as _call,
        )

        return self._send(
            _call(
                account_group_id,
                specification_id,
                name=name,
                description=description,
                use_value_proposition=use_value_proposition,
                value_proposition_ids=value_proposition_ids,
                specifications=specifications,
            )
        )


class SonarlyTemplatesWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[WritingStyleList]:
        """List the writing styles of an account group, and return the raw response; see `list_writing_styles` of the resource."""
        from .sonarly_templates_list_writing_styles import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Create a writing style, and return the raw response; see `create_writing_style` of the resource."""
        from .sonarly_templates_create_writing_style import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                name=name,
                samples=samples,
                description=description,
                content_type=content_type,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> RawResponse[WritingStyle]:
        """Get a writing style, and return the raw response; see `get_writing_style` of the resource."""
        from .sonarly_templates_get_writing_style import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                writing_style_id,
            )
        )

    def update_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]] | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Update a writing style, and return the raw response; see `update_writing_style` of the resource."""
        from .sonarly_templates_update_writing_style import call_from_arguments as _call

        return self._send.raw(
            _call(
                account_group_id,
                writing_style_id,
                name=name,
                description=description,
                content_type=content_type,
                samples=samples,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    def list_value_propositions(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[ValuePropositionList]:
        """List the value propositions of an account group, and return the raw response; see `list_value_propositions` of the resource."""
        from .sonarly_templates_list_value_propositions import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[ValueProposition]:
        """Get a value proposition, and return the raw response; see `get_value_proposition` of the resource."""
        from .sonarly_templates_get_value_proposition import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    def delete_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a value proposition, and return the raw response; see `delete_value_proposition` of the resource."""
        from .sonarly_templates_delete_value_proposition import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    def update_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        values: Iterable[str] | None = None,
        challenges: Iterable[str] | None = None,
    ) -> RawResponse[ValueProposition]:
        """Update a value proposition, and return the raw response; see `update_value_proposition` of the resource."""
        from .sonarly_templates_update_value_proposition import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                account_group_id,
                value_proposition_id,
                name=name,
                description=description,
                values=values,
                challenges=challenges,
            )
        )

    def list_signal_specifications(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[SignalSpecificationList]:
        """List the signal specifications of an account group, and return the raw response; see `list_signal_specifications` of the resource."""
        from .sonarly_templates_list_signal_specifications import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a signal specification, and return the raw response; see `delete_signal_specification` of the resource."""
        from .sonarly_templates_delete_signal_specification import call as _call

        return self._send.raw(
            _call(
                account_group_id,
                specification_id,
            )
        )

    def update_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        use_value_proposition: bool | None = None,
        value_proposition_ids: Iterable[str] | None = None,
        specifications: Iterable[Any] | None = None,
    ) -> RawResponse[SignalSpecification]:
        """Update a signal specification, and return the raw response; see `update_signal_specification` of the resource."""
        from .sonarly_templates_update_signal_specification import (
            call_from_arguments as _call,
        )

        return self._send.raw(
            _call(
                account_group_id,
                specification_id,
                name=name,
                description=description,
                use_value_proposition=use_value_proposition,
                value_proposition_ids=value_proposition_ids,
                specifications=specifications,
            )
        )


class AsyncSonarlyTemplates(AsyncResource):
    """Writing styles, value propositions and signal specifications of Sonarly."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyTemplatesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncSonarlyTemplatesWithRawResponse(self._send)

    def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[WritingStyleList, WritingStyle]:
        """List the writing styles of an account group.

        Returns the writing styles page by page.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of writing styles.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_templates_list_writing_styles import PAGINATION
        from .sonarly_templates_list_writing_styles import call_from_arguments as _call

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    async def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Create a writing style.

        The text of a sample may contain variables. `{{ Signal }}` is replaced by the signal. `{{
        Signal_anonym }}` is replaced by a softer mention that names neither the event nor its
        source. The vendor does not check the spelling of variables.

        Requires: permission `templates:write`.

        If the response is lost, the state is read instead of sending again.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            name: Name of the writing style.
            samples: Sample messages.
            description: Description of the writing style.
            content_type: Kind of message of a writing style. Known values: `direct_message`,
                `inmail`, `direct_message_inmail`, `email`, `comment`, `connection_request`.
            value_proposition_id: ID of the value proposition for the messages. No response shows
                it.
            include_rules: Rules that messages must follow.
            exclude_rules: What messages must not contain.
            use_strict_template: True if samples are filled in as templates (the default). Otherwise
                AI writes the messages freely.

        Returns:
            The new writing style. If the response was lost, the result is rebuilt from a follow-up
            read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_create_writing_style import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                name=name,
                samples=samples,
                description=description,
                content_type=content_type,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    async def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> WritingStyle:
        """Get a writing style.

        Returns the writing style with its samples.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            writing_style_id: ID of the writing style. Must not be empty.

        Returns:
            The writing style.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_templates_get_writing_style import call as _call

        return await self._send(
            _call(
                account_group_id,
                writing_style_id,
            )
        )

    async def update_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]] | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Update a writing style.

        Only the given fields change. The samples for signals, the basic samples and the fallbacks
        must fit the workflows that use them. Read dependent campaigns and content slots again after
        the update.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            writing_style_id: ID of the writing style. Must not be empty.
            name: New name.
            description: New description.
            content_type: Kind of message of a writing style. Known values: `direct_message`,
                `inmail`, `direct_message_inmail`, `email`, `comment`, `connection_request`.
            samples: Sample messages.
            value_proposition_id: ID of the value proposition for the messages. No response shows
                it.
            include_rules: Rules that messages must follow.
            exclude_rules: What messages must not contain.
            use_strict_template: True if samples are filled in as templates. Otherwise AI writes the
                messages freely.

        Returns:
            The updated writing style. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_update_writing_style import call_from_arguments as _call

        return await self._send(
            _call(
                account_group_id,
                writing_style_id,
                name=name,
                description=description,
                content_type=content_type,
                samples=samples,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    def list_value_propositions(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[ValuePropositionList, ValueProposition]:
        """List the value propositions of an account group.

        Returns the value propositions page by page.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of value propositions.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_templates_list_value_propositions import PAGINATION
        from .sonarly_templates_list_value_propositions import (
            call_from_arguments as _call,
        )

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    async def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> ValueProposition:
        """Get a value proposition.

        Returns the value proposition with its values and challenges.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            value_proposition_id: ID of the value proposition. Must not be empty.

        Returns:
            The value proposition.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
        """
        from .sonarly_templates_get_value_proposition import call as _call

        return await self._send(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    async def delete_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> Deleted:
        """Delete a value proposition.

        The value proposition is deleted.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            value_proposition_id: ID of the value proposition. Must not be empty.

        Returns:
            The deletion of the value proposition. If the response was lost, the result is rebuilt
            from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_delete_value_proposition import call as _call

        return await self._send(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    async def update_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        values: Iterable[str] | None = None,
        challenges: Iterable[str] | None = None,
    ) -> ValueProposition:
        """Update a value proposition.

        Only the given fields change.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            value_proposition_id: ID of the value proposition. Must not be empty.
            name: New name.
            description: Description of the offer.
            values: Values of the offer.
            challenges: Challenges that the offer helps with.

        Returns:
            The updated value proposition. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_update_value_proposition import (
            call_from_arguments as _call,
        )

        return await self._send(
            _call(
                account_group_id,
                value_proposition_id,
                name=name,
                description=description,
                values=values,
                challenges=challenges,
            )
        )

    def list_signal_specifications(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[SignalSpecificationList, SignalSpecification]:
        """List the signal specifications of an account group.

        Returns the signal specifications page by page.

        Requires: permission `templates:read`.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            cursor: Opaque start of the page: the `next_cursor` of the previous page.
            limit: Maximum number of items in a page. At least 1.

        Returns:
            Pager that requests pages as they are needed. Response: A page of signal specifications.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500). A service behind the vendor
                failed (502).
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_templates_list_signal_specifications import PAGINATION
        from .sonarly_templates_list_signal_specifications import (
            call_from_arguments as _call,
        )

        return AsyncPager(
            self._send.with_shared_deadline,
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            ),
            PAGINATION,
        )

    async def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> Deleted:
        """Delete a signal specification.

        The signal specification is deleted.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            specification_id: ID of the signal specification. Must not be empty.

        Returns:
            The deletion of the signal specification. If the response was lost, the result is
            rebuilt from a follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_delete_signal_specification import call as _call

        return await self._send(
            _call(
                account_group_id,
                specification_id,
            )
        )

    async def update_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        use_value_proposition: bool | None = None,
        value_proposition_ids: Iterable[str] | None = None,
        specifications: Iterable[Any] | None = None,
    ) -> SignalSpecification:
        """Update a signal specification.

        Only the given fields change.

        Requires: permission `templates:write`.

        If the response is lost, the state is read first. The call is sent again only if it was not
        applied.

        Args:
            account_group_id: ID of the account group. Must not be empty.
            specification_id: ID of the signal specification. Must not be empty.
            name: New name.
            description: New description.
            use_value_proposition: True if value propositions are used. No response shows it.
            value_proposition_ids: IDs of the value propositions to use. No response shows them.
            specifications: Definition of the signals, in a form that no page prints. No response
                shows it.

        Returns:
            The updated signal specification. If the response was lost, the result is rebuilt from a
            follow-up read.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or cannot access the account group
                (403).
            NotFoundError: The resource was not found (404).
            RateLimitError: Too many requests (429).
            InternalServerError: Internal error of the vendor (500).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .sonarly_templates_update_signal_specification import (
            call_from_arguments as _call,
        )

        return await self._send(
            _call(
                account_group_id,
                specification_id,
                name=name,
                description=description,
                use_value_proposition=use_value_proposition,
                value_proposition_ids=value_proposition_ids,
                specifications=specifications,
            )
        )


class AsyncSonarlyTemplatesWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[WritingStyleList]:
        """List the writing styles of an account group, and return the raw response; see `list_writing_styles` of the resource."""
        from .sonarly_templates_list_writing_styles import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    async def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Create a writing style, and return the raw response; see `create_writing_style` of the resource."""
        from .sonarly_templates_create_writing_style import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                name=name,
                samples=samples,
                description=description,
                content_type=content_type,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    async def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> RawResponse[WritingStyle]:
        """Get a writing style, and return the raw response; see `get_writing_style` of the resource."""
        from .sonarly_templates_get_writing_style import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                writing_style_id,
            )
        )

    async def update_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        samples: Iterable[WritingStyleSampleInput | Mapping[str, Any]] | None = None,
        value_proposition_id: str | None = None,
        include_rules: Iterable[str] | None = None,
        exclude_rules: Iterable[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Update a writing style, and return the raw response; see `update_writing_style` of the resource."""
        from .sonarly_templates_update_writing_style import call_from_arguments as _call

        return await self._send.raw(
            _call(
                account_group_id,
                writing_style_id,
                name=name,
                description=description,
                content_type=content_type,
                samples=samples,
                value_proposition_id=value_proposition_id,
                include_rules=include_rules,
                exclude_rules=exclude_rules,
                use_strict_template=use_strict_template,
            )
        )

    async def list_value_propositions(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[ValuePropositionList]:
        """List the value propositions of an account group, and return the raw response; see `list_value_propositions` of the resource."""
        from .sonarly_templates_list_value_propositions import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    async def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[ValueProposition]:
        """Get a value proposition, and return the raw response; see `get_value_proposition` of the resource."""
        from .sonarly_templates_get_value_proposition import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    async def delete_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a value proposition, and return the raw response; see `delete_value_proposition` of the resource."""
        from .sonarly_templates_delete_value_proposition import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                value_proposition_id,
            )
        )

    async def update_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        values: Iterable[str] | None = None,
        challenges: Iterable[str] | None = None,
    ) -> RawResponse[ValueProposition]:
        """Update a value proposition, and return the raw response; see `update_value_proposition` of the resource."""
        from .sonarly_templates_update_value_proposition import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                account_group_id,
                value_proposition_id,
                name=name,
                description=description,
                values=values,
                challenges=challenges,
            )
        )

    async def list_signal_specifications(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[SignalSpecificationList]:
        """List the signal specifications of an account group, and return the raw response; see `list_signal_specifications` of the resource."""
        from .sonarly_templates_list_signal_specifications import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                account_group_id,
                cursor=cursor,
                limit=limit,
            )
        )

    async def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a signal specification, and return the raw response; see `delete_signal_specification` of the resource."""
        from .sonarly_templates_delete_signal_specification import call as _call

        return await self._send.raw(
            _call(
                account_group_id,
                specification_id,
            )
        )

    async def update_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        use_value_proposition: bool | None = None,
        value_proposition_ids: Iterable[str] | None = None,
        specifications: Iterable[Any] | None = None,
    ) -> RawResponse[SignalSpecification]:
        """Update a signal specification, and return the raw response; see `update_signal_specification` of the resource."""
        from .sonarly_templates_update_signal_specification import (
            call_from_arguments as _call,
        )

        return await self._send.raw(
            _call(
                account_group_id,
                specification_id,
                name=name,
                description=description,
                use_value_proposition=use_value_proposition,
                value_proposition_ids=value_proposition_ids,
                specifications=specifications,
            )
        )

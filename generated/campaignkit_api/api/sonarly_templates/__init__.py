# Generated from openapi.yaml by `make generate`; do not edit.
"""Sonarly's writing styles, value propositions and signal specifications."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
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
    """Sonarly's writing styles, value propositions and signal specifications."""

    @cached_property
    def with_raw_response(self) -> SonarlyTemplatesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return SonarlyTemplatesWithRawResponse(self._send)

    def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Pager[WritingStyleList, WritingStyle]:
        """List the writing styles of an account group.

        The writing styles of the account group, page by page.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of writing styles.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/writing-styles-list (documented). Permission: templates:read. Idempotency:
        safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_templates_list_writing_styles import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: builtins.list[WritingStyleSampleInput],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Create a writing style.

        Creates a writing style. In a sample's text, `{{ Signal }}` stands for the signal itself and
        `{{ Signal_anonym }}` for a softer mention that names neither the event nor its source; the
        vendor does not check how such variables are written.

        Args:
            account_group_id: The account group that the call is about.
            name: What it shall be called.
            samples: Messages to write like.
            description: What it is for.
            content_type: The kind of message that a writing style is for.
            value_proposition_id: What the messages argue with. No answer shows it.
            include_rules: What messages must do.
            exclude_rules: What messages must not do.
            use_strict_template: Whether samples are filled in as templates, which is the default,
                or written freely by AI.

        Returns:
            The new writing style. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/writing-styles-create (documented). Assumed, 500: The copy of the page is
        cut before it; every sibling prints it. Assumed, verify: A writing style of that name that
        was created since the call counts as its own. Permission: templates:write. Idempotency:
        verify.
        """
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_create import WritingStyleCreate
        from .sonarly_templates_create_writing_style import call

        return self._send(
            call(
                account_group_id,
                body=WritingStyleCreate(
                    name=name,
                    samples=_arguments.as_list("samples", samples),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
            )
        )

    def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> WritingStyle:
        """Get one writing style.

        One writing style.

        Args:
            account_group_id: The account group that the call is about.
            writing_style_id: The writing style to read or change.

        Returns:
            The writing style.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/writing-styles-get (documented). Permission: templates:read. Idempotency:
        safe.
        """
        from .sonarly_templates_get_writing_style import call

        return self._send(
            call(
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
        samples: builtins.list[WritingStyleSampleInput] | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Update a writing style.

        Changes what is given of a writing style and leaves the rest. The samples for a signal, the
        basic ones and the fallbacks have to fit the workflows that use them. Read campaigns and
        their content slots again where they depend on it.

        Args:
            account_group_id: The account group that the call is about.
            writing_style_id: The writing style to read or change.
            name: What it shall be called.
            description: What it is for.
            content_type: The kind of message that a writing style is for.
            samples: Messages to write like.
            value_proposition_id: What the messages argue with. No answer shows it.
            include_rules: What messages must do.
            exclude_rules: What messages must not do.
            use_strict_template: Whether samples are filled in as templates, or messages written
                freely by AI.

        Returns:
            The changed writing style. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/writing-styles-update (documented). Assumed, method: The page prints no
        method; every page of an update that prints one prints PATCH. Assumed, 400, 401, 403, 404,
        429, 500: The copy of the page prints no numbers; every sibling prints these. Assumed,
        verify: No answer shows the value proposition, so a lost answer to a change of it stays open
        where the rest agrees. Permission: templates:write. Idempotency: verify.
        """
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_update import WritingStyleUpdate
        from .sonarly_templates_update_writing_style import call

        return self._send(
            call(
                account_group_id,
                writing_style_id,
                body=WritingStyleUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    samples=UNSET if samples is None else _arguments.as_list("samples", samples),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
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

        The value propositions of the account group, page by page.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of value propositions.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/value-propositions-list (documented). Assumed, method: The page prints no
        method; a read without a body by GET, as its siblings are. Assumed, 429, 500: The copy of
        the page prints no numbers; every sibling prints these. Permission: templates:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_templates_list_value_propositions import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> ValueProposition:
        """Get one value proposition.

        One value proposition.

        Args:
            account_group_id: The account group that the call is about.
            value_proposition_id: The value proposition to read or change.

        Returns:
            The value proposition.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/value-propositions-get (documented). Permission: templates:read.
        Idempotency: safe.
        """
        from .sonarly_templates_get_value_proposition import call

        return self._send(
            call(
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

        Deletes the value proposition.

        Args:
            account_group_id: The account group that the call is about.
            value_proposition_id: The value proposition to read or change.

        Returns:
            The value proposition is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/value-propositions-delete (documented). Permission: templates:write.
        Idempotency: verify.
        """
        from .sonarly_templates_delete_value_proposition import call

        return self._send(
            call(
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
        values: builtins.list[str] | None = None,
        challenges: builtins.list[str] | None = None,
    ) -> ValueProposition:
        """Update a value proposition.

        Changes what is given of a value proposition and leaves the rest.

        Args:
            account_group_id: The account group that the call is about.
            value_proposition_id: The value proposition to read or change.
            name: What it shall be called.
            description: What is offered.
            values: What it is good for.
            challenges: The troubles that it helps with.

        Returns:
            The changed value proposition. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/value-propositions-update (documented). Assumed, method: The page prints no
        method; every page of an update that prints one prints PATCH. Assumed, 403, 404, 429, 500:
        The copy of the page is cut before the numbers; every sibling prints them. Permission:
        templates:write. Idempotency: verify.
        """
        from ...models.value_proposition_update import ValuePropositionUpdate
        from .sonarly_templates_update_value_proposition import call

        return self._send(
            call(
                account_group_id,
                value_proposition_id,
                body=ValuePropositionUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    values=UNSET if values is None else _arguments.as_list("values", values),
                    challenges=UNSET
                    if challenges is None
                    else _arguments.as_list("challenges", challenges),
                ),
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

        The signal specifications of the account group, page by page.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of signal specifications.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/signal-specifications-list (documented). Permission: templates:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import Pager

        from .sonarly_templates_list_signal_specifications import PAGINATION, call

        return Pager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> Deleted:
        """Delete a signal specification.

        Deletes the signal specification.

        Args:
            account_group_id: The account group that the call is about.
            specification_id: The signal specification to change.

        Returns:
            The signal specification is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/signal-specifications-delete (documented). Assumed, verify: No operation
        reads one signal specification, so it is deleted where the list has it no more. Permission:
        templates:write. Idempotency: verify.
        """
        from .sonarly_templates_delete_signal_specification import call

        return self._send(
            call(
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
        value_proposition_ids: builtins.list[str] | None = None,
        specifications: builtins.list[Any] | None = None,
    ) -> SignalSpecification:
        """Update a signal specification.

        Changes what is given of a signal specification and leaves the rest.

        Args:
            account_group_id: The account group that the call is about.
            specification_id: The signal specification to change.
            name: What it shall be called.
            description: What it is for.
            use_value_proposition: Whether value propositions play a part. No answer shows it.
            value_proposition_ids: Which ones do. No answer shows them.
            specifications: What counts as a signal, in a form that no page prints. No answer shows
                it.

        Returns:
            The changed signal specification. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/signal-specifications-update (documented). Assumed, verify: No operation
        reads one signal specification, so the list is read. It shows neither the value propositions
        nor the specifications, so a lost answer to a change of those stays open where the rest
        agrees. Permission: templates:write. Idempotency: verify.
        """
        from ...models.signal_specification_update import SignalSpecificationUpdate
        from .sonarly_templates_update_signal_specification import call

        return self._send(
            call(
                account_group_id,
                specification_id,
                body=SignalSpecificationUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    use_value_proposition=_arguments.unset_if_none(use_value_proposition),
                    value_proposition_ids=UNSET
                    if value_proposition_ids is None
                    else _arguments.as_list("value_proposition_ids", value_proposition_ids),
                    specifications=UNSET
                    if specifications is None
                    else _arguments.as_list("specifications", specifications),
                ),
            )
        )


class SonarlyTemplatesWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[WritingStyleList]:
        """List the writing styles of an account group; see `list_writing_styles` of the resource itself."""
        from .sonarly_templates_list_writing_styles import call

        return self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: builtins.list[WritingStyleSampleInput],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Create a writing style; see `create_writing_style` of the resource itself."""
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_create import WritingStyleCreate
        from .sonarly_templates_create_writing_style import call

        return self._send.raw(
            call(
                account_group_id,
                body=WritingStyleCreate(
                    name=name,
                    samples=_arguments.as_list("samples", samples),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
            )
        )

    def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> RawResponse[WritingStyle]:
        """Get one writing style; see `get_writing_style` of the resource itself."""
        from .sonarly_templates_get_writing_style import call

        return self._send.raw(
            call(
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
        samples: builtins.list[WritingStyleSampleInput] | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Update a writing style; see `update_writing_style` of the resource itself."""
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_update import WritingStyleUpdate
        from .sonarly_templates_update_writing_style import call

        return self._send.raw(
            call(
                account_group_id,
                writing_style_id,
                body=WritingStyleUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    samples=UNSET if samples is None else _arguments.as_list("samples", samples),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
            )
        )

    def list_value_propositions(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[ValuePropositionList]:
        """List the value propositions of an account group; see `list_value_propositions` of the resource itself."""
        from .sonarly_templates_list_value_propositions import call

        return self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[ValueProposition]:
        """Get one value proposition; see `get_value_proposition` of the resource itself."""
        from .sonarly_templates_get_value_proposition import call

        return self._send.raw(
            call(
                account_group_id,
                value_proposition_id,
            )
        )

    def delete_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a value proposition; see `delete_value_proposition` of the resource itself."""
        from .sonarly_templates_delete_value_proposition import call

        return self._send.raw(
            call(
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
        values: builtins.list[str] | None = None,
        challenges: builtins.list[str] | None = None,
    ) -> RawResponse[ValueProposition]:
        """Update a value proposition; see `update_value_proposition` of the resource itself."""
        from ...models.value_proposition_update import ValuePropositionUpdate
        from .sonarly_templates_update_value_proposition import call

        return self._send.raw(
            call(
                account_group_id,
                value_proposition_id,
                body=ValuePropositionUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    values=UNSET if values is None else _arguments.as_list("values", values),
                    challenges=UNSET
                    if challenges is None
                    else _arguments.as_list("challenges", challenges),
                ),
            )
        )

    def list_signal_specifications(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[SignalSpecificationList]:
        """List the signal specifications of an account group; see `list_signal_specifications` of the resource itself."""
        from .sonarly_templates_list_signal_specifications import call

        return self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a signal specification; see `delete_signal_specification` of the resource itself."""
        from .sonarly_templates_delete_signal_specification import call

        return self._send.raw(
            call(
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
        value_proposition_ids: builtins.list[str] | None = None,
        specifications: builtins.list[Any] | None = None,
    ) -> RawResponse[SignalSpecification]:
        """Update a signal specification; see `update_signal_specification` of the resource itself."""
        from ...models.signal_specification_update import SignalSpecificationUpdate
        from .sonarly_templates_update_signal_specification import call

        return self._send.raw(
            call(
                account_group_id,
                specification_id,
                body=SignalSpecificationUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    use_value_proposition=_arguments.unset_if_none(use_value_proposition),
                    value_proposition_ids=UNSET
                    if value_proposition_ids is None
                    else _arguments.as_list("value_proposition_ids", value_proposition_ids),
                    specifications=UNSET
                    if specifications is None
                    else _arguments.as_list("specifications", specifications),
                ),
            )
        )


class AsyncSonarlyTemplates(AsyncResource):
    """Sonarly's writing styles, value propositions and signal specifications."""

    @cached_property
    def with_raw_response(self) -> AsyncSonarlyTemplatesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncSonarlyTemplatesWithRawResponse(self._send)

    def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[WritingStyleList, WritingStyle]:
        """List the writing styles of an account group.

        The writing styles of the account group, page by page.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of writing styles.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/writing-styles-list (documented). Permission: templates:read. Idempotency:
        safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_templates_list_writing_styles import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    async def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: builtins.list[WritingStyleSampleInput],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Create a writing style.

        Creates a writing style. In a sample's text, `{{ Signal }}` stands for the signal itself and
        `{{ Signal_anonym }}` for a softer mention that names neither the event nor its source; the
        vendor does not check how such variables are written.

        Args:
            account_group_id: The account group that the call is about.
            name: What it shall be called.
            samples: Messages to write like.
            description: What it is for.
            content_type: The kind of message that a writing style is for.
            value_proposition_id: What the messages argue with. No answer shows it.
            include_rules: What messages must do.
            exclude_rules: What messages must not do.
            use_strict_template: Whether samples are filled in as templates, which is the default,
                or written freely by AI.

        Returns:
            The new writing style. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/writing-styles-create (documented). Assumed, 500: The copy of the page is
        cut before it; every sibling prints it. Assumed, verify: A writing style of that name that
        was created since the call counts as its own. Permission: templates:write. Idempotency:
        verify.
        """
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_create import WritingStyleCreate
        from .sonarly_templates_create_writing_style import call

        return await self._send(
            call(
                account_group_id,
                body=WritingStyleCreate(
                    name=name,
                    samples=_arguments.as_list("samples", samples),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
            )
        )

    async def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> WritingStyle:
        """Get one writing style.

        One writing style.

        Args:
            account_group_id: The account group that the call is about.
            writing_style_id: The writing style to read or change.

        Returns:
            The writing style.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/writing-styles-get (documented). Permission: templates:read. Idempotency:
        safe.
        """
        from .sonarly_templates_get_writing_style import call

        return await self._send(
            call(
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
        samples: builtins.list[WritingStyleSampleInput] | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> WritingStyle:
        """Update a writing style.

        Changes what is given of a writing style and leaves the rest. The samples for a signal, the
        basic ones and the fallbacks have to fit the workflows that use them. Read campaigns and
        their content slots again where they depend on it.

        Args:
            account_group_id: The account group that the call is about.
            writing_style_id: The writing style to read or change.
            name: What it shall be called.
            description: What it is for.
            content_type: The kind of message that a writing style is for.
            samples: Messages to write like.
            value_proposition_id: What the messages argue with. No answer shows it.
            include_rules: What messages must do.
            exclude_rules: What messages must not do.
            use_strict_template: Whether samples are filled in as templates, or messages written
                freely by AI.

        Returns:
            The changed writing style. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/writing-styles-update (documented). Assumed, method: The page prints no
        method; every page of an update that prints one prints PATCH. Assumed, 400, 401, 403, 404,
        429, 500: The copy of the page prints no numbers; every sibling prints these. Assumed,
        verify: No answer shows the value proposition, so a lost answer to a change of it stays open
        where the rest agrees. Permission: templates:write. Idempotency: verify.
        """
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_update import WritingStyleUpdate
        from .sonarly_templates_update_writing_style import call

        return await self._send(
            call(
                account_group_id,
                writing_style_id,
                body=WritingStyleUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    samples=UNSET if samples is None else _arguments.as_list("samples", samples),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
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

        The value propositions of the account group, page by page.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of value propositions.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/value-propositions-list (documented). Assumed, method: The page prints no
        method; a read without a body by GET, as its siblings are. Assumed, 429, 500: The copy of
        the page prints no numbers; every sibling prints these. Permission: templates:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_templates_list_value_propositions import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    async def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> ValueProposition:
        """Get one value proposition.

        One value proposition.

        Args:
            account_group_id: The account group that the call is about.
            value_proposition_id: The value proposition to read or change.

        Returns:
            The value proposition.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).

        Source: sonarly/value-propositions-get (documented). Permission: templates:read.
        Idempotency: safe.
        """
        from .sonarly_templates_get_value_proposition import call

        return await self._send(
            call(
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

        Deletes the value proposition.

        Args:
            account_group_id: The account group that the call is about.
            value_proposition_id: The value proposition to read or change.

        Returns:
            The value proposition is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/value-propositions-delete (documented). Permission: templates:write.
        Idempotency: verify.
        """
        from .sonarly_templates_delete_value_proposition import call

        return await self._send(
            call(
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
        values: builtins.list[str] | None = None,
        challenges: builtins.list[str] | None = None,
    ) -> ValueProposition:
        """Update a value proposition.

        Changes what is given of a value proposition and leaves the rest.

        Args:
            account_group_id: The account group that the call is about.
            value_proposition_id: The value proposition to read or change.
            name: What it shall be called.
            description: What is offered.
            values: What it is good for.
            challenges: The troubles that it helps with.

        Returns:
            The changed value proposition. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/value-propositions-update (documented). Assumed, method: The page prints no
        method; every page of an update that prints one prints PATCH. Assumed, 403, 404, 429, 500:
        The copy of the page is cut before the numbers; every sibling prints them. Permission:
        templates:write. Idempotency: verify.
        """
        from ...models.value_proposition_update import ValuePropositionUpdate
        from .sonarly_templates_update_value_proposition import call

        return await self._send(
            call(
                account_group_id,
                value_proposition_id,
                body=ValuePropositionUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    values=UNSET if values is None else _arguments.as_list("values", values),
                    challenges=UNSET
                    if challenges is None
                    else _arguments.as_list("challenges", challenges),
                ),
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

        The signal specifications of the account group, page by page.

        Args:
            account_group_id: The account group that the call is about.
            cursor: Where the page begins, as `nextCursor` of the page before it says; opaque.
            limit: How many items a page has at most.

        Returns:
            A page of signal specifications.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            InternalServerError: A service behind the vendor failed (502).

        Source: sonarly/signal-specifications-list (documented). Permission: templates:read.
        Idempotency: safe.
        """
        from campaignkit_runtime.pagination import AsyncPager

        from .sonarly_templates_list_signal_specifications import PAGINATION, call

        return AsyncPager(
            self._send.sharing_deadline,
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            ),
            PAGINATION,
        )

    async def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> Deleted:
        """Delete a signal specification.

        Deletes the signal specification.

        Args:
            account_group_id: The account group that the call is about.
            specification_id: The signal specification to change.

        Returns:
            The signal specification is deleted. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/signal-specifications-delete (documented). Assumed, verify: No operation
        reads one signal specification, so it is deleted where the list has it no more. Permission:
        templates:write. Idempotency: verify.
        """
        from .sonarly_templates_delete_signal_specification import call

        return await self._send(
            call(
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
        value_proposition_ids: builtins.list[str] | None = None,
        specifications: builtins.list[Any] | None = None,
    ) -> SignalSpecification:
        """Update a signal specification.

        Changes what is given of a signal specification and leaves the rest.

        Args:
            account_group_id: The account group that the call is about.
            specification_id: The signal specification to change.
            name: What it shall be called.
            description: What it is for.
            use_value_proposition: Whether value propositions play a part. No answer shows it.
            value_proposition_ids: Which ones do. No answer shows them.
            specifications: What counts as a signal, in a form that no page prints. No answer shows
                it.

        Returns:
            The changed signal specification. What a read tells of it, where the answer was lost.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing, wrong or revoked (401).
            PermissionDeniedError: The key lacks the permission, or the account group is not its own
                (403).
            NotFoundError: There is no such resource (404).
            RateLimitError: Too many requests (429).
            InternalServerError: The vendor failed (500).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: sonarly/signal-specifications-update (documented). Assumed, verify: No operation
        reads one signal specification, so the list is read. It shows neither the value propositions
        nor the specifications, so a lost answer to a change of those stays open where the rest
        agrees. Permission: templates:write. Idempotency: verify.
        """
        from ...models.signal_specification_update import SignalSpecificationUpdate
        from .sonarly_templates_update_signal_specification import call

        return await self._send(
            call(
                account_group_id,
                specification_id,
                body=SignalSpecificationUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    use_value_proposition=_arguments.unset_if_none(use_value_proposition),
                    value_proposition_ids=UNSET
                    if value_proposition_ids is None
                    else _arguments.as_list("value_proposition_ids", value_proposition_ids),
                    specifications=UNSET
                    if specifications is None
                    else _arguments.as_list("specifications", specifications),
                ),
            )
        )


class AsyncSonarlyTemplatesWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def list_writing_styles(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[WritingStyleList]:
        """List the writing styles of an account group; see `list_writing_styles` of the resource itself."""
        from .sonarly_templates_list_writing_styles import call

        return await self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    async def create_writing_style(
        self,
        account_group_id: str,
        *,
        name: str,
        samples: builtins.list[WritingStyleSampleInput],
        description: str | None = None,
        content_type: WritingStyleContentType | str | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Create a writing style; see `create_writing_style` of the resource itself."""
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_create import WritingStyleCreate
        from .sonarly_templates_create_writing_style import call

        return await self._send.raw(
            call(
                account_group_id,
                body=WritingStyleCreate(
                    name=name,
                    samples=_arguments.as_list("samples", samples),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
            )
        )

    async def get_writing_style(
        self,
        account_group_id: str,
        writing_style_id: str,
    ) -> RawResponse[WritingStyle]:
        """Get one writing style; see `get_writing_style` of the resource itself."""
        from .sonarly_templates_get_writing_style import call

        return await self._send.raw(
            call(
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
        samples: builtins.list[WritingStyleSampleInput] | None = None,
        value_proposition_id: str | None = None,
        include_rules: builtins.list[str] | None = None,
        exclude_rules: builtins.list[str] | None = None,
        use_strict_template: bool | None = None,
    ) -> RawResponse[WritingStyle]:
        """Update a writing style; see `update_writing_style` of the resource itself."""
        from ...models.writing_style_content_type import WritingStyleContentType
        from ...models.writing_style_update import WritingStyleUpdate
        from .sonarly_templates_update_writing_style import call

        return await self._send.raw(
            call(
                account_group_id,
                writing_style_id,
                body=WritingStyleUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    content_type=UNSET
                    if content_type is None
                    else _arguments.enum_member(
                        WritingStyleContentType, "content_type", content_type
                    ),
                    samples=UNSET if samples is None else _arguments.as_list("samples", samples),
                    value_proposition_id=_arguments.unset_if_none(value_proposition_id),
                    include_rules=UNSET
                    if include_rules is None
                    else _arguments.as_list("include_rules", include_rules),
                    exclude_rules=UNSET
                    if exclude_rules is None
                    else _arguments.as_list("exclude_rules", exclude_rules),
                    use_strict_template=_arguments.unset_if_none(use_strict_template),
                ),
            )
        )

    async def list_value_propositions(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[ValuePropositionList]:
        """List the value propositions of an account group; see `list_value_propositions` of the resource itself."""
        from .sonarly_templates_list_value_propositions import call

        return await self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    async def get_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[ValueProposition]:
        """Get one value proposition; see `get_value_proposition` of the resource itself."""
        from .sonarly_templates_get_value_proposition import call

        return await self._send.raw(
            call(
                account_group_id,
                value_proposition_id,
            )
        )

    async def delete_value_proposition(
        self,
        account_group_id: str,
        value_proposition_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a value proposition; see `delete_value_proposition` of the resource itself."""
        from .sonarly_templates_delete_value_proposition import call

        return await self._send.raw(
            call(
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
        values: builtins.list[str] | None = None,
        challenges: builtins.list[str] | None = None,
    ) -> RawResponse[ValueProposition]:
        """Update a value proposition; see `update_value_proposition` of the resource itself."""
        from ...models.value_proposition_update import ValuePropositionUpdate
        from .sonarly_templates_update_value_proposition import call

        return await self._send.raw(
            call(
                account_group_id,
                value_proposition_id,
                body=ValuePropositionUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    values=UNSET if values is None else _arguments.as_list("values", values),
                    challenges=UNSET
                    if challenges is None
                    else _arguments.as_list("challenges", challenges),
                ),
            )
        )

    async def list_signal_specifications(
        self,
        account_group_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RawResponse[SignalSpecificationList]:
        """List the signal specifications of an account group; see `list_signal_specifications` of the resource itself."""
        from .sonarly_templates_list_signal_specifications import call

        return await self._send.raw(
            call(
                account_group_id,
                cursor=_arguments.unset_if_none(cursor),
                limit=_arguments.unset_if_none(limit),
            )
        )

    async def delete_signal_specification(
        self,
        account_group_id: str,
        specification_id: str,
    ) -> RawResponse[Deleted]:
        """Delete a signal specification; see `delete_signal_specification` of the resource itself."""
        from .sonarly_templates_delete_signal_specification import call

        return await self._send.raw(
            call(
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
        value_proposition_ids: builtins.list[str] | None = None,
        specifications: builtins.list[Any] | None = None,
    ) -> RawResponse[SignalSpecification]:
        """Update a signal specification; see `update_signal_specification` of the resource itself."""
        from ...models.signal_specification_update import SignalSpecificationUpdate
        from .sonarly_templates_update_signal_specification import call

        return await self._send.raw(
            call(
                account_group_id,
                specification_id,
                body=SignalSpecificationUpdate(
                    name=_arguments.unset_if_none(name),
                    description=_arguments.unset_if_none(description),
                    use_value_proposition=_arguments.unset_if_none(use_value_proposition),
                    value_proposition_ids=UNSET
                    if value_proposition_ids is None
                    else _arguments.as_list("value_proposition_ids", value_proposition_ids),
                    specifications=UNSET
                    if specifications is None
                    else _arguments.as_list("specifications", specifications),
                ),
            )
        )

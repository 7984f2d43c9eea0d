# Generated from openapi.yaml by `make generate`; do not edit.
"""The voices that Callers.ai's agents speak with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from typing import Any

    from campaignkit_runtime.files import Upload
    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_voice import CallersVoice
    from ...models.callers_voice_locale import CallersVoiceLocale
    from ...models.callers_voice_provider import CallersVoiceProvider


class CallersVoices(Resource):
    """The voices that Callers.ai's agents speak with."""

    @cached_property
    def with_raw_response(self) -> CallersVoicesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return CallersVoicesWithRawResponse(self._send)

    def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Add a voice of a provider.

        Makes a voice that a provider has usable for the organization, and for its sub organizations
        on request.

        Args:
            name: What to call it.
            voice_id: The provider's id of the voice.
            voice_provider_type: Who makes the voice.
            is_multilingual: Whether it speaks several languages; false without it.
            supported_locales: What it speaks.
            settings: How the provider is to make it sound; the names are the provider's.
            sub_accounts: Whether the sub organizations get it too; false without it.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The voices that were added, one for each organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-a-new-voice (documented). Assumed, 200: This copy of the page is cut
        before the status; the earlier page prints 200. Assumed, idempotency: No page says what a
        repeat does. Idempotency: never.
        """
        from ...models.callers_voice_create import CallersVoiceCreate
        from ...models.callers_voice_create_settings import CallersVoiceCreateSettings
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_create import call

        return self._send(
            call(
                body=CallersVoiceCreate(
                    name=name,
                    voice_id=voice_id,
                    voice_provider_type=_arguments.enum_member(
                        CallersVoiceProvider, "voice_provider_type", voice_provider_type
                    ),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceCreateSettings(_arguments.as_dict("settings", settings)),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersVoice:
        """Change a voice.

        Changes the fields of a voice that are given.

        Args:
            id: The voice to change.
            name: What to call it.
            is_multilingual: Whether it speaks several languages.
            supported_locales: What it speaks.
            settings: How the provider is to make it sound; the names are the provider's.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The voice as it is now.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/update-an-existing-voice-by-its-id (documented). Assumed, 200: This copy of
        the page is cut before the status; the earlier page prints 200. Assumed, idempotency: No
        page says what a repeat does, and no read shows a voice. Idempotency: never.
        """
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_update import CallersVoiceUpdate
        from ...models.callers_voice_update_settings import CallersVoiceUpdateSettings
        from .callers_voices_update import call

        return self._send(
            call(
                id,
                body=CallersVoiceUpdate(
                    name=_arguments.unset_if_none(name),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceUpdateSettings(_arguments.as_dict("settings", settings)),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def clone(
        self,
        *,
        name: str,
        files: Sequence[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Clone a voice from audio samples.

        Makes a new voice at a provider that sounds like the given audio files, and adds it.

        Args:
            name: What to call it.
            files: Audio files with the voice.
            description: What it is like.
            provider_type: Who makes the voice.
            supported_locales: What it speaks.
            sub_accounts: Whether the sub organizations get it too; false without it.
            stability: 0.5 without it. An earlier page prints that it lies between 0 and 1.
            similarity_boost: 0.5 without it. An earlier page prints that it lies between 0 and 1.
            speed: How fast it speaks.
            supports_all_languages: Whether it speaks every language.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The voices that were made, one for each organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/clone-a-new-voice-from-audio-samples (documented). Assumed, 200: This copy
        of the page is cut before the status; the earlier page prints 200. Assumed, fields: The
        earlier page has locale, style and useSpeakerBoost too; this one's sample sends none of
        them, so they are left out. Assumed, idempotency: No page says what a repeat does.
        Idempotency: never.
        """
        from ...models.callers_voice_clone import CallersVoiceClone
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_clone import call

        return self._send(
            call(
                body=CallersVoiceClone(
                    name=name,
                    files=_arguments.list_with(
                        "files", files, lambda name, each: _arguments.file(name, each)
                    ),
                    description=_arguments.unset_if_none(description),
                    provider_type=UNSET
                    if provider_type is None
                    else _arguments.enum_member(
                        CallersVoiceProvider, "provider_type", provider_type
                    ),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                    stability=_arguments.unset_if_none(stability),
                    similarity_boost=_arguments.unset_if_none(similarity_boost),
                    speed=_arguments.unset_if_none(speed),
                    supports_all_languages=_arguments.unset_if_none(supports_all_languages),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class CallersVoicesWithRawResponse(Resource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Add a voice of a provider; see `create` of the resource itself."""
        from ...models.callers_voice_create import CallersVoiceCreate
        from ...models.callers_voice_create_settings import CallersVoiceCreateSettings
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_create import call

        return self._send.raw(
            call(
                body=CallersVoiceCreate(
                    name=name,
                    voice_id=voice_id,
                    voice_provider_type=_arguments.enum_member(
                        CallersVoiceProvider, "voice_provider_type", voice_provider_type
                    ),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceCreateSettings(_arguments.as_dict("settings", settings)),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersVoice]:
        """Change a voice; see `update` of the resource itself."""
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_update import CallersVoiceUpdate
        from ...models.callers_voice_update_settings import CallersVoiceUpdateSettings
        from .callers_voices_update import call

        return self._send.raw(
            call(
                id,
                body=CallersVoiceUpdate(
                    name=_arguments.unset_if_none(name),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceUpdateSettings(_arguments.as_dict("settings", settings)),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    def clone(
        self,
        *,
        name: str,
        files: Sequence[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Clone a voice from audio samples; see `clone` of the resource itself."""
        from ...models.callers_voice_clone import CallersVoiceClone
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_clone import call

        return self._send.raw(
            call(
                body=CallersVoiceClone(
                    name=name,
                    files=_arguments.list_with(
                        "files", files, lambda name, each: _arguments.file(name, each)
                    ),
                    description=_arguments.unset_if_none(description),
                    provider_type=UNSET
                    if provider_type is None
                    else _arguments.enum_member(
                        CallersVoiceProvider, "provider_type", provider_type
                    ),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                    stability=_arguments.unset_if_none(stability),
                    similarity_boost=_arguments.unset_if_none(similarity_boost),
                    speed=_arguments.unset_if_none(speed),
                    supports_all_languages=_arguments.unset_if_none(supports_all_languages),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersVoices(AsyncResource):
    """The voices that Callers.ai's agents speak with."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersVoicesWithRawResponse:
        """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""
        return AsyncCallersVoicesWithRawResponse(self._send)

    async def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Add a voice of a provider.

        Makes a voice that a provider has usable for the organization, and for its sub organizations
        on request.

        Args:
            name: What to call it.
            voice_id: The provider's id of the voice.
            voice_provider_type: Who makes the voice.
            is_multilingual: Whether it speaks several languages; false without it.
            supported_locales: What it speaks.
            settings: How the provider is to make it sound; the names are the provider's.
            sub_accounts: Whether the sub organizations get it too; false without it.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The voices that were added, one for each organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/create-a-new-voice (documented). Assumed, 200: This copy of the page is cut
        before the status; the earlier page prints 200. Assumed, idempotency: No page says what a
        repeat does. Idempotency: never.
        """
        from ...models.callers_voice_create import CallersVoiceCreate
        from ...models.callers_voice_create_settings import CallersVoiceCreateSettings
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_create import call

        return await self._send(
            call(
                body=CallersVoiceCreate(
                    name=name,
                    voice_id=voice_id,
                    voice_provider_type=_arguments.enum_member(
                        CallersVoiceProvider, "voice_provider_type", voice_provider_type
                    ),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceCreateSettings(_arguments.as_dict("settings", settings)),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersVoice:
        """Change a voice.

        Changes the fields of a voice that are given.

        Args:
            id: The voice to change.
            name: What to call it.
            is_multilingual: Whether it speaks several languages.
            supported_locales: What it speaks.
            settings: How the provider is to make it sound; the names are the provider's.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The voice as it is now.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            NotFoundError: There is no such resource (404).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/update-an-existing-voice-by-its-id (documented). Assumed, 200: This copy of
        the page is cut before the status; the earlier page prints 200. Assumed, idempotency: No
        page says what a repeat does, and no read shows a voice. Idempotency: never.
        """
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_update import CallersVoiceUpdate
        from ...models.callers_voice_update_settings import CallersVoiceUpdateSettings
        from .callers_voices_update import call

        return await self._send(
            call(
                id,
                body=CallersVoiceUpdate(
                    name=_arguments.unset_if_none(name),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceUpdateSettings(_arguments.as_dict("settings", settings)),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def clone(
        self,
        *,
        name: str,
        files: Sequence[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Clone a voice from audio samples.

        Makes a new voice at a provider that sounds like the given audio files, and adds it.

        Args:
            name: What to call it.
            files: Audio files with the voice.
            description: What it is like.
            provider_type: Who makes the voice.
            supported_locales: What it speaks.
            sub_accounts: Whether the sub organizations get it too; false without it.
            stability: 0.5 without it. An earlier page prints that it lies between 0 and 1.
            similarity_boost: 0.5 without it. An earlier page prints that it lies between 0 and 1.
            speed: How fast it speaks.
            supports_all_languages: Whether it speaks every language.
            sub_organization_id: A sub organization to act for; it must belong to the key's main
                organization.

        Returns:
            The voices that were made, one for each organization.

        Raises:
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The resource, or the sub organization, is not the key's (403).
            OutcomeUnknownError: It may have been applied, and nothing tells.

        Source: callers/clone-a-new-voice-from-audio-samples (documented). Assumed, 200: This copy
        of the page is cut before the status; the earlier page prints 200. Assumed, fields: The
        earlier page has locale, style and useSpeakerBoost too; this one's sample sends none of
        them, so they are left out. Assumed, idempotency: No page says what a repeat does.
        Idempotency: never.
        """
        from ...models.callers_voice_clone import CallersVoiceClone
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_clone import call

        return await self._send(
            call(
                body=CallersVoiceClone(
                    name=name,
                    files=_arguments.list_with(
                        "files", files, lambda name, each: _arguments.file(name, each)
                    ),
                    description=_arguments.unset_if_none(description),
                    provider_type=UNSET
                    if provider_type is None
                    else _arguments.enum_member(
                        CallersVoiceProvider, "provider_type", provider_type
                    ),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                    stability=_arguments.unset_if_none(stability),
                    similarity_boost=_arguments.unset_if_none(similarity_boost),
                    speed=_arguments.unset_if_none(speed),
                    supports_all_languages=_arguments.unset_if_none(supports_all_languages),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )


class AsyncCallersVoicesWithRawResponse(AsyncResource):
    """The same methods with the answer as it came: status, headers, trace id, bytes, payload."""

    async def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Add a voice of a provider; see `create` of the resource itself."""
        from ...models.callers_voice_create import CallersVoiceCreate
        from ...models.callers_voice_create_settings import CallersVoiceCreateSettings
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_create import call

        return await self._send.raw(
            call(
                body=CallersVoiceCreate(
                    name=name,
                    voice_id=voice_id,
                    voice_provider_type=_arguments.enum_member(
                        CallersVoiceProvider, "voice_provider_type", voice_provider_type
                    ),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceCreateSettings(_arguments.as_dict("settings", settings)),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersVoice]:
        """Change a voice; see `update` of the resource itself."""
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_update import CallersVoiceUpdate
        from ...models.callers_voice_update_settings import CallersVoiceUpdateSettings
        from .callers_voices_update import call

        return await self._send.raw(
            call(
                id,
                body=CallersVoiceUpdate(
                    name=_arguments.unset_if_none(name),
                    is_multilingual=_arguments.unset_if_none(is_multilingual),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    settings=UNSET
                    if settings is None
                    else CallersVoiceUpdateSettings(_arguments.as_dict("settings", settings)),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

    async def clone(
        self,
        *,
        name: str,
        files: Sequence[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: builtins.list[CallersVoiceLocale] | builtins.list[str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Clone a voice from audio samples; see `clone` of the resource itself."""
        from ...models.callers_voice_clone import CallersVoiceClone
        from ...models.callers_voice_locale import CallersVoiceLocale
        from ...models.callers_voice_provider import CallersVoiceProvider
        from .callers_voices_clone import call

        return await self._send.raw(
            call(
                body=CallersVoiceClone(
                    name=name,
                    files=_arguments.list_with(
                        "files", files, lambda name, each: _arguments.file(name, each)
                    ),
                    description=_arguments.unset_if_none(description),
                    provider_type=UNSET
                    if provider_type is None
                    else _arguments.enum_member(
                        CallersVoiceProvider, "provider_type", provider_type
                    ),
                    supported_locales=UNSET
                    if supported_locales is None
                    else _arguments.list_with(
                        "supported_locales",
                        supported_locales,
                        lambda name, each: _arguments.enum_member(CallersVoiceLocale, name, each),
                    ),
                    sub_accounts=_arguments.unset_if_none(sub_accounts),
                    stability=_arguments.unset_if_none(stability),
                    similarity_boost=_arguments.unset_if_none(similarity_boost),
                    speed=_arguments.unset_if_none(speed),
                    supports_all_languages=_arguments.unset_if_none(supports_all_languages),
                ),
                sub_organization_id=_arguments.unset_if_none(sub_organization_id),
            )
        )

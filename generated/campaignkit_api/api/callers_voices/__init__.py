# Generated from openapi.yaml by `make generate`; do not edit.
"""Voices for the agents of Callers.ai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaignkit_runtime.fork_safety import cached_property
from campaignkit_runtime.resources import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable, Mapping
    from typing import Any

    from campaignkit_runtime.files import Upload
    from campaignkit_runtime.protocols import RawResponse

    from ...models.callers_voice import CallersVoice
    from ...models.callers_voice_locale import CallersVoiceLocale
    from ...models.callers_voice_provider import CallersVoiceProvider


class CallersVoices(Resource):
    """Voices for the agents of Callers.ai."""

    @cached_property
    def with_raw_response(self) -> CallersVoicesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return CallersVoicesWithRawResponse(self._send)

    def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Add a voice of a provider.

        The voice becomes available to the organization, and to its sub-organizations on request.

        Never sent again after it may have arrived.

        Args:
            name: Name of the voice. At least 5 characters.
            voice_id: ID of the voice at the provider. At least 5 characters.
            voice_provider_type: Provider of a voice. Known values: `ELEVENLABS`, `CARTESIA`,
                `GOOGLE_CLOUD`.
            is_multilingual: True if the voice speaks several languages. The default is false.
            supported_locales: Locales that the voice speaks. Known values: the members of
                `CallersVoiceLocale`.
            settings: Settings of the provider for the voice, under the provider's names.
            sub_accounts: If true, the sub-organizations get the voice too. The default is false.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The added voices, one for each organization.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_voices_create import call_from_arguments as _call

        return self._send(
            _call(
                name=name,
                voice_id=voice_id,
                voice_provider_type=voice_provider_type,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_accounts=sub_accounts,
                sub_organization_id=sub_organization_id,
            )
        )

    def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersVoice:
        """Update a voice.

        Only the given fields change.

        Never sent again after it may have arrived.

        Args:
            id: ID of the voice. Must not be empty.
            name: Name of the voice. At least 5 characters.
            is_multilingual: True if the voice speaks several languages.
            supported_locales: Locales that the voice speaks. Known values: the members of
                `CallersVoiceLocale`.
            settings: Settings of the provider for the voice, under the provider's names.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The updated voice.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_voices_update import call_from_arguments as _call

        return self._send(
            _call(
                id,
                name=name,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_organization_id=sub_organization_id,
            )
        )

    def clone(
        self,
        *,
        name: str,
        files: Iterable[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Clone a voice from audio samples.

        The provider creates a voice that sounds like the given audio files. The voice is then
        added.

        Never sent again after it may have arrived.

        Args:
            name: Name of the voice. At least 5 characters.
            files: Audio files with the voice. At least 1 item.
            description: Description of the voice.
            provider_type: Provider of a voice. Known values: `ELEVENLABS`, `CARTESIA`,
                `GOOGLE_CLOUD`.
            supported_locales: Locales that the voice speaks. Known values: the members of
                `CallersVoiceLocale`.
            sub_accounts: If true, the sub-organizations get the voice too. The default is false.
            stability: Stability of the voice. The default is 0.5. An earlier page prints the range
                0 to 1.
            similarity_boost: Similarity to the samples. The default is 0.5. An earlier page prints
                the range 0 to 1.
            speed: Speed of the voice.
            supports_all_languages: True if the voice speaks every language.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The cloned voices, one for each organization.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_voices_clone import call_from_arguments as _call

        return self._send(
            _call(
                name=name,
                files=files,
                description=description,
                provider_type=provider_type,
                supported_locales=supported_locales,
                sub_accounts=sub_accounts,
                stability=stability,
                similarity_boost=similarity_boost,
                speed=speed,
                supports_all_languages=supports_all_languages,
                sub_organization_id=sub_organization_id,
            )
        )


class CallersVoicesWithRawResponse(Resource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Add a voice of a provider, and return the raw response; see `create` of the resource."""
        from .callers_voices_create import call_from_arguments as _call

        return self._send.raw(
            _call(
                name=name,
                voice_id=voice_id,
                voice_provider_type=voice_provider_type,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_accounts=sub_accounts,
                sub_organization_id=sub_organization_id,
            )
        )

    def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersVoice]:
        """Update a voice, and return the raw response; see `update` of the resource."""
        from .callers_voices_update import call_from_arguments as _call

        return self._send.raw(
            _call(
                id,
                name=name,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_organization_id=sub_organization_id,
            )
        )

    def clone(
        self,
        *,
        name: str,
        files: Iterable[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Clone a voice from audio samples, and return the raw response; see `clone` of the resource."""
        from .callers_voices_clone import call_from_arguments as _call

        return self._send.raw(
            _call(
                name=name,
                files=files,
                description=description,
                provider_type=provider_type,
                supported_locales=supported_locales,
                sub_accounts=sub_accounts,
                stability=stability,
                similarity_boost=similarity_boost,
                speed=speed,
                supports_all_languages=supports_all_languages,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersVoices(AsyncResource):
    """Voices for the agents of Callers.ai."""

    @cached_property
    def with_raw_response(self) -> AsyncCallersVoicesWithRawResponse:
        """The same methods with the raw response: status, headers, trace ID, bytes and payload."""
        return AsyncCallersVoicesWithRawResponse(self._send)

    async def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Add a voice of a provider.

        The voice becomes available to the organization, and to its sub-organizations on request.

        Never sent again after it may have arrived.

        Args:
            name: Name of the voice. At least 5 characters.
            voice_id: ID of the voice at the provider. At least 5 characters.
            voice_provider_type: Provider of a voice. Known values: `ELEVENLABS`, `CARTESIA`,
                `GOOGLE_CLOUD`.
            is_multilingual: True if the voice speaks several languages. The default is false.
            supported_locales: Locales that the voice speaks. Known values: the members of
                `CallersVoiceLocale`.
            settings: Settings of the provider for the voice, under the provider's names.
            sub_accounts: If true, the sub-organizations get the voice too. The default is false.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The added voices, one for each organization.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_voices_create import call_from_arguments as _call

        return await self._send(
            _call(
                name=name,
                voice_id=voice_id,
                voice_provider_type=voice_provider_type,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_accounts=sub_accounts,
                sub_organization_id=sub_organization_id,
            )
        )

    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> CallersVoice:
        """Update a voice.

        Only the given fields change.

        Never sent again after it may have arrived.

        Args:
            id: ID of the voice. Must not be empty.
            name: Name of the voice. At least 5 characters.
            is_multilingual: True if the voice speaks several languages.
            supported_locales: Locales that the voice speaks. Known values: the members of
                `CallersVoiceLocale`.
            settings: Settings of the provider for the voice, under the provider's names.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The updated voice.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            NotFoundError: The resource was not found (404).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_voices_update import call_from_arguments as _call

        return await self._send(
            _call(
                id,
                name=name,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_organization_id=sub_organization_id,
            )
        )

    async def clone(
        self,
        *,
        name: str,
        files: Iterable[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> builtins.list[CallersVoice]:
        """Clone a voice from audio samples.

        The provider creates a voice that sounds like the given audio files. The voice is then
        added.

        Never sent again after it may have arrived.

        Args:
            name: Name of the voice. At least 5 characters.
            files: Audio files with the voice. At least 1 item.
            description: Description of the voice.
            provider_type: Provider of a voice. Known values: `ELEVENLABS`, `CARTESIA`,
                `GOOGLE_CLOUD`.
            supported_locales: Locales that the voice speaks. Known values: the members of
                `CallersVoiceLocale`.
            sub_accounts: If true, the sub-organizations get the voice too. The default is false.
            stability: Stability of the voice. The default is 0.5. An earlier page prints the range
                0 to 1.
            similarity_boost: Similarity to the samples. The default is 0.5. An earlier page prints
                the range 0 to 1.
            speed: Speed of the voice.
            supports_all_languages: True if the voice speaks every language.
            sub_organization_id: ID of a sub-organization to act for. It must belong to the main
                organization of the key.

        Returns:
            The cloned voices, one for each organization.

        Raises:
            InvalidArgumentError: An argument cannot be sent.
            BadRequestError: The request is not valid (400).
            AuthenticationError: The API key is missing or wrong (401).
            PermissionDeniedError: The key cannot access the resource or the sub-organization (403).
            OutcomeUnknownError: The call may have succeeded; the client could not confirm it.
        """
        from .callers_voices_clone import call_from_arguments as _call

        return await self._send(
            _call(
                name=name,
                files=files,
                description=description,
                provider_type=provider_type,
                supported_locales=supported_locales,
                sub_accounts=sub_accounts,
                stability=stability,
                similarity_boost=similarity_boost,
                speed=speed,
                supports_all_languages=supports_all_languages,
                sub_organization_id=sub_organization_id,
            )
        )


class AsyncCallersVoicesWithRawResponse(AsyncResource):
    """The same methods with the raw response: status, headers, trace ID, bytes and payload."""

    async def create(
        self,
        *,
        name: str,
        voice_id: str,
        voice_provider_type: CallersVoiceProvider | str,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_accounts: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Add a voice of a provider, and return the raw response; see `create` of the resource."""
        from .callers_voices_create import call_from_arguments as _call

        return await self._send.raw(
            _call(
                name=name,
                voice_id=voice_id,
                voice_provider_type=voice_provider_type,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_accounts=sub_accounts,
                sub_organization_id=sub_organization_id,
            )
        )

    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        is_multilingual: bool | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        settings: Mapping[str, Any] | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[CallersVoice]:
        """Update a voice, and return the raw response; see `update` of the resource."""
        from .callers_voices_update import call_from_arguments as _call

        return await self._send.raw(
            _call(
                id,
                name=name,
                is_multilingual=is_multilingual,
                supported_locales=supported_locales,
                settings=settings,
                sub_organization_id=sub_organization_id,
            )
        )

    async def clone(
        self,
        *,
        name: str,
        files: Iterable[Upload],
        description: str | None = None,
        provider_type: CallersVoiceProvider | str | None = None,
        supported_locales: Iterable[CallersVoiceLocale | str] | None = None,
        sub_accounts: bool | None = None,
        stability: float | None = None,
        similarity_boost: float | None = None,
        speed: float | None = None,
        supports_all_languages: bool | None = None,
        sub_organization_id: str | None = None,
    ) -> RawResponse[builtins.list[CallersVoice]]:
        """Clone a voice from audio samples, and return the raw response; see `clone` of the resource."""
        from .callers_voices_clone import call_from_arguments as _call

        return await self._send.raw(
            _call(
                name=name,
                files=files,
                description=description,
                provider_type=provider_type,
                supported_locales=supported_locales,
                sub_accounts=sub_accounts,
                stability=stability,
                similarity_boost=similarity_boost,
                speed=speed,
                supports_all_languages=supports_all_languages,
                sub_organization_id=sub_organization_id,
            )
        )

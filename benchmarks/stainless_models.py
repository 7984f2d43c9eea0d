"""Models of a campaign in the style of Stainless SDKs, such as that of openai."""

import importlib
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

# The base class has to be the SDK's own; it is in the peer's environment only.
_Base: Any = importlib.import_module("openai").BaseModel


class Campaign(_Base):  # type: ignore[misc]  # the base is known at run time only
    """A campaign."""

    id: str
    name: str
    description: str | None = None
    status: Literal["draft", "active"]
    selected_lead_count: int = Field(alias="selectedLeadCount")
    include_conversation_history: bool = Field(alias="includeConversationHistory")
    auto_cancel_on_message_received: bool = Field(alias="autoCancelOnMessageReceived")
    outreach_language: str = Field(alias="outreachLanguage")
    created_at: datetime = Field(alias="createdAt")
    updated_at: datetime = Field(alias="updatedAt")
    started_at: datetime | None = Field(alias="startedAt", default=None)
    rate_limited_until: datetime | None = Field(alias="rateLimitedUntil", default=None)


class ApiError(_Base):  # type: ignore[misc]  # as above
    """Error of the vendor."""

    code: str
    message: str


class CampaignEnvelope(_Base):  # type: ignore[misc]  # as above
    """The envelope around a campaign."""

    success: bool
    data: Campaign
    error: ApiError | None = None
    trace_id: str = Field(alias="traceId")

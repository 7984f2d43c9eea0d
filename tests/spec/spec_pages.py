"""What the vendors' pages print, written down by hand and never derived from the spec."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spec_document import Json


@dataclass(frozen=True)
class Parameter:
    """A row of a page's parameter table."""

    name: str
    location: str
    required: bool


@dataclass(frozen=True)
class Answer:
    """A status with the schema's name and the example body that the page prints for it."""

    status: str | None
    schema: str | None
    body: str


@dataclass(frozen=True)
class Field:
    """A row of a page's field table."""

    name: str
    type: str
    required: bool = False


@dataclass(frozen=True)
class Page:
    """The facts of one operation; None where the page prints nothing."""

    slug: str
    method: str | None
    path: str
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]
    permission: str | None = None
    idempotency: str | None = None
    server: str | None = None
    credential: Parameter | None = None
    fields: tuple[Field, ...] = ()
    nested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# Fields whose names say that they hold a time; the pages print a placeholder for each.
TIMES = (
    "createdAt",
    "updatedAt",
    "startedAt",
    "rateLimitedUntil",
    "firstInteractionAt",
    "completedAt",
)

_ACCOUNT_GROUP = Parameter("accountGroupId", "path", required=True)
_CAMPAIGN = Parameter("campaignId", "path", required=True)


def _error(status: str) -> Answer:
    return Answer(status, "ErrorResponse", "sonarly-error")


def _validation_error(status: str) -> Answer:
    return Answer(status, "ValidationErrorResponse", "sonarly-validation-error")


LIST = Page(
    slug="sonarly/campaigns-list",
    method="GET",
    path="/v1/accounts/{accountGroupId}/campaigns",
    permission="campaigns:read",
    parameters=(_ACCOUNT_GROUP,),
    answers=(
        Answer("200", "CampaignListSuccessResponse", "sonarly-campaigns-list.200"),
        _validation_error("400"),
        _error("401"),
        _error("403"),
        _error("429"),
        _error("500"),
        _error("502"),
    ),
)

GET = Page(
    slug="sonarly/campaigns-get",
    method="GET",
    path="/v1/accounts/{accountGroupId}/campaigns/{campaignId}",
    permission="campaigns:read",
    parameters=(_ACCOUNT_GROUP, _CAMPAIGN),
    answers=(
        Answer("200", "CampaignSuccessResponse", "sonarly-campaigns-get.200"),
        _validation_error("400"),
        _error("401"),
        _error("403"),
        _error("404"),
        _error("429"),
        _error("500"),
        _error("502"),
    ),
)

START = Page(
    slug="sonarly/campaigns-start",
    method=None,
    path="/v1/accounts/{accountGroupId}/campaigns/{campaignId}/start",
    permission="campaigns:execute",
    idempotency="not supported",
    parameters=(_ACCOUNT_GROUP, _CAMPAIGN),
    answers=(
        Answer("200", "StartedCampaignSuccessResponse", "sonarly-campaigns-start.200"),
        _validation_error("400"),
        _error("401"),
        _error("403"),
        _error("404"),
        _error("409"),
        _validation_error("422"),
        _error("429"),
        _error("500"),
        _error("502"),
    ),
)

LEAD_STATUS = Page(
    slug="sonarly/campaigns-lead-status-get",
    method="GET",
    path="/v1/accounts/{accountGroupId}/campaigns/{campaignId}/lead-status",
    permission="campaigns:read",
    parameters=(_ACCOUNT_GROUP, _CAMPAIGN, Parameter("leadIds", "query", required=True)),
    answers=(
        Answer(
            "200", "CampaignLeadStatusListSuccessResponse", "sonarly-campaigns-lead-status-get.200"
        ),
        _validation_error("400"),
        _error("401"),
        _error("403"),
        _error("404"),
        _error("429"),
        _error("500"),
        _error("502"),
    ),
    values={
        "workflowStatus": (
            "pending",
            "waiting",
            "completed",
            "stopped",
            "not_started",
            "not_in_campaign",
            "not_eligible",
        )
    },
)

CALLERS_LIST = Page(
    slug="callers/get-all-campaigns-by-organization-id",
    method="GET",
    path="/campaigns",
    server="https://api.callers.ai",
    credential=Parameter("Authorization", "header", required=True),
    parameters=(
        Parameter("x-sub-organization-id", "header", required=False),
        Parameter("campaignGroupId", "query", required=False),
        Parameter("organizationId", "query", required=True),
    ),
    answers=(Answer(None, None, "callers-get-all-campaigns-by-organization-id"),),
    fields=(
        Field("id", "string", required=True),
        Field("name", "string", required=True),
        Field("active", "boolean", required=True),
        Field("firstInteractionAt", "string", required=True),
        Field("completedAt", "string", required=True),
        Field("callParams", "object", required=True),
        Field("organizationId", "string", required=True),
        Field("webhooks", "string[]", required=True),
        Field("slackUrl", "string", required=True),
        Field("isIncoming", "boolean", required=True),
        Field("variables", "string[]", required=True),
        Field("pauseNewChats", "boolean"),
        Field("emailParams", "object"),
        Field("incomingPhoneNumber", "string"),
        Field("campaignGroupId", "string | null"),
        Field("campaignGroupName", "string | null"),
    ),
    nested={
        "callParams": ("phonesFrom", "timezone", "daysOfWeek", "language", "approvedCountries"),
        "emailParams": (
            "outboundConnectionIds",
            "inboundConnectionIds",
            "followUpAttempts",
            "followUpIntervalMinutes",
            "followUpDelayMinutes",
            "fallbackEnabled",
            "retryFollowUp",
            "signature",
            "signatureName",
            "defaultSubject",
            "timezone",
        ),
    },
)

PAGES = (LIST, GET, START, LEAD_STATUS, CALLERS_LIST)
ANSWERS = tuple((page, answer) for page in PAGES for answer in page.answers)


def printed_body(name: str) -> Json:
    """Read an example body as its page prints it."""
    path = Path(__file__).parent / "pages" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))

"""What the vendors' pages print, written down apart from the spec and never derived from it.

`facts/` holds the pages area by area: `method` is the printed one (null where the page prints
none) and `sent` the one to send; an answer is its status, the schema's name and whether the
number of the status is printed; a `body` is whole, a `fragment` is what the page prints before
it is cut; `listed` are fields that a table of the page names, or another page that prints the same
schema, but not the body; `standing` is there where it is not `documented`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.codegen.checks.document import Json


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
    body: Json = None
    is_whole: bool = True
    """Whether the page prints the body to its end."""
    is_printed: bool = True
    """Whether the page prints the number of the status."""


@dataclass(frozen=True)
class Field:
    """A row of a page's field table."""

    name: str
    type: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """Return the facts of one operation; None if the page prints nothing."""

    slug: str
    method: str | None
    sent: str
    """The method that is sent: the printed one, or that of the page's siblings."""
    path: str
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]
    request: tuple[Field, ...] | None = None
    """The fields of the body; None where the page prints none."""
    listed: tuple[str, ...] = ()
    """Fields that are printed elsewhere than in the bodies."""
    standing: str = "documented"
    permission: str | None = None
    prerequisites: tuple[str, ...] = ()
    idempotency: str | None = None
    server: str | None = None
    credential: Parameter | None = None
    fields: tuple[Field, ...] = ()
    nested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# Fields whose names say that they hold a time; some pages print a placeholder for each.
TIMES = (
    "createdAt",
    "updatedAt",
    "startedAt",
    "rateLimitedUntil",
    "firstInteractionAt",
    "completedAt",
    "lastAttempt",
)

PLACEHOLDERS = ("string", "<string>")
"""The texts that a page prints for a value of which it prints only the type."""

PRINTED_TIMES = {"sonarly": "2026-04-28T15:30:00.000Z", "callers": "2024-04-09T12:00:00.000Z"}
"""A time that other pages of the same vendor print, by vendor."""


def with_times(value: Json, time: str) -> Json:
    """Return a copy of a printed body with a time in place of each placeholder of a time.

    No other value changes, so the spec's examples differ from the pages in these fields only.
    """
    if isinstance(value, list):
        return [with_times(item, time) for item in value]
    if isinstance(value, dict):
        return {
            name: time if name in TIMES and item in PLACEHOLDERS else with_times(item, time)
            for name, item in value.items()
        }
    return value


_HERE = Path(__file__).parent


def _printed(name: str) -> Json:
    """Read an example body as its page prints it."""
    return json.loads((_HERE / "pages" / f"{name}.json").read_text(encoding="utf-8"))


_ACCOUNT_GROUP = Parameter("accountGroupId", "path", required=True)
_CAMPAIGN = Parameter("campaignId", "path", required=True)


def _error(status: str) -> Answer:
    return Answer(status, "ErrorResponse", _printed("sonarly-error"))


def _validation_error(status: str) -> Answer:
    return Answer(status, "ValidationErrorResponse", _printed("sonarly-validation-error"))


LIST = Page(
    slug="sonarly/campaigns-list",
    method="GET",
    sent="GET",
    path="/v1/accounts/{accountGroupId}/campaigns",
    permission="campaigns:read",
    prerequisites=("integration_api_key", "account_group_access"),
    parameters=(_ACCOUNT_GROUP,),
    answers=(
        Answer("200", "CampaignListSuccessResponse", _printed("sonarly-campaigns-list.200")),
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
    sent="GET",
    path="/v1/accounts/{accountGroupId}/campaigns/{campaignId}",
    permission="campaigns:read",
    prerequisites=("integration_api_key", "account_group_access"),
    parameters=(_ACCOUNT_GROUP, _CAMPAIGN),
    answers=(
        Answer("200", "CampaignSuccessResponse", _printed("sonarly-campaigns-get.200")),
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
    sent="POST",
    path="/v1/accounts/{accountGroupId}/campaigns/{campaignId}/start",
    permission="campaigns:execute",
    prerequisites=("integration_api_key", "account_group_access"),
    idempotency="not supported",
    parameters=(_ACCOUNT_GROUP, _CAMPAIGN),
    answers=(
        Answer("200", "StartedCampaignSuccessResponse", _printed("sonarly-campaigns-start.200")),
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
    sent="GET",
    path="/v1/accounts/{accountGroupId}/campaigns/{campaignId}/lead-status",
    permission="campaigns:read",
    prerequisites=("integration_api_key", "account_group_access"),
    parameters=(_ACCOUNT_GROUP, _CAMPAIGN, Parameter("leadIds", "query", required=True)),
    answers=(
        Answer(
            "200",
            "CampaignLeadStatusListSuccessResponse",
            _printed("sonarly-campaigns-lead-status-get.200"),
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
    sent="GET",
    path="/campaigns",
    server="https://api.callers.ai",
    credential=Parameter("Authorization", "header", required=True),
    parameters=(
        Parameter("x-sub-organization-id", "header", required=False),
        Parameter("campaignGroupId", "query", required=False),
        Parameter("organizationId", "query", required=True),
    ),
    answers=(Answer(None, None, _printed("callers-get-all-campaigns-by-organization-id")),),
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


def _page(facts: Json) -> Page:
    """Make a page of its facts as a file in `facts/` holds them."""
    body, is_whole = facts.get("body", facts.get("fragment")), "body" in facts
    first, *others = facts["answers"]
    main = _answer(*first, body=body, is_whole=is_whole)
    return Page(
        slug=facts["slug"],
        method=facts["method"],
        sent=facts["sent"],
        path=facts["path"],
        parameters=tuple(Parameter(*fields) for fields in facts["parameters"]),
        answers=(main, *(_answer(*fields) for fields in others)),
        permission=facts["permission"],
        prerequisites=tuple(facts.get("prerequisites", ())),
        idempotency=facts["idempotency"],
        request=_fields(facts["request"]),
        listed=tuple(facts.get("listed", ())),
        standing=facts.get("standing", "documented"),
    )


def _answer(
    status: str | None, schema: str | None, mark: str, *, body: Json = None, is_whole: bool = True
) -> Answer:
    return Answer(status, schema, body, is_whole, mark == "printed")


def _fields(rows: Json) -> tuple[Field, ...] | None:
    if rows is None:
        return None
    return tuple(Field(row[0], row[1], row[2], tuple(row[3]) if row[3:] else ()) for row in rows)


WHOLE_PAGES = (LIST, GET, START, LEAD_STATUS, CALLERS_LIST)
"""The pages of the five operations that the project began with, whose copies are whole."""

PAGES = WHOLE_PAGES + tuple(
    _page(facts)
    for path in sorted((_HERE / "facts").glob("*.json"))
    for facts in json.loads(path.read_text(encoding="utf-8"))
)
ANSWERS = tuple(
    (page, response) for page in PAGES for response in page.answers if response.body is not None
)
WHOLE_ANSWERS = tuple((page, response) for page, response in ANSWERS if response.is_whole)

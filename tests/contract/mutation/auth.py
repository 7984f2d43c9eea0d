"""Bugs in authentication, permissions and validation of parameters."""

from typing import Any
from urllib.parse import quote, unquote

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, START
from campaignkit_fake import KEYS, SAMPLE_ID
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from werkzeug import Request, Response

from .mutant import (
    SONARLY,
    Environ,
    Json,
    RuleCall,
    mutates_request,
    mutates_response,
    mutates_rule,
    write,
)

_AUTHORIZATION = "HTTP_AUTHORIZATION"
_FULL = "Bearer fake-sonarly"


@mutates_request(GET)
def get_without_key(environ: Environ) -> None:
    """A campaign is read without a key."""
    environ[_AUTHORIZATION] = _FULL


@mutates_request(START)
def start_without_key(environ: Environ) -> None:
    """A campaign is started without a key."""
    environ[_AUTHORIZATION] = _FULL


@mutates_request(CALLERS_LIST)
def callers_without_key(environ: Environ) -> None:
    """Campaigns of Callers.ai are listed without a key."""
    environ[_AUTHORIZATION] = "fake-callers"


@mutates_request(*SONARLY)
def open_when_missing(environ: Environ) -> None:
    """A missing Authorization header is accepted; a wrong one is rejected."""
    environ.setdefault(_AUTHORIZATION, _FULL)


@mutates_request(*SONARLY)
def any_scheme(environ: Environ) -> None:
    """Any authentication scheme is accepted."""
    key = environ.get(_AUTHORIZATION, "").partition(" ")[2]
    if key:
        environ[_AUTHORIZATION] = f"Bearer {key}"


@mutates_request(*SONARLY)
def bare_key(environ: Environ) -> None:
    """A key without a scheme is accepted."""
    if environ.get(_AUTHORIZATION, "") in KEYS:
        environ[_AUTHORIZATION] = f"Bearer {environ[_AUTHORIZATION]}"


@mutates_request(*SONARLY)
def beginning_of_a_key(environ: Environ) -> None:
    """A key with a suffix is accepted."""
    if environ.get(_AUTHORIZATION, "").startswith(f"{_FULL}x"):
        environ[_AUTHORIZATION] = _FULL


@mutates_request(*SONARLY)
def key_in_any_case(environ: Environ) -> None:
    """The case of a key is ignored."""
    word, _, key = environ.get(_AUTHORIZATION, "").partition(" ")
    environ[_AUTHORIZATION] = f"{word} {key.lower()}"


@mutates_request(CALLERS_LIST)
def key_of_the_other_vendor(environ: Environ) -> None:
    """Callers.ai accepts a key of Sonarly."""
    if environ.get(_AUTHORIZATION) == "fake-sonarly":
        environ[_AUTHORIZATION] = "fake-callers"


@mutates_response(*SONARLY, statuses=(401,))
def forbidden_without_key(_: Request, response: Response) -> None:
    """A missing or wrong key returns 403."""
    response.status_code = 403


@mutates_response(GET, LEAD_STATUS, statuses=(401,))
def leak(request: Request, response: Response) -> None:
    """A 401 shows whether the campaign exists."""
    body: Json = response.get_json()
    is_there = SAMPLE_ID in request.environ["REQUEST_URI"]
    body["error"]["details"] = "The campaign exists." if is_there else None
    write(response, body)


@mutates_response(LIST, statuses=(401,))
def data_with_refusal(_: Request, response: Response) -> None:
    """A 401 contains the account groups."""
    body: Json = response.get_json()
    write(response, {**body, "accountGroups": list(ACCOUNT_GROUPS)})


@mutates_request(START)
def start_by_reader(environ: Environ) -> None:
    """A read-only key starts campaigns."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-read", "")


@mutates_response(START, statuses=(403,))
def not_found_for_reader(_: Request, response: Response) -> None:
    """A read-only key gets 404 for a start."""
    response.status_code = 404


@mutates_request(GET, LEAD_STATUS)
def read_by_stranger(environ: Environ) -> None:
    """A key of another account group reads single campaigns."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-narrow", "")


@mutates_request(LIST)
def list_by_stranger(environ: Environ) -> None:
    """A key of another account group lists campaigns."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-narrow", "")


@mutates_request(CALLERS_LIST)
def callers_by_stranger(environ: Environ) -> None:
    """A key of another organization lists campaigns."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-other", "")


@mutates_request(CALLERS_LIST)
def sub_organization_ignored(environ: Environ) -> None:
    """Any sub organization is accepted."""
    environ.pop("HTTP_X_SUB_ORGANIZATION_ID", None)


@mutates_request(LEAD_STATUS)
def missing_parameter(environ: Environ) -> None:
    """Without leadIds a lead is returned."""
    if "leadIds" not in environ["QUERY_STRING"]:
        _ask(environ, "leadIds=507f1f77bcf86cd799439011")


@mutates_request(CALLERS_LIST)
def missing_organization(environ: Environ) -> None:
    """Without organizationId the campaigns of the key's organization are returned."""
    if "organizationId" not in environ["QUERY_STRING"]:
        _ask(environ, "organizationId=507f1f77bcf86cd799439011")


@mutates_request(LEAD_STATUS)
def empty_leads(environ: Environ) -> None:
    """Empty leadIds count as a lead with an empty id."""
    if environ["QUERY_STRING"] == "leadIds=":
        _ask(environ, "leadIds=507f1f77bcf86cd799439011")


@mutates_request(LIST)
def unknown_parameter(environ: Environ) -> None:
    """Undocumented parameters are ignored (additive)."""
    _ask(environ, "")


@mutates_request(LEAD_STATUS)
def first_lead_only(environ: Environ) -> None:
    """Ids after a comma are ignored."""
    _ask(environ, environ["QUERY_STRING"].partition(",")[0].partition("%2C")[0])


@mutates_rule(LEAD_STATUS)
def commas_not_split(call: RuleCall) -> Any:
    """Comma-separated ids count as one id."""
    return call.call_original(leadIds=[",".join(call.arguments["leadIds"])])


@mutates_request(LEAD_STATUS)
def semicolons(environ: Environ) -> None:
    """Ids are split at semicolons instead of commas."""
    text = unquote(environ["QUERY_STRING"]).replace(",", "-").replace(";", ",")
    _ask(environ, quote(text, safe="=,&"))


def _ask(environ: Environ, query: str) -> None:
    path = environ["REQUEST_URI"].partition("?")[0]
    environ |= {"QUERY_STRING": query, "REQUEST_URI": f"{path}?{query}" if query else path}

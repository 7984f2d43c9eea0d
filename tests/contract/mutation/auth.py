"""Bugs in who is let in and what is let through."""

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
    """One campaign is read without any key."""
    environ[_AUTHORIZATION] = _FULL


@mutates_request(START)
def start_without_key(environ: Environ) -> None:
    """A campaign is started without any key."""
    environ[_AUTHORIZATION] = _FULL


@mutates_request(CALLERS_LIST)
def callers_without_key(environ: Environ) -> None:
    """Callers.ai's campaigns are listed without any key."""
    environ[_AUTHORIZATION] = "fake-callers"


@mutates_request(*SONARLY)
def open_when_missing(environ: Environ) -> None:
    """Who sends no Authorization is let in; who sends a wrong one is not."""
    environ.setdefault(_AUTHORIZATION, _FULL)


@mutates_request(*SONARLY)
def any_scheme(environ: Environ) -> None:
    """The word before the key does not matter."""
    key = environ.get(_AUTHORIZATION, "").partition(" ")[2]
    if key:
        environ[_AUTHORIZATION] = f"Bearer {key}"


@mutates_request(*SONARLY)
def bare_key(environ: Environ) -> None:
    """The key is taken without a word before it."""
    if environ.get(_AUTHORIZATION, "") in KEYS:
        environ[_AUTHORIZATION] = f"Bearer {environ[_AUTHORIZATION]}"


@mutates_request(*SONARLY)
def beginning_of_a_key(environ: Environ) -> None:
    """A key is taken for the one that it begins with."""
    if environ.get(_AUTHORIZATION, "").startswith(f"{_FULL}x"):
        environ[_AUTHORIZATION] = _FULL


@mutates_request(*SONARLY)
def key_in_any_case(environ: Environ) -> None:
    """The letters of a key may be large or small."""
    word, _, key = environ.get(_AUTHORIZATION, "").partition(" ")
    environ[_AUTHORIZATION] = f"{word} {key.lower()}"


@mutates_request(CALLERS_LIST)
def key_of_the_other_vendor(environ: Environ) -> None:
    """Callers.ai takes Sonarly's key."""
    if environ.get(_AUTHORIZATION) == "fake-sonarly":
        environ[_AUTHORIZATION] = "fake-callers"


@mutates_response(*SONARLY, statuses=(401,))
def forbidden_without_key(_: Request, response: Response) -> None:
    """A missing or wrong key is answered 403."""
    response.status_code = 403


@mutates_response(GET, LEAD_STATUS, statuses=(401,))
def leak(request: Request, response: Response) -> None:
    """Who is refused is told whether the campaign exists."""
    body: Json = response.get_json()
    is_there = SAMPLE_ID in request.environ["REQUEST_URI"]
    body["error"]["details"] = "The campaign exists." if is_there else None
    write(response, body)


@mutates_response(LIST, statuses=(401,))
def data_with_refusal(_: Request, response: Response) -> None:
    """Who is refused is told the account groups, beside the error."""
    body: Json = response.get_json()
    write(response, {**body, "accountGroups": list(ACCOUNT_GROUPS)})


@mutates_request(START)
def start_by_reader(environ: Environ) -> None:
    """A key that may only read starts campaigns."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-read", "")


@mutates_response(START, statuses=(403,))
def not_found_for_reader(_: Request, response: Response) -> None:
    """A key that may only read is answered 404 when it starts a campaign."""
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
    """Anybody may act for any sub organization."""
    environ.pop("HTTP_X_SUB_ORGANIZATION_ID", None)


@mutates_request(LEAD_STATUS)
def missing_parameter(environ: Environ) -> None:
    """Without leadIds some lead is answered."""
    if "leadIds" not in environ["QUERY_STRING"]:
        _ask(environ, "leadIds=507f1f77bcf86cd799439011")


@mutates_request(CALLERS_LIST)
def missing_organization(environ: Environ) -> None:
    """Without organizationId the campaigns of the key's own are answered."""
    if "organizationId" not in environ["QUERY_STRING"]:
        _ask(environ, "organizationId=507f1f77bcf86cd799439011")


@mutates_request(LEAD_STATUS)
def empty_leads(environ: Environ) -> None:
    """No lead at all is taken for the lead that has no id."""
    if environ["QUERY_STRING"] == "leadIds=":
        _ask(environ, "leadIds=507f1f77bcf86cd799439011")


@mutates_request(LIST)
def unknown_parameter(environ: Environ) -> None:
    """Undocumented parameters are ignored (additive)."""
    _ask(environ, "")


@mutates_request(LEAD_STATUS)
def first_lead_only(environ: Environ) -> None:
    """What stands behind a comma is not read."""
    _ask(environ, environ["QUERY_STRING"].partition(",")[0].partition("%2C")[0])


@mutates_rule(LEAD_STATUS)
def commas_not_split(call: RuleCall) -> Any:
    """Ids with commas between them are one id."""
    return call.call_original(leadIds=[",".join(call.arguments["leadIds"])])


@mutates_request(LEAD_STATUS)
def semicolons(environ: Environ) -> None:
    """Ids are split at semicolons instead of commas."""
    text = unquote(environ["QUERY_STRING"]).replace(",", "-").replace(";", ",")
    _ask(environ, quote(text, safe="=,&"))


def _ask(environ: Environ, query: str) -> None:
    path = environ["REQUEST_URI"].partition("?")[0]
    environ |= {"QUERY_STRING": query, "REQUEST_URI": f"{path}?{query}" if query else path}

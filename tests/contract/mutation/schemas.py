"""Bugs in schemas and permissions of the other areas."""

from typing import Any

from werkzeug import Request, Response

from .mutant import FAILURE, Environ, mutates_body, mutates_request, mutates_response, write

_AUTHORIZATION = "HTTP_AUTHORIZATION"


@mutates_body("sonarly_accounts_list")
def account_without_name(body: Any) -> None:
    """An account group has no name."""
    del body["data"]["items"][0]["name"]


@mutates_body("sonarly_audiences_get")
def text_for_a_count(body: Any) -> None:
    """The prospectCount of an audience is a text."""
    body["data"]["prospectCount"] = "many"


@mutates_body("sonarly_audiences_navigation")
def folder_without_position(body: Any) -> None:
    """Folders have no position."""
    for folder in body["data"]["folders"]:
        del folder["position"]


@mutates_body("sonarly_audiences_delete")
def nothing_deleted(body: Any) -> None:
    """A deletion of an audience has an empty body."""
    body["data"] = None


@mutates_response("sonarly_audiences_create", "sonarly_audiences_create_folder", statuses=(201,))
def made_answered_200(_: Request, response: Response) -> None:
    """A creation returns 200 instead of 201."""
    response.status_code = 200


@mutates_response("sonarly_messages_respond", statuses=(202,))
def queued_answered_201(_: Request, response: Response) -> None:
    """A queued message returns 201."""
    response.status_code = 201


@mutates_body("sonarly_prospecting_get")
def progress_in_percent(body: Any) -> None:
    """The progress of a stage is a text."""
    for stage in body["data"]["stages"].values():
        stage["progress"] = f"{stage['progress']:.0%}"


@mutates_body("sonarly_prospecting_list")
def jobs_without_dates(body: Any) -> None:
    """Listed jobs have no createdAt."""
    for job in body["data"]["items"]:
        del job["createdAt"]


@mutates_body("sonarly_signals_results")
def results_by_type(body: Any) -> None:
    """Signals are an object by their type."""
    body["data"]["results"] = {result["type"]: result for result in body["data"]["results"]}


@mutates_body("sonarly_templates_get_writing_style")
def sample_as_text(body: Any) -> None:
    """The samples of a writing style are texts."""
    body["data"]["samples"] = [item["message"] for item in body["data"]["samples"]]


@mutates_body("sonarly_templates_list_value_propositions")
def values_as_text(body: Any) -> None:
    """The values of a value proposition are one text."""
    for item in body["data"]["items"]:
        item["values"] = ", ".join(item["values"])


@mutates_body("sonarly_campaigns_content_slots")
def slots_without_channel(body: Any) -> None:
    """Content slots have no channel."""
    for slot in body["data"]["items"]:
        del slot["channel"]


@mutates_body("sonarly_campaigns_starter_templates")
def starter_as_word(body: Any) -> None:
    """The available of a starter template is `yes`."""
    body["data"]["items"][0]["available"] = "yes"


@mutates_body("callers_contacts_list")
def phone_as_number(body: Any) -> None:
    """The phone number of a contact is a number."""
    for contact in body:
        contact["phoneNumber"] = int(contact["phoneNumber"])


@mutates_body("callers_contacts_create")
def created_as_number(body: Any) -> None:
    """The created of a contact is 0 or 1."""
    body["created"] = int(body["created"])


@mutates_body("callers_memories_list")
def memory_without_status(body: Any) -> None:
    """Memories have no status."""
    for memory in body["data"]:
        del memory["status"]


@mutates_body("callers_memories_create", statuses=(201,))
def memory_with_failure(body: Any) -> None:
    """A created memory is returned as a failure."""
    body["status"] = "error"


@mutates_body("callers_calls_list")
def call_without_messages(body: Any) -> None:
    """A call has null instead of an empty transcript."""
    for call in body:
        call["messages"] = call["messages"] or None


@mutates_body("callers_campaign_groups_get")
def number_for_a_name(body: Any) -> None:
    """The name of a campaign group is a number."""
    body["name"] = 7


@mutates_body("callers_contacts_get", "callers_calls_list", statuses=FAILURE)
def callers_error_without_message(body: Any) -> None:
    """The message of an error of Callers.ai is a number."""
    body["message"] = 404


@mutates_request("sonarly_audiences_delete", "sonarly_templates_delete_value_proposition")
def reader_deletes(environ: Environ) -> None:
    """A read-only key deletes."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-read", "")


@mutates_request("sonarly_messages_respond")
def reader_writes_messages(environ: Environ) -> None:
    """A read-only key sends messages."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-read", "")


@mutates_response("sonarly_signals_results")
def reader_sees_no_signals(request: Request, response: Response) -> None:
    """A read-only key cannot read the signals of a prospect."""
    if request.headers.get("Authorization", "").endswith("-read"):
        response.status_code = 403
        error = {"code": "FORBIDDEN", "message": "The key may not.", "details": None}
        write(response, {"success": False, "data": None, "error": error, "traceId": "7b"})


@mutates_request("sonarly_templates_update_writing_style", "sonarly_audiences_get")
def strangers_in_areas(environ: Environ) -> None:
    """A key of another account group changes writing styles and reads audiences."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-narrow", "")


@mutates_request("callers_contacts_get", "callers_calls_list_for_contact")
def contacts_of_strangers(environ: Environ) -> None:
    """A key of another organization reads contacts and their calls."""
    environ[_AUTHORIZATION] = environ.get(_AUTHORIZATION, "").replace("-other", "")


@mutates_request("callers_memories_delete")
def anybody_forgets(environ: Environ) -> None:
    """Memories are deleted without a key."""
    environ.setdefault(_AUTHORIZATION, "fake-callers")


@mutates_request("sonarly_prospecting_cancel")
def any_word_cancels(environ: Environ) -> None:
    """A cancellation of a job accepts any authentication scheme."""
    key = environ.get(_AUTHORIZATION, "").partition(" ")[2]
    if key:
        environ[_AUTHORIZATION] = f"Bearer {key}"


@mutates_request("sonarly_templates_update_writing_style", "sonarly_audiences_update")
def anybody_updates(environ: Environ) -> None:
    """Writing styles and audiences are updated without a key."""
    environ.setdefault(_AUTHORIZATION, "Bearer fake-sonarly")

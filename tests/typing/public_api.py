"""What a type checker makes of the public API. Checked by mypy and pyright, never run."""

import ssl
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Unpack, assert_type

import attrs
import campaignkit
import httpx
import httpx2
from campaignkit import (
    UNSET,
    AsyncBatches,
    AsyncBulkWrites,
    AsyncCallers,
    AsyncJob,
    AsyncMapped,
    AsyncPager,
    AsyncSonarly,
    AttemptEvent,
    Batches,
    BulkWrites,
    Callers,
    Change,
    Clock,
    Follow,
    Job,
    Mapped,
    Page,
    Pager,
    RawResponse,
    Sonarly,
    Unset,
    WriteReport,
    WriteResult,
)
from campaignkit.models import (
    Audience,
    AudienceList,
    CallersCampaign,
    CallersContactDetail,
    CallersContactsArchived,
    CallWebhookPayload,
    Campaign,
    CampaignApprovalResult,
    CampaignLeadStatus,
    CampaignStatus,
    ProspectingJob,
    ProspectingJobStart,
    StartedCampaign,
    StartedProspectingJob,
    WorkflowStopReason,
)
from campaignkit_fake import VirtualClock


def sync() -> None:
    with Sonarly(api_key="k", base_url="https://x", timeout=3, http_client=httpx.Client()) as s:
        assert_type(s, Sonarly)
        assert_type(s.campaigns.list("g"), list[Campaign])
        assert_type(s.campaigns.get("g", "c"), Campaign)
        assert_type(s.campaigns.start("g", "c"), StartedCampaign)
        rows = s.campaigns.lead_status("g", "c", lead_ids=iter(["l"]), batch_size=50, concurrency=4)
        assert_type(rows, Batches[CampaignLeadStatus])
        assert_type(list(rows), list[CampaignLeadStatus])
    with Callers(transport=httpx.HTTPTransport()) as c:
        assert_type(c.campaigns.list(organization_id="o"), list[CallersCampaign])
        c.campaigns.list(organization_id="o", campaign_group_id=None, sub_organization_id="s")


def mapped(s: Sonarly) -> None:
    pairs = s.map(s.campaigns.list, ["g"], concurrency=4, on_progress=print)
    assert_type(pairs, Mapped[str, list[Campaign]])
    assert_type(list(pairs), list[tuple[str, list[Campaign]]])
    starts = s.map(s.campaigns.start, [("g", "c")])
    assert_type(starts, Mapped[tuple[str, str], StartedCampaign])
    asked = [{"account_group_id": "g", "campaign_id": "c", "lead_ids": ["l"]}]
    for _, rows in s.map(s.campaigns.lead_status, asked):
        assert_type(rows, list[CampaignLeadStatus])


def paged(s: Sonarly) -> None:
    audiences = s.audiences.list("g", limit=5)
    assert_type(audiences.prefetch(), Pager[AudienceList, Audience])
    assert_type(list(audiences), list[Audience])
    assert_type(next(audiences.pages()), Page[AudienceList, Audience])
    assert_type(audiences.first(), Audience | None)
    assert_type(audiences.take(3), list[Audience])
    for page in audiences.pages(resume_from="stored"):
        assert_type(page.payload, AudienceList)
        assert_type(page.items, list[Audience])
        assert_type(page.cursor, str)
        assert_type(list(page), list[Audience])
    for audience in audiences.items(resume_from=None, on_page=lambda page: print(page.number)):
        assert_type(audience, Audience)


async def paged_async(s: AsyncSonarly) -> None:
    audiences = s.audiences.list("g", limit=5).prefetch()
    assert_type(audiences, AsyncPager[AudienceList, Audience])
    assert_type([audience async for audience in audiences], list[Audience])
    async for page in audiences.pages():
        assert_type(page, Page[AudienceList, Audience])
    assert_type(await audiences.first(), Audience | None)
    assert_type(await audiences.take(3), list[Audience])
    async for audience in audiences.items(resume_from="stored", on_page=print):
        assert_type(audience, Audience)


def passed(s: Sonarly, c: Callers) -> None:
    s.campaigns.create("g", starter_template_id="t", name="n", audience_id="a", lead_ids={"l": 1})
    s.prospecting.start("g", search_url="https://x", max_results=5)
    s.prospecting.start("g", body={"search_url": "https://x"})
    c.contacts.create_bulk("c", contacts=({"name": name} for name in ("a", "b")))
    c.contacts.archive_bulk("c", contact_ids=("i",))


def written(s: Sonarly, c: Callers) -> None:
    rows = c.contacts.upsert_many("c", [{"name": "n", "phone_number": "+1", "data": {}}])
    assert_type(rows, BulkWrites[CallersContactDetail])
    assert_type(rows.report(), WriteReport)
    for row in rows:
        assert_type(row, WriteResult[CallersContactDetail])
        assert_type(row.result, CallersContactDetail | None)
    waiting = s.campaigns.pending_approvals("g", "c", lead_ids=["l"])
    assert_type(waiting, Batches[CampaignLeadStatus])
    approved = s.campaigns.approve_many("g", "c", waiting, on_send=print)
    assert_type(approved, BulkWrites[CampaignApprovalResult])


def followed(s: Sonarly) -> None:
    follow = s.campaigns.follow("g", "c", lead_ids=["l"], every=30, idle=4, deadline=3_600)
    s.campaigns.follow("g", "c", lead_ids=["l"], until=lambda lead: lead.has_pending_approval)
    assert_type(follow, Follow[CampaignLeadStatus])
    for before, after in follow:
        assert_type(before, CampaignLeadStatus | None)
        assert_type(after, CampaignLeadStatus)


async def written_async(s: AsyncSonarly, c: AsyncCallers) -> None:
    writes = c.contacts.archive_many("c", (i for i in "ab"))
    assert_type(writes, AsyncBulkWrites[CallersContactsArchived])
    assert_type(await writes, list[WriteResult[CallersContactsArchived]])
    async for change in s.campaigns.follow("g", "c", lead_ids=["l"]):
        assert_type(change, Change[CampaignLeadStatus])


def waited(s: Sonarly) -> None:
    job = s.prospecting.start("g", body=ProspectingJobStart())
    assert_type(job, Job[StartedProspectingJob, ProspectingJob])
    assert_type(job.wait(deadline=60, on_progress=print), ProspectingJob)
    assert_type(job.id, str)
    assert_type(job.with_client(s), Job[StartedProspectingJob, ProspectingJob])
    resumed = s.prospecting.resume("g", "j")
    assert_type(resumed, Job[None, ProspectingJob])
    assert_type(resumed.wait(), ProspectingJob)


async def waited_async(s: AsyncSonarly) -> None:
    job = await s.prospecting.start("g", body=ProspectingJobStart())
    assert_type(job, AsyncJob[StartedProspectingJob, ProspectingJob])
    assert_type(await job.wait(), ProspectingJob)
    assert_type(s.prospecting.resume("g", "j"), AsyncJob[None, ProspectingJob])


async def mapped_async(s: AsyncSonarly) -> None:
    pairs = s.map(s.campaigns.list, ["g"])
    assert_type(pairs, AsyncMapped[str, list[Campaign]])
    assert_type(await pairs, list[tuple[str, list[Campaign]]])
    async for _, campaigns in pairs:
        assert_type(campaigns, list[Campaign])


async def rows(s: Sonarly, a: AsyncSonarly) -> None:
    assert_type(campaignkit.to_rows(s.campaigns.list("g")), Iterator[dict[str, Any]])
    campaignkit.to_rows(s.campaigns.list("g"), nested="json")
    leads = a.campaigns.lead_status("g", "c", lead_ids=["l"])
    assert_type(campaignkit.to_rows(leads, json_names=True), AsyncIterator[dict[str, Any]])


def error_fields(error: campaignkit.CampaignKitError) -> None:
    assert_type(error.content, bytes | None)
    assert_type(error.response_headers, dict[str, str])
    hook: type[campaignkit.CampaignKitError] = campaignkit.HookError
    refused: type[campaignkit.APIConnectionError] = campaignkit.CertificateVerificationError
    print(hook, refused)


def wrapped(**options: Unpack[campaignkit.CallersOptions]) -> Callers:
    return Callers(**options).with_options(**options)


def bad_argument(error: campaignkit.InvalidArgumentTypeError) -> None:
    assert_type(error.argument, str | None)
    as_value: ValueError = error
    as_type: TypeError = error
    print(as_value, as_type)


def options(clock: VirtualClock) -> None:
    Sonarly(on_bad_item="skip").with_options(on_bad_item="raw")
    client = Sonarly(deadline=60, retries=0, max_response_bytes=1_000, clock=clock)
    AsyncSonarly(settle=5, resend_after=30).with_options(settle=0, resend_after=None)
    Callers(settle=2.5, resend_after=None, clock=clock).with_options(resend_after=60)
    assert_type(client.with_options(timeout=3, deadline=None, retries=5), Sonarly)
    assert_type(AsyncCallers(clock=clock).with_options(deadline=2.5), AsyncCallers)
    both = Callers(api_key="k", sync_secret="s", sub_organization_id="o", clock=clock)
    assert_type(both.with_options(sub_organization_id=None, retries=1), Callers)
    AsyncCallers(sync_secret="s").with_options(sub_organization_id="o")
    any_clock: Clock = clock
    AsyncSonarly(clock=any_clock)


def evidence(s: Sonarly, campaign: Campaign) -> None:
    raw = s.campaigns.with_raw_response.start("g", "c")
    assert_type(raw.evidence, Literal["response", "read"])
    assert_type(campaign.to_dict(), dict[str, Any])
    assert_type(campaign.to_json(indent=2), str)
    assert_type(attrs.evolve(campaign, name="n"), Campaign)


def verified(started: StartedCampaign) -> None:
    assert_type(started.campaign, Campaign)
    assert_type(started.triggered, bool | Unset)
    assert_type(UNSET, Unset)
    if not isinstance(started.instances_created, Unset):
        count: int = started.instances_created  # ty keeps the negation in its type
        assert count >= 0


async def asynchronous() -> None:
    async with AsyncSonarly(http_client=httpx.AsyncClient()) as s:
        assert_type(s, AsyncSonarly)
        assert_type(await s.campaigns.list("g"), list[Campaign])
        assert_type(await s.campaigns.get("g", "c"), Campaign)
        assert_type(await s.campaigns.start("g", "c"), StartedCampaign)
        rows = s.campaigns.lead_status("g", "c", lead_ids=["l"], on_progress=print)
        assert_type(rows, AsyncBatches[CampaignLeadStatus])
        assert_type(await rows, list[CampaignLeadStatus])
        assert_type([row async for row in rows], list[CampaignLeadStatus])
    async with AsyncCallers(transport=httpx.AsyncHTTPTransport()) as c:
        assert_type(await c.campaigns.list(organization_id="o"), list[CallersCampaign])


def connections(context: ssl.SSLContext) -> None:
    s = Sonarly(proxy="http://p", verify=Path("ca.pem"), http2=True, headers={"a": "b"})
    s.with_options(headers={"a": None}, timeout=httpx.Timeout(3))
    Callers(ssl_context=context, allow_insecure_http=False, sub_organization_id="s")
    assert_type(s.request("GET", "/a", params={"b": [1, 2]}, idempotency="safe"), RawResponse[Any])


async def connections_async() -> None:
    raw = await AsyncCallers(http2=True).request("POST", "/a", json={"b": 1})
    assert_type(raw, RawResponse[Any])


def read_key() -> str:
    return "k"


async def read_key_async() -> str:
    return "k"


def observe(event: AttemptEvent) -> None:
    assert_type(event.seconds, float)
    assert_type(event.next_step, Literal["done", "resend", "read_state", "wait"])
    assert_type(event.response, RawResponse[Any] | None)


def keys_and_hooks() -> None:
    Sonarly(api_key=read_key, on_attempt=observe).with_options(on_attempt=None)
    AsyncSonarly(api_key=read_key_async)
    Callers(sync_secret=read_key)


def webhook(body: bytearray, headers: dict[str, str], key: bytes) -> None:
    assert_type(campaignkit.webhooks.receive(body, headers, key), CallWebhookPayload)
    campaignkit.webhooks.verify(memoryview(body), [(b"a", b"b")], key.decode())


def attributes(campaign: Campaign, status: CampaignLeadStatus) -> None:
    assert_type(campaign.id, str)
    assert_type(campaign.status, CampaignStatus)
    assert_type(campaign.status.is_known, bool)
    assert_type(campaign.selected_lead_count, int)
    assert_type(campaign.created_at, datetime)
    assert_type(campaign.started_at, datetime | None)
    assert_type(status.workflow_stop_reason, WorkflowStopReason | None)


def errors(error: campaignkit.CampaignKitError, status: campaignkit.APIStatusError) -> None:
    assert_type(error.status_code, int | None)
    assert_type(status.status_code, int)
    assert_type(error.retry_after, float | None)
    assert_type(error.idempotency_key, str | None)
    assert_type(error.details, Any)


def batch_error(error: campaignkit.BatchError) -> None:
    assert_type(error.items, list[Any])
    for items, reason in error.failures:
        assert_type(items, tuple[Any, ...])
        assert_type(reason, Exception)


def connections_of_httpx2() -> None:
    Sonarly(http_client=httpx2.Client(), timeout=httpx2.Timeout(5))
    Sonarly(transport=httpx2.MockTransport(lambda request: httpx2.Response(200)))
    Sonarly(proxy=httpx2.URL("http://127.0.0.1:9"))
    AsyncSonarly(http_client=httpx2.AsyncClient())
    AsyncCallers(transport=httpx2.AsyncHTTPTransport())


def rows_to_approve(sonarly: Sonarly) -> None:
    row = {"lead_id": "l", "workflow_instance_id": "w"}
    sonarly.with_options(headers={"X-Team": None}).campaigns.approve_many("g", "c", [row])

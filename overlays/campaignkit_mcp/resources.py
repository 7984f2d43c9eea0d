"""Resources: the spec, its sources, exports, and reports of campaigns."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

from anyio.to_thread import run_sync
from campaignkit_operations.leads import audience_lead_ids, first_statuses
from campaignkit_operations.reports import Report, lead_report
from mcp_types import Resource, ResourceTemplate, TextResourceContents

from .document import document_text
from .exports import Exports
from .vendor_clients import VendorClients

SPEC, COVERAGE = "campaignkit://openapi.json", "campaignkit://coverage.md"
REPORT = "campaignkit://sonarly/{account_group_id}/campaigns/{campaign_id}/report"

_REPORT_URI = re.compile(r"campaignkit://sonarly/([^/]+)/campaigns/([^/]+)/report")
_MARKDOWN = "text/markdown"

TEMPLATES = [
    ResourceTemplate(
        name="campaign report",
        uri_template=REPORT,
        description="Leads of a campaign by status, step and stop reason.",
        mime_type=_MARKDOWN,
    )
]


class Resources:
    """Resources of a server.

    Args:
        clients: Clients of the vendors.
        exports: Exports of the workflows.
    """

    def __init__(self, clients: VendorClients, exports: Exports) -> None:
        self._clients = clients
        self._exports = exports

    def list(self) -> list[Resource]:
        """Return the resources that need no argument."""
        return [
            Resource(
                name="OpenAPI document",
                uri=SPEC,
                description="All operations of both vendors.",
                mime_type="application/json",
            ),
            Resource(
                name="Coverage and sources",
                uri=COVERAGE,
                description="The document that each operation and field comes from.",
                mime_type=_MARKDOWN,
            ),
            *(
                Resource(name=uri.rpartition("/")[2], uri=uri, mime_type="text/csv")
                for uri in self._exports.uris
            ),
        ]

    def needs_call(self, uri: str) -> bool:
        """Return True if a resource is read from the API."""
        return _REPORT_URI.fullmatch(uri) is not None

    async def read(self, uri: str) -> TextResourceContents | None:
        """Return the content of a resource; None if it does not exist.

        Raises:
            CampaignKitError: A report cannot be read.
        """
        if uri == SPEC:
            return TextResourceContents(uri=uri, mime_type="application/json", text=document_text())
        if uri == COVERAGE:
            return TextResourceContents(uri=uri, mime_type=_MARKDOWN, text=coverage_text())
        if (text := self._exports.text_of(uri)) is not None:
            return TextResourceContents(uri=uri, mime_type="text/csv", text=text)
        if match := _REPORT_URI.fullmatch(uri):
            group_id, campaign_id = match.groups()
            report = await run_sync(_report, self._clients.of("sonarly"), group_id, campaign_id)
            return TextResourceContents(uri=uri, mime_type=_MARKDOWN, text=report)
        return None


def coverage_text() -> str:
    """Return the page about sources: from the package, or from the repository beside it."""
    packaged = files("campaignkit_mcp").joinpath("coverage.md")
    if packaged.is_file():  # pragma: no cover - in a wheel only; `make wheel` adds it
        return packaged.read_text(encoding="utf-8")
    page = Path(__file__).parents[2] / "docs" / "coverage.md"
    return page.read_text(encoding="utf-8")


def _report(client: Any, group_id: str, campaign_id: str) -> str:
    campaign = client.campaigns.get(group_id, campaign_id)
    ids = audience_lead_ids(client, group_id, None)
    rows = first_statuses(client, group_id, campaign_id, ids, campaign.selected_lead_count)
    return _as_markdown(lead_report(campaign, rows))


def _as_markdown(report: Report) -> str:
    lines = [f"# {report.title}", ""]
    lines += [f"- {name}: {text}" for name, text in report.facts.items()]
    for section in report.sections:
        if section.counts:
            lines += ["", f"## {section.title}", "", f"| | {section.unit} |", "| --- | --- |"]
            lines += [f"| {name} | {count} |" for name, count in section.counts.items()]
    return "\n".join(lines) + "\n"

"""One call of an operation from the command line."""

import logging
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import click
from campaignkit import BatchError, CampaignKitError
from campaignkit_operations.json_values import as_json
from campaignkit_runtime.catalog import OperationEntry

from .confirmation import confirm
from .exit_codes import ExitCode
from .failures import report_failure, watch_interruption
from .output import OutputOptions, output_options, write_items, write_value
from .session import Session
from .streams import note


class OperationCall:
    """Call of an operation with the options of its command.

    Args:
        entry: The operation.
        session: Session of the command.
        ids: Positional arguments by name.
        keywords: Keyword arguments of the method.
        values: Values of the common options.
    """

    def __init__(
        self,
        entry: OperationEntry,
        session: Session,
        ids: Mapping[str, str],
        keywords: Mapping[str, Any],
        values: Mapping[str, Any],
    ) -> None:
        self._entry = entry
        self._session = session
        self._ids = ids
        self._keywords = dict(keywords)
        self._values = values
        self._count = 0

    def run(self) -> int:
        """Call and write the result; return the exit code."""
        options = apply_common(self._session, self._values)
        self._check()
        if self._values["is_dry_run"]:
            return self.show_request(options)
        with self._session.client_of(self._entry.vendor) as client:
            if self._entry.must_confirm:
                self._confirm(client)
            try:
                with watch_interruption(self._entry, self._ids):
                    self._call(client, options)
            except CampaignKitError as error:
                return self._failed(error, options)
        return ExitCode.DONE

    def _check(self) -> None:
        if self._values["is_raw"] and self._values.get("is_all"):
            raise click.UsageError("--raw shows one response, so it cannot be used with --all.")

    def _confirm(self, client: Any) -> None:
        from campaignkit_operations.stakes import question_of

        confirm(
            lambda: question_of(self._entry, self._ids, client, self._raw_keywords()),
            is_confirmed=self._values["is_confirmed"],
        )

    def show_request(self, options: OutputOptions) -> int:
        """Write the request that the call would send, and send nothing."""
        from .dry_run import CapturingTransport, write_request

        transport = CapturingTransport()
        with self._session.client_of(self._entry.vendor, transport) as client:
            resource = getattr(client, self._entry.resource).with_raw_response
            method = getattr(resource, self._entry.name)
            try:
                request = transport.capture(
                    lambda: method(*self._ids.values(), **self._raw_keywords())
                )
            except CampaignKitError as error:
                return self._failed(error, options)
            secrets = frozenset(item.parameter.lower() for item in client.CREDENTIALS)
        write_request(request, secrets, options)
        return ExitCode.DONE

    def _call(self, client: Any, options: OutputOptions) -> None:
        resource = getattr(client, self._entry.resource)
        if self._values["is_raw"]:
            response = getattr(resource.with_raw_response, self._entry.name)(
                *self._ids.values(), **self._raw_keywords()
            )
            sys.stdout.flush()
            sys.stdout.buffer.write(response.content)
            sys.stdout.buffer.flush()
            return
        result = getattr(resource, self._entry.name)(*self._ids.values(), **self._keywords)
        match self._entry.kind:
            case "pages":
                write_items(self._counted(self._pages(result)), options)
            case "batch":
                write_items(self._counted(result), options)
            case "job":
                state = result.started
                if self._values["is_waiting"]:
                    state = result.wait()
                write_value(state, options)
            case _ if isinstance(result, list):
                self._remember(result)
                write_items(result, options)
            case _:
                write_value(result, options)

    def _raw_keywords(self) -> dict[str, Any]:
        """Return the keyword arguments that the method with a raw response takes."""
        sent = {item.name for item in self._entry.arguments if item.location != "client"}
        is_batch = self._entry.kind == "batch"
        return {
            name: value for name, value in self._keywords.items() if name in sent or not is_batch
        }

    def _pages(self, pager: Any) -> Iterator[Any]:
        """Yield the items of all pages, of the first N items, or of one page."""
        limit = self._values.get("limit") or self._keywords.get("limit")
        if self._values["is_all"]:
            yield from pager
        elif limit is not None:
            yield from islice(pager, limit)
        else:
            yield from self._one_page(pager)

    def _one_page(self, pager: Any) -> Iterator[Any]:
        paging = self._entry.paging
        assert paging is not None  # noqa: S101 - the kind is pages
        page = as_json(next((page.payload for page in pager.pages()), []))
        yield from page if isinstance(page, list) else page[paging.items]
        following = page.get(paging.next) if isinstance(page, dict) and paging.next else None
        if following:
            note(f"There are more items. Add --all, or --cursor {following}")

    def _remember(self, items: Any) -> None:
        from .id_cache import remember

        remember(self._session, self._entry, [as_json(item) for item in items])

    def _counted(self, items: Any) -> Iterator[Any]:
        """Yield items; count them, and keep the IDs of the first ones."""
        from .id_cache import MAX_IDS

        first: list[Any] = []
        try:
            for item in items:
                self._count += 1
                if len(first) < MAX_IDS:
                    first.append(item)
                yield item
        finally:
            self._remember(first)

    def _failed(self, error: CampaignKitError, options: OutputOptions) -> ExitCode:
        sys.stdout.flush()
        if isinstance(error, BatchError) and self._count:
            report_failure(error, entry=self._entry, is_json=options.format == "json")
            return ExitCode.PARTLY_FAILED
        return report_failure(
            error, entry=self._entry, ids=self._ids, is_json=options.format == "json"
        )


def apply_common(session: Session, values: Mapping[str, Any]) -> OutputOptions:
    """Set the session up for the common options, and return those of the output."""
    apply_connection(session, values)
    return output_options(
        values["output"],
        values["query"],
        values["fields"],
        no_color=values["no_color"],
        environment=session.environment,
    )


def apply_connection(session: Session, values: Mapping[str, Any]) -> None:
    """Set the session up for the options of the connection."""
    session.profile_flag = values["profile"]
    session.retries = values["retries"]
    session.timeout = values["attempt_timeout"]
    if values["is_verbose"]:
        _log_attempts()


def _log_attempts() -> None:
    logger = logging.getLogger("campaignkit")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.handlers = [handler]

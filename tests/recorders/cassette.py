"""Record calls of our clients with vcrpy, and replay them without a server.

It needs our client, the fake and vcrpy only. So `make recorders` can run it with each version.
"""

import asyncio
import tempfile
from importlib.metadata import version
from pathlib import Path

import vcr
from campaignkit import APIConnectionError, AsyncSonarly, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

KEY = "fake-sonarly"


class ReplayError(Exception):
    """A replayed call differs from the recorded one, or was not recorded."""


def record_and_replay(folder: Path, *, is_async: bool) -> str:
    """Record a call, replay it, and return the text of the cassette.

    Raises:
        ReplayError: A call was not recorded or not replayed.
    """
    cassette = folder / "cassette.yaml"
    recorder = vcr.VCR(filter_headers=[Sonarly.CREDENTIALS[0].parameter])
    with Fake().serve() as base_url, recorder.use_cassette(str(cassette)):
        recorded = _call(base_url, is_async=is_async)
    # The server is gone.
    with recorder.use_cassette(str(cassette), record_mode="none") as played:
        replayed = _call(base_url, is_async=is_async)
    if (recorded, replayed, played.play_count) != (ID, ID, 1):
        raise ReplayError(f"{recorded}, {replayed}, {played.play_count} calls replayed")
    try:
        _call(base_url, is_async=is_async)
    except APIConnectionError:
        return cassette.read_text(encoding="utf-8")
    raise ReplayError("a call after the cassette did not go to the server")


def _call(base_url: str, *, is_async: bool) -> str:
    if is_async:
        return asyncio.run(_call_async(base_url))
    with Sonarly(api_key=KEY, base_url=base_url, retries=0) as sonarly:
        return sonarly.campaigns.get(ID, ID).id


async def _call_async(base_url: str) -> str:
    async with AsyncSonarly(api_key=KEY, base_url=base_url, retries=0) as sonarly:
        return (await sonarly.campaigns.get(ID, ID)).id


def main() -> None:
    """Record and replay a call of each client with the installed version of vcrpy."""
    for is_async in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            record_and_replay(Path(folder), is_async=is_async)
    print(f"vcrpy {version('vcrpy')}: recorded and replayed, sync and async")


if __name__ == "__main__":
    main()

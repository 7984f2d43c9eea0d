"""Statuses of any number of leads on a Dask cluster, without repeated requests after a stop.

    $ python examples/lead_status_on_dask.py GROUP CAMPAIGN ids.txt leads/ --scheduler tcp://...

Without a scheduler it runs on the processors of this machine. Each worker reads the key from
SONARLY_API_KEY in its environment. All workers write to one shared folder.

The IDs are cut into parts. A part makes one call after the other and writes the rows of each call
before the next. A semaphore limits the number of parts that run at once in the whole cluster. A
part runs again if its worker was lost or the job was restarted. It then requests missing rows only.
"""

import argparse
import contextlib
import json
import os
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from campaignkit import Sonarly, to_rows
from distributed import Client, LocalCluster, Semaphore, as_completed

PART = 5_000


class Job(NamedTuple):
    """Task for the workers: the campaign, the server and the folder of the results."""

    sonarly: Sonarly
    group_id: str
    campaign_id: str
    folder: Path
    batch_size: int = 100


def run(
    client: Client, job: Job, lead_ids: Iterable[str], *, at_once: int = 16, part_size: int = PART
) -> Iterator[int]:
    """Request the statuses on the cluster; yield the number of finished leads after each part."""
    # Jobs with the same bound share it.
    semaphore = Semaphore(max_leases=at_once, name=f"{at_once} calls to Sonarly")
    parts = [
        client.submit(ask, job, number, ids, semaphore, retries=2, pure=False)
        for number, ids in enumerate(_cut(iter(lead_ids), part_size))
    ]
    done = 0
    for part in as_completed(parts):
        done += part.result()
        yield done


def ask(job: Job, number: int, lead_ids: Sequence[str], semaphore: Semaphore) -> int:
    """Write the missing rows of a part; return the number of its leads."""
    with semaphore:
        known = {row["lead_id"] for row in _written(job.folder, number)}
        left = [lead_id for lead_id in lead_ids if lead_id not in known]
        if left:
            leads = job.sonarly.campaigns.lead_status(
                *(job.group_id, job.campaign_id),
                lead_ids=left,
                batch_size=job.batch_size,
                concurrency=1,
            )
            # A unique name, because a worker that was given up may still write.
            path = job.folder / f"{number:06}-{uuid.uuid4().hex}.jsonl"
            with path.open("x", encoding="utf-8") as file:
                for batch in leads.batches():
                    file.writelines(f"{json.dumps(row)}\n" for row in to_rows(batch))
                    file.flush()
                    os.fsync(file.fileno())
    return len(lead_ids)


def rows(folder: Path, lead_ids: Iterable[str], part_size: int = PART) -> Iterator[dict[str, Any]]:
    """Yield the written rows in the order of the IDs."""
    for number, ids in enumerate(_cut(iter(lead_ids), part_size)):
        by_id = {row["lead_id"]: row for row in _written(folder, number)}
        yield from (by_id[lead_id] for lead_id in ids)


def _written(folder: Path, number: int) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(f"{number:06}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            if line.endswith("\n"):  # the last one may not be whole
                yield json.loads(line)


def _cut(lead_ids: Iterator[str], size: int) -> Iterator[list[str]]:
    while part := list(islice(lead_ids, size)):
        yield part


@contextlib.contextmanager
def cluster(scheduler: str | None) -> Iterator[Client]:
    """Yield a client of the cluster, or of a temporary cluster on this machine."""
    if scheduler is not None:
        with Client(scheduler) as client:
            yield client
    else:
        with LocalCluster(dashboard_address=None) as local, Client(local) as client:
            yield client


def main() -> None:
    """Run the job. A second run requests the missing statuses only."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("group_id")
    parser.add_argument("campaign_id")
    parser.add_argument("lead_ids", type=Path, help="a file with an id in each line")
    parser.add_argument("folder", type=Path, help="where the rows go")
    parser.add_argument("--scheduler", help="such as tcp://10.0.0.1:8786")
    parser.add_argument("--at-once", type=int, default=16, help="calls under way in the cluster")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    job = Job(Sonarly(), given.group_id, given.campaign_id, given.folder)
    with given.lead_ids.open(encoding="utf-8") as lines, cluster(given.scheduler) as client:
        for done in run(client, job, map(str.strip, lines), at_once=given.at_once):
            sys.stderr.write(f"{done} leads\n")


if __name__ == "__main__":
    main()

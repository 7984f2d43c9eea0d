"""A run that is killed leaves a ledger, with which everything foreign is as before."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import httpx
import pytest
from campaignkit_contract.cli import main
from campaignkit_contract.sandbox import Ledger, Sandbox, clean
from campaignkit_contract.sandbox.cleanup import check_ledger
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.registry import STATEFUL_CHECKS
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.live_settings import LiveSettings, UsageError
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

from tests.sampling import examples, is_full

from ..areas import sampled_areas
from .foreign import changes, snapshot

KEYS = {"SONARLY_API_KEY": "fake-sonarly", "CALLERS_API_KEY": "fake-callers", "RATE": "100000/s"}
WRITING = [check for check in STATEFUL_CHECKS if check.writes]
FEW = (
    *("created item is listed", "second start is rejected", "created campaign matches request"),
    *("moved leads change audience", "stop ends all workflows", "cancelled job stays cancelled"),
    *(
        "archived contact is unlisted",
        "bulk archive counts contacts",
        "phone numbers are completed",
    ),
    *("memory is kept until deleted", "deleted item is gone", "idempotency key deduplicates"),
)
"""Checks that make each kind of resource, by few requests."""
BY_NAME = {check.name: check for check in WRITING}
KILLED = WRITING if is_full() else [BY_NAME[name] for name in FEW]
MARKER = "campaignkit-contract"


class Killed(BaseException):
    """End of a process."""


class MortalTransport(httpx.BaseTransport):
    """Transport of a process that ends with a request, before or after the server gets it."""

    def __init__(self, fake: Fake, last: int, error: type[BaseException], *, is_sent: bool) -> None:
        self._transport = fake.transport()
        self._left, self._error, self._is_sent = last, error, is_sent

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Pass the request on, until the last one."""
        self._left -= 1
        is_last = self._left == 0
        if is_last and self._is_sent:
            self._transport.handle_request(request)
        if is_last or (self._left < 0 and self._error is Killed):
            raise self._error
        return self._transport.handle_request(request)


def run(
    fake: Fake,
    transport: httpx.BaseTransport,
    ledger: Path,
    checks: Sequence[StatefulCheck] = KILLED,
) -> Target:
    """Run checks that write, without a reset, until the end or until it is killed."""
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as control:
            target = fake_target(control)
        target.client, target.reset_server, target.removable = client, None, ()
        target.draft_campaign_ids, target.ids = (), {**target.ids, "filling": []}
        with Sandbox(target, run_id="killed", ledger=ledger):
            for check in checks:
                target.areas = sampled_areas(check.name)
                check.run(target)
    return target


@pytest.fixture
def served(fake: Fake) -> Iterator[str]:
    """Serve the fake of a test."""
    with fake.serve() as base_url:
        yield base_url


@pytest.fixture
def clean_up(fake: Fake, served: str, tmp_path: Path) -> Callable[[], list[str]]:
    """Return a function that removes what the ledger names; it returns what it could not."""

    def run_clean() -> list[str]:
        path = tmp_path / "ledger"
        text = path.read_text().replace("https://api.invalid", served)
        path.write_text(text)
        return [f"{name}: {why}" for name, why in clean(path, LiveSettings(KEYS)).failures.items()]

    return run_clean


def left_behind(fake: Fake) -> list[str]:
    """Return what has a name of a run and should have been removed."""
    found = snapshot(fake)
    kinds = ("sonarly_campaigns_list", "sonarly_audiences_list", "callers_contacts_list")
    return [key for key, item in found.items() if key.startswith(kinds) and MARKER in item]


@pytest.mark.parametrize("seed", range(examples(full=10, sampled=2)))
@pytest.mark.parametrize("is_sent", [False, True], ids=["before", "after"])
def test_killed(
    fake: Fake, clean_up: Callable[[], list[str]], tmp_path: Path, seed: int, is_sent: bool
) -> None:
    """A run that is killed at any request is cleaned up by its ledger."""
    before = snapshot(fake)
    last = random.Random(f"{seed} {is_sent}").randrange(1, 1500 if is_full() else 300)  # noqa: S311
    with pytest.raises(Killed):
        run(fake, MortalTransport(fake, last, Killed, is_sent=is_sent), tmp_path / "ledger")

    assert clean_up() == []
    assert changes(before, snapshot(fake)) == []
    assert left_behind(fake) == []


def test_interrupted(fake: Fake, tmp_path: Path) -> None:
    """After Ctrl-C the run itself removes what it made."""
    before = snapshot(fake)
    transport = MortalTransport(fake, 150, KeyboardInterrupt, is_sent=True)
    with pytest.raises(KeyboardInterrupt):
        run(fake, transport, tmp_path / "ledger")

    assert changes(before, snapshot(fake)) == []
    assert left_behind(fake) == []
    check_ledger(tmp_path / "ledger")
    assert not (tmp_path / "ledger").exists()


@pytest.mark.no_cover  # test_killed sends most of its requests too
def test_foreign(fake: Fake, tmp_path: Path) -> None:
    """A whole run leaves everything foreign as it was, and removes what it made."""
    before = snapshot(fake)
    run(fake, fake.transport(), tmp_path / "ledger", WRITING)

    assert changes(before, snapshot(fake)) == []
    assert left_behind(fake) == []
    assert [*Ledger.load(tmp_path / "ledger").open_entries()] == []


def test_open_ledger(fake: Fake, tmp_path: Path) -> None:
    """No run begins before what another one left is removed."""
    ledger = Ledger(tmp_path / "ledger")
    ledger.begin("https://api.invalid", "marker")
    ledger.plan("sonarly_audiences_create", {}, kind="sonarly audienceId", text="marker-1")

    with pytest.raises(UsageError, match="clean` first"):
        check_ledger(tmp_path / "ledger")
    with pytest.raises(UsageError, match="set SONARLY_API_KEY"):
        clean(tmp_path / "ledger", LiveSettings({}))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no ledger", "line 1 is damaged"),
        ("\n", "line 1 is damaged"),
        ('{"a": 1}', "line 1 is damaged"),
        ('{"number', "line 1 is damaged"),
        ('{"server": "a", "marker": "b"}\n{"numb\n{"number": 0}\n', "line 2 is damaged"),
        ('{"server": "a", "marker": "b"}\n{"number": 7, "state": "made"}\n', "line 2 is damaged"),
        ('{"server": "a", "marker": "b"}\nx', "line 2 is damaged"),
        ('{"number": 0, "operation": "a", "values": {}}\n', "it names no server"),
        ('{"marker": "b"}\n', "it names no server"),
    ],
)
def test_no_ledger(
    tmp_path: Path, text: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another file, or a damaged one, is not taken for a ledger, and the line is named."""
    (tmp_path / "ledger").write_text(text)

    assert main(["clean", "--ledger", str(tmp_path / "ledger")], KEYS) == 2
    assert f"ledger must be the ledger of a run: {reason}" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", '{"ser', '{"server": "a", "mark'])
def test_cut_header(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that was killed before its first request has left nothing."""
    (tmp_path / "ledger").write_text(text)

    assert main(["clean", "--ledger", str(tmp_path / "ledger")], KEYS) == 0
    assert capsys.readouterr().out.startswith("nothing to remove: ")
    check_ledger(tmp_path / "ledger")


@pytest.mark.parametrize(("cut", "state"), [(1, "made"), (9, "planned")])
def test_cut_line(tmp_path: Path, cut: int, state: str) -> None:
    """The next step takes the place of a last line that is cut."""
    path = tmp_path / "ledger"
    ledger = Ledger(path)
    ledger.begin("https://api.invalid", "marker")
    entry = ledger.plan("sonarly_audiences_create", {}, kind="sonarly audienceId")
    ledger.update(entry, "made", "a")
    path.write_bytes(path.read_bytes()[:-cut])
    found = Ledger.load(path)
    assert [entry.state for entry in found.entries] == [state]
    for id_ in ("b", "c"):
        found.update(found.entries[0], "made", id_)

    assert [entry.id for entry in Ledger.load(path).entries] == ["c"]


def test_command(
    fake: Fake, served: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command removes what a ledger names, and says what stays."""
    ledger = tmp_path / "ledger"
    with httpx.Client(base_url=served) as client:
        target = fake_target(client)
        target.reset_server = None
        sandbox = Sandbox(target, run_id="killed", ledger=ledger)
        made = [sandbox.make(f"sonarly {name}").id for name in ("audienceId", "folderId")]
    sandbox.ledger.plan(
        "sonarly_audiences_create", {}, kind="sonarly audienceId", id="gone", state="made"
    )
    code = main(["clean", "--ledger", str(ledger)], KEYS)
    output = capsys.readouterr().out

    assert made[0] not in fake.state()["audiences"]
    assert code == 1
    assert "removed: 1 of sonarly audienceId (sonarly_audiences_delete)" in output
    assert f"stays: 1 of sonarly folderId: no operation removes it: {made[1]}\n" in output
    assert "not removed: sonarly audienceId gone: status 403\n" in output
    assert "run clean again, or remove it yourself\n" in output


def test_undone(
    fake: Fake, served: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says what it undid, and the second one has nothing to remove."""
    ledger = tmp_path / "ledger.jsonl"
    with httpx.Client(base_url=served) as client:
        target = fake_target(client)
        target.reset_server = None
        Sandbox(target, run_id="killed", ledger=ledger).audience_with_leads(1)
    outputs = []
    for _ in range(2):
        assert main(["clean", "--reports", str(tmp_path)], KEYS) == 0
        outputs.append(capsys.readouterr().out)

    assert outputs[0] == (
        "removed: 1 of sonarly audienceId (sonarly_audiences_delete)\n"
        "undone: 1 of sonarly_audiences_move_leads\n"
    )
    assert outputs[1] == ("nothing to remove: the server has nothing more that the ledger names\n")


def test_nothing_made(served: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A planned creation that the server never got leaves nothing to remove."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.begin(served, "marker")
    ledger.plan("sonarly_audiences_create", {}, kind="sonarly audienceId", text="marker-1")

    assert main(["clean", "--reports", str(tmp_path)], KEYS) == 0
    assert "the server has nothing more that the ledger names" in capsys.readouterr().out


def test_unclear_lasting(served: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A lost creation that nothing removes is named, because it may stay; a rejected one is not."""
    ledger = tmp_path / "ledger.jsonl"
    with httpx.Client(base_url=served) as client:
        target = fake_target(client)
        target.reset_server = None
        sandbox = Sandbox(target, run_id="killed", ledger=ledger)
        target.ask("sonarly_audiences_create_folder", {}, body={"json": {"name": 1}})
        sandbox.ledger.plan(
            "sonarly_audiences_create_folder", {}, kind="sonarly folderId", text="marker-1"
        )

    assert main(["clean", "--reports", str(tmp_path)], KEYS) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "stays: 1 of sonarly folderId: no operation removes it: marker-1 (if the server made it)"
    ]


def test_kept_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the run itself has left is named too, by kind, with the audiences of its jobs."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.begin("https://api.invalid", "marker")
    for number in range(22):
        entry = ledger.plan("sonarly_prospecting_start", {}, kind="sonarly jobId")
        ledger.update(entry, "kept", f"job{number}")

    assert main(["clean", "--reports", str(tmp_path)], {}) == 0
    first, jobs, audiences = capsys.readouterr().out.splitlines()
    assert first.startswith("nothing to remove")
    assert jobs.startswith("stays: 22 of sonarly jobId: no operation removes it: job0, job1, ")
    assert jobs.endswith(", job19 and 2 more, which the ledger names")
    assert audiences.startswith("stays: audiences that jobs of sonarly_prospecting_start fill")


def test_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a run there is nothing to remove; a file that was named has to be there."""
    assert main(["clean", "--reports", str(tmp_path)], KEYS) == 0
    assert capsys.readouterr().out.startswith("nothing to remove: no run with writes has left")

    assert main(["clean", "--ledger", str(tmp_path / "x")], KEYS) == 2
    assert "x cannot be read: No such file or directory" in capsys.readouterr().err


def test_no_ledger_yet(tmp_path: Path) -> None:
    """The first run has no ledger to look at."""
    check_ledger(tmp_path / "ledger")

    assert not (tmp_path / "ledger").exists()

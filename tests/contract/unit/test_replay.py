"""A recording is validated offline, and its keys are not printed."""

import base64
import copy
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit_contract import cli
from campaignkit_contract.recording.replay import replay
from campaignkit_contract.report.files import HISTORY, WRITERS
from campaignkit_fake import SAMPLE_ID, Fake

from tests.sampling import is_full

SONARLY, CALLERS = "https://api.sonarly.io", "https://api.callers.ai"
CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
ORGANIZATION = f"/campaigns?organizationId={SAMPLE_ID}"

TRACE = re.compile(r'(traceId\\": \\")[^"\\]+')
Entry = dict[str, Any]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that replays entries: exit code, output and error output."""

    def run(*entries: Any, base_url: str = "", is_traced: bool = True) -> tuple[int, str, str]:
        har = tmp_path / "some.har"
        numbers = count()
        texts = [json.dumps(entry) for entry in entries]
        if is_traced:
            # Each response gets another trace id, as from a server.
            texts = [TRACE.sub(lambda match: f"{match[1]}{next(numbers)}", text) for text in texts]
        log = {"version": "1.2", "entries": [json.loads(text) for text in texts]}
        har.write_text(json.dumps({"log": log}))
        code = cli.main(["replay", str(har)], {"BASE_URL": base_url})
        return code, *capsys.readouterr()

    return run


def record(method: str, url: str, key: str) -> Entry:
    """Return the HAR entry of a request to the fake under this URL."""
    with httpx.Client(transport=Fake().transport()) as client:
        response = client.request(method, url, headers={"Authorization": key})
        text = response.read().decode()
    headers = [{"name": name, "value": value} for name, value in response.headers.items()]
    return {
        "request": {
            "method": method,
            "url": url,
            "headers": [{"name": "authorization", "value": key}],
        },
        "response": {
            "status": response.status_code,
            "headers": headers,
            "content": {"size": len(text), "mimeType": "application/json", "text": text},
        },
    }


def spoiled(entry: Entry, change: Callable[[Any], None]) -> Entry:
    """Return the entry with another body."""
    body = json.loads(entry["response"]["content"]["text"])
    change(body)
    content = {**entry["response"]["content"], "text": json.dumps(body)}
    return {**entry, "response": {**entry["response"], "content": content}}


GET = record("GET", f"{SONARLY}{CAMPAIGNS}/{SAMPLE_ID}", "Bearer fake-sonarly")
LIST = record("GET", f"{SONARLY}{CAMPAIGNS}", "Bearer fake-sonarly")
OTHERS = record("GET", f"{CALLERS}{ORGANIZATION}", "fake-callers")
REFUSED = record("PUT", f"{CALLERS}/campaigns", "fake-callers")
ADDED = spoiled(GET, lambda body: body["data"].update(owner="me"))
BROKEN = spoiled(GET, lambda body: body["data"].update(name=None))


def moved(entry: Entry, url: str) -> Entry:
    """Return the entry with another URL."""
    return {**entry, "request": {**entry["request"], "url": url}}


def with_content(entry: Entry, **content: Any) -> Entry:
    """Return the entry with another content."""
    return {**entry, "response": {**entry["response"], "content": content}}


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([GET, LIST, OTHERS, REFUSED], 0),
        ([GET, ADDED], 3),
        ([ADDED, BROKEN], 1),
        ([], 2),
        ([moved(GET, "https://other.example/v1/x")], 2),
    ],
    ids=["conforms", "additive", "breaking", "empty", "other host"],
)
def test_exit_code(run: Run, entries: list[Entry], code: int) -> None:
    """The most severe finding decides."""
    assert run(*entries)[0] == code


def with_moods(body: Any) -> None:
    """Add a field to two campaigns of a list."""
    for item in body["data"]["items"][3:5]:
        item["mood"] = 1


def test_report(run: Run) -> None:
    """Exchanges are counted; a finding is printed once, with its count and first location."""
    words = spoiled(LIST, with_moods)
    code, report, complaints = run(GET, BROKEN, words, words, REFUSED)
    rows = [line.split() for line in report.splitlines()]

    assert (code, complaints) == (1, "")
    assert ["sonarly_campaigns_get", "2", "1"] in rows
    assert ["sonarly_campaigns_list", "2", "4"] in rows
    assert ["(undeclared", "methods)", "1", "0"] in rows
    assert report.count("'mood' was unexpected") == 1
    assert "additive schema: sonarly_campaigns_list at /data/items/3: " in report
    assert "seen 4 times" in report
    assert report.index("breaking schema") < report.index("additive schema")


def test_skipped_entries(run: Run) -> None:
    """Entries outside of the spec are counted, not validated."""
    lost = moved(GET, f"{SONARLY}/v1/leads")
    swapped = moved(GET, f"{CALLERS}{CAMPAIGNS}")  # the path is the other vendor's
    aborted = {**GET, "response": {"status": 0, "headers": [], "content": {}}}
    image = moved(GET, "data:image/png;base64,AAAA")
    code, report, _ = run(GET, lost, swapped, aborted, image, moved(GET, "https://other.example/"))

    assert code == 0
    assert "skipped: 2 (path that the spec lacks)" in report
    assert "skipped: 1 (no response)" in report
    assert "skipped: 2 (other host)" in report


@pytest.mark.parametrize("prefix", ["", "/gateway"])
def test_base_url(run: Run, prefix: str) -> None:
    """The base URL is a server of both vendors, also with a path."""
    base = f"http://127.0.0.1:8080{prefix}"
    entries = [moved(BROKEN, f"{base}{CAMPAIGNS}/x"), moved(OTHERS, f"{base}{ORGANIZATION}")]

    code, report, _ = run(*entries, base_url=f"{base}/")
    assert code == 1
    assert "callers_campaigns_list" in report

    elsewhere = moved(BROKEN, "http://127.0.0.1:8080/other")
    _, report, _ = run(entries[0], elsewhere, base_url=base)
    assert f"skipped: 1 ({'path that the spec lacks'})" in report

    code, _, complaints = run(*entries)
    assert code == 2
    assert "127.0.0.1:8080: set --base-url (BASE_URL)" in complaints


def test_bodies(run: Run) -> None:
    """A body can be text or base64; an omitted body is unknown."""
    text = BROKEN["response"]["content"]["text"]
    encoded = with_content(BROKEN, text=base64.b64encode(text.encode()).decode(), encoding="base64")

    assert run(encoded)[0] == 1
    assert run(with_content(BROKEN, size=len(text)))[0] == 0
    assert run(with_content(BROKEN, size=0))[0] == 1


def with_request(entry: Entry, **changes: Any) -> Entry:
    """Return the entry with another request."""
    return {**entry, "request": {**entry["request"], **changes}}


def test_unrecorded_bodies(run: Run) -> None:
    """The replay of a recording without bodies says what was not checked."""
    entry = record("GET", f"{SONARLY}{CAMPAIGNS}", "Bearer fake-sonarly")
    del entry["response"]["content"]["text"]
    code, output, _ = run(entry, is_traced=False)

    assert code == 0
    assert "not recorded: bodies of 1 responses; their statuses and headers were checked" in output


def test_bad_entries(run: Run) -> None:
    """Entries that cannot be read are counted, and the rest is validated."""
    half = json.loads(
        '{"request": {"url": "https://api.sonarly.io/"}, "response": {"status": 200}}'
    )
    code, report, _ = run(BROKEN, {}, 5, half, {**GET, "response": None}, GET)

    assert code == 1
    assert "skipped: 3 (not a HAR entry)" in report
    assert "skipped: 1 (no response)" in report


def test_not_utf8(tmp_path: Path) -> None:
    """An entry that is not UTF-8 is skipped, and the rest is validated."""
    har = tmp_path / "some.har"
    entries = [json.dumps(GET).encode(), b'{"name": "\xff"}']
    har.write_bytes(b'{"log": {"entries": [%s]}}' % b", ".join(entries))
    result = replay(har)

    assert result.run.code == 0
    assert "skipped: 1 (not a HAR entry)" in [*result.lines()]


def places(node: Any, *above: str | int) -> Iterator[tuple[str | int, ...]]:
    """Yield the place of each value within an entry."""
    yield above
    items = (
        [*node.items()]
        if isinstance(node, dict)
        else [*enumerate(node)]
        if isinstance(node, list)
        else []
    )
    for name, value in items:
        yield from places(value, *above, name)


def at(node: Any, place: list[Any]) -> Any:
    """Return the value at a place."""
    for step in place:
        node = node[step]
    return node


WRONG: tuple[Any, ...] = (
    None,
    5,
    "x",
    [],
    {},
    True,
    -1,
    [None],
    {"a": []},
    float("inf"),
    "\ud800",
    2**70,
)


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_wrong_values(tmp_path: Path, wrong: Any) -> None:
    """Any value within an entry can have any type, and the other entries are validated."""
    har = tmp_path / "some.har"
    entries = [copy.deepcopy(GET) for _ in places(GET)]
    for entry, (*above, name) in zip(entries[1:], [*places(GET)][1:], strict=True):
        at(entry, above)[name] = wrong
    har.write_text(json.dumps({"log": {"entries": [GET, wrong, *entries]}}))
    result = replay(har)
    skipped = sum(result.recording.skipped.values())

    assert len(entries) > 10
    assert sum(result.counts.exchanges.values()) + skipped >= len(entries) + 1


@pytest.mark.parametrize("kept", [0.35, 0.99], ids=["within an entry", "within the last one"])
def test_early_end(tmp_path: Path, kept: float) -> None:
    """The whole entries of a file that ends too early are validated."""
    har = tmp_path / "some.har"
    text = json.dumps({"log": {"pages": [], "entries": [GET] * 10}})
    har.write_text(text[: int(len(text) * kept)])
    result = replay(har)

    assert result.counts.exchanges["sonarly_campaigns_get"] == int(10 * kept)
    assert result.recording.skipped["not a HAR entry"] == 1
    said = f"the file ends too early, or is damaged: {int(10 * kept)} entries were read"
    assert said in [*result.lines()]


def test_end_between_entries(tmp_path: Path) -> None:
    """A file that ends between two entries has no damaged one."""
    har = tmp_path / "some.har"
    har.write_text(f'{{"log": {{"entries": [{json.dumps(GET)},')
    result = replay(har)

    assert result.counts.exchanges["sonarly_campaigns_get"] == 1
    assert result.recording.skipped == {}
    assert "the file ends too early, or is damaged: 1 entries were read" in [*result.lines()]
    assert [*result.lines()][-1] == "conforms: 1 exchange"


def test_damaged_entry(tmp_path: Path) -> None:
    """An entry that is not JSON is skipped, and so is nothing behind the entries."""
    har = tmp_path / "some.har"
    log = json.dumps({"entries": [GET, "damaged", GET], "pages": [{}, {}]})
    har.write_text(f'{{"log": {log}}}'.replace('"damaged"', '{"a": }'))
    result = replay(har)

    assert result.counts.exchanges["sonarly_campaigns_get"] == 2
    assert result.recording.skipped == {"not a HAR entry": 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer k3y-of-mine"},
        {"Authorization": ["Bearer k3y-of-mine"]},
        [["authorization", "Bearer k3y-of-mine"]],
        [{"name": ":path", "value": "/"}, {"name": "AUTHORIZATION", "value": "Bearer k3y-of-mine"}],
    ],
    ids=["mapping", "lists", "pairs", "HTTP/2"],
)
def test_header_dialects(run: Run, headers: Any) -> None:
    """Headers can be a mapping or pairs, as scripts write them, and their keys are secrets too."""
    leak = spoiled(GET, lambda body: body["data"].update(status="k3y-of-mine"))
    code, report, _ = run(with_request(GET, headers=headers), with_request(leak, headers=headers))

    assert code == 3
    assert '"[secret]" is not one of' in report
    assert "no credential" not in report


@pytest.mark.parametrize(
    "posted",
    [
        {"mimeType": "application/json", "text": '{"name": 5}'},
        {"mimeType": "application/json", "text": {"name": 5}},
        {"params": [{"name": "name", "value": "x"}]},
    ],
    ids=["text", "value", "form"],
)
def test_posted_bodies(run: Run, posted: Any) -> None:
    """A posted body can be text, the JSON value itself, or the fields of a form."""
    created = moved(GET, f"{SONARLY}/v1/accounts/{SAMPLE_ID}/audiences/{SAMPLE_ID}")
    entry = with_request(created, method="patch", postData=posted)

    assert "body: accepted, although" in run(entry)[1]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc has the peak of a process")
def test_process(tmp_path: Path) -> None:
    """A process replays 20 MB in 110 MB of memory, and has the exit code of the replay.

    With FULL=1, these are 50 MB in 150 MB.
    """
    count, most = (50, 150_000) if is_full() else (20, 110_000)
    har = tmp_path / "some.har"
    large = with_content(GET, text=GET["response"]["content"]["text"] + " " * 1_000_000)
    har.write_text(f'{{"log": {{"entries": [{",".join([json.dumps(large)] * count)}]}}}}')
    code = (
        "import runpy; from pathlib import Path; import atexit;"
        "atexit.register(lambda: print(Path('/proc/self/status').read_text()));"
        "runpy.run_module('campaignkit_contract', run_name='__main__')"
    )
    command = [sys.executable, "-c", code, "replay"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**kept, "HAR": str(har)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
    peak = re.search(r"VmHWM:\s*(\d+) kB", done.stdout)

    assert (done.returncode, done.stderr) == (1, "")  # all have the same trace id
    assert re.search(rf"sonarly_campaigns_get +{count}", done.stdout)
    assert har.stat().st_size > count * 1_000_000
    assert peak
    assert int(peak[1]) < most


def test_sequence(run: Run) -> None:
    """A recording is also judged as a whole: no two responses have one trace id."""
    code, report, _ = run(GET, GET, is_traced=False)

    assert code == 1
    assert "breaking sequence: sonarly_campaigns_get at /traceId" in report


def without_key(entry: Entry) -> Entry:
    """Return the entry without its credential."""
    return {**entry, "request": {**entry["request"], "headers": []}}


def test_hidden_keys(run: Run) -> None:
    """A missing key is a finding only if other entries have one."""
    filtered = {"headers": [{"name": "Authorization", "value": "[Filtered]"}]}
    replaced = {**LIST, "request": {**LIST["request"], **filtered}}

    assert run(without_key(GET), without_key(LIST))[0] == 0
    assert run(replaced)[0] == 0
    assert run(without_key(GET), replaced)[0] == 1


def test_hidden_secret(run: Run) -> None:
    """The same holds for each header of a security scheme."""
    posted = {"mimeType": "application/json", "text": '{"limits": {"outgoingLimit": null}}'}
    answered = with_content(GET, mimeType="application/json", text='{"success": true}')
    url = f"{CALLERS}/admin/organization/{SAMPLE_ID}/external-sync"
    synced = moved(with_request(answered, method="POST", headers=[], postData=posted), url)
    secret = with_request(synced, headers={"X-Sync-Secret": "fake-sync"})

    assert run(synced)[0] == 0
    assert run(secret)[0] == 0
    assert run(synced, secret)[0] == 1


@pytest.mark.parametrize("key", ["Bearer k3y-of-mine", "k3y-of-mine", 'k3y-"of\\mine'])
def test_no_key(run: Run, key: str) -> None:
    """A key is not printed, even if the server repeats it."""
    bare = key.rpartition(" ")[2]
    name = spoiled(GET, lambda body: body.update({f"for {bare}": 1}))
    word = spoiled(GET, lambda body: body["data"].update(status=bare))
    whole = spoiled(GET, lambda body: body["data"].update(status=key))
    header = {"headers": [{"name": "Authorization", "value": key}]}
    leaks = [{**entry, "request": {**entry["request"], **header}} for entry in (name, word, whole)]
    code, *printed = run(*leaks, BROKEN)

    assert code == 1
    assert "k3y" not in "".join(printed)
    assert '"[secret]" is not one of' in printed[0]
    assert "'for [secret]' was unexpected" in printed[0]


def test_no_control(run: Run) -> None:
    """Control characters of a recording are escaped."""
    code, report, _ = run(spoiled(GET, lambda body: body.update({"\x1b[2J\nzero": 1})))

    assert code == 3
    assert "\x1b" not in report
    assert "\nzero" not in report


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "cannot be read: No such file"),
        ("<har>", "is not JSON"),
        ("[]", "is not HAR"),
        ('{"log": {"entries": 5}}', "is not HAR"),
        ('{"log": {"entries": []}}', "contains no exchange of the spec"),
        ('{"log": {"entries": [{"request": {}}]}}', "1 entries are not HAR"),
        ('\ufeff{"log": {"entries": []}}', "contains no exchange of the spec"),
    ],
    ids=["no file", "no JSON", "a list", "no entries", "empty", "bad entry", "byte order mark"],
)
def test_not_a_recording(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, complaint: str
) -> None:
    """A file that is not a recording ends with 2 and the reason."""
    har = tmp_path / "some.har"
    if content is not None:
        har.write_text(content, encoding="utf-8")
    code = cli.main(["replay"], {"HAR": str(har)})
    printed = capsys.readouterr()

    assert (code, printed.out) == (2, "")
    assert complaint in printed.err


def test_reports(tmp_path: Path) -> None:
    """A replay writes every report on request, without the keys of the recording."""
    har = tmp_path / "some.har"
    leak = spoiled(GET, lambda body: body["data"].update(status="fake-sonarly"))
    har.write_text(json.dumps({"log": {"entries": [leak]}}))
    folder = tmp_path / "reports"

    assert cli.main(["replay", str(har), "--reports", str(folder)], {}) == 3
    assert {*WRITERS, HISTORY} == {path.name for path in folder.iterdir()}
    assert not [path for path in folder.iterdir() if "fake-sonarly" in path.read_text()]


def test_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file, the command says what to set."""
    assert cli.main(["replay"], {}) == 2
    assert capsys.readouterr().err == "not run: name a recording: replay FILE, or set HAR\n"

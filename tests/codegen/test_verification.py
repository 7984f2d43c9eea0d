"""The rule that verifies a call reaches the client from the spec, whatever operation it is."""

import os
import subprocess
import sys
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from campaignkit_fake import SAMPLE_ID

from tests.codegen.scratch_spec import BOTH_VENDORS, SONARLY, generate_from
from tests.probe_package import SPEC, operation

CAMPAIGN = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}"
START = f"{CAMPAIGN}/start"
ANSWER = "$response.body#"
IDS = ("accountGroupId", "campaignId")
SINCE = datetime(2026, 3, 1, 7, tzinfo=UTC)

CONSUMER = """
import httpx
from campaignkit import CampaignKitError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID, Fake, VirtualClock
from campaignkit_fake.sonarly.campaigns import Campaigns

fake, sent = Fake(), []
def handle(request):
    if request.method == "GET":
        return fake.transport().handle_request(request)
    raise httpx.ReadTimeout("slow")

sonarly = Sonarly(api_key="fake-sonarly", transport=httpx.MockTransport(handle), clock=fake.clock)
for act in ACTS:
    try:
        done = act(sonarly.campaigns)
        print("applied", done.id, done.status, done.name)
    except CampaignKitError as error:
        print(type(error).__name__, error.attempts)
"""


def tell(folder: Path, *acts: str) -> list[str]:
    """Return the output of a consumer whose calls get no response, one line for each."""
    script = CONSUMER.replace("ACTS", f"[{', '.join(acts)}]")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-c", script]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
    assert shown.stderr == ""
    return shown.stdout.splitlines()


def rule_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return the rule of the start."""
    rule: dict[str, Any] = document["paths"][START]["post"]["x-verify"]
    return rule


def write(document: dict[str, Any], path: str, name: str, rule: dict[str, Any]) -> dict[str, Any]:
    """Add an operation that returns a campaign, and is verified by a rule."""
    added: dict[str, Any] = deepcopy(document["paths"][START]["post"])
    added["operationId"] = f"sonarly_campaigns_{name}"
    response = added["responses"]["200"]["content"]["application/json"]
    response["schema"]["$ref"] = "#/components/schemas/CampaignSuccessResponse"
    del response["examples"], added["responses"]["200"]["links"]
    added["x-verify"] |= {"result": f"{ANSWER}/data"} | rule
    document["paths"][path] = {"post": added}
    return added


def with_stop(document: dict[str, Any]) -> None:
    """Add one that is verified by a value."""
    status = f"{ANSWER}/data/status"
    rule = {"applied": {"equals": {status: "draft"}}, "unapplied": {"equals": {status: "active"}}}
    write(document, f"{CAMPAIGN}/stop", "stop", rule)


def with_renaming(document: dict[str, Any]) -> None:
    """Add one that is verified by what the caller gave."""
    document["components"]["schemas"]["Renaming"] = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "outreachLanguage": {"type": "string"}},
    }
    given = {
        f"{ANSWER}/data/{name}": f"$request.body#/{name}" for name in ("name", "outreachLanguage")
    }
    rule = {"applied": {"equals": given}, "unapplied": {}}
    body = {"schema": {"$ref": "#/components/schemas/Renaming"}}
    renaming = write(document, f"{CAMPAIGN}/rename", "rename", rule)
    renaming["requestBody"] = {"required": True, "content": {"application/json": body}}


def with_removal(document: dict[str, Any]) -> None:
    """Add one that is verified by what is no longer there."""
    rule = {
        "repeatable": "A second removal finds nothing.",
        "applied": {"status": 404},
        "unapplied": {"status": 200},
        "result": {"id": "$request.path.campaignId"},
    }
    write(document, f"{CAMPAIGN}/remove", "remove", rule)


def with_copy(document: dict[str, Any]) -> None:
    """Add one that is verified by a list."""
    items = {"in": f"{ANSWER}/data/items", "since": "/createdAt", "equals": {"/status": "draft"}}
    rule = {
        "operationId": "sonarly_campaigns_list",
        "parameters": {"accountGroupId": "$request.path.accountGroupId"},
        "applied": {"one": items},
        "unapplied": {"none": {key: items[key] for key in ("in", "since")}},
        "candidates": {
            **{key: items[key] for key in ("in", "since")},
            "like": {"/name": "none"},
            "show": ["/id", "/name"],
        },
        "result": "$item",
    }
    write(document, f"{CAMPAIGN}/copy", "copy", rule)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a package with all of these operations."""
    folder = tmp_path_factory.mktemp("added")

    def change(document: dict[str, Any]) -> None:
        for add in (with_stop, with_renaming, with_removal, with_copy):
            add(document)

    assert generate_from(change, folder, areas=BOTH_VENDORS) == 0
    return folder


def test_value(added: Path) -> None:
    """A call is verified by the value that it sets."""
    [line] = tell(added, "lambda c: c.stop(ID, ID)")

    assert line.split()[:3] == ["applied", SAMPLE_ID, "draft"]


def test_given_value(added: Path) -> None:
    """A call is verified by what the caller gave, but for what he left out."""
    name = "name='Q4: recruiters, Berlin'"
    said = tell(
        added,
        f"lambda c: c.rename(ID, ID, {name})",
        f"lambda c: c.rename(ID, ID, {name}, outreach_language='xx')",
    )

    assert said[0].startswith("applied")
    assert said[1] == "OutcomeUnknownError 1"


def test_gone(added: Path) -> None:
    """A call that removes is verified by a read that finds nothing."""
    said = tell(added, "lambda c: c.remove(ID, 'nobody')", "lambda c: c.remove(ID, ID)")

    assert said == ["applied nobody UNSET UNSET", "OutcomeUnknownError 2"]


def test_list(added: Path) -> None:
    """A call that makes something is verified by a list: one that is new, or none."""
    campaign = "fake._store[Campaigns].by_id[ID]"
    new = f"setattr({campaign}, 'fields', {campaign}.fields | NEW)"
    said = tell(
        added,
        "lambda c: c.copy(ID, ID)",
        f"lambda c: ({new.replace('NEW', repr({'createdAt': '2027-01-01T00:00:00Z'}))}, "
        "c.copy(ID, ID))[1]",
    )

    assert said[0] == "OutcomeUnknownError 1"
    assert said[1].split()[:3] == ["applied", SAMPLE_ID, "draft"]


def page(*rows: dict[str, Any], more: bool = False) -> Any:
    """Return a page of trees that stand."""
    trees = [tree(**row) for row in rows]
    read = operation("standing").OPERATION.decoders[200].tolerant_body
    return read(
        {"success": True, "data": {"items": trees, "nextCursor": None, "hasMore": more}}
    ).data


def tree(**fields: Any) -> dict[str, Any]:
    """Return a tree as the vendor shows it."""
    return {
        "id": "t1",
        "kind": "apple",
        "height": 4,
        "plantedAt": "2026-03-01T08:00:00Z",
        "cutAt": None,
        "crops": [[1, 2], []],
        "visitor": {"species": "bee", "song": "zzz", "hive": 7},
    } | fields


def told(call: Any, found: Any) -> tuple[bool, bool]:
    """Return whether a read shows that a call was applied, and whether that it was not."""
    rule = call.verification()
    return rule.applied(found, SINCE), rule.unapplied(found, SINCE)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"kind": "apple"}, (True, False)),
        ({"kind": "pear"}, (False, True)),
        ({"kind": "apple", "crops": [[1, 2], []]}, (True, False)),
        ({"kind": "apple", "crops": [[1, 2]]}, (False, True)),
        ({"cutAt": None}, (True, False)),
        ({"cutAt": "2026-03-01T09:00:00+01:00"}, (False, True)),
        ({"visitor": {"species": "bee", "song": "zzz"}}, (True, False)),
        ({"visitor": {"species": "bee", "song": "hum"}}, (False, True)),
        ({"kind": "apple", "note": "by the wall"}, (False, False)),
        ({"kind": "pear", "note": "by the wall"}, (False, True)),
        (None, (True, False)),
    ],
    ids=str,
)
def test_change(probe_package: Path, trees: Any, given: Any, expected: tuple[bool, bool]) -> None:
    """All that was given stands in the state, lists and objects too, or it is sent again.

    What the state does not show leaves it open where the rest agrees.
    """
    change = operation("change").call
    call = change("t1") if given is None else change("t1", body=trees.Change.from_dict(given))

    assert told(call, trees.Tree.from_dict(tree())) == expected


def test_moments(probe_package: Path, trees: Any) -> None:
    """A moment is the same in any time zone."""
    change = trees.Change.from_dict({"cutAt": "2026-03-01T10:00:00+02:00"})
    found = trees.Tree.from_dict(tree(cutAt="2026-03-01T08:00:00Z"))

    assert told(operation("change").call("t1", body=change), found) == (True, False)


@pytest.mark.parametrize(
    ("rows", "more", "expected"),
    [
        ([{}], False, (True, False)),
        ([{}], True, (False, False)),
        ([{}, {}], False, (False, False)),
        ([], False, (False, True)),
        ([], True, (False, False)),
        ([{"plantedAt": "2026-02-01T08:00:00Z"}], False, (False, True)),
        ([{"kind": "pear"}], False, (False, False)),
        ([{"height": 5}], False, (False, False)),
        ([{"cutAt": "2026-03-01T08:00:00Z"}], False, (False, False)),
    ],
    ids=["one", "more", "two", "none", "none yet", "old", "other kind", "other height", "cut"],
)
def test_list_with_pages(
    probe_package: Path, trees: Any, rows: list[Any], more: bool, expected: tuple[bool, bool]
) -> None:
    """What a call creates has the values that were given; not applied means that nothing is new.

    A list that goes on proves nothing.
    """
    call = operation("graft").call("r", body=trees.Graft(trees.Kind.APPLE, 4))

    assert told(call, page(*rows, more=more)) == expected


def test_candidates(probe_package: Path, trees: Any) -> None:
    """What is new in the list is named by id and name, the likeliest first."""
    rule = operation("graft").call("r", body=trees.Graft(trees.Kind.PEAR)).verification()
    old = {"id": "t0", "kind": "pear", "plantedAt": "2026-02-01T08:00:00Z"}
    found = page(old, {"id": "t1"}, {"id": "t2", "kind": "pear"})

    assert rule.candidates(found, SINCE) == [("t2", "pear"), ("t1", "apple")]
    assert operation("change").call("t1").verification().candidates is None


def test_repeatable(probe_package: Path, trees: Any) -> None:
    """Only what the spec says can be sent once more can be."""
    graft = operation("graft").call("r", body=trees.Graft(trees.Kind.PEAR))

    assert operation("change").call("t1").verification().is_repeatable is True
    assert graft.verification().is_repeatable is False


def test_wrong_argument(probe_package: Path) -> None:
    """An argument that the read cannot send is refused when the call is made."""
    with pytest.raises(ValueError, match="without a comma"):
        operation("approve").call("r", "p", tree_id="t1,t2")


def test_read(probe_package: Path, trees: Any) -> None:
    """The read has the ids and the organization of the call."""
    graft = trees.Graft(trees.Kind.PEAR)
    read = operation("graft").call("r", body=graft, gardener="ann").verification().read

    assert (read.path, read.options["params"]) == (
        "/rows/r/standing",
        {"limit": 100, "kind": "pear"},
    )
    assert read.options["headers"] == {"x-gardener": "ann"}


def test_argument(probe_package: Path) -> None:
    """What only the read needs is not sent, and the read gets it as a list of one."""
    call = operation("approve").call("r", "p", tree_id="t1")
    read = call.verification().read

    assert call.options == {}
    assert read.options["query"] == "ids=t1"
    assert told(call, page({})) == (False, True)
    assert told(call, page({"cutAt": "2026-03-01T08:00:00Z"})) == (True, False)


def test_argument_left_out(probe_package: Path) -> None:
    """Without that argument, no read can verify the call."""
    assert operation("approve").call("r", "p").verification is None


def test_result(probe_package: Path, trees: Any) -> None:
    """A result is made of what the caller gave, of constants, and of the item."""
    rule = operation("approve").call("r", "p", tree_id="t1").verification()
    found = page({"cutAt": "2026-03-01T08:00:00Z"})
    permit = rule.result(found, SINCE)

    assert (permit.state, permit.permit, permit.kind) == ("approved", "p", "apple")
    assert permit.tree is found.items[0]
    assert permit.state is trees.PermitState.APPROVED


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"operationId": "nobody"}, "name a safe operation in x-verify"),
        ({"parameters": {}}, "x-verify: add accountGroupId to parameters"),
        ({"parameters": {"leadIds": "x"}}, "sonarly_campaigns_get has no parameter leadIds"),
        ({"parameters": dict.fromkeys(IDS, "$request.path.id")}, "must be an argument of the call"),
        (
            {"parameters": dict.fromkeys(IDS, "$request.body#/id")},
            "must be an argument of the call",
        ),
        (
            {"arguments": {"campaignId": {"description": "x"}}},
            "x-verify: campaign_id is also a parameter: rename the argument",
        ),
        ({"applied": {"after": "$response.body#/data/startedAt"}}, "unknown key 'after'"),
        ({"applied": {"not": {}}}, "a condition must not be empty"),
        ({"applied": {"not": {"status": 404}}}, "unknown key 'status'"),
        ({"applied": {"since": "$response.body#/startedAt"}}, "must be in the payload"),
        ({"applied": {"since": "$response.body#/data/begun"}}, "must be a required field"),
        (
            {"applied": {"one": {"in": "$response.body#/data/name"}}},
            "x-verify: in must be a list",
        ),
        ({"applied": {"absent": ["$request.body#/id"]}}, "must be an argument of the call"),
        (
            {"unapplied": {"not": {"absent": ["$request.body#/id"]}}},
            "because no response shows these",
        ),
        ({"result": "$item"}, "$item requires one in applied"),
        ({"repeatable": " "}, "x-verify.repeatable must be a reason"),
        ({"repeatable": True}, "x-verify/repeatable: must be a text, got the boolean true"),
        (
            {"unapplied": {"none": {"in": "x", "since": "/a", "equals": {}}}},
            "must not have other conditions",
        ),
        (
            {"applied": {"one": {"in": "x", "since": "/a"}}},
            "add candidates, because the call creates",
        ),
        (
            {"candidates": {"in": "x", "show": ["/id"]}},
            "x-verify/candidates/show: must have at least 2 entries",
        ),
    ],
    ids=str,
)
def test_broken_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    """A rule that cannot work stops the generation and says why."""

    def broken(document: dict[str, Any]) -> None:
        rule_of(document).update(change)

    assert generate_from(broken, tmp_path, areas=SONARLY) == 1
    assert complaint in capsys.readouterr().err


def test_header_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A read without a header of its call would look at something else."""

    def drop_header(document: dict[str, Any]) -> None:
        parameters = document["paths"]["/contacts/{contactId}/memories"]["get"]["parameters"]
        parameters[:] = [each for each in parameters if "ubOrganization" not in str(each)]

    assert generate_from(drop_header, tmp_path, areas=BOTH_VENDORS) == 1
    assert "callers_memories_list has no parameter x-sub-organization-id" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"ids": "$request.body#/label"}, "label must be a required argument"),
        ({"row": "$request.body#/label"}, "label must be a required argument"),
        ({"kind": "$request.body#/label"}, "label must be a required argument"),
    ],
    ids=str,
)
def test_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], parameters: dict[str, str], complaint: str
) -> None:
    """What a caller may leave out fills a parameter only as it is, and only an optional one."""

    def change(document: dict[str, Any]) -> None:
        graft = document["components"]["schemas"]["Graft"]
        graft["properties"]["label"] = {"type": "string"}
        document["paths"]["/rows/{row}/grafts"]["post"]["x-verify"]["parameters"] |= parameters

    assert generate_from(change, tmp_path, SPEC) == 1
    assert complaint in capsys.readouterr().err


def test_numbered_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list in numbered pages, which do not say whether there are more, is no read for a rule."""

    def change(document: dict[str, Any]) -> None:
        read = document["paths"]["/rows/{row}/standing"]["get"]
        pages = {"page": {"parameter": "cursor", "first": 0}}
        read["x-pagination"] = {"items": "$response.body#/data/items"} | pages

    assert generate_from(change, tmp_path, SPEC) == 1
    assert "orchard_trees_standing must not have numbered pages" in capsys.readouterr().err


@pytest.mark.parametrize("idempotency", ["perhaps", "safe", "never"])
def test_wrong_class(tmp_path: Path, capsys: pytest.CaptureFixture[str], idempotency: str) -> None:
    """An operation whose class is unknown, or does not go with its rule, is not generated."""

    def change(document: dict[str, Any]) -> None:
        document["paths"][START]["post"]["x-idempotency"] = idempotency

    assert generate_from(change, tmp_path, areas=SONARLY) == 1
    assert "x-idempotency" in capsys.readouterr().err


def test_no_class(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An operation without a class is not generated, so `make check` does not pass."""

    def change(document: dict[str, Any]) -> None:
        del document["paths"][CAMPAIGN]["get"]["x-idempotency"]

    assert generate_from(change, tmp_path, areas=SONARLY) == 1
    assert f"GET {CAMPAIGN}: add x-idempotency" in capsys.readouterr().err

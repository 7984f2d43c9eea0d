"""The matrix of idempotency covers every keyed operation and detects keys that do not hold."""

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.matrices.idempotency import IDEMPOTENCY, idempotency_matrix
from campaignkit_contract.targets.fake import fake_target
from campaignkit_fake import SAMPLE_ID

from ..mutation.mutant import Mutant, MutantFake, RuleCall
from .runs import covered, disposable_findings, findings

SCAN = "sonarly_signals_start"
MESSAGE = "sonarly_messages_respond"
JOB = "sonarly_prospecting_start"
KEY = "HTTP_IDEMPOTENCY_KEY"


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(IDEMPOTENCY) == []


def test_coverage() -> None:
    """Every operation that takes a key has cells."""
    operations = packaged_operations().items()

    assert covered(IDEMPOTENCY) == [
        name for name, node in operations if node.node["x-idempotency"] == "keyed"
    ]


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        (lambda key: "", "the same key and body: is applied twice"),
        (str.lower, "the key in another case: returns the result of the first key"),
        (lambda key: key[:60], "a long key with the same beginning: returns the same"),
        (lambda key: key.rstrip("2"), "another key: returns the result of the first key"),
    ],
)
def test_key(change: Callable[[str], str], cell: str) -> None:
    """A key that is ignored or changed is detected."""

    def request(environ: dict[str, Any]) -> None:
        if KEY in environ:
            environ[KEY] = change(environ[KEY])

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [SCAN], request=request), only=[SCAN]))

    assert cell in found


def test_other_body() -> None:
    """A key that is accepted with another body is detected, with the sentence of the spec."""

    def request(environ: dict[str, Any]) -> None:
        body = environ["wsgi.input"].read().replace(b'x"', b'"')
        environ["wsgi.input"] = type(environ["wsgi.input"])(body)
        environ["CONTENT_LENGTH"] = str(len(body))

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [JOB], request=request), only=[JOB]))

    assert "the same key and another body: returns 202, expected 409 (spec: 409" in found


def test_ignored_field() -> None:
    """A field that is not compared if a key comes again is detected."""

    def request(environ: dict[str, Any]) -> None:
        body = re.sub(rb',?"searchEmails":(true|false)', b"", environ["wsgi.input"].read())
        environ["wsgi.input"] = type(environ["wsgi.input"])(body)
        environ["CONTENT_LENGTH"] = str(len(body))

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [JOB], request=request), only=[JOB]))

    assert "the same key: is accepted with another searchEmails" in found


def test_other_group() -> None:
    """A stored result that a call below another account group gets is detected."""

    def request(environ: dict[str, Any]) -> None:
        group = f"/accounts/{SAMPLE_ID}"
        environ["REQUEST_URI"] = re.sub("/accounts/[^/]+", group, environ["REQUEST_URI"])

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [JOB], request=request), only=[JOB]))

    assert "another accountGroupId: returns the result of the first" in found


@pytest.mark.expects_contract_violation("the code of the conflict is wrong")
def test_other_code() -> None:
    """A conflict with another code than the documented one is detected."""

    def respond(request: Any, response: Any) -> None:
        response.set_data(response.get_data().replace(b"IDEMPOTENCY_CONFLICT", b"CONFLICT"))

    mutant = Mutant("", "", [MESSAGE], response=respond)
    found = "\n".join(findings(IDEMPOTENCY, mutant, only=[MESSAGE]))

    assert "the same key and another body: has not the code IDEMPOTENCY_CONFLICT" in found


@pytest.mark.expects_contract_violation("an empty key is accepted")
def test_forgotten() -> None:
    """A key that is forgotten after many others is detected."""

    def request(environ: dict[str, Any]) -> None:
        seen.append(environ.get(KEY, ""))
        if KEY in environ and len(seen) > 20:
            environ[KEY] = f"{environ[KEY]} again"

    seen: list[str] = []
    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [SCAN], request=request), only=[SCAN]))

    assert "the key after many others: is applied twice" in found


def test_other_caller() -> None:
    """A stored result that another caller gets is detected."""

    def request(environ: dict[str, Any]) -> None:
        for name in ("-read", "-narrow"):
            environ["HTTP_AUTHORIZATION"] = environ["HTTP_AUTHORIZATION"].replace(name, "")

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [JOB], request=request), only=[JOB]))

    assert "a read-only key: returns 202, expected 403" in found
    assert "a key of another customer: returns 202, expected 403" in found


@pytest.mark.expects_contract_violation("an empty key is accepted")
def test_effect_of_repeat() -> None:
    """A repeat that starts another job, and returns the first one, is detected."""

    def rule(call: RuleCall) -> Any:
        return call.memory.setdefault("first", call.call_original())

    bug = Mutant("", "", [JOB], request=lambda environ: environ.pop(KEY, None), rule=rule)
    found = "\n".join(findings(IDEMPOTENCY, bug, only=[JOB]))

    assert "the same key, repeated: has an effect again" in found


@pytest.mark.parametrize(
    ("is_changed", "cell"),
    [
        (lambda key, _: not key, "an empty key: is taken for a key"),
        (
            lambda _, body: body.startswith(b'{"maxResults"'),
            "the same key and reordered body: is applied twice",
        ),
    ],
)
@pytest.mark.expects_contract_violation("an empty key is accepted")
def test_other_key(is_changed: Callable[[str, bytes], bool], cell: str) -> None:
    """An empty key that counts, and a key that depends on the order of names, are detected."""

    def request(environ: dict[str, Any]) -> None:
        key, body = environ.get(KEY, "none"), environ["wsgi.input"].getvalue()
        if is_changed(key, body):
            environ[KEY] = f"{key} changed"

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [JOB], request=request), only=[JOB]))

    assert cell in found


def test_other_customer() -> None:
    """A result that another customer gets for the same key is detected."""

    def respond(request: Any, response: Any) -> None:
        key = request.headers.get("Idempotency-Key")
        response.set_data(seen.setdefault(key, response.get_data()))

    seen: dict[str, bytes] = {}
    bug = Mutant("", "", [JOB], statuses=range(200, 300), response=respond)
    found = "\n".join(findings(IDEMPOTENCY, bug, only=[JOB]))

    assert "another customer: shares the idempotency key" in found


def test_no_key() -> None:
    """Two calls without a key that are taken for one are detected."""

    def rule(call: RuleCall) -> Any:
        body = str(call.arguments["body"])
        if body not in call.memory:
            call.memory[body] = call.call_original()
        return call.memory[body]

    found = "\n".join(findings(IDEMPOTENCY, Mutant("", "", [JOB], rule=rule), only=[JOB]))

    assert "no key: is applied once for two calls" in found
    assert "another key: returns the result of the first key" in found


def test_disposable() -> None:
    """In a disposable account, keys that are taken for each other are found too."""

    def request(environ: dict[str, Any]) -> None:
        if KEY in environ:
            environ[KEY] = environ[KEY].lower()

    mutant = Mutant("", "", [SCAN], request=request)
    found = disposable_findings(IDEMPOTENCY, mutant, only=[SCAN])

    assert "the key in another case: returns the result" in "\n".join(found)
    assert disposable_findings(IDEMPOTENCY, only=[SCAN]) == []


def test_repeated() -> None:
    """A finding that must show twice does, because the second run has other keys."""

    def request(environ: dict[str, Any]) -> None:
        if key := environ.get(KEY):
            if key in seen[:-5]:
                environ[KEY] = f"{key} again"
            seen.append(key)

    seen: list[str] = []
    fake = MutantFake(Mutant("", "", [SCAN], request=request))
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client, fake.clock.advance)
        target.reset_server, target.disposable = None, ("sonarly", "callers")
        target.areas = ("sonarly signals",)
        found = StatefulCheck(idempotency_matrix, writes=True).run(target).findings

    assert "the key after many others: is applied twice" in "\n".join(found)


@pytest.mark.expects_contract_violation("the account has no credits")
def test_no_credits() -> None:
    """Without credits, no key is taken for another one."""

    def respond(request: Any, response: Any) -> None:
        response.status_code = 402

    mutant = Mutant("", "", [JOB], response=respond)
    found = "\n".join(disposable_findings(IDEMPOTENCY, mutant, only=[JOB]))

    assert "returns the result of the first key" not in found

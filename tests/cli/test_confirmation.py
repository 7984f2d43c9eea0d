"""Nothing reaches people, and nothing is lost, before a person agrees."""

import json

import pytest
from campaignkit_cli.output import output_options
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake

from tests.cli.conftest import Run
from tests.cli.test_operations import words_of
from tests.codegen.test_catalog import entry_of
from tests.example_calls import NODES, OPERATION_IDS

START = ("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID)
CONFIRMED = [name for name in OPERATION_IDS if entry_of(name).must_confirm]


def starts(fake: Fake) -> int:
    """Return how many campaigns were started."""
    return len(fake.state()["starts"])


def test_question(run: Run, fake: Fake) -> None:
    """The question names the campaign, its account group and its leads."""
    result = run(*START, typed="n\n")

    assert "Start campaign 'Q4: recruiters, Berlin' in 'Zürich Growth'?" in result.err
    assert "It has status draft and 25 selected leads. This can contact real people. [y/N]" in (
        result.err
    )
    assert (result.code, starts(fake)) == (2, 0)


def test_unknown_target(run: Run) -> None:
    """The question says that the API does not find what would be changed."""
    result = run("sonarly", "campaigns", "stop", SAMPLE_ID, "unknown", typed="n\n")

    assert "The API does not find what this acts on. Stop an active campaign unknown" in result.err


def test_unread_target(run: Run, fake: Fake) -> None:
    """The question says that it rests on no read."""
    fake.faults.add(FAULTS["internal error"].on("sonarly_campaigns_get", 99))
    result = run(*START, "--retries", "0", typed="n\n")

    assert "The API did not show what this acts on. Start a campaign" in result.err
    assert starts(fake) == 0


def test_workflow_start_of_unknown(run: Run, fake: Fake) -> None:
    """The start of an unknown campaign ends before the question."""
    result = run("campaigns", "start", SAMPLE_ID, "unknown", typed="y\n")

    assert (result.code, starts(fake)) == (4, 0)
    assert "[y/N]" not in result.err


@pytest.mark.parametrize(
    ("words", "question"),
    [
        (
            (
                *("sonarly", "messages", "respond", SAMPLE_ID, "--prospect-id", "p1"),
                *("--message", "Hello, " * 20),
            ),
            "Queue a message to a prospect in 'Zürich Growth'? It is sent with"
            ' prospect_id "p1", message "Hello, Hello,',
        ),
        (
            (
                *("callers", "contacts", "create", SAMPLE_ID, "--name", "Ada"),
                *("--phone-number", "+12025550142", "--data", "a=b"),
            ),
            "Create or update a contact of campaign 'Q1 calls, Austin'? It is sent with"
            ' name "Ada", phone_number "+12025550142", data {"a": "b"}. This can contact',
        ),
        (
            ("sonarly", "campaigns", "discard", SAMPLE_ID, SAMPLE_ID, SAMPLE_ID),
            "Discard the pending content of a workflow instance of campaign 'Q4: recruiters,"
            " Berlin' in 'Zürich Growth'? It has status draft and 25 selected leads. This cannot",
        ),
        (
            ("sonarly", "templates", "delete-value-proposition", SAMPLE_ID, SAMPLE_ID),
            "Delete value proposition '",
        ),
        (
            ("callers", "memories", "delete", SAMPLE_ID),
            f"Delete a memory {SAMPLE_ID}? This cannot be undone.",
        ),
    ],
)
def test_stakes(run: Run, words: tuple[str, ...], question: str) -> None:
    """The question names what the call acts on, and what it sends."""
    assert question in run(*words, typed="n\n").err


@pytest.mark.parametrize("typed", ["", "\n", "no\n", "maybe\n", "start\n"])
def test_declined(run: Run, fake: Fake, typed: str) -> None:
    """Anything but yes starts nothing."""
    result = run(*START, typed=typed)

    assert result.code == 2
    assert "Nothing was sent." in result.err
    assert starts(fake) == 0


@pytest.mark.parametrize("typed", ["y\n", "YES\n"])
def test_agreed(run: Run, fake: Fake, typed: str) -> None:
    """Yes starts the campaign once."""
    assert run(*START, typed=typed).code == 0
    assert starts(fake) == 1


def test_yes(run: Run, fake: Fake) -> None:
    """A script confirms by an option."""
    assert json.loads(run(*START, "--yes").out)["campaign"]["status"] == "active"
    assert starts(fake) == 1


@pytest.mark.usefixtures("sample_folder")
@pytest.mark.parametrize("operation_id", CONFIRMED)
def test_no_terminal(operation_id: str, run: Run, fake: Fake) -> None:
    """Without a terminal and without the option, no request is sent at all."""
    words = [word for word in words_of(operation_id) if word != "--yes"]
    result = run(*words)

    assert result.code == 2
    assert "Add --yes" in result.err
    assert fake.state()["requests"] == {}


@pytest.mark.usefixtures("sample_folder")
@pytest.mark.parametrize("operation_id", CONFIRMED)
def test_asks(operation_id: str, run: Run, fake: Fake) -> None:
    """Before the answer, nothing but reads is sent, for each of these operations."""
    words = [word for word in words_of(operation_id) if word != "--yes"]
    result = run(*words, typed="n\n")

    assert (result.code, result.err.count("[y/N]")) == (2, 1)
    assert all(NODES[name]["x-effect"] == "none" for name in fake.state()["requests"])


def test_unreadable(run: Run, fake: Fake, environment: dict[str, str]) -> None:
    """If the stakes cannot be read, the question names the IDs."""
    environment["SONARLY_API_KEY"] = "wrong"
    result = run(*START, typed="n\n")

    assert f"Start a campaign {SAMPLE_ID} in '{SAMPLE_ID}'? This can" in result.err


def test_dry_run(run: Run, fake: Fake) -> None:
    """A dry run shows the request without the key, asks nothing and sends nothing."""
    result = run(*START, "--dry-run")
    request = json.loads(result.out)

    assert (result.code, request["method"], request["body"]) == (0, "POST", None)
    assert request["url"].endswith(f"/v1/accounts/{SAMPLE_ID}/campaigns/{SAMPLE_ID}/start")
    assert request["headers"]["authorization"] == "(hidden)"
    assert "fake-sonarly" not in result.out
    assert fake.state()["requests"] == {}


def test_dry_run_on_terminal(run: Run) -> None:
    """On a terminal a dry run looks like HTTP."""
    words = words_of("callers_contacts_create")
    lines = run(*words, "--dry-run", typed="").out.splitlines()

    assert run(*START, "--dry-run", typed="").out.endswith("authorization: (hidden)\n")
    assert lines[0].startswith("POST http://127.0.0.1:")
    assert "authorization: (hidden)" in lines
    assert lines[-1] == "}"


@pytest.mark.usefixtures("sample_folder")
def test_dry_run_of_a_file(run: Run) -> None:
    """A body that is not JSON is shown by its size and kind."""
    words = words_of("callers_voices_clone")
    result = run(*words, "--dry-run", typed="")

    assert result.out.splitlines()[-1].endswith("bytes of multipart/form-data)")


def test_dry_run_without_key(run: Run, environment: dict[str, str]) -> None:
    """A dry run needs no key."""
    del environment["SONARLY_API_KEY"]

    assert run(*START, "--dry-run").code == 0


def test_format_by_stream() -> None:
    """Away from a terminal the format is JSON."""
    options = output_options(None, None, None, no_color=False, environment={})

    assert (options.format, options.has_color) == ("json", False)

"""Each setting has one form. Another form ends the command with 2 and says what to set."""

from collections.abc import Callable

import pytest
from campaignkit_contract import cli
from campaignkit_contract.options import RUN_OPTIONS, UsageError, option_flags, setting_name
from campaignkit_contract.targets.live_settings import LiveSettings
from campaignkit_fake import SAMPLE_ID

# Found before the first request, which this server would not answer.
LIVE = {
    "BASE_URL": "http://127.0.0.1:9",
    "SONARLY_API_KEY": "fake-sonarly",
    "ACCOUNT_GROUP_ID": SAMPLE_ID,
}
BOTH = {**LIVE, "CALLERS_API_KEY": "fake-callers", "ORGANIZATION_ID": SAMPLE_ID}

Refuse = Callable[..., str]


@pytest.fixture
def refuse(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> Refuse:
    """Return a function that runs a command and returns its error, without a traceback."""

    def run(*words: str, **settings: str) -> str:
        assert cli.main(words or ["run"], {"REPORTS": str(tmp_path), **settings}) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("not run: ")
        return printed.err

    return run


def test_few_writes(refuse: Refuse) -> None:
    """A wrong operation gets similar ones, or the first few of all."""
    assert "the writes are sonarly_audiences_create, " in (error := refuse(**LIVE, WRITE="no"))
    assert error.endswith(" more\n")
    assert len(error) < 350


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("run", "SONARLY_API_KEY, CALLERS_API_KEY"),
        ("record", "FILE [-- PROGRAM ARGUMENTS] Record a program; without one, until Ctrl-C."),
        ("clean", "It needs the keys of the run"),
        ("replay", "Check a recording (HAR)."),
        ("explain", "a check. "),
    ],
)
def test_help(capsys: pytest.CaptureFixture[str], command: str, words: str) -> None:
    """The help of a command says what it does, and what it needs beside its options."""
    with pytest.raises(SystemExit):
        cli.main([command, "--help"], {})

    printed = " ".join(capsys.readouterr().out.split())
    assert words in printed
    assert "In parentheses is the environment variable" in printed


@pytest.mark.parametrize("variable", RUN_OPTIONS)
def test_name(variable: str) -> None:
    """A setting with an option is named by both; the option is one that the command has."""
    flag, rest = setting_name(variable).split(" ")

    assert flag == option_flags(variable)[0]
    assert rest == f"({variable})"
    assert setting_name("SONARLY_API_KEY") == "SONARLY_API_KEY"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"AREAS": "sonarly campaigns,"}, "--areas (AREAS) must have an item on both sides"),
        ({"WRITE": ","}, "--write (WRITE) must have an item on both sides"),
        ({"AREAS": "sonarly_campaigns"}, "the tags are sonarly accounts, sonarly audiences"),
        ({"AREAS": "callers calls"}, "set CALLERS_API_KEY: --areas (AREAS) is about callers"),
        ({"WRITE": "sonarly_campaigns_list"}, "sonarly_campaigns_list only reads"),
        ({"WRITE": "all,sonarly_campaigns_start"}, "all, or operationIds, got both"),
        ({"WRITE": "0"}, "--write (WRITE) must be all, or operationIds of writes, got '0'"),
        ({"WRITE": "1,all"}, "all, or operationIds, got both"),
        ({"WRITE": "false"}, "Leave it out to read only"),
        ({"CAMPAIGN_ID": "a b"}, "--campaign-id (CAMPAIGN_ID) must be an id, and ' ' cannot"),
        ({"CAMPAIGN_ID": "a,b"}, "--campaign-id (CAMPAIGN_ID) must be one id, got 'a,b'"),
        ({"AUDIENCE_ID": "a/b"}, "--audience-id (AUDIENCE_ID) must be an id, and '/' cannot"),
        ({"ACCOUNT_GROUP_ID": "a,.."}, "must be an id, and '..' cannot be in one"),
        ({"NAMED": "callers sipId=<id>"}, "--named (NAMED) must be an id, and '<' cannot"),
        ({"NAMED": "callers sipId=1"}, "set CALLERS_API_KEY: --named (NAMED) is about callers"),
        ({"CAMPAIGN_GROUP_ID": "a"}, "CALLERS_API_KEY is not set"),
        ({"CAMPAIGN_GROUP_ID": "a", "CALLERS_API_KEY": ""}, "CALLERS_API_KEY is empty"),
        ({"PREFIX": " "}, "--prefix (PREFIX) must not be blank: leave it out"),
        ({"PREFIX": "a\0b"}, r"--prefix (PREFIX) must be printable text, got '\x00'"),
        ({"REPORTS": "a\nb"}, r"--reports (REPORTS) must be printable text, got '\n'"),
        ({"RATE": "0/s"}, "--rate (RATE) must look like 2/s or 30/m"),
        ({"RATE": f"{'9' * 5000}/s"}, "--rate (RATE) must look like 2/s or 30/m"),
        ({"BUDGET": "9" * 5000}, "--budget (BUDGET) must be an integer above 0"),
        ({"EXAMPLES": "0"}, "--examples (EXAMPLES) must be an integer above 0"),
    ],
)
def test_form(refuse: Refuse, settings: dict[str, str], message: str) -> None:
    """A setting in another form is refused before the first request, by its name."""
    assert message in refuse(**{**LIVE, **settings})


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run", "--examples", "abc"], "--examples (EXAMPLES) must be an integer above 0"),
        (["run", "--write"], "set --base-url (BASE_URL): a run of the fake has no use for --write"),
        (
            ["run", "--areas", "a", "--areas", "b"],
            "must be given once: commas separate",
        ),
        (
            ["run", "--rate", "1/s", "--rate", "2/s"],
            "must be given once, got '1/s' and",
        ),
        (["replay", "a.har", "--base-url", "foo"], "--base-url (BASE_URL) must be a URL such as"),
        (["clean", "--ledger", "a\0b"], "--ledger (LEDGER) must be printable text"),
        (["run", "--base-url", ""], "--base-url (BASE_URL) must not be empty: leave it out"),
        (["run", "--", "--write"], "only record has words after --, got '--write'"),
        (["record", "a.har", "--port", "65536"], "--port must be an integer from 0 to 65535"),
        (["record", "a.har", "--port", "http"], "--port must be an integer from 0 to 65535"),
        (["record", "a\0b.har"], "HAR must be printable text"),
        (["explain", "a\0b"], "NAME must be printable text"),
    ],
)
def test_option(refuse: Refuse, words: list[str], message: str) -> None:
    """An option in another form is refused, also by a run of the fake."""
    assert message in refuse(*words)


@pytest.mark.parametrize(
    "words",
    [
        ["run", "--camp", "a"],
        ["record", "a.har", "--base", "a"],
        ["replay", "a.har", "--base", "a"],
        ["clean", "--led", "a"],
        ["explain", "a", "--rep", "a"],
    ],
)
def test_abbreviation(refuse: Refuse, words: list[str]) -> None:
    """No command accepts the beginning of an option."""
    command, option = words[0], words[-2]

    assert f"{command} has no {option!r}: campaignkit contract {command}" in refuse(*words)


def test_url_alone(refuse: Refuse) -> None:
    """A URL without its option is refused, and not printed: it may have a password."""
    message = refuse("run", "https://user:secret@api.invalid")

    assert message == "not run: run takes a URL only as --base-url URL\n"


@pytest.mark.parametrize("setting", ["READER_KEY_ENV", "STRANGER_KEY_ENV"])
@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("foo=X", "must have items like sonarly=READER_KEY, got 'foo=X'; the vendors are sonarly"),
        ("NONE", "a variable with a key for sonarly, and NONE is not set"),
        ("sonarly=", "got 'sonarly='; the vendors are sonarly, callers"),
        ("sonarly=NONE", "a variable with a key for sonarly, and NONE is not set"),
        ("sonarly=EMPTY", "a variable with a key for sonarly, and EMPTY is empty"),
        ("sonarly=X,sonarly=X", "must name one variable for sonarly"),
        ("sonarly=SPACED", "SPACED must be a key without spaces, line breaks"),
        ("callers=X", "is about callers; CALLERS_API_KEY is not set"),
        ("sonarly=s3cret-key", "not the key itself"),
        ("s3cret-key", "not the key itself"),
    ],
)
def test_key_variable(refuse: Refuse, setting: str, value: str, message: str) -> None:
    """A variable with a key has a vendor and a usable key, which no message contains."""
    keys = {"X": "k", "EMPTY": "", "SPACED": "s3cret key"}
    printed = refuse(**LIVE, **keys, **{setting: value})

    assert message in printed
    assert "s3cret" not in printed


@pytest.mark.parametrize("variable", ["SONARLY_API_KEY", "CALLERS_SYNC_SECRET"])
@pytest.mark.parametrize("key", ["s3cret\n", "s3cret key", "s3crét"])
def test_key(refuse: Refuse, variable: str, key: str) -> None:
    """A key that no header can carry is named by its variable, and never printed."""
    printed = refuse(**{**LIVE, variable: key})

    assert f"{variable} must be a key without spaces" in printed
    assert "s3cr" not in printed


def test_no_key(refuse: Refuse) -> None:
    """Without a key, the message says which variable is empty, and which is not set."""
    printed = refuse(**{**LIVE, "SONARLY_API_KEY": ""})

    assert "SONARLY_API_KEY is empty and CALLERS_API_KEY is not set" in printed


def test_case() -> None:
    """Areas, operations, vendors and kinds may be in capitals, with further spaces."""
    settings = LiveSettings(
        {
            **BOTH,
            "AREAS": "Sonarly  Campaigns , CALLERS calls",
            "WRITE": "Sonarly_Campaigns_Start",
            "NAMED": "Callers SIPID = s",
            "STRANGER_KEY_ENV": "Callers=OTHER",
            "OTHER": "k",
        }
    )
    settings.check()

    assert settings.areas == ("sonarly campaigns", "callers calls")
    assert [*(settings.writable or ())] == ["sonarly_campaigns_start"]
    assert settings.named_ids["callers sipId"] == ["s"]
    assert settings.stranger_keys == {"callers": "k"}


def test_unset() -> None:
    """An empty variable is not set, as in CI without a value."""
    empty = dict.fromkeys(RUN_OPTIONS.keys() - BOTH.keys(), "")
    settings = LiveSettings({**BOTH, **empty})
    settings.check()

    assert not settings.may_write
    with pytest.raises(UsageError, match="set --audience-id"):
        LiveSettings({**BOTH, **empty, "TEST_LEAD_IDS": "a"}).check()

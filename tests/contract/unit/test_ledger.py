"""A ledger has one number for each change, also for changes at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from campaignkit_contract.sandbox.ledger import Entry, Ledger


def test_threads(tmp_path: Path) -> None:
    """The file names each change of several threads, and its state."""
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.begin("http://127.0.0.1", "marker")

    def change(text: str) -> Entry:
        entry = ledger.plan("sonarly_audiences_create", {}, kind="sonarly audienceId", text=text)
        ledger.update(entry, "made", f"id of {text}")
        return entry

    texts = [str(number) for number in range(200)]
    with ThreadPoolExecutor(8) as executor:
        list(executor.map(change, texts))
    loaded = Ledger.load(tmp_path / "ledger.jsonl").entries

    assert [entry.number for entry in loaded] == list(range(200))
    assert {entry.text: entry.id for entry in loaded} == {text: f"id of {text}" for text in texts}

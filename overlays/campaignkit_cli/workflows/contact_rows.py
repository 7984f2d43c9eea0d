"""Contacts of a CSV file: columns, phone numbers and rejected rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import click

from ..exit_codes import CommandError

_IGNORED = ""

REJECT_COLUMNS = ("rejected_line", "rejected_reason")
"""Columns of the file of rejected rows, before those of the contacts."""

# Names of columns that need no option.
_KNOWN = {
    "name": "name",
    "phone": "phone_number",
    "phone_number": "phone_number",
    "phonenumber": "phone_number",
    "timezone": "timezone",
    # Columns that an earlier run added to rejected rows.
    **dict.fromkeys(REJECT_COLUMNS, _IGNORED),
}
_FIELDS = ("name", "phone_number", "timezone")


class Contact(NamedTuple):
    """Valid row of the file."""

    line: int
    name: str
    phone_number: str
    """In the form E.164, such as +12025550142."""
    data: dict[str, str]
    timezone: str


class Reject(NamedTuple):
    """Row that cannot be sent."""

    line: int
    reason: str
    head: list[str]
    """Names of the columns."""
    cells: list[str]
    """Cells as they are in the file, more or fewer than columns if the row has so many."""


def column_map(columns: Iterable[str], mapping: Sequence[str]) -> dict[str, str]:
    """Return the field of each column; other columns are variables of the campaign.

    Args:
        columns: Columns of the file.
        mapping: `COLUMN=FIELD` of the options; an empty field leaves a column out.

    Raises:
        click.UsageError: A mapping is not valid, or a name or phone number has no column.
    """
    known = list(columns)
    if twice := sorted({name for name in known if known.count(name) > 1}):
        raise click.UsageError(f"Columns must have different names, got {twice[0]!r} twice.")
    fields = {name: _KNOWN.get(name.strip().lower().replace(" ", "_"), name) for name in known}
    for entry in mapping:
        column, separator, field = entry.partition("=")
        if not separator or column not in fields:
            listed = ", ".join(known)
            raise click.UsageError(f"--map must be COLUMN=FIELD, got {entry!r}. Columns: {listed}.")
        fields[column] = field
    given = [field for field in fields.values() if field != _IGNORED]
    for needed in ("name", "phone_number"):
        if given.count(needed) != 1:
            raise click.UsageError(
                f"One column must be the {needed}. Use --map COLUMN={needed}. Columns, separated"
                f" by commas: {', '.join(known)}."
            )
    if shared := next((field for field in given if given.count(field) > 1), None):
        raise click.UsageError(f"Two columns are the field {shared!r}. Use --map COLUMN=.")
    return fields


def check_file(path: Path, rejects: Path) -> None:
    """Raise a CommandError if the file of the contacts cannot be used.

    Args:
        path: File of the contacts.
        rejects: File for rejected rows.
    """
    if path.exists() and not path.is_file():
        raise CommandError(f"{path} must be a file, not a folder or a pipe.")
    if path.resolve() == rejects.resolve():
        raise CommandError(f"--rejects must name another file than the contacts, got {rejects}.")


def read_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file with the number of their last line; the head comes first.

    Raises:
        CommandError: The file cannot be read.
    """
    line = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for row in reader:
                line = reader.line_num
                if row:
                    yield line, row
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CommandError(f"{path} cannot be read: it is not in UTF-8.") from None
    except csv.Error as error:
        raise CommandError(f"{path} cannot be read after line {line}: {error}.") from None


def validate(
    rows: Iterable[tuple[int, list[str]]], mapping: Sequence[str], region: str | None
) -> Iterator[Contact | Reject]:
    """Yield a contact or a reject for each row.

    Args:
        rows: Rows with their lines; the first one has the names of columns.
        mapping: Options that map columns.
        region: Country of numbers without a country code, such as US; None rejects them.

    Raises:
        CommandError: No row has the names of columns.
        click.UsageError: The columns do not fit.
    """
    lines = iter(rows)
    _, head = next(lines, (0, []))
    if not any(head):
        raise CommandError("The file has no line with the names of columns.")
    fields = column_map(filter(None, head), mapping)
    seen: dict[str, int] = {}
    for line, cells in lines:
        row = {name: cell for name, cell in zip_longest(head, cells, fillvalue="") if name}
        values = {fields[column]: text.strip() for column, text in row.items()}
        number = normalised(values["phone_number"], region)
        if any(cells[len(head) :]):
            reason = f"it has {len(cells)} cells, but {len(head)} columns"
        elif not values["name"]:
            reason = "the name is empty"
        elif number is None:
            reason = f"{values['phone_number']!r} is not a valid phone number"
        elif number in seen:
            reason = f"the phone number is that of line {seen[number]}"
        else:
            seen[number] = line
            yield Contact(line, values["name"], number, _data(values), values.get("timezone", ""))
            continue
        yield Reject(line, reason, head, cells)


def normalised(text: str, region: str | None) -> str | None:
    """Return a phone number in the form E.164; None if it is not valid."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _data(values: Mapping[str, str]) -> dict[str, str]:
    return {
        name: text for name, text in values.items() if text and name not in (*_FIELDS, _IGNORED)
    }

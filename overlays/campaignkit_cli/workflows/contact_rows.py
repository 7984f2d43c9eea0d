"""Contacts of a CSV file: columns, phone numbers and rejected rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from ..exit_codes import CommandError

# Names of columns that need no option.
_KNOWN = {
    "name": "name",
    "phone": "phone_number",
    "phone_number": "phone_number",
    "phonenumber": "phone_number",
    "timezone": "timezone",
}
_FIELDS = ("name", "phone_number", "timezone")
_IGNORED = ""


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
    row: dict[str, str]


def column_map(columns: Iterable[str], mapping: Sequence[str]) -> dict[str, str]:
    """Return the field of each column; other columns are variables of the campaign.

    Args:
        columns: Columns of the file.
        mapping: `COLUMN=FIELD` of the options; an empty field leaves a column out.

    Raises:
        click.UsageError: A mapping is not valid, or a name or phone number has no column.
    """
    known = list(columns)
    fields = {name: _KNOWN.get(name.strip().lower().replace(" ", "_"), name) for name in known}
    for entry in mapping:
        column, separator, field = entry.partition("=")
        if not separator or column not in fields:
            listed = ", ".join(known)
            raise click.UsageError(f"--map must be COLUMN=FIELD, got {entry!r}. Columns: {listed}.")
        fields[column] = field
    for needed in ("name", "phone_number"):
        if list(fields.values()).count(needed) != 1:
            raise click.UsageError(f"One column must be the {needed}. Use --map COLUMN={needed}.")
    return fields


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a CSV file with the number of their last line.

    Raises:
        CommandError: The file cannot be read, or has no head.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", restkey="")
            if not reader.fieldnames:
                raise CommandError(f"{path} has no line with the names of columns.")
            for row in reader:
                yield reader.line_num, {name: value for name, value in row.items() if name}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or "it is not CSV in UTF-8"
        raise CommandError(f"{path} cannot be read: {reason}.") from None


def validate(
    rows: Iterable[tuple[int, dict[str, str]]], mapping: Sequence[str], region: str | None
) -> Iterator[Contact | Reject]:
    """Yield a contact or a reject for each row.

    Args:
        rows: Rows with their lines.
        mapping: Options that map columns.
        region: Country of numbers without a country code, such as US; None rejects them.
    """
    seen: dict[str, int] = {}
    fields: dict[str, str] | None = None
    for line, row in rows:
        fields = fields or column_map(row, mapping)
        values = {fields[column]: text.strip() for column, text in row.items()}
        number = normalised(values["phone_number"], region)
        if not values["name"]:
            yield Reject(line, "the name is empty", row)
        elif number is None:
            yield Reject(line, f"{values['phone_number']!r} is not a valid phone number", row)
        elif number in seen:
            yield Reject(line, f"the phone number is that of line {seen[number]}", row)
        else:
            seen[number] = line
            yield Contact(line, values["name"], number, _data(values), values.get("timezone", ""))


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


def write_rejects(path: Path, rejects: Sequence[Reject]) -> None:
    """Write rejected rows, with the line and the reason before the columns of the file."""
    columns = ["line", "reason", *rejects[0].row]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {"line": reject.line, "reason": reject.reason} | reject.row for reject in rejects
        )


def _data(values: Mapping[str, str]) -> dict[str, str]:
    return {
        name: text for name, text in values.items() if text and name not in (*_FIELDS, _IGNORED)
    }

"""The directory of people in and out of a table file (CSV), as Excel in Vietnam has it."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from app.errors import KnownError
from app.language.folding import fold
from app.marking import N_
from app.minutes.directory import Person
from app.minutes.text import LINE_LIMIT
from app.minutes.words import Honorific

HEADS = ("Họ và tên", "Xưng hô", "Chức vụ", "Đơn vị")
"""The file is Vietnamese, whatever the interface speaks: it goes to other offices."""
SPOKEN = {
    Honorific.COMRADE: "Đồng chí",
    Honorific.MR: "Ông",
    Honorific.MRS: "Bà",
    Honorific.NONE: "",
}
MOST_BYTES = 20_000_000
_DELIMITERS = ";\t,"
_TOLD = re.compile("sep=(.)", re.IGNORECASE)
"""A first line by which Excel is told what stands between the cells."""
Rows = tuple[tuple[str, ...], ...]


def write_people(people: Sequence[Person], path: Path) -> None:
    """Write UTF-8 with its mark, and semicolons: what Excel opens with a double click."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    for person in people:
        titles = "; ".join(person.titles)
        writer.writerow((person.name, SPOKEN[person.honorific], titles, person.body))
    try:
        path.write_text(out.getvalue(), "utf-8-sig", newline="")
    except OSError as error:
        raise KnownError(
            N_("The file {path} could not be written: {reason}."), path=path, reason=error
        ) from error


def read_rows(path: Path) -> Rows:
    """The rows of a table file, all of the same length. KnownError where it is no such file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(N_("The file {path} is too large for a list of people."), path=path)
        text = _decoded(path.read_bytes(), path)
    except OSError as error:
        raise KnownError(
            N_("The file {path} could not be read: {reason}."), path=path, reason=error
        ) from error
    text = unicodedata.normalize("NFC", text)
    first, _, rest = text.partition("\n")
    told = _TOLD.fullmatch(first.strip())
    if told:
        text, first = rest, told[1]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = [_bounded(line, reader.line_num + bool(told), path) for line in reader]
    except csv.Error as error:  # whose own words are English
        raise KnownError(
            N_("The file {path} is no table that can be read; look at its line {line}."),
            path=path,
            line=reader.line_num + bool(told),
        ) from error
    rows = [
        [" ".join(cell.split()) for cell in line] for line in lines if any(map(str.strip, line))
    ]
    if not rows:
        raise KnownError(N_("The file {path} is empty."), path=path)
    if len(rows) == 1 and fold(rows[0][0]) == fold(HEADS[0]):
        raise KnownError(N_("The file {path} has headings, and nobody below them."), path=path)
    width = max(map(len, rows))
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _bounded(line: list[str], number: int, path: Path) -> list[str]:
    """A line of the table. A cell longer than a field of the record is no name and no position."""
    if any(len(cell) > LINE_LIMIT for cell in line):
        raise KnownError(
            N_(
                "Line {line} of the file {path} has a cell of more than {limit} characters; nobody"
                " was taken in. Shorten it, and try again."
            ),
            line=number,
            path=path,
            limit=LINE_LIMIT,
        )
    return line


def _decoded(data: bytes, path: Path) -> str:
    """UTF-8 or UTF-16; older code pages of Vietnamese cannot be told apart from one another."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KnownError(
            N_(
                "The letters of the file {path} cannot be read. Save it in Excel as"
                " “CSV UTF-8 (Comma delimited)”, and try again."
            ),
            path=path,
        ) from error
    if "\0" in text:
        raise KnownError(N_("The file {path} is no text: save the table as CSV first."), path=path)
    return text

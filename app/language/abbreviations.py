"""Gõ tắt: abbreviations that are written out as one types, and their table as CSV.

A short word is letters and digits. Where it stands in capitals it is a word of its own ("UBND"):
it is written out only if the table has it so.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.errors import KnownError
from app.marking import N_

SHORT_LIMIT, LONG_LIMIT = 20, 200
ENDS = " ,.;:!?…)]}”’»\"'"
"""What ends a word, so that it may be written out."""
USUAL: Mapping[str, str] = {
    "bch": "Ban Chấp hành",
    "btv": "Ban Thường vụ",
    "btt": "Ban Thường trực",
    "bt": "Bí thư",
    "pbt": "Phó Bí thư",
    "ubnd": "Ủy ban nhân dân",
    "hđnd": "Hội đồng nhân dân",
    "mttq": "Mặt trận Tổ quốc",
    "ubkt": "Ủy ban Kiểm tra",
    "đc": "đồng chí",
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "đv": "đảng viên",
    "cb": "cán bộ",
    "ktxh": "kinh tế - xã hội",
    "qpan": "quốc phòng, an ninh",
    "ntm": "nông thôn mới",
    "nq": "nghị quyết",
    "ct": "chỉ thị",
    "kh": "kế hoạch",
    "tw": "Trung ương",
}
"""What an office may begin with; nothing of it holds until it was taken into the table."""

_SHORT = re.compile(r"[^\W_]+")
# What a word may follow: nothing, white space, or a bracket or quote that opens.
_WORD = re.compile(r"(?:^|(?<=[\s(\[{“‘«\"']))[^\W_]+$")
_HEADS = ("short", "long")


class Expansion(NamedTuple):
    """A word that is to be written out, at the end of the text that was looked at."""

    short: str
    long: str


def expansion(before: str, table: Mapping[str, str]) -> Expansion | None:
    """What the last word of `before` stands for, or None. "Đc" gives "Đồng chí"."""
    found = _WORD.search(before[-SHORT_LIMIT - 1 :])
    if found is None:
        return None
    short = found[0]
    if short in table:
        return Expansion(short, table[short])
    small = short[0].lower() + short[1:]
    if short[1:] != short[1:].lower() or len(short) == 1 or small not in table:
        return None
    return Expansion(short, table[small][0].upper() + table[small][1:])


def fits(short: str, long: str) -> bool:
    """Whether these two can stand in the table."""
    return (
        _SHORT.fullmatch(short) is not None
        and len(short) <= SHORT_LIMIT
        and long.strip() == long != ""
        and len(long) <= LONG_LIMIT
        and "\n" not in long
    )


def to_csv(table: Mapping[str, str]) -> str:
    """The table as a spreadsheet opens it."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADS)
    writer.writerows(sorted(table.items()))
    return out.getvalue()


def from_csv(text: str) -> dict[str, str]:
    """The table in a CSV file, with commas or semicolons. Rows that do not fit are a KnownError."""
    import csv

    composed = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    first = composed.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(composed), delimiter=delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:  # whose own words are English
        raise KnownError(
            N_("This file is no table of abbreviations; look at its line {line}."),
            line=reader.line_num,
        ) from error
    return dict(_pairs(rows))


def _pairs(rows: Iterable[list[str]]) -> Iterable[tuple[str, str]]:
    for number, cells in enumerate(rows, 1):
        told = [cell.strip() for cell in cells]
        if not any(told) or (number == 1 and tuple(told[:2]) == _HEADS):
            continue
        short, long = (*told, "", "")[:2]
        if not fits(short, long):
            raise KnownError(
                N_(
                    "Line {number} of the file is no abbreviation: it needs a short word of letters"
                    " and digits, and what it stands for."
                ),
                number=number,
            )
        yield short, long

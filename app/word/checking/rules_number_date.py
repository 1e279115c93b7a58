"""Number and symbol, place and date: written in the form's own way, to the last zero."""

import re
from collections.abc import Iterator
from typing import Final

from app.marking import N_
from app.word.checking.checked import Checked, at, quoted, whole_document
from app.word.checking.facts import KINDS
from app.word.checking.finding import FormatFinding, RuleName, Said, Severity, said

_LEADER: Final = r"[.…_\s]*"
_NUMBER: Final = re.compile(
    rf"\w+\s*(:|\.(?![.…_]))?(?P<number>\s*[0-9]+\s*|{_LEADER}?)"
    r"[-–/]\s*(?P<kind>[^\W\d_]+)\s*[-–/]\s*(?P<symbol>\S.*)"
)
_YEARS: Final = rf"(?P<year>\s*[0-9]{{2,4}}|{_LEADER})\W*"
_DATE: Final = re.compile(
    rf"(?P<place>.*?)[\s,]*\b(?i:ngày)(?P<day>\s*[0-9]{{1,2}}\s*|{_LEADER})(?i:tháng)"
    rf"(?P<month>\s*[0-9]{{1,2}}\s*|{_LEADER})(?i:năm){_YEARS}"
)
_SHORT_DATE: Final = re.compile(
    r"(?P<place>.*?)[\s,]*\b(?i:ngày)(?P<day>\s*[0-9]{1,2}\s*)[/.-](?P<month>\s*[0-9]{1,2}\s*)"
    rf"[/.-]{_YEARS}"
)
_BLANK: Final = "……"
_MODEL_DATE: Final = "Thanh Sơn, ngày 05 tháng 02 năm 2026"


def numbers(checked: Checked) -> Iterator[FormatFinding]:
    """ "Số 05-BB/ĐU" or "Số: 05/BB-UBND": what is not yet given may be left blank."""
    if not checked.official:
        return
    rule = RuleName("number", "text", checked.words.source)
    model = checked.words.model.format(kind=KINDS[checked.kind].abbreviation)
    pieces = checked.roles.of("number")
    if not pieces:
        mend = said(N_("Write it below the issuing body; the number itself may be left blank."))
        yield FormatFinding(whole_document(), said(N_("missing")), quoted(model), mend, rule)
    for piece in pieces:
        match = _NUMBER.fullmatch(piece.text.strip())
        needs = quoted(_number(match, checked) if match else model)
        if not match or quoted(_filled(match)) != needs:
            yield FormatFinding(at(piece), quoted(piece.text), needs, _write(needs), rule)


def dates(checked: Checked) -> Iterator[FormatFinding]:
    """ "Thanh Sơn, ngày 05 tháng 02 năm 2026", where the form has such a line."""
    if not checked.official:
        return
    pieces = checked.roles.of("place_date")
    if checked.kind in checked.words.undated:
        for piece in pieces:
            yield FormatFinding(
                at(piece),
                quoted(piece.text),
                said(N_("no line for place and date in minutes")),
                said(N_("Delete the line; the date stands in the text.")),
                RuleName("place_date", "present", checked.words.undated_source),
            )
        return
    rule = RuleName("place_date", "text", checked.words.source)
    if not pieces:
        mend = said(N_("Write place and date at the right, below the letterhead’s titles."))
        needs = quoted(_MODEL_DATE)
        yield FormatFinding(
            whole_document(), said(N_("missing")), needs, mend, rule, Severity.WARNING
        )
    for piece in pieces:
        text = piece.text.strip()
        match = _DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text)
        needs = quoted(_date(match) if match else _MODEL_DATE)
        if not match or quoted(_filled(match)) != needs:
            yield FormatFinding(at(piece), quoted(piece.text), needs, _write(needs), rule)


RULES = (numbers, dates)


def _write(needs: Said) -> Said:
    return said(N_("Write {needs}."), needs=needs)


def _number(match: re.Match[str], checked: Checked) -> str:
    """The number as the form writes it."""
    words, kind = checked.words, KINDS[checked.kind].abbreviation
    number = match["number"].strip()
    number = number.zfill(2) if number.isdecimal() else _BLANK
    symbol = re.sub(r"\s*([-/])\s*", r"\1", match["symbol"].strip().replace("–", "-"))
    start = f"Số{words.colon} {number}{words.after_number}{kind}"
    return f"{start}{words.after_kind}{symbol}"


def _date(match: re.Match[str]) -> str:
    """Place and date as they are written in full."""
    place, day, month, year = (part.strip() for part in match.groups())
    # Only January and February get a zero: the others cannot be turned into 11 or 12.
    if month.isdecimal():
        month = f"{int(month):02d}" if int(month) <= 2 else str(int(month))
    day = day.zfill(2) if day.isdecimal() else day
    return f"{place or _BLANK}, ngày {_told(day)} tháng {_told(month)} năm {_told(year)}"


def _told(part: str) -> str:
    return part if part.isdecimal() else _BLANK


def _filled(match: re.Match[str]) -> str:
    """The text as it is, but with one kind of leader wherever something was left blank."""
    text = match.string
    for name in sorted(match.groupdict(), key=match.start, reverse=True):
        blank = not any(map(str.isalnum, match[name])) and name not in ("place", "symbol")
        if blank:
            text = f"{text[: match.start(name)]} {_BLANK}{_after(name)}{text[match.end(name) :]}"
    return text


def _after(name: str) -> str:
    return " " if name in ("day", "month") else ""

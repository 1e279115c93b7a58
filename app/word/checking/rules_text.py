"""The letters themselves: decomposed Unicode, two ways of placing tones, shorthand; and names of
bodies that no longer are.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from app.marking import N_
from app.word.checking.checked import Checked, at, quoted
from app.word.checking.facts import HOUSE
from app.word.checking.finding import FormatFinding, RuleName, Severity, said
from app.word.checking.reading import Paragraph

_WORD: Final = re.compile(r"[^\W\d_]+")
# Open syllables in oa, oe, uy: the tone on the first vowel ("hòa") or on the second ("hoà"). After
# a q the u is no vowel, and there is one way only.
_FIRST: Final = re.compile(r".*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)")
_SECOND: Final = re.compile(r".*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])")
_SHORTHAND: Final = re.compile(r"(?i)\bđ/c\b")
_DISTRICT: Final = re.compile(
    r"(?i)\b((quận|huyện) [uủ][ỷy]|(ubnd|hđnd|[uủ][ỷy] ban nhân dân|hội đồng nhân dân)"
    r" (quận|huyện)|phòng (gd ?& ?đt|giáo dục và đào tạo))\b"
)
_NO_DISTRICTS_FROM: Final = datetime.date(2025, 7, 1)
_DAY: Final = re.compile(r"ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")


def composed(checked: Checked) -> Iterator[FormatFinding]:
    """Accents that are characters of their own float off in print and are not found by search."""
    for paragraph in checked.document.paragraphs:
        broken = next((run.text for run in paragraph.runs if not run.composed), "")
        if not broken and unicodedata.is_normalized("NFC", paragraph.text):
            continue
        yield FormatFinding(
            at(paragraph, broken),
            said(N_("letters with separate accents (decomposed Unicode)")),
            said(N_("composed Unicode")),
            said(N_("Convert the text to composed Unicode, as Unikey’s tools do.")),
            RuleName("text", "unicode", checked.words.source),
        )


def tones(checked: Checked) -> Iterator[FormatFinding]:
    """Both ways of placing a tone are right, but one document keeps to one of them."""
    first = list(_words(checked, _FIRST))
    second = list(_words(checked, _SECOND))
    if not first or not second:
        return
    fewer, more = sorted((first, second), key=len)
    paragraph, word = fewer[0]
    yield FormatFinding(
        at(paragraph, word)._replace(others=len({each.number for each, _ in fewer}) - 1),
        said(N_("the tone placed as in “{word}”"), word=word),
        said(N_("the tone placed as in “{word}”, as elsewhere in the text"), word=more[0][1]),
        said(N_("Write all such words in one way; leave names as they are.")),
        RuleName("text", "tone", HOUSE),
        Severity.WARNING,
    )


def shorthand(checked: Checked) -> Iterator[FormatFinding]:
    """ "đ/c" is for notes."""
    for paragraph in checked.document.paragraphs:
        for match in _SHORTHAND.finditer(paragraph.text):
            needs = quoted("đồng chí")
            mend = said(N_("Write it in full."))
            rule = RuleName("text", "shorthand", HOUSE)
            where = at(paragraph)
            yield FormatFinding(where, quoted(match[0]), needs, mend, rule, Severity.WARNING)


def districts(checked: Checked) -> Iterator[FormatFinding]:
    """Districts ended on 1 July 2025; older documents may name them."""
    if _date_of(checked) < _NO_DISTRICTS_FROM:
        return
    for paragraph in checked.document.paragraphs:
        for match in _DISTRICT.finditer(paragraph.text):
            yield FormatFinding(
                at(paragraph),
                quoted(match[0]),
                said(N_("a body of today: there are no districts since 1 July 2025")),
                said(N_("Name the body of today, or leave it where it tells of then.")),
                RuleName("text", "district", HOUSE),
                Severity.WARNING,
            )


RULES = (composed, tones, shorthand, districts)


def _words(checked: Checked, pattern: re.Pattern[str]) -> Iterator[tuple[Paragraph, str]]:
    titles = {piece.number for piece in checked.roles.of("national_title")}  # right either way
    for paragraph in checked.document.paragraphs:
        if paragraph.number in titles:
            continue
        for word in _WORD.findall(paragraph.text):
            if pattern.fullmatch(word.lower()):
                yield paragraph, word


def _date_of(checked: Checked) -> datetime.date:
    """The date of the document, else the first day it names; a far one where it names none."""
    texts = [*checked.roles.of("place_date"), *checked.document.paragraphs]
    for paragraph in texts:
        for day, month, year in _DAY.findall(paragraph.text):
            try:
                return datetime.date(int(year), int(month), int(day))
            except ValueError:
                continue
    return datetime.date.max

"""The page number: there, in the middle of the top margin, plain, and not on the first page."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from app.marking import N_
from app.word.checking import measures
from app.word.checking.binding import binds, named, severity
from app.word.checking.checked import Checked
from app.word.checking.finding import FormatFinding, RuleName, Where, said
from app.word.checking.looks import SINGLE
from app.word.checking.reading import Paragraph, Run
from app.word.checking.rules_letters import font_findings, letter_findings
from app.word.checking.rules_page import section_place
from app.word.checking.rules_shape import paragraph_width, room
from app.word.checking.sections import Section

_ROLE: Final = "page_number"
_TOLERANCE: Final = 0.6  # millimetres
_PLAIN: Final = re.compile(r"\s*[0-9]+\s*")
_ALMOST_FULL: Final = 0.9  # of a page: more than this may run over to a second one
_POINT: Final = 25.4 / 72


def present(checked: Checked) -> Iterator[FormatFinding]:
    """Every page from the second on has its number, at the top."""
    if fits_one_page(checked):
        return
    for section in checked.document.sections:
        headers = [_number(section.headers.get(kind, ())) for kind in _kinds(checked)]
        if all(headers):
            continue
        below = any(_number(section.footers.get(kind, ())) for kind in _kinds(checked))
        has = said(N_("page number at the foot")) if below else said(N_("no page number"))
        yield FormatFinding(
            section_place(section, checked),
            has,
            said(N_("page number in the middle of the top margin")),
            said(N_("Insert the page number at the top, centred (Insert, Page Number).")),
            RuleName(_ROLE, "place", checked.words.source),
        )


def first_page(checked: Checked) -> Iterator[FormatFinding]:
    """The first page shows no number."""
    section, rule = checked.document.sections[0], checked.rules.page.number_first
    shown = section.headers.get("first" if section.title_page else "default", ())
    if rule.value > 1 and binds(rule) and _number(shown):
        yield FormatFinding(
            section_place(section, checked),
            said(N_("page number on page 1")),
            said(N_("page number from page {number} on"), number=rule.value),
            said(N_("Tick “Different First Page” in the header, and leave that header empty.")),
            named("page", "number_first", rule),
            severity(rule),
        )


def distance(checked: Checked) -> Iterator[FormatFinding]:
    """How far the number is from the edge; in the State's form, anywhere in the margin."""
    rule = checked.rules.page.number_edge
    for section in checked.document.sections:
        if not _number(section.headers.get("default", ())) or section.landscape:
            continue
        where, has = section_place(section, checked), measures.length(section.header)
        if binds(rule) and abs(section.header - rule.value) > _TOLERANCE:
            needs = measures.length_needed(rule)
            name = named("page", "number_edge", rule)
            mend = said(_DISTANCE, needs=needs)
            yield FormatFinding(
                where, said(_FROM_EDGE, value=has), needs, mend, name, severity(rule)
            )
        elif section.header >= section.top:
            needs = said(N_("less than {value}"), value=measures.length(section.top))
            name = RuleName("page", "number_edge", checked.words.source)
            mend = said(_DISTANCE, needs=needs)
            yield FormatFinding(where, said(_FROM_EDGE, value=has), needs, mend, name)


def appearance(checked: Checked) -> Iterator[FormatFinding]:
    """An Arabic number alone, centred, in the form's letters."""
    for section in checked.document.sections:
        number = _number(section.headers.get("default", ()))
        if number is None:
            continue
        found = [
            *font_findings(_number_alone(number), checked.words.source),
            *letter_findings(checked, _ROLE, _number_alone(number)),
            *_centred(number, checked),
            *_plain(number, section, checked),
        ]
        yield from (each._replace(where=_HEADER) for each in found)


RULES = (present, first_page, distance, appearance)

_HEADER: Final = Where(said(N_("Header of the page")))
_FROM_EDGE: Final = N_("page number {value} from the edge")
_DISTANCE: Final = N_("Set the header's distance from the edge to: {needs} (Layout, Margins).")


def fits_one_page(checked: Checked) -> bool:
    """Whether the document surely ends on its first page, which has no number."""
    section = checked.document.sections[0]
    left = (section.height - section.top - section.bottom) / _POINT * _ALMOST_FULL
    for _, row in groupby(checked.document.paragraphs, key=_row):
        columns = Counter[int]()
        for paragraph in row:
            columns[paragraph.spot.column if paragraph.spot else 0] += _height(paragraph, checked)
            if paragraph.breaks:
                return False
        left -= max(columns.values())
        if left < 0:
            return False
    return True


def _row(paragraph: Paragraph) -> tuple[int, int]:
    """What stands side by side has the same."""
    return paragraph.spot[:2] if paragraph.spot else (0, paragraph.number)


def _height(paragraph: Paragraph, checked: Checked) -> int:
    """How high it is in points, about."""
    look = paragraph.look
    size = max((run.look.size for run in paragraph.runs), default=look.line)
    line = size * SINGLE * look.line if look.line_rule == "auto" else look.line
    lines = 1 + int(paragraph_width(paragraph) / max(room(paragraph, checked), 1))
    return math.ceil(lines * line + max(look.before, look.after))


def _kinds(checked: Checked) -> tuple[str, ...]:
    return ("default", "even") if checked.document.even_headers else ("default",)


def _number(header: tuple[Paragraph, ...]) -> Paragraph | None:
    return next((each for each in header if any(map(_is_number, each.runs))), None)


def _is_number(run: Run) -> bool:
    return run.field == "PAGE"


def _number_alone(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(runs=tuple(filter(_is_number, paragraph.runs)))


def _centred(paragraph: Paragraph, checked: Checked) -> Iterator[FormatFinding]:
    rule = checked.rules.roles[_ROLE].align
    tabbed = paragraph.text.startswith("\t") and paragraph.text.count("\t") == 1
    if rule is None or not binds(rule) or paragraph.look.align == rule.value or tabbed:
        return
    has, needs = measures.aligned(paragraph.look.align), measures.aligned(rule.value)
    mend = said(N_("Centre the page number."))
    name = named(_ROLE, "align", rule)
    yield FormatFinding(_HEADER, has, needs, mend, name, severity(rule))


def _plain(paragraph: Paragraph, section: Section, checked: Checked) -> Iterator[FormatFinding]:
    if _PLAIN.fullmatch(paragraph.text) and section.number_format == "decimal":
        return
    yield FormatFinding(
        _HEADER,
        said(N_("page number written as “{text}”"), text=" ".join(paragraph.text.split())),
        said(N_("an Arabic number alone")),
        said(N_("Delete what stands beside the page number; choose the format 1, 2, 3.")),
        RuleName(_ROLE, "form", checked.words.source),
    )

"""Paper, orientation and margins of every section."""

from collections.abc import Iterator
from typing import Final

from app.marking import N_
from app.word.checking import measures
from app.word.checking.binding import binds, named, severity
from app.word.checking.checked import Checked
from app.word.checking.finding import FormatFinding, RuleName, Said, Where, said
from app.word.checking.measures import bounds
from app.word.checking.sections import Section

_TOLERANCE: Final = 0.6  # millimetres: inches and twips do not come out even
_MARGINS: Final = {
    "top": (N_("top margin"), N_("Set the top margin to {needs} (Layout, Margins).")),
    "bottom": (N_("bottom margin"), N_("Set the bottom margin to {needs} (Layout, Margins).")),
    "left": (N_("left margin"), N_("Set the left margin to {needs} (Layout, Margins).")),
    "right": (N_("right margin"), N_("Set the right margin to {needs} (Layout, Margins).")),
}


def paper(checked: Checked) -> Iterator[FormatFinding]:
    """The paper is A4; upright on the first page, lying where a wide table needs it."""
    page = checked.rules.page
    for section in checked.document.sections:
        where, name = section_place(section, checked), named("page", "width", page.width)
        short, long = sorted((section.width, section.height))
        needs = _paper(page.width.value, page.height.value)
        if not (_near(short, page.width.value) and _near(long, page.height.value)):
            mend = said(N_("Choose the paper A4 (Layout, Size)."))
            yield FormatFinding(where, _paper(short, long), needs, mend, name)
        if section.landscape and section.number == 1:
            yield FormatFinding(
                where,
                said(N_("the page lies on its side")),
                said(N_("an upright page")),
                said(N_("Choose Portrait (Layout, Orientation).")),
                RuleName("page", "orientation", page.width.source),
            )


def margins(checked: Checked) -> Iterator[FormatFinding]:
    """The margins; not those of lying pages, whose sides are others."""
    for section in checked.document.sections:
        if section.landscape:
            continue
        for side, (what, mend) in _MARGINS.items():
            rule = getattr(checked.rules.page, side)
            value: float = getattr(section, side)
            low, high = bounds(rule)
            if binds(rule) and not low - _TOLERANCE <= value <= high + _TOLERANCE:
                needs = measures.length_needed(rule)
                yield FormatFinding(
                    section_place(section, checked),
                    said(N_("{what} {value}"), what=said(what), value=measures.length(value)),
                    needs,
                    said(mend, needs=needs),
                    named("page", side, rule),
                    severity(rule),
                )


RULES = (paper, margins)


def section_place(section: Section, checked: Checked) -> Where:
    """The page, by its section where there are several."""
    if len(checked.document.sections) == 1:
        return Where(said(N_("Page")))
    return Where(said(N_("Section {number}"), number=section.number))


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= 1


def _paper(width: float, height: float) -> Said:
    return said(
        N_("paper of {width} × {height}"),
        width=measures.length(width),
        height=measures.length(height),
    )

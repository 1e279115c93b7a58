"""Alignment, indents, space between paragraphs and line spacing, component by component."""

from collections.abc import Iterator
from typing import Any, Final

from app.documents.forms import LineRule, RoleRules, Rule
from app.word.checking import measures
from app.word.checking.binding import binds, named, severity
from app.word.checking.checked import Checked, at
from app.word.checking.finding import FormatFinding, Said
from app.word.checking.looks import SINGLE, ParagraphLook
from app.word.checking.measures import bounds
from app.word.checking.placed import Placed
from app.word.checking.reading import Paragraph
from app.word.widths import text_width

_MILLIMETRES: Final = 0.5  # tolerances
_POINTS: Final = 0.25
_LINES: Final = 0.03
_POINT: Final = 25.4 / 72


def alignment(checked: Checked) -> Iterator[FormatFinding]:
    """Each role stands where it should; on one line, left and justified are the same."""
    for placed, rules in _ruled(checked):
        look, rule = placed.paragraph.look, rules.align
        if rule is None or not binds(rule) or look.align == rule.value:
            continue
        same = {look.align, rule.value} == {"left", "justify"}
        if same and fits_one_line(placed.paragraph, checked):
            continue
        has, needs = measures.aligned(look.align), measures.aligned(rule.value)
        yield _finding(checked, placed, "align", rule, has, needs)


def first_lines(checked: Checked) -> Iterator[FormatFinding]:
    """The first line of a paragraph begins further in; lists may stand further in as a whole."""
    for placed, rules in _ruled(checked):
        rule, look = rules.first_line, placed.paragraph.look
        if rule is None or not binds(rule):
            continue
        low, high = bounds(rule)
        value = look.first_line
        if placed.role == "list_item" and look.left:
            value, high = look.left + look.first_line, float("inf")
        if not low - _MILLIMETRES <= value <= high + _MILLIMETRES:
            needs = measures.first_line_needed(rule)
            yield _finding(checked, placed, "first_line", rule, measures.first_line(value), needs)


def spaces(checked: Checked) -> Iterator[FormatFinding]:
    """Paragraphs of the text stand apart."""
    by_number = {paragraph.number: paragraph for paragraph in checked.document.paragraphs}
    for placed, rules in _ruled(checked):
        above = by_number.get(placed.paragraph.number - 1)
        if not rules.before or not binds(rules.before) or not above or above.blank or above.spot:
            continue
        gap = _gap(above, placed.paragraph, adds=checked.document.adds_spaces)
        low, _ = bounds(rules.before)
        if gap < low - _POINTS:
            needs = measures.at_least_space(low)
            yield _finding(checked, placed, "before", rules.before, measures.space(gap), needs)


def line_spacing(checked: Checked) -> Iterator[FormatFinding]:
    """Lines are as far apart as the form says, in its own way of saying it."""
    for placed, rules in _ruled(checked):
        rule = rules.line
        if rule is None or not binds(rule) or _is_spaced_well(placed.paragraph, rule):
            continue
        look = placed.paragraph.look
        has = measures.line(look.line, look.line_rule)
        yield _finding(checked, placed, "line", rule, has, measures.line_needed(rule))


def boxes(checked: Checked) -> Iterator[FormatFinding]:
    """Stamps have a box, drawn in any of the ways that Word has."""
    for placed, rules in _ruled(checked):
        rule = rules.box
        if rule is None or not binds(rule) or _is_boxed(placed.paragraph) == rule.value:
            continue
        has, needs = (measures.switched("box", on) for on in (not rule.value, rule.value))
        yield _finding(checked, placed, "box", rule, has, needs)


RULES = (boxes, alignment, first_lines, spaces, line_spacing)


def fits_one_line(paragraph: Paragraph, checked: Checked) -> bool:
    """Whether its text prints on one line."""
    return paragraph_width(paragraph) <= room(paragraph, checked) and "\n" not in paragraph.text


def paragraph_width(paragraph: Paragraph) -> float:
    """How long its text is on one line, in points."""
    return sum(
        text_width(run.text.upper() if run.look.caps else run.text, look.size, bold=look.bold)
        for run in paragraph.runs
        for look in (run.look,)
    )


def room(paragraph: Paragraph, checked: Checked) -> float:
    """How wide a line of it can be, in points."""
    page = checked.document.sections[0].text_width
    width = (paragraph.spot.width or page / paragraph.spot.columns) if paragraph.spot else page
    look = paragraph.look
    return (width - look.left - look.right - max(look.first_line, 0)) / _POINT


def _ruled(checked: Checked) -> Iterator[tuple[Placed, RoleRules]]:
    """The whole paragraphs with the rules of their roles."""
    for placed in checked.roles.placed:
        rules = checked.rules.roles.get(placed.role)
        if rules and not placed.paragraph.across:
            yield placed, rules


def _gap(above: Paragraph, below: Paragraph, *, adds: bool) -> float:
    """The space between two paragraphs, as Word prints it."""
    alike = above.style_id == below.style_id
    after = 0 if alike and above.look.contextual else above.look.after
    before = 0 if alike and below.look.contextual else below.look.before
    return after + before if adds else max(after, before)


def _is_boxed(paragraph: Paragraph) -> bool:
    bordered = paragraph.look.border_above and paragraph.look.border_below
    alone = paragraph.spot is not None and paragraph.spot.columns == 1  # a table as a box
    return bordered or alone or paragraph.boxed or all(run.look.box for run in paragraph.runs)


def _is_spaced_well(paragraph: Paragraph, rule: LineRule) -> bool:
    low, high = bounds(rule)
    look = paragraph.look
    if rule.unit == "pt":
        return look.line_rule == "exact" and low - _POINTS <= look.line <= high + _POINTS
    return low - _LINES <= _in_lines(look, paragraph) <= high + _LINES


def _in_lines(look: ParagraphLook, paragraph: Paragraph) -> float:
    """The line spacing as a multiple of single spacing."""
    if look.line_rule == "auto":
        return look.line
    size = max((run.look.size for run in paragraph.runs), default=0) or 1
    lines = look.line / (size * SINGLE)
    return lines if look.line_rule == "exact" else max(1.0, lines)


def _finding(
    checked: Checked, placed: Placed, key: str, rule: Rule[Any], has: Said, needs: Said
) -> FormatFinding:
    mend = checked.mend(placed.paragraph, placed.paragraph.look.level(key), needs)
    name = named(placed.role, key, rule)
    return FormatFinding(at(placed.paragraph), has, needs, mend, name, severity(rule))

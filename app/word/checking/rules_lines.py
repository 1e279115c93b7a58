"""The drawn lines below titles: there, and as long as the form says against the text above."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from app.documents.forms import Rule
from app.marking import N_
from app.word.checking.binding import binds, named
from app.word.checking.checked import Checked, at
from app.word.checking.finding import FormatFinding, Said, Severity, said
from app.word.checking.reading import Paragraph
from app.word.checking.rules_shape import paragraph_width, room

_TOLERANCE: Final = 0.15  # of the text's length: lines are drawn by hand
_POINT: Final = 25.4 / 72
_TOP: Final = ("issuing_body", "party_title", "motto", "number", "document_title", "abstract")


class Drawn(NamedTuple):
    """A line that is there; `length` in points, 0 where it is not told. `shape`: not a border."""

    length: float
    shape: bool = False


def lines(checked: Checked) -> Iterator[FormatFinding]:
    """Each title that has a line below it has one of the right length."""
    ruled = [
        (role, rules.rule_below, checked.roles.of(role)[-1])
        for role, rules in checked.rules.roles.items()
        if rules.rule_below and binds(rules.rule_below) and checked.roles.of(role)
    ]
    found = {role: _line_below(piece, checked) for role, _, piece in ruled}
    spare = _lines_at_the_top(checked) - sum(bool(line and line.shape) for line in found.values())
    for role, rule, piece in ruled:
        drawn = found[role]
        if drawn is None and spare > 0:
            spare -= 1
        elif drawn is None:
            yield _missing(role, rule, piece)
        elif drawn.length:
            yield from _measured(role, rule, checked, drawn.length)


RULES = (lines,)


def _line_below(piece: Paragraph, checked: Checked) -> Drawn | None:
    """The line that hangs on a paragraph, borders it, or stands in the next."""
    following = _following(piece, checked)
    typed = {each.number for each in checked.roles.of("typed_line")}
    if following and following.number in typed:
        return Drawn(0)  # told by another rule
    for each in filter(None, (piece, following)):
        if each.lines:
            return Drawn(max(each.lines), shape=True)
        above = each is following and each.look.border_above and not each.look.border_below
        if above or ((each is piece or each.blank) and each.look.border_below):
            return Drawn(room(each, checked))
    return None


def _following(piece: Paragraph, checked: Checked) -> Paragraph | None:
    """The next paragraph of the same cell, or of the text."""
    for each in checked.document.paragraphs:
        if each.number == piece.number + 1:
            same = (each.spot and each.spot[:3]) == (piece.spot and piece.spot[:3])
            return each if same else None
    return None


def _lines_at_the_top(checked: Checked) -> int:
    """How many lines are drawn down to the text: Word lets them hang on any paragraph."""
    top = checked.roles.of(*_TOP)
    last = max((piece.number for piece in top), default=0)
    return sum(len(each.lines) for each in checked.document.paragraphs if each.number <= last + 1)


def _missing(role: str, rule: Rule[Any], piece: Paragraph) -> FormatFinding:
    underlined = any(run.look.underline for run in piece.runs)
    return FormatFinding(
        at(piece),
        said(N_("underlined text")) if underlined else said(N_("no line below it")),
        _wanted(rule),
        said(N_("Draw the line with Insert, Shapes; do not underline the text.")),
        named(role, "rule_below", rule),
    )


def _measured(
    role: str, rule: Rule[Any], checked: Checked, length: float
) -> Iterator[FormatFinding]:
    pieces = checked.roles.of(role)
    text = max(min(paragraph_width(each), room(each, checked)) for each in pieces)
    low, high = _shares(rule)
    share = length / text if text else 1
    if not low - _TOLERANCE * low <= share <= high + _TOLERANCE * high:
        yield FormatFinding(
            at(pieces[-1]),
            said(N_("a line of {share} % of the text’s length"), share=round(share * 100)),
            _wanted(rule),
            said(N_("Draw the line as long as needed, centred below the text.")),
            named(role, "rule_below", rule),
            Severity.ERROR,
        )


def _shares(rule: Rule[Any]) -> tuple[float, float]:
    if isinstance(rule.value, str):
        return 1.0, 1.0
    return rule.min or rule.value, rule.max or rule.value


def _wanted(rule: Rule[Any]) -> Said:
    low, high = _shares(rule)
    if low == high == 1:
        return said(N_("a line as long as the text"))
    return said(
        N_("a line of {low} to {high} % of the text’s length"),
        low=round(low * 100),
        high=round(high * 100),
    )

"""Fonts, sizes, bold, italic, underline, capitals and colour, component by component."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from app.documents.forms import Rule
from app.marking import N_
from app.word.checking import measures
from app.word.checking.binding import TEXT_ROLES, binds, named, severity
from app.word.checking.checked import Checked, at, mend_style
from app.word.checking.facts import FONT
from app.word.checking.finding import FormatFinding, RuleName, Said, said
from app.word.checking.looks import RunLook
from app.word.checking.measures import bounds
from app.word.checking.reading import Paragraph, Run

_TOLERANCE: Final = 0.25  # points
_LEGACY: Final = (".vn", ".vni", "vni-", "vni ", "vntime", "vnarial")
_DARK: Final = 0x30  # where all three colours are below it, nobody can tell it from black
_RED: Final = (0x80, 0x50)  # red at least, green and blue at most


class Judged(NamedTuple):
    """What is wrong with a run: what it has, and what the rule wants."""

    has: Said
    needs: Said


Judge = Callable[[Run, Rule[Any]], Judged | None]


def fonts(checked: Checked) -> Iterator[FormatFinding]:
    """Everything is in one font."""
    for paragraph in checked.document.paragraphs:
        yield from font_findings(paragraph, checked.words.source)


def font_findings(paragraph: Paragraph, source: str) -> Iterator[FormatFinding]:
    """The fonts of a paragraph that are not the one; those before Unicode are told apart."""
    needs = said(N_("font {font}"), font=FONT)
    for run in paragraph.runs:
        for slot, font in run.look.fonts_of(run.text).items():
            has = _font(font, run.look)
            where = at(paragraph, run.text)
            if font.casefold().startswith(_LEGACY):
                rule = RuleName("text", "legacy_font", source)
                yield FormatFinding(where, has, needs, said(_CONVERT), rule)
            elif font.casefold() != FONT.casefold():
                mend = mend_style(run.look.level(slot), needs)
                yield FormatFinding(where, has, needs, mend, RuleName("text", "font", source))


def letters(checked: Checked) -> Iterator[FormatFinding]:
    """The letters of each role."""
    for placed in checked.roles.placed:
        yield from letter_findings(checked, placed.role, placed.paragraph)


def letter_findings(checked: Checked, role: str, paragraph: Paragraph) -> Iterator[FormatFinding]:
    """Size, weight, slope, underline, capitals and colour of a paragraph of this role."""
    rules = checked.rules.roles.get(role)
    runs = [run for run in paragraph.runs if run.text.strip() and not run.look.raised]
    for key, judge in _JUDGES.items():
        rule: Rule[Any] | None = getattr(rules, key, None)
        if rule is None or not binds(rule):
            continue
        wrong = [(run, judged) for run in runs if (judged := judge(run, rule))]
        if role in TEXT_ROLES and key in _EMPHASIS and not _most([run for run, _ in wrong], runs):
            continue
        for run, judged in wrong:
            yield FormatFinding(
                at(paragraph, "" if len(wrong) == len(runs) else run.text),
                judged.has,
                judged.needs,
                checked.mend(paragraph, run.look.level(key), judged.needs),
                named(role, key, rule),
                severity(rule),
            )


def colours(checked: Checked) -> Iterator[FormatFinding]:
    """Text is black, but for marks that have a colour of their own."""
    needs = measures.coloured("")
    rule = RuleName("text", "colour", checked.words.source)
    for role, paragraph in checked.roles.placed:
        rules = checked.rules.roles.get(role)
        if rules and rules.colour:
            continue
        for run in paragraph.runs:
            if run.text.strip() and not _is_dark(run.look.colour):
                has = measures.coloured(run.look.colour)
                mend = mend_style(run.look.level("colour"), needs)
                yield FormatFinding(at(paragraph, run.text), has, needs, mend, rule)


RULES = (fonts, letters, colours)

_CONVERT: Final = N_("Convert the text to Unicode, as Unikey's tools do, then set the font.")


def _font(font: str, look: RunLook) -> Said:
    if look.themed:
        return said(N_("font {font}, from the theme"), font=font)
    return said(N_("font {font}"), font=font)


def _most(wrong: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Whether it is more than a word or a name that stands out."""
    return 2 * sum(len(run.text) for run in wrong) > sum(len(run.text) for run in runs)


def _size(run: Run, rule: Rule[float]) -> Judged | None:
    low, high = bounds(rule)
    if low - _TOLERANCE < run.look.size < high + _TOLERANCE:
        return None
    return Judged(measures.size(run.look.size), measures.size_needed(rule))


def _switch(key: str) -> Judge:
    def judge(run: Run, rule: Rule[bool]) -> Judged | None:
        is_on = bool(getattr(run.look, key))
        if is_on == rule.value or not _is_said(run):
            return None
        return Judged(measures.switched(key, is_on), measures.switched(key, rule.value))

    return judge


def _caps(run: Run, rule: Rule[bool]) -> Judged | None:
    shown = run.text.upper() if run.look.caps else run.text
    is_on = shown == run.text.upper()
    if is_on == rule.value or not _is_said(run):
        return None
    return Judged(measures.switched("caps", is_on), measures.switched("caps", rule.value))


def _colour(run: Run, rule: Rule[str]) -> Judged | None:
    red, green, blue = _parts(run.look.colour)
    if red >= _RED[0] and max(green, blue) <= _RED[1]:
        return None
    return Judged(measures.coloured(run.look.colour), measures.coloured(rule.value))


def _is_said(run: Run) -> bool:
    """Whether there are letters enough to tell: a dash or a leader is neither bold nor small."""
    return sum(map(str.isalpha, run.text)) > 1


def _is_dark(colour: str) -> bool:
    return max(_parts(colour)) < _DARK


def _parts(colour: str) -> tuple[int, int, int]:
    try:
        red, green, blue = bytes.fromhex(colour or "000000")
    except ValueError:
        return 0, 0, 0
    return red, green, blue


_JUDGES: Final[Mapping[str, Judge]] = {
    "size": _size,
    "bold": _switch("bold"),
    "italic": _switch("italic"),
    "underline": _switch("underline"),
    "caps": _caps,
    "colour": _colour,
}
_EMPHASIS: Final = ("bold", "italic")

"""What may be chosen within bounds, but is chosen once: sizes that rise and fall together, one size
and one spacing for all of the text. What is out of bounds is found elsewhere.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from app.documents.forms import Rule
from app.word.checking import measures
from app.word.checking.binding import TEXT_ROLES, binds, named
from app.word.checking.checked import Checked, at
from app.word.checking.effective import Level
from app.word.checking.finding import FormatFinding, Said, Severity
from app.word.checking.measures import bounds
from app.word.checking.reading import Paragraph

_PAIR: Final = "size_pair"


class Measured(NamedTuple):
    """A paragraph, the rule for it, and the measure that it has within the rule's bounds."""

    role: str
    paragraph: Paragraph
    rule: Rule[float]
    value: float


class Alike(NamedTuple):
    """A property that is the same in all of the text, how it is measured and worded."""

    key: str
    measure: Callable[[Paragraph], float]
    said: Callable[[Paragraph, float], Said]


def size_pair(checked: Checked) -> Iterator[FormatFinding]:
    """The sizes of the letterhead are all the smaller or all the larger ones."""
    held = [
        each
        for each in _measured(checked, tuple(checked.rules.roles), "size", _size)
        if each.rule.setting == _PAIR
    ]
    usual = _most_common([_step(each) for each in held])
    for each in held:
        if _step(each) != usual:
            low, high = bounds(each.rule)
            needs = measures.size(high if usual else low)
            has = measures.size(each.value)
            yield _finding(checked, each, "size", has, needs, Severity.ERROR)


def one_text(checked: Checked) -> Iterator[FormatFinding]:
    """All of the text is of one size, with one indent and one line spacing."""
    for key, measure, said in _ALIKE:
        held = list(_measured(checked, TEXT_ROLES, key, measure))
        usual = _most_common([each.value for each in held])
        for each in held:
            if each.value != usual:
                has, needs = said(each.paragraph, each.value), said(each.paragraph, usual)
                yield _finding(checked, each, key, has, needs, Severity.WARNING)


RULES = (size_pair, one_text)


def _measured(
    checked: Checked, roles: tuple[str, ...], key: str, measure: Callable[[Paragraph], float]
) -> Iterator[Measured]:
    for role, paragraph in checked.roles.placed:
        rule = getattr(checked.rules.roles.get(role), key, None) if role in roles else None
        if rule is None or not binds(rule):
            continue
        value = round(measure(paragraph), 1)
        low, high = bounds(rule)
        if low <= value <= high:
            yield Measured(role, paragraph, rule, value)


def _size(paragraph: Paragraph) -> float:
    """The size of most of its letters."""
    sizes = Counter[float]()
    for run in paragraph.runs:
        sizes[run.look.size] += len(run.text)
    return sizes.most_common(1)[0][0]


def _line(paragraph: Paragraph) -> float:
    return paragraph.look.line


def _first_line(paragraph: Paragraph) -> float:
    return paragraph.look.first_line


_ALIKE: Final = (
    Alike("size", _size, lambda _, value: measures.size(value)),
    Alike("line", _line, lambda each, value: measures.line(value, each.look.line_rule)),
    Alike("first_line", _first_line, lambda _, value: measures.first_line(value)),
)


def _step(each: Measured) -> bool:
    """Whether it is the larger of the two."""
    low, high = bounds(each.rule)
    return each.value > (low + high) / 2


def _most_common(values: list[float] | list[bool]) -> float:
    return Counter(values).most_common(1)[0][0] if values else 0


def _finding(
    checked: Checked, each: Measured, key: str, has: Said, needs: Said, severity: Severity
) -> FormatFinding:
    mend = checked.mend(each.paragraph, _level(each.paragraph, key), needs)
    rule = named(each.role, key, each.rule)
    return FormatFinding(at(each.paragraph), has, needs, mend, rule, severity)


def _level(paragraph: Paragraph, key: str) -> Level:
    return paragraph.runs[0].look.level(key) if key == "size" else paragraph.look.level(key)

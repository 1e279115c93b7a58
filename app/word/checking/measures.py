"""How measures of type and paragraphs are worded in findings."""

from typing import Final

from app.documents.forms import LineRule, Rule
from app.marking import N_
from app.word.checking.finding import Said, amount, said

_ALIGNED: Final = {
    "left": N_("aligned at the left"),
    "center": N_("centred"),
    "right": N_("aligned at the right"),
    "justify": N_("justified"),
}
_SWITCHED: Final = {
    "bold": (N_("not bold"), N_("bold")),
    "italic": (N_("upright"), N_("italic")),
    "underline": (N_("not underlined"), N_("underlined")),
    "caps": (N_("small letters"), N_("capitals")),
    "box": (N_("no box"), N_("a box around it")),
}


def size(value: float) -> Said:
    return said(N_("size {value}"), value=amount(value))


def size_needed(rule: Rule[float]) -> Said:
    return _needed(rule, N_("size {value}"), N_("size {low} to {high}"))


def first_line(value: float) -> Said:
    return said(N_("first line indented by {value} mm"), value=amount(round(value, 1)))


def first_line_needed(rule: Rule[float]) -> Said:
    alone = N_("first line indented by {value} mm")
    return _needed(rule, alone, N_("first line indented by {low} to {high} mm"))


def length(value: float) -> Said:
    return said(N_("{value} mm"), value=amount(round(value, 1)))


def length_needed(rule: Rule[float]) -> Said:
    return _needed(rule, N_("{value} mm"), N_("{low} to {high} mm"))


def space(value: float) -> Said:
    return said(N_("{value} pt between paragraphs"), value=amount(value))


def at_least_space(value: float) -> Said:
    return said(N_("at least {value} pt between paragraphs"), value=amount(value))


def aligned(value: str) -> Said:
    return said(_ALIGNED[value])


def switched(key: str, on: bool) -> Said:
    return said(_SWITCHED[key][on])


def coloured(value: str) -> Said:
    if not value:
        return said(N_("black"))
    return said(N_("colour {value}"), value=value)


def line(value: float, rule: str) -> Said:
    """Line spacing as Word tells it."""
    told = amount(value)
    if rule == "exact":
        return said(N_("lines of exactly {value} pt"), value=told)
    if rule == "atLeast":
        return said(N_("lines of at least {value} pt"), value=told)
    return said(N_("line spacing of {value} lines"), value=told)


def line_needed(rule: LineRule) -> Said:
    """The line spacing that a rule allows."""
    if rule.unit == "pt":
        together = N_("lines of exactly {low} to {high} pt")
        return _needed(rule, N_("lines of exactly {value} pt"), together)
    together = N_("line spacing of {low} to {high} lines")
    return _needed(rule, N_("line spacing of {value} lines"), together)


def bounds(rule: Rule[float]) -> tuple[float, float]:
    """What a rule allows, from and to; the same twice where it allows one value only."""
    if rule.min is None and rule.max is None:
        return rule.value, rule.value
    low = rule.value if rule.min is None else rule.min
    return low, float("inf") if rule.max is None else rule.max


def _needed(rule: Rule[float], alone: str, together: str) -> Said:
    low, high = bounds(rule)
    if low == high:
        return said(alone, value=amount(low))
    return said(together, low=amount(low), high=amount(high))

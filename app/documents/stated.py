"""Whether the prose already says a figure or a task. It is worked out, never stored.

An indicator is stated where one paragraph holds its name and all its figures as they are written,
so that nothing is printed twice and nothing that was typed is ever missing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.minutes.figures import Figure, Indicator, Measure, Tally, Target
from app.minutes.speeches import Assignment

_PLAIN = re.compile(r"[\d.,/%]+")
"""A figure that case and white space cannot change."""


class Prose:
    """Paragraphs as they are compared: without case, one blank for any white space.

    Every key asks; so a paragraph is folded only where the figures are in it at all.
    """

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._paragraphs = tuple(paragraphs)
        self._folded: dict[str, str] = {}

    def says_indicator(self, indicator: Indicator) -> bool:
        """Whether one paragraph says an indicator."""
        figures = [*_figures(indicator.measures), *_written(indicator.rate)]
        return self._says(indicator.name, figures)

    def says_target(self, target: Target) -> bool:
        """Whether one paragraph says a target."""
        return self._says(target.name, _figures(target.measures))

    def says_tally(self, tally: Tally) -> bool:
        """Whether one paragraph says the tally ("12/14")."""
        told = f"{tally.met}/{tally.total}"
        return any(_has_figure(text, told) for text in self._paragraphs_with([told]))

    def _says(self, name: str, figures: Iterable[str]) -> bool:
        named, told = _folded(name), [_folded(figure) for figure in figures]
        plain = [figure for figure in told if _PLAIN.fullmatch(figure)]
        return bool(named) and any(
            named in text and all(_has_figure(text, figure) for figure in told)
            for text in map(self._fold, self._paragraphs_with(plain))
        )

    def _paragraphs_with(self, figures: Sequence[str]) -> Iterator[str]:
        return (text for text in self._paragraphs if all(figure in text for figure in figures))

    def _fold(self, text: str) -> str:
        found = self._folded.get(text)
        if found is None:
            found = self._folded[text] = _folded(text)
        return found


def assignment_stated(assignment: Assignment, text: str) -> bool:
    """Whether the passage itself names the bodies, the task and the deadline."""
    deadline = assignment.deadline.written if assignment.deadline else ""
    lead = assignment.lead.name if assignment.lead else ""
    told = [lead, *(body.name for body in assignment.coordinating), assignment.task, deadline]
    return all(_folded(each) in _folded(text) for each in told)


def _figures(measures: Iterable[Measure]) -> list[str]:
    return [written for m in measures for f in (m.actual, m.plan) for written in _written(f)]


def _written(figure: Figure | None) -> list[str]:
    return [figure.written.strip()] if figure and figure.written.strip() else []


def _has_figure(text: str, figure: str) -> bool:
    """Whether a figure stands in the text as a number of its own: "7" is not in "17" or "7,5"."""
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(figure)}(?![.,]?\d)", text) is not None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

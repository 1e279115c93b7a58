"""Whether the prose already says a figure or a task. It is worked out, never stored.

An indicator is stated where one paragraph holds its name and all its figures as they are written,
so that nothing is printed twice and nothing that was typed is ever missing.
"""

import re
from collections.abc import Iterable

from app.minutes.figures import Figure, Indicator, Measure, Tally, Target
from app.minutes.speeches import Assignment


def indicator_stated(indicator: Indicator, paragraphs: Iterable[str]) -> bool:
    """Whether one paragraph says an indicator."""
    figures = [*_figures(indicator.measures), *_written(indicator.rate)]
    return any(_says(text, indicator.name, figures) for text in paragraphs)


def target_stated(target: Target, paragraphs: Iterable[str]) -> bool:
    """Whether one paragraph says a target."""
    figures = _figures(target.measures)
    return any(_says(text, target.name, figures) for text in paragraphs)


def tally_stated(tally: Tally, paragraphs: Iterable[str]) -> bool:
    """Whether one paragraph says the tally ("12/14")."""
    told = f"{tally.met}/{tally.total}"
    return any(_has_figure(text, told) for text in paragraphs)


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


def _says(text: str, name: str, figures: list[str]) -> bool:
    named = bool(name.strip()) and _folded(name) in _folded(text)
    return named and all(_has_figure(text, figure) for figure in figures)


def _has_figure(text: str, figure: str) -> bool:
    """Whether a figure stands in the text as a number of its own: "7" is not in "17" or "7,5"."""
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(figure)}(?![.,]?\d)", text) is not None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

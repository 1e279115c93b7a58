"""The register of tasks as a document: a table over the minutes of a whole archive."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.documents.outline import Block, Outline, Paragraph, Row, Table
from app.documents.pieces import Runs, fixed, paragraph, text_of
from app.documents.wording import Sentences
from app.language.dates import short_date
from app.minutes.words import AssignmentState, DocumentKind, Form

COLUMNS = ("number", "task", "bodies", "deadline", "meeting", "state")


class RegisterLine(NamedTuple):
    """A task, who does it until when, at which meeting it was given, and how it stands."""

    task: str
    lead: str
    coordinating: Sequence[str]
    deadline: str
    deadline_date: datetime.date | None
    meeting: str
    meeting_date: datetime.date | None
    state: AssignmentState
    note: str


def register(
    lines: Sequence[RegisterLine],
    today: datetime.date,
    body: str,
    form: Form,
    sentences: Sentences,
) -> Outline:
    """The lines in their order; `body` is the one that all of them are of, or ""."""
    blocks = tuple(_blocks(lines, today, body, sentences))
    title = sentences.text("register.title")
    # It is made of no record: nothing in it can come back into one.
    return Outline(DocumentKind.NOTICE, form, "", title, blocks)


def _blocks(
    lines: Sequence[RegisterLine], today: datetime.date, body: str, sentences: Sentences
) -> Iterator[Block]:
    yield paragraph("document_title", sentences.compose("register.title", {}))
    late = sum(_is_late(line, today) for line in lines)
    places = {
        "date": fixed(short_date(today)),
        "count": fixed(str(len(lines))),
        "overdue": fixed(str(late) if late else ""),
        "body": fixed(body),
    }
    yield paragraph("abstract", sentences.compose("register.abstract", places))
    head = [(paragraph("table_head", sentences.compose(f"register.{c}", {})),) for c in COLUMNS]
    rows = [_row(number, line, today, sentences) for number, line in enumerate(lines, start=1)]
    yield Table("register", Row(tuple(head)), tuple(rows))


def _row(number: int, line: RegisterLine, today: datetime.date, sentences: Sentences) -> Row:
    blank = sentences.text("table.blank")
    others = text_of(_joined(line.coordinating, sentences))
    bodies = [line.lead, others] if line.coordinating else [line.lead]
    held = [short_date(line.meeting_date) if line.meeting_date else "", line.meeting]
    cells = (
        (paragraph("table_figure", fixed(str(number))),),
        _cell([line.task], blank),
        _cell(bodies, blank),
        _cell(_until(line), blank),
        _cell(held, blank),
        _cell([_standing(line, today, sentences), line.note], blank),
    )
    return Row(cells)


def _joined(names: Sequence[str], sentences: Sentences) -> Runs:
    if not names:
        return ()
    told = sentences.text("joins.bodies").join(names)
    return sentences.compose("register.coordinating", {"bodies": fixed(told)})


def _until(line: RegisterLine) -> list[str]:
    """The deadline as it was given, and the day that it means where it does not say that itself."""
    day = line.deadline_date
    if day is None or not line.deadline:
        return [line.deadline or (short_date(day) if day else "")]
    says = any(f"{written}/{day.year}" in line.deadline for written in _written(day))
    return [line.deadline] if says else [line.deadline, f"({short_date(day)})"]


def _written(day: datetime.date) -> tuple[str, ...]:
    """The day and the month as people write them: a nought before a figure, or none."""
    return (
        f"{day.day}/{day.month}",
        f"{day.day:02}/{day.month}",
        f"{day.day:02}/{day.month:02}",
        f"{day.day}/{day.month:02}",
    )


def _standing(line: RegisterLine, today: datetime.date, sentences: Sentences) -> str:
    state = sentences.text(f"prior_state.{line.state}")
    if not _is_late(line, today):
        return state
    late = fixed(sentences.text("register.overdue"))
    return text_of(sentences.compose("register.line", {"first": fixed(state), "second": late}))


def _is_late(line: RegisterLine, today: datetime.date) -> bool:
    open_ = line.state is AssignmentState.OPEN
    return open_ and line.deadline_date is not None and line.deadline_date < today


def _cell(lines: Sequence[str], blank: str) -> tuple[Paragraph, ...]:
    said = [text for text in lines if text.strip()] or [blank]
    return tuple(paragraph("table_cell", fixed(text)) for text in said)

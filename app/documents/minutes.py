"""The minutes (biên bản), as 16-HD/VPTW (Party) and Mẫu 1.9 of 30/2020/NĐ-CP (State) order them."""

from collections.abc import Iterator

from app.documents.attendance import invited, invitees, members
from app.documents.conclusions import Label, conclusions
from app.documents.course import CoursePart, course
from app.documents.letterhead import top
from app.documents.moments import beginning_day, ending_day, hour
from app.documents.options import Part
from app.documents.outline import Block, Paragraph
from app.documents.people import chair, writer
from app.documents.pieces import Runs, capitalised, field, fixed, leader, paragraph
from app.documents.purpose import called, purpose
from app.documents.signatures import minutes_signatures, recipients
from app.documents.source import Source
from app.documents.speeches import letter
from app.minutes.place import Place
from app.minutes.words import Form


def minutes(src: Source) -> tuple[Block, ...]:
    """The minutes, block by block."""
    body = _party if src.form is Form.PARTY else _state
    return (
        *top(src, called(src, "minutes.abstract")),
        *body(src),
        _end(src),
        *minutes_signatures(src),
        *(recipients(src) if src.options.has(Part.RECIPIENTS) else ()),
    )


def _party(src: Source) -> Iterator[Block]:
    yield from _time_and_place(src)
    yield _opening(src, "content", content=capitalised(purpose(src)))
    yield from _chair_and_writer(src)
    if src.options.has(Part.DOCUMENTS):
        documents = _meeting(src, "documents_used")
        yield _opening(src, "documents", meeting=src.meeting_word, documents=documents)
    if src.meeting.recording.strip():
        yield _opening(src, "other", other=_meeting(src, "recording"))
    yield _section(src, "1", "section.attendance")
    yield from _party_attendance(src)
    yield _section(src, "2", "section.course")
    yield from _parts(src, tuple(course(src)), "subsection_heading", "2.")
    yield from _conclusions(src, "3", lambda number: f"3.{number}.")


def _party_attendance(src: Source) -> Iterator[Block]:
    parts: list[tuple[str, tuple[Block, ...]]] = [("section.members", tuple(members(src)))]
    if invitees(src):
        parts.append(("section.invitees", tuple(invited(src))))
    if src.meeting.press.strip():
        press = src.line("list_item", "section.press_line", press=_meeting(src, "press"))
        parts.append(("section.press", (press,)))
    for number, (title, blocks) in enumerate(parts, start=1):
        yield _heading(src, "subsection_heading", f"1.{number}", src.say(title))
        yield from blocks


def _state(src: Source) -> Iterator[Block]:
    yield from _time_and_place(src)
    yield _opening(src, "attendance")
    yield from members(src)
    if invitees(src):
        yield src.line("list_item", "opening.invitees")
        yield from invited(src)
    if src.meeting.press.strip():
        yield src.line("list_item", "opening.press", press=_meeting(src, "press"))
    yield from _chair_and_writer(src)
    if src.options.has(Part.DOCUMENTS) and src.meeting.documents_used.strip():
        yield _opening(src, "documents", documents=_meeting(src, "documents_used"))
    if src.meeting.recording.strip():
        yield _opening(src, "other", other=_meeting(src, "recording"))
    content = capitalised(purpose(src))
    yield _opening(src, "content", meeting=src.meeting_word, content=content)
    parts = tuple(course(src))
    yield from _parts(src, parts, "section_heading", "")
    yield from _conclusions(src, str(len(parts) + 1), letter)


def _time_and_place(src: Source) -> Iterator[Paragraph]:
    start = hour(src, src.meeting.start, Place("meeting", field="start"))
    yield _opening(src, "time", time=start, date=beginning_day(src))
    yield _opening(src, "place", place=_meeting(src, "place"))


def _chair_and_writer(src: Source) -> Iterator[Paragraph]:
    yield _opening(src, "chair", chair=chair(src))
    yield _opening(src, "writer", writer=writer(src))


def _parts(src: Source, parts: tuple[CoursePart, ...], role: str, before: str) -> Iterator[Block]:
    """The numbered parts of the course; a leader where nothing was written yet."""
    for number, part in enumerate(parts, start=1):
        yield _heading(src, role, f"{before}{number}", part.title)
        yield from part.blocks
    if not parts:
        yield paragraph("body", leader(Place("results")))


def _conclusions(src: Source, number: str, label: Label) -> Iterator[Block]:
    blocks = tuple(conclusions(src, "", label))
    if blocks:
        yield _section(src, number, "course.conclusions")
        yield from blocks


def _end(src: Source) -> Paragraph:
    end = src.say(
        "section.end",
        meeting=src.meeting_word,
        time=hour(src, src.meeting.end, Place("meeting", field="end")),
        date=ending_day(src),
        text_end=src.say("words.text_end"),
    )
    return paragraph("body", capitalised(end))


def _section(src: Source, number: str, title: str) -> Paragraph:
    return _heading(src, "section_heading", number, src.say(title, meeting=src.meeting_word))


def _heading(src: Source, role: str, number: str, title: Runs) -> Paragraph:
    return src.line(role, "course.heading", number=fixed(number), title=title)


def _opening(src: Source, key: str, **places: Runs) -> Paragraph:
    return src.line("opening_data", f"opening.{key}", **places)


def _meeting(src: Source, name: str) -> Runs:
    return field(getattr(src.meeting, name), Place("meeting", field=name))

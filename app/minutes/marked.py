"""Reading the marked passages of a record: petitions with replies, conclusions, assignments."""

from collections.abc import Iterator
from typing import NamedTuple

from app.minutes.record import Minutes
from app.minutes.speeches import Assignment, Passage, Speech
from app.minutes.words import Purpose

CONCLUDING = (Purpose.CONCLUSION, Purpose.ASSIGNMENT)
"""The purposes that the page Kết luận and the notice list."""


class Said(NamedTuple):
    """A passage and the speech it was said in."""

    speech: Speech
    passage: Passage


def said(record: Minutes, *purposes: Purpose) -> tuple[Said, ...]:
    """The passages with one of the purposes, in the order in which they were said."""
    return tuple(
        Said(speech, passage)
        for speech in record.speeches
        for passage in speech.passages
        if passage.purpose in purposes
    )


def petitions(record: Minutes) -> tuple[Said, ...]:
    """What the host asks for."""
    return said(record, Purpose.PETITION)


def replies(record: Minutes, petition_id: str) -> tuple[Said, ...]:
    """The passages that answer a petition."""
    return tuple(s for s in said(record, Purpose.REPLY) if s.passage.answers == petition_id)


def conclusions(record: Minutes) -> tuple[Said, ...]:
    """Conclusions and assigned tasks."""
    return said(record, *CONCLUDING)


def assignments(record: Minutes) -> Iterator[tuple[Said, Assignment]]:
    """Every assignment, with where it was said."""
    for found in said(record, *Purpose):
        for assignment in found.passage.assignments:
            yield found, assignment


def task_of(passage: Passage, assignment: Assignment) -> str:
    """What is to be done: the assignment's own words, else the whole passage."""
    return assignment.task or passage.text


def in_paragraphs(speech: Speech) -> tuple[tuple[Passage, ...], ...]:
    """The passages of a speech, paragraph by paragraph. The first always opens one."""
    groups: list[list[Passage]] = []
    for passage in speech.passages:
        if passage.opens_paragraph or not groups:
            groups.append([])
        groups[-1].append(passage)
    return tuple(tuple(group) for group in groups)

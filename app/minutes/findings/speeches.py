"""Findings in what was said: unanswered petitions, tasks that nobody is charged with."""

from collections.abc import Iterator

from app.marking import N_
from app.minutes.findings.finding import Finding, Rule, Severity, shortened
from app.minutes.marked import assignments, petitions, replies, said, task_of
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import Purpose, SpeechPart


def _petitions(record: Minutes) -> Iterator[Finding]:
    for petition in petitions(record):
        if not replies(record, petition.passage.id):
            yield Finding(
                "petition_without_reply",
                Severity.WARNING,
                Place("speeches", petition.passage.id, "text"),
                N_("Nothing answers the petition “{text}”."),
                N_("Mark the passage that answers it as its reply, or add a reply."),
                {"text": shortened(petition.passage.text)},
            )


def _lost_replies(record: Minutes) -> Iterator[Finding]:
    known = {petition.passage.id for petition in petitions(record)}
    for reply in said(record, Purpose.REPLY):
        if reply.passage.answers not in known:
            yield Finding(
                "reply_without_petition",
                Severity.WARNING,
                Place("speeches", reply.passage.id, "text"),
                N_("The reply “{text}” does not say which petition it answers."),
                N_("Choose the petition that it answers."),
                {"text": shortened(reply.passage.text)},
            )


def _tasks(record: Minutes) -> Iterator[Finding]:
    for where, assignment in assignments(record):
        place = Place("speeches", assignment.id)
        told = {"text": shortened(task_of(where.passage, assignment))}
        if assignment.lead is None or not assignment.lead.name:
            yield Finding(
                "task_without_body",
                Severity.WARNING,
                place._replace(field="lead.name"),
                N_("No body is charged with “{text}”."),
                N_("Name the body that leads the task."),
                told,
            )
        if assignment.deadline is None or not assignment.deadline.written:
            yield Finding(
                "task_without_deadline",
                Severity.WARNING,
                place._replace(field="deadline.written"),
                N_("“{text}” has no deadline."),
                N_("Write the deadline, if one was given."),
                told,
            )


def _assignment_passages(record: Minutes) -> Iterator[Finding]:
    for where in said(record, Purpose.ASSIGNMENT):
        if not where.passage.assignments:
            yield Finding(
                "assignment_without_task",
                Severity.WARNING,
                Place("speeches", where.passage.id, "text"),
                N_("“{text}” is marked as an assignment, but nobody is charged with it."),
                N_("Add the body and the deadline, or mark it as a conclusion."),
                {"text": shortened(where.passage.text)},
            )


def _speakers(record: Minutes) -> Iterator[Finding]:
    known = {attendee.id for attendee in record.attendees}
    for speech in record.speeches:
        if speech.part is not SpeechPart.PETITIONS and speech.speaker not in known:
            yield Finding(
                "speech_without_speaker",
                Severity.WARNING,
                Place("speeches", speech.id, "speaker"),
                N_("A speech has no speaker from the list of attendees."),
                N_("Choose who spoke; add the person to the attendees first, if need be."),
            )


RULES: tuple[Rule, ...] = (_petitions, _lost_replies, _tasks, _assignment_passages, _speakers)

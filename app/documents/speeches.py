"""What is said: a speech's opening, its passages, and the tasks that the words do not name."""

from collections.abc import Iterable, Iterator

from app.documents.outline import Paragraph
from app.documents.people import bodies, speaker
from app.documents.pieces import Runs, field, joined, known, text_of, whole
from app.documents.source import Source
from app.documents.stated import assignment_stated
from app.minutes.place import Place
from app.minutes.speeches import Assignment, Passage, Speech


def words(passages: Iterable[Passage]) -> Runs:
    """Passages that run on: one blank between them, as when a passage was split."""
    return joined([passage_text(passage) for passage in passages], " ")


def passage_text(passage: Passage) -> Runs:
    """The text of a passage as it was said."""
    return whole(passage.text, Place("speeches", passage.id, "text"))


def opener(src: Source, speech: Speech) -> Runs:
    """ "Phát biểu tại buổi làm việc", or the speech's own opener."""
    told = known(speech.opener, Place("speeches", speech.id, "opener"))
    return told or src.say(f"opener.{speech.part}", meeting=src.meeting_word)


def opening(src: Source, speech: Speech) -> Runs:
    """The opener and who speaks."""
    return src.say("speech.opening", opener=opener(src, speech), speaker=who(src, speech))


def who(src: Source, speech: Speech, role: str = "") -> Runs:
    """Who speaks, joined to the positions as the speech says."""
    return speaker(src, speech.id, speech.speaker, speech.joiner, role)


def opened(src: Source, start: Runs, said: Runs) -> Runs:
    """The opening with the first words: they go on in its sentence, or begin one of their own."""
    first = text_of(said).lstrip()[:1]
    key = "speech.says" if first.isupper() else "speech.runs_on"
    return src.say(key, opening=start, text=said)


def tasks(src: Source, passage: Passage) -> tuple[Runs, ...]:
    """The passage's tasks that its own words do not say, each a sentence."""
    unsaid = [a for a in passage.assignments if not assignment_stated(a, passage.text)]
    return tuple(_task(src, assignment) for assignment in unsaid)


def task_lines(src: Source, passage: Passage) -> Iterator[Paragraph]:
    """The same tasks, each on a line of its own."""
    for task in tasks(src, passage):
        yield src.line("list_item", "course.task", text=task)


def letter(number: int) -> str:
    """The label of the n-th point: a), b), c), d), đ), e), g) …; after y) comes aa)."""
    rank, letters = number, ""
    while rank > 0:
        rank, place = divmod(rank - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return f"{letters})"


_LETTERS = "abcdđeghiklmnopqrstuvxy"


def _task(src: Source, assignment: Assignment) -> Runs:
    where = assignment.id
    lead = assignment.lead.name if assignment.lead else ""
    deadline = assignment.deadline.written if assignment.deadline else ""
    task = whole(assignment.task, Place("speeches", where, "task"))
    return src.say(
        "task.own_words" if task else "task.whole_passage",
        lead=field(lead, Place("speeches", where, "lead.name")),
        coordinating=bodies(src, assignment.coordinating),
        deadline=known(deadline, Place("speeches", where, "deadline.written")),
        task=task,
    )

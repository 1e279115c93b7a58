"""Speeches and what is said in them, in the words of the interface: lists, labels, looks."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.language.catalogue import Catalogue
from app.language.completion import means
from app.marking import N_
from app.minutes.attendees import Attendee
from app.minutes.marked import petitions
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.spoken import PARTS
from app.minutes.words import Purpose
from ui.appearance.tints import Look, Underline
from ui.models.reading import short_time

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

LOOKS = {
    Purpose.PETITION: Look(30, Underline.DashUnderline),
    Purpose.REPLY: Look(205, Underline.DotLine),
    Purpose.CONCLUSION: Look(130, Underline.SingleUnderline),
    Purpose.ASSIGNMENT: Look(285, Underline.DashDotLine),
}
DASH = " – "
NOT_KNOWN = N_("Speaker not known")
NUMBERED = N_("Petition {number}: {text}")


def attendee_words(attendee: Attendee) -> str:
    """Who somebody is, in one line: name – positions."""
    return DASH.join(filter(None, (attendee.name, ", ".join(attendee.titles))))


def attendee_rank(query: str, words: str) -> int | None:
    """How well letters go with an attendee's words: a name before a position."""
    if means(query, words.partition(DASH)[0]):
        return 0
    return 1 if means(query, words) else None


def speaker_words(record: Minutes, speech: Speech, texts: Catalogue) -> str:
    """Who speaks, by name."""
    attendee = record.attendee(speech.speaker)
    return (attendee.name if attendee else "") or texts(NOT_KNOWN)


def petition_choices(record: Minutes, texts: Catalogue) -> list[tuple[object, str]]:
    """The petitions by id, numbered in the order of speaking."""
    return [
        (said.passage.id, texts(NUMBERED, number=number, text=said.passage.text))
        for number, said in enumerate(petitions(record), 1)
    ]


def looks_of(passages: Sequence[Passage]) -> dict[str, Look]:
    """How the marked ones among passages look."""
    return {p.id: LOOKS[p.purpose] for p in passages if p.purpose in LOOKS}


class SpeechList(QAbstractListModel):
    """The speeches in their order, one line each."""

    def __init__(self, texts: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._record = Minutes(id="none")

    def show(self, record: Minutes) -> None:
        """Show the speeches of a record."""
        old, self._record = self._record, record
        if [s.id for s in old.speeches] != [s.id for s in record.speeches]:
            self.beginResetModel()
            self.endResetModel()
        elif record.speeches and (old.speeches, old.attendees) != (
            record.speeches,
            record.attendees,
        ):
            self.dataChanged.emit(self.index(0), self.index(len(record.speeches) - 1))

    def id_at(self, row: int) -> str:
        """The speech in a row, or ""."""
        speeches = self._record.speeches
        return speeches[row].id if 0 <= row < len(speeches) else ""

    def row_of(self, speech_id: str) -> int:
        """The row of a speech, or -1."""
        rows = (row for row, s in enumerate(self._record.speeches) if s.id == speech_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._record.speeches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        speech = self._record.speeches[index.row()]
        told = [f"{index.row() + 1}. {speaker_words(self._record, speech, self._texts)}"]
        told.append(self._texts(dict(PARTS)[speech.part]))
        if speech.time is not None:
            told.append(short_time(speech.time))
        return " · ".join(told)

"""The part of a page that lists the speeches: choose, add, remove, reorder."""

import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.editing.edits import insert, move, remove
from app.editing.session import Changed, Label
from app.editing.speech_parts import join_speeches, split_speech
from app.marking import N_
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Speech
from app.minutes.words import SpeechPart
from ui.models.speaking import SpeechList, speaker_words
from ui.pages.chosen import SECTION, speech_of
from ui.pages.page import Page, Part
from ui.widgets.ranges import Point

ADD = N_("Add speech")
REMOVE = N_("Remove the speech of {speaker}")
MOVE = N_("Move the speech of {speaker}")
SPLIT = N_("Split the speech of {speaker}")
JOIN = N_("Join the speech of {speaker} to the one before")
SHOWN_ROWS = 4


class SpeechListPart(Part):
    """One of the speeches is chosen, as long as there is one."""

    chosen = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.model = SpeechList(page.texts, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        height = self.view.fontMetrics().height() * 3 // 2 * SHOWN_ROWS
        self.view.setMaximumHeight(height + 2 * self.view.frameWidth())
        self._chosen = ""
        page.add_part(self)

    @property
    def speech_id(self) -> str:
        """The speech that is chosen, or ""."""
        return self._chosen

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        row = self.model.row_of(self._chosen)
        self.model.show(record)
        if self.model.row_of(self._chosen) < 0:
            last = self.model.rowCount() - 1
            self._choose_row(0 if changed is None else min(max(row, 0), last))
        else:
            self._choose_row(self.model.row_of(self._chosen))

    def show_place(self, place: Place) -> bool:
        """Choose the speech of a place; the focus is another part's, or the list's."""
        if place.section != SECTION:
            return False
        speech = speech_of(self.page.record, place.item)
        if speech is not None:
            self._choose_row(self.model.row_of(speech.id))
        return False

    def focus(self) -> None:
        """Bring the list into view and give it the focus."""
        self.page.bring_into_view(self.view)
        self.view.setFocus()

    def current_place(self) -> Place | None:
        if not self.view.hasFocus() or not self._chosen:
            return None
        return Place(SECTION, self._chosen)

    def add(self, time: datetime.time | None = None) -> None:
        """Add a speech after the chosen one."""
        record = self.page.record
        if record is None:
            return
        made = Speech(id=self.page.new_id(), part=self._next_part(record), time=time)
        position = self.model.row_of(self._chosen) + 1
        place = Place(SECTION, made.id, "speaker")
        self.page.edit(insert(SECTION, made, position), Label(ADD), place)
        self._choose_row(self.model.row_of(made.id))

    def choose_last(self) -> bool:
        """Choose the last speech; whether it was another one before."""
        before = self._chosen
        self._choose_row(self.model.rowCount() - 1)
        return self._chosen != before

    def split(self, where: Point) -> bool:
        """Let what stands after a place in the chosen speech be a speech of its own."""
        speech = speech_of(self.page.record, self._chosen)
        if speech is None:
            return False
        made_id = self.page.new_id()
        edit = split_speech(speech.id, where.paragraph, where.offset, made_id, self.page.new_id)
        self.page.edit(edit, self._label(SPLIT, speech), Place(SECTION, made_id, "speaker"))
        self._choose_row(self.model.row_of(made_id))
        return self._chosen == made_id

    def join(self) -> None:
        """Join the chosen speech to the one before it."""
        speech = speech_of(self.page.record, self._chosen)
        before = self.model.id_at(self.model.row_of(self._chosen) - 1)
        if speech is None or not before:
            return
        label = self._label(JOIN, speech)
        self._choose_row(self.model.row_of(before))
        self.page.edit(join_speeches(before, speech.id), label, Place(SECTION, before))

    def remove(self) -> None:
        """Remove the chosen speech, with all that was said in it."""
        speech = speech_of(self.page.record, self._chosen)
        if speech is not None:
            self.page.edit(remove(SECTION, speech.id), self._label(REMOVE, speech), self._place())

    def give_up(self) -> None:
        """Remove the chosen speech, and choose the one before it."""
        row = self.model.row_of(self._chosen)
        self.remove()
        self._choose_row(min(max(row - 1, 0), self.model.rowCount() - 1))

    def move_up(self) -> None:
        """Move the chosen speech up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen speech down."""
        self._move(1)

    def _move(self, by: int) -> None:
        speech = speech_of(self.page.record, self._chosen)
        row = self.model.row_of(self._chosen) + by
        if speech is not None and 0 <= row < self.model.rowCount():
            self.page.edit(move(SECTION, speech.id, row), self._label(MOVE, speech), self._place())

    def _place(self) -> Place:
        return Place(SECTION, self._chosen)

    def _label(self, message: str, speech: Speech) -> Label:
        record = self.page.record or Minutes(id="none")
        return Label(message, {"speaker": speaker_words(record, speech, self.page.texts)})

    def _next_part(self, record: Minutes) -> SpeechPart:
        speech = speech_of(record, self._chosen)
        return speech.part if speech and speech.part is SpeechPart.PETITIONS else SpeechPart.REMARKS

    def _choose_row(self, row: int) -> None:
        index = self.model.index(row)
        if index.isValid() and index.row() != self.view.currentIndex().row():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
            self.view.scrollTo(index)
        self._tell(self.model.id_at(row))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._tell(self.model.id_at(current.row()))

    def _tell(self, speech_id: str) -> None:
        if speech_id != self._chosen:
            self._chosen = speech_id
            self.page.end_typing()
            self.chosen.emit(speech_id)

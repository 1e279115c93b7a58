"""Kết luận: what the chair concludes and whom he charges, as the notice will list it."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.editing.edits import Edit
from app.editing.marked_lists import first_id
from app.editing.marks import set_purpose
from app.editing.passages import add_conclusion
from app.editing.session import Changed
from app.marking import N_
from app.minutes.findings import Finding
from app.minutes.marked import conclusions
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Passage
from app.minutes.spoken import PARTS
from app.minutes.words import Purpose, SpeechPart
from ui.models.speaking import speaker_words
from ui.pages import kinds
from ui.pages.assignments_box import AssignmentsBox
from ui.pages.chosen import SECTION, ChosenField, speech_of
from ui.pages.marked_box import Listed, MarkedBox
from ui.pages.page import Page
from ui.pages.prior_tasks_box import SECTION as PRIOR
from ui.pages.prior_tasks_box import PriorTasksBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import FormRows, Sentence

ADD = N_("Add conclusion")
HINT = N_("Type what the chair concludes, one a line; or mark it in the closing speech (F4, F5).")
KIND = N_("Mar&ked as")
KIND_HELP = N_("What the chosen passage is.")
KINDS = (
    (Purpose.CONCLUSION, N_("Conclusion")),
    (Purpose.ASSIGNMENT, N_("Assigned task")),
)
SAID_BY = N_("Said by {speaker} ({part})")


class ConclusionsPage(Page):
    """The concluding passages in the order of speaking; below, the tasks of the chosen one."""

    title = kinds.CONCLUSIONS.title

    def build(self) -> None:
        self.prior = PriorTasksBox(self)
        self.column.addWidget(self.prior)
        self.conclusions = MarkedBox(
            self,
            Listed(
                title=kinds.CONCLUSIONS.title,
                add=ADD,
                hint=HINT,
                purpose=Purpose.CONCLUSION,
                home=SpeechPart.CLOSING,
                read=self._read,
                make=self._add,
            ),
        )
        self.conclusions.chosen.connect(self._on_chosen)
        self.conclusions.place_requested.connect(self.place_requested)
        self.tasks = AssignmentsBox(self)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.conclusions, 1)
        column.addWidget(self._below())
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(self.tasks)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        self.column.addWidget(splitter, 1)

    def refresh(self, changed: Changed | None = None) -> None:
        passage = self.conclusions.passage  # None where it is a conclusion no more
        self.kind.choose(passage.id if passage else "")
        super().refresh(changed)
        self.conclusions.tell_chosen()
        self._tell_speaker()

    def show_place(self, place: Place) -> bool:
        if place.section == PRIOR:
            return self.prior.table.show_place(place)
        if place.section != SECTION:
            return False
        self.conclusions.show_place(place)
        self.conclusions.tell_chosen()
        return super().show_place(place)

    def first_field(self) -> QWidget | None:
        """Not in the tasks of the earlier meeting, which stand above to be looked through."""
        return self.conclusions.editor

    def show_findings(self, findings: Sequence[Finding]) -> None:
        super().show_findings(findings)
        self.conclusions.show_findings(findings)

    def _below(self) -> QWidget:
        box = QWidget()
        column, rows = QVBoxLayout(box), FormRows()
        column.setContentsMargins(0, 0, 0, 0)
        field = ChoiceField([(value, self.texts(words)) for value, words in KINDS])
        rows.add(self.texts(KIND), field, self.texts(KIND_HELP))
        self.kind = ChosenField(self, field, "purpose", KIND, write=_set_purpose)
        self.speaker = Sentence()
        column.addLayout(rows)
        column.addWidget(self.speaker)
        return box

    def _on_chosen(self, passage_id: str) -> None:
        self.kind.choose(passage_id)
        self.kind.refresh(self.record or Minutes(id="none"), None)
        self.tasks.choose(passage_id)
        self._tell_speaker()

    def _tell_speaker(self) -> None:
        passage, record = self.conclusions.passage, self.record
        speech = speech_of(record, passage.id) if passage else None
        if record is None or speech is None:
            self.speaker.setText("")
            return
        part = self.texts(dict(PARTS)[speech.part])
        speaker = speaker_words(record, speech, self.texts)
        self.speaker.setText(self.texts(SAID_BY, speaker=speaker, part=part))

    def _read(self, record: Minutes) -> Sequence[Passage]:
        return [said.passage for said in conclusions(record)]

    def _add(self, passage: Passage) -> Edit:
        return add_conclusion(passage.text, first_id(passage.id, self.new_id))


def _set_purpose(passage_id: str, value: object) -> Edit:
    return set_purpose(passage_id, cast("Purpose", value))

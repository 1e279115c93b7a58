"""Kiến nghị: what the host asks for, how it is answered, and who is charged with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.editing.edits import Edit
from app.editing.marked_lists import first_id
from app.editing.passages import add_petition, add_reply
from app.editing.session import Changed
from app.marking import N_
from app.minutes.findings import Finding
from app.minutes.marked import petitions, replies
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Passage
from app.minutes.words import Purpose
from ui.pages import kinds
from ui.pages.assignments_box import AssignmentsBox
from ui.pages.chosen import SECTION, passage_of, speech_of
from ui.pages.marked_box import Listed, MarkedBox
from ui.pages.page import Page
from ui.widgets.form_rows import heading

ADD = N_("Add petition")
HINT = N_("Type what the host asks for, one petition a line; or mark it in the speeches (F2).")
REPLIES = N_("Replies to petition {number}")
NO_PETITION = N_("Replies")
ADD_REPLY = N_("Add reply")
REPLY_HINT = N_("Type the reply to the petition chosen above; or mark it in the speeches (F3).")


class PetitionsPage(Page):
    """The petitions; below, the replies to the chosen one; below, the tasks of the chosen reply."""

    title = kinds.PETITIONS.title

    def build(self) -> None:
        self._petition = ""
        self.petitions = MarkedBox(
            self,
            Listed(
                title=kinds.PETITIONS.title,
                add=ADD,
                hint=HINT,
                purpose=Purpose.PETITION,
                home=None,
                read=self._read_petitions,
                make=self._add_petition,
            ),
        )
        self.replies = MarkedBox(
            self,
            Listed(
                title=NO_PETITION,
                add=ADD_REPLY,
                hint=REPLY_HINT,
                purpose=Purpose.REPLY,
                home=None,
                read=self._read_replies,
                make=self._add_reply,
                fields=self._reply_fields,
            ),
        )
        self.tasks = AssignmentsBox(self)
        self.petitions.chosen.connect(self._on_petition_chosen)
        self.replies.chosen.connect(self.tasks.choose)
        self.petitions.place_requested.connect(self.place_requested)
        self.replies.place_requested.connect(self.place_requested)
        self._lay_out()
        self.replies.setEnabled(False)

    def refresh(self, changed: Changed | None = None) -> None:
        super().refresh(changed)
        self.petitions.tell_chosen()
        self.replies.tell_chosen()
        self._tell_number()

    def show_place(self, place: Place) -> bool:
        passage = passage_of(speech_of(self.record, place.item), place.item)
        if place.section != SECTION or passage is None:
            return False
        self.petitions.show_place(Place(SECTION, passage.answers or passage.id))
        self.petitions.tell_chosen()
        self.replies.show_place(Place(SECTION, passage.id))
        self.replies.tell_chosen()
        return super().show_place(place)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        super().show_findings(findings)
        for box in (self.petitions, self.replies):
            box.show_findings(findings)

    def _lay_out(self) -> None:
        self._replies_heading = heading(self.texts(NO_PETITION), 1.1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._replies_heading)
        column.addWidget(self.replies, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        for widget in (self.petitions, middle, self.tasks):
            splitter.addWidget(widget)
        self.column.addWidget(splitter, 1)

    def _on_petition_chosen(self, petition_id: str) -> None:
        self._petition = petition_id
        self.replies.setEnabled(bool(petition_id))
        self.replies.refresh_list()
        self._tell_number()

    def _tell_number(self) -> None:
        listed = [passage.id for passage in self._read_petitions(self.record or Minutes(id="none"))]
        known = self._petition in listed
        number = listed.index(self._petition) + 1 if known else 0
        words = self.texts(REPLIES, number=number) if known else self.texts(NO_PETITION)
        self._replies_heading.setText(words)
        self.replies.editor.setAccessibleName(words)

    def _read_petitions(self, record: Minutes) -> Sequence[Passage]:
        return [said.passage for said in petitions(record)]

    def _read_replies(self, record: Minutes) -> Sequence[Passage]:
        if not self._petition:
            return []
        return [said.passage for said in replies(record, self._petition)]

    def _reply_fields(self) -> dict[str, object]:
        return {"answers": self._petition}

    def _add_petition(self, passage: Passage) -> Edit:
        return add_petition(passage.text, first_id(passage.id, self.new_id))

    def _add_reply(self, passage: Passage) -> Edit:
        return add_reply(passage.answers, passage.text, first_id(passage.id, self.new_id))

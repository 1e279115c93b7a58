"""A list of marked passages as an editor: petitions, replies or conclusions, one a line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.editing.edits import Edit
from app.editing.marked_lists import relist
from app.editing.marks import unmark
from app.editing.passages import remove_passages
from app.editing.session import Label
from app.marking import N_
from app.minutes.findings import Finding
from app.minutes.items import Item
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Passage
from app.minutes.text import TEXT_LIMIT
from app.minutes.words import Purpose, SpeechPart
from ui.models.paragraph_items import Shape, paragraphs_of
from ui.pages.chosen import SECTION, passage_of, speech_of
from ui.pages.page import Page
from ui.pages.paragraphs_part import ParagraphsPart
from ui.widgets.command_bar import Command, CommandBar
from ui.widgets.form_rows import Note, name_field
from ui.widgets.paragraphs import Change
from ui.widgets.paragraphs_edit import ParagraphsEdit

SHAPE = Shape(Passage)
LEAST_LINES = 3
UNMARK = N_("Remove the mark")
REMOVED = N_("Remove what was said")
LINES_HELP = N_("Each line is one; Enter begins another. Alt+Up and Alt+Down change the order.")
ADD_HELP = N_("Begins a line at the end.")
REMOVE, REMOVE_HELP = N_("Remove"), N_("Removes the words from the speech.")
UNMARK_BUTTON, UNMARK_HELP = N_("Unmark"), N_("Takes it off this list; the words stay said.")
IN_SPEECH, IN_SPEECH_HELP = N_("In the speech"), N_("Goes to the words in the speech.")
UP, DOWN = N_("Move up"), N_("Move down")


class Listed(NamedTuple):
    """What a list is about."""

    title: str
    add: str
    hint: str
    purpose: Purpose
    home: SpeechPart | None
    """The part of the meeting in which a new one is said; None: wherever its neighbour was."""
    read: Callable[[Minutes], Sequence[Passage]]
    make: Callable[[Passage], Edit]
    """Adds one that has no neighbour in the list."""
    fields: Callable[[], dict[str, object]] = dict
    """What a new one has besides its words and its purpose."""


class MarkedEdit(ParagraphsEdit):
    """Lower than an editor that has a page of its own."""

    def minimumSizeHint(self) -> QSize:
        height = LEAST_LINES * self.fontMetrics().lineSpacing() + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * self.minimumSizeHint().height())


class MarkedPart(ParagraphsPart):
    """Binds the editor to the passages. A blank line of a passage that has a place keeps it."""

    def __init__(self, page: Page, editor: ParagraphsEdit, listed: Listed) -> None:
        self._listed = listed
        super().__init__(
            page, editor, SECTION, SHAPE, listed.title, read=listed.read, write=self._edit_of
        )

    def _edit_of(self, items: tuple[Item, ...]) -> Edit:
        record = self.page.record or Minutes(id="none")
        shown = self._listed.read(record)
        known = {passage.id: passage for passage in shown}
        typed = {item.id: item for item in items if isinstance(item, Passage)}
        wanted = []
        for key, _text, _heading in self.editor.paragraphs():
            if key in known:
                wanted.append(typed[key] if key in typed else known[key].but(text=""))
            elif key in typed:
                wanted.append(self._new(typed[key]))
        return relist(shown, wanted, self._listed.make, self._listed.home)

    def _new(self, passage: Passage) -> Passage:
        return passage.but(purpose=self._listed.purpose, **self._listed.fields())

    def _on_edited(self, change: Change) -> None:
        super()._on_edited(change)
        record = self.page.record
        if record is None:
            return
        # What was said in two speeches does not change places: show what is so.
        passages = self._listed.read(record)
        told = dict.fromkeys(passage.id for passage in passages)  # their order, and what is in it
        shown = [p.key for p in self.editor.paragraphs() if p.key in told]
        if [*told] != shown:
            self.editor.set_paragraphs(paragraphs_of(passages, SHAPE, self.page.new_id))


class MarkedBox(QWidget):
    """The editor with its commands. One passage is chosen: the one that the cursor is in."""

    chosen = Signal(str)
    place_requested = Signal(object)
    """The Place of the words in their speech, which another page shows."""

    def __init__(self, page: Page, listed: Listed) -> None:
        super().__init__()
        self._page, self._listed = page, listed
        texts = page.texts
        self._findings: Sequence[Finding] = ()
        self.editor = MarkedEdit(page.new_id, TEXT_LIMIT)
        self.editor.setPlaceholderText(texts(listed.hint))
        name_field(self.editor, texts(listed.title), texts(LINES_HELP))
        self.part = MarkedPart(page, self.editor, listed)
        self.editor.current_changed.connect(self.tell_chosen)
        self.editor.edited.connect(self.tell_chosen)
        self._known = ""
        self._note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._commands())
        column.addWidget(self.editor, 1)
        column.addWidget(self._note)

    @property
    def passage(self) -> Passage | None:
        """The passage that is chosen; None on a line that is not in the record yet."""
        record = self._page.record
        key = self.editor.current.key
        if record is None:
            return None
        return next((p for p in self._listed.read(record) if p.id == key), None)

    def add(self) -> None:
        """Begin a line at the end, or go to the blank one that is there."""
        self.editor.finish()
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        if cursor.block().text().strip():
            cursor.insertText("\n")
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def remove(self) -> None:
        """Remove the chosen passage and its words."""
        passage = self.passage
        if passage is not None:
            self._edit(remove_passages(passage.id), REMOVED, passage)

    def unmark(self) -> None:
        """Take the chosen passage off the list; its words stay in the speech."""
        passage = self.passage
        if passage is not None:
            self._edit(unmark(passage.id), UNMARK, passage)

    def show_in_speech(self) -> None:
        """Ask for the place of the words in their speech."""
        passage = self.passage
        if passage is not None:
            self.editor.finish()
            self.place_requested.emit(Place(SECTION, passage.id, "text"))

    def show_place(self, place: Place) -> None:
        """Choose the passage of a place, or the one with the task that it names."""
        speech = speech_of(self._page.record, place.item)
        passage = passage_of(speech, place.item)
        if passage is not None:
            self.editor.show_paragraph(passage.id)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Keep what was found, and say what is about the chosen passage."""
        self._findings = findings
        self._tell_found()

    def refresh_list(self) -> None:
        """Show the list anew, whoever has the focus."""
        self.part.refresh(self._page.record or Minutes(id="none"), None)
        self.tell_chosen()

    def tell_chosen(self, _change: object = None) -> None:
        """Tell which passage is chosen now, if it is another one."""
        passage = self.passage
        key = passage.id if passage else ""
        if key != self._known:
            self._known = key
            self.chosen.emit(key)
            self._tell_found()

    def _edit(self, edit: Edit, label: str, passage: Passage) -> None:
        self.editor.finish()
        self._page.edit(edit, Label(label), Place(SECTION, passage.id, "text"))
        self.refresh_list()

    def _tell_found(self) -> None:
        told = (f for f in self._findings if f.place.item == self._known and self._known)
        self._note.tell(next(map(self._page.told, told), ""))

    def _commands(self) -> CommandBar:
        texts = self._page.texts
        bar = CommandBar(texts(self._listed.title), (), self)
        commands = (
            (Command(texts(self._listed.add), "Ctrl+Return", texts(ADD_HELP)), self.add),
            (Command(texts(REMOVE), "Alt+Delete", texts(REMOVE_HELP)), self.remove),
            (Command(texts(UNMARK_BUTTON), "F6", texts(UNMARK_HELP)), self.unmark),
            (Command(texts(IN_SPEECH), "F2", texts(IN_SPEECH_HELP)), self.show_in_speech),
            (Command(texts(UP)), self.editor.move_up),
            (Command(texts(DOWN)), self.editor.move_down),
        )
        for command, does in commands:
            bar.add(command, self).triggered.connect(does)
        return bar

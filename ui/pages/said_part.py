"""The part of a page that edits what is said in a speech: one text with marked passages."""

from PySide6.QtCore import Signal

from app.editing.edits import in_turn
from app.editing.keystrokes import continues_word
from app.editing.marks import Stretch, mark, nearest_petition, sentence_at
from app.editing.said_text import paragraphs_of, say
from app.editing.session import Changed, Label
from app.marking import N_
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.spoken import PURPOSES
from app.minutes.words import Purpose
from ui.models.speaking import looks_of, speaker_words
from ui.pages.chosen import SECTION, passage_of, speech_of
from ui.pages.page import Page, Part, may_rewrite
from ui.widgets.passages_edit import Edited, PassagesEdit

EDIT = N_("Edit the words of {speaker}")
MARK = N_("Mark as: {purpose}")
UNMARK = N_("Remove the mark")


class SaidPart(Part):
    """Binds the editor to the chosen speech. Marking takes the selection, else the sentence."""

    passage_changed = Signal()
    """The cursor came to another passage, or the passage that it is in has changed."""

    def __init__(self, page: Page, editor: PassagesEdit) -> None:
        super().__init__(page)
        self.editor = editor
        self._speech_id = ""
        self._known_key = ""
        editor.edited.connect(self._on_edited)
        editor.cursor_moved.connect(self._on_cursor_moved)
        editor.entered.connect(self._tell_place)
        editor.left.connect(page.end_typing)
        editor.paused.connect(page.end_typing)
        editor.refused.connect(page.refuse)
        page.add_part(self)

    @property
    def speech(self) -> Speech | None:
        """The speech that is shown."""
        return speech_of(self.page.record, self._speech_id)

    @property
    def passage(self) -> Passage | None:
        """The passage that the cursor is in."""
        return passage_of(self.speech, self.editor.key_at_cursor())

    def choose(self, speech_id: str) -> None:
        """Show another speech; "" is none."""
        if speech_id != self._speech_id:
            self._speech_id = speech_id
            self.editor.setEnabled(bool(speech_id))
            self.refresh(self.page.record or Minutes(id="none"), None)

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        speech = speech_of(record, self._speech_id)
        paragraphs = paragraphs_of(speech) if speech else ((),)
        looks = looks_of(speech.passages) if speech else {}
        rewrite = may_rewrite(self.editor.hasFocus(), changed)
        self.editor.show_paragraphs(paragraphs, looks, rewrite=rewrite)
        self.passage_changed.emit()

    def show_place(self, place: Place) -> bool:
        passage = passage_of(self.speech, place.item)
        if passage is None:
            return False
        self.editor.show_range(passage.id)
        self.page.bring_into_view(self.editor)
        self.editor.setFocus()
        return True

    def current_place(self) -> Place | None:
        if not self.editor.hasFocus() or not self._speech_id:
            return None
        return self._place()

    def mark(self, purpose: Purpose) -> None:
        """Mark what is selected, else the sentence at the cursor. Plain removes the mark."""
        self.editor.finish()
        speech, record = self.speech, self.page.record
        if speech is None or record is None:
            return
        new_id = self.page.new_id
        edits = [
            mark(speech.id, s, purpose, new_id, nearest_petition(record, speech.id, s))
            for s in self._stretches(speech)
        ]
        words = self.page.texts(dict(PURPOSES)[purpose])
        label = Label(MARK, {"purpose": words}) if purpose is not Purpose.PLAIN else Label(UNMARK)
        self.page.edit(in_turn(*edits), label, self._place())
        if purpose is not Purpose.PLAIN:
            self.editor.leave_range()

    def _stretches(self, speech: Speech) -> list[Stretch]:
        selected = self.editor.selection()
        if selected:
            return [Stretch(*part) for part in selected]
        sentence = sentence_at(speech, *self.editor.cursor_point())
        return [sentence] if sentence is not None else []

    def _place(self) -> Place:
        key = self.editor.key_at_cursor()
        return Place(SECTION, key, "text") if key else Place(SECTION, self._speech_id, "passages")

    def _on_edited(self, edited: Edited) -> None:
        record, speech = self.page.record, self.speech
        if record is None or speech is None:
            return
        same = len(edited.before) == len(edited.after)
        typing = same and continues_word(edited.words_before, edited.words_after)
        label = Label(EDIT, {"speaker": speaker_words(record, speech, self.page.texts)})
        edit = say(speech.id, edited.after, self.page.new_id)
        self.page.edit(edit, label, self._place(), typing=typing)

    def _on_cursor_moved(self) -> None:
        key = self.editor.key_at_cursor()
        if key != self._known_key:
            self._known_key = key
            self._tell_place()
            self.passage_changed.emit()

    def _tell_place(self) -> None:
        place = self.current_place()
        if place is not None:
            self.place_changed.emit(place)

"""Phát biểu: who spoke, and what was said, with the sentences marked for what they are for."""

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from app.editing.edits import in_turn, insert, set_field
from app.editing.session import Changed, Label
from app.marking import N_
from app.minutes.attendees import Attendee
from app.minutes.findings import Finding
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.spoken import JOINERS, PARTS, PURPOSES
from app.minutes.text import LINE_LIMIT, TEXT_LIMIT
from app.minutes.words import Purpose
from ui.models.composed import composed_opener
from ui.models.reading import TIME_UNREAD
from ui.models.speaking import (
    attendee_rank,
    attendee_words,
    petition_choices,
)
from ui.pages import kinds
from ui.pages.chosen import SECTION, ChosenField, speech_of
from ui.pages.fields import Choice, Hour, Line
from ui.pages.page import Page
from ui.pages.said_part import SaidPart
from ui.pages.speech_list_part import SpeechListPart
from ui.widgets.beside import Beside
from ui.widgets.command_bar import Command, CommandBar
from ui.widgets.form_rows import FormRows, name_field
from ui.widgets.list_field import ListField
from ui.widgets.passages_edit import PassagesEdit
from ui.widgets.pick_field import PickField

ADD = N_("Add speech")
ADD_HELP = N_("Adds a speech after the chosen one; then type a few letters of the speaker's name.")
REMOVE = N_("Remove")
REMOVE_HELP = N_("Removes the chosen speech, with all that was said in it.")
UP, DOWN = N_("Move up"), N_("Move down")
SPLIT, JOIN = N_("Split here"), N_("Join to the one before")
SPLIT_HELP = N_("Lets what stands after the cursor be a speech of its own.")
JOIN_HELP = N_("Makes one speech of the chosen one and the one before it.")
WORDS = N_("What is said")
WORDS_HELP = N_(
    "Enter begins a paragraph. F2 to F5 mark the selection, or the sentence at the cursor; F6"
    " removes the mark."
)
HINT = N_("Type what is said. A new paragraph begins with Enter.")
NO_SPEECH = N_("No speech yet. Ctrl+Enter begins one.")
MARKING = N_("Mark the sentence")
MARKS = (
    (Purpose.PETITION, "F2", N_("Marks the selection, or the sentence, as a petition.")),
    (Purpose.REPLY, "F3", N_("Marks it as the reply to a petition.")),
    (Purpose.CONCLUSION, "F4", N_("Marks it as a conclusion.")),
    (Purpose.ASSIGNMENT, "F5", N_("Marks it as an assigned task.")),
    (Purpose.PLAIN, "F6", N_("Removes the mark; the words stay.")),
)
UNMARK = N_("No mark")
SPEAKER, SPEAKER_HELP = N_("Spea&ker"), N_("Type a few letters of the name, without diacritics.")
SPEAKER_UNREAD = N_("No attendee is called that. Enter again adds the person to the attendees.")
ADD_ATTENDEE = N_("Add attendee {name}")
LIVE_HINT = N_(
    "Live notes: Ctrl+Enter begins a speech at this minute, F2 to F5 mark the sentence just typed,"
    " F11 ends."
)
Clock = Callable[[], datetime.time]
PART_HELP = N_("Where in the meeting it was said.")
SPEECHES_HELP = N_("In the order of speaking; Alt+Up and Alt+Down move one.")
ANSWERS_HELP = N_("The petition that the passage at the cursor answers.")
PART, TIME, OPENER, JOINER = N_("Pa&rt"), N_("T&ime"), N_("Ope&ner"), N_("&Joiner")
TIME_HELP = N_("When the speech began: 8h30.")
OPENER_HELP = N_("How the report introduces the speech; empty: as is shown in grey.")
JOINER_HELP = N_("What stands between the speaker's name and positions in the report.")
AGENDA, NO_AGENDA = N_("Agenda ite&m"), N_("None")
ANSWERS, NO_PETITION = N_("Repl&y to"), N_("No petition chosen")
AT_CURSOR = N_("At the cursor: {purpose}")


class Spot(NamedTuple):
    """A field of the chosen speech: its label, what it is called in the record, the field."""

    label: str
    name: str
    field: QWidget
    help: str = ""
    unread: str = ""


class SpeechesPage(Page):
    """The speeches in their order; what is said in the chosen one."""

    title = kinds.SPEECHES.title

    def build(self) -> None:
        self._findings: Sequence[Finding] = ()
        self._clock: Clock | None = None
        self._hint = QLabel(self.texts(LIVE_HINT), wordWrap=True)
        self._hint.hide()
        self.list = SpeechListPart(self)
        name_field(self.list.view, self.texts(kinds.SPEECHES.title), self.texts(SPEECHES_HELP))
        self.list.chosen.connect(self._on_chosen)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._list_commands())
        self.column.addWidget(self.list.view)
        self._fields = self._add_fields()
        self.editor = PassagesEdit(TEXT_LIMIT)
        self.editor.setPlaceholderText(self.texts(NO_SPEECH))
        name_field(self.editor, self.texts(WORDS), self.texts(WORDS_HELP))
        self.said = SaidPart(self, self.editor)
        self.said.passage_changed.connect(self._on_passage_changed)
        self.column.addWidget(self._mark_commands())
        self.column.addWidget(self.editor, 1)
        self.column.addWidget(self._below())

    def refresh(self, changed: Changed | None = None) -> None:
        self._tell_choices(self.record or Minutes(id="none"), changed)
        super().refresh(changed)
        self._show_opener()

    def show_place(self, place: Place) -> bool:
        if place.section != SECTION or (place.item and not self._is_said(place.item)):
            return False  # what is gone again is not looked for here: another page lists it too
        if not super().show_place(place):
            self.list.focus()
        return True

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        super().show_findings(self._worth_telling())

    def add_speech(self) -> None:
        """Begin a speech: the next thing to type is who speaks.

        One that was begun and has neither speaker nor words yet is begun anew. In live notes it
        comes last, wherever one has looked meanwhile.
        """
        self.finish()
        now = self._clock() if self._clock else None
        if now is not None:
            self.list.choose_last()
        if not self._is_bare():
            self.list.add(now)
        elif now is not None:
            place = Place(SECTION, self.list.speech_id, "time")
            self.edit(set_field(place, now), self.change_label(TIME), place)
        self.speaker.field.setFocus()

    def take_notes(self, clock: Clock | None) -> None:
        """Follow the meeting as it is held: speeches begin at the time that the clock shows.

        Only who speaks and what is said is shown then; None ends it.
        """
        self._clock = clock
        self._hint.setVisible(clock is not None)
        self._form.setRowVisible(self.opener.field.parentWidget().parentWidget(), clock is None)
        self._tell_choices(self.record or Minutes(id="none"), None)
        self.show_findings(self._findings)
        if clock is not None and self.record is not None:
            if self.list.choose_last():
                self.editor.moveCursor(QTextCursor.MoveOperation.End)
            (self.editor if self.list.speech_id else self.list.view).setFocus()

    def _worth_telling(self) -> Sequence[Finding]:
        """In live notes it is not told that who speaks now is not known: it is just being typed."""
        if self._clock is None:
            return self._findings
        now = Place(SECTION, self.list.speech_id, "speaker")
        return [finding for finding in self._findings if finding.place != now]

    def _is_said(self, item_id: str) -> bool:
        return speech_of(self.record, item_id) is not None

    def _is_bare(self) -> bool:
        """Whether the chosen speech was only begun: nobody speaks, and nothing is said."""
        speech = self.said.speech
        return speech is not None and not speech.speaker and not speech.passages

    def split_speech(self) -> None:
        """Let what stands after the cursor be a speech of its own: next comes who speaks."""
        self.finish()
        if self.list.split(self.editor.cursor_point()):
            self.speaker.field.setFocus()

    def join_speech(self) -> None:
        """Join the chosen speech to the one before it; the cursor goes on from there."""
        self.finish()
        self.list.join()
        self.said.refresh(self.record or Minutes(id="none"), None)
        self.editor.setFocus()

    def _add_fields(self) -> tuple[ChosenField, ...]:
        self._form = FormRows()
        (self.speaker,) = self._add(
            Spot(
                SPEAKER,
                "speaker",
                PickField(attendee_rank, LINE_LIMIT),
                SPEAKER_HELP,
                SPEAKER_UNREAD,
            )
        )
        self.speaker.field.picked.connect(self._on_speaker_picked)
        self.speaker.field.unknown.connect(self._on_speaker_unknown)
        self.speaker.field.given_up.connect(self._on_speaker_given_up)
        part = self._add(
            Spot(PART, "part", Choice(PARTS).make(self), PART_HELP),
            Spot(TIME, "time", Hour().make(self), TIME_HELP, TIME_UNREAD),
        )
        self.opener, joiner = self._add(
            Spot(OPENER, "opener", Line().make(self), OPENER_HELP),
            Spot(JOINER, "joiner", Choice(JOINERS).make(self), JOINER_HELP),
        )
        self.agenda = ListField(self.texts(NO_AGENDA))
        agenda = self._add(Spot(AGENDA, "agenda_item", self.agenda))
        self.column.addLayout(self._form)
        return (self.speaker, *part, self.opener, joiner, *agenda)

    def _add(self, *spots: Spot) -> list[ChosenField]:
        """A row of the form with one field, or two; what is to be said is said of the last."""
        box = Beside(
            [(spot.field if spot is spots[0] else self._captioned(spot), 0) for spot in spots]
        )
        # No focus proxy: Tab would come to the field wherever the box itself stands in the order.
        note = self._form.add(self.texts(spots[0].label), box, first=spots[0].field)
        made = []
        for spot in spots:
            name_field(spot.field, self.texts(spot.label), self.texts(spot.help))
            told = note if spot is spots[-1] else None
            made.append(
                ChosenField(self, spot.field, spot.name, spot.label, note=told, unread=spot.unread)
            )
        return made

    def _list_commands(self) -> QWidget:
        texts, area = self.texts, self.list.view
        add = Command(texts(ADD), "Ctrl+Return", texts(ADD_HELP))
        bar = CommandBar(texts(kinds.SPEECHES.title), [add], self)
        bar.made[0].triggered.connect(self.add_speech)
        for command, does in (
            (Command(texts(SPLIT), "Ctrl+Shift+Return", texts(SPLIT_HELP)), self.split_speech),
            (Command(texts(JOIN), "Ctrl+Shift+J", texts(JOIN_HELP)), self.join_speech),
        ):
            bar.add(command, self).triggered.connect(does)
        commands = (
            (Command(texts(REMOVE), "Ctrl+Delete", texts(REMOVE_HELP)), self.list.remove),
            (Command(texts(UP), "Alt+Up"), self.list.move_up),
            (Command(texts(DOWN), "Alt+Down"), self.list.move_down),
        )
        for command, does in commands:
            bar.add(command, area).triggered.connect(does)
        return bar

    def _mark_commands(self) -> QWidget:
        words = {**dict(PURPOSES), Purpose.PLAIN: UNMARK}
        commands = [
            Command(self.texts(words[purpose]), keys, self.texts(help_text), purpose, True)
            for purpose, keys, help_text in MARKS
        ]
        bar = CommandBar(self.texts(MARKING), commands, self.editor)
        group = QActionGroup(bar)
        group.setExclusive(False)
        for action in bar.made:
            group.addAction(action)
        group.triggered.connect(self._on_mark)
        return bar

    def _captioned(self, spot: Spot) -> QWidget:
        """A field with its label before it, or above it where there is no room."""
        caption = QLabel(self.texts(spot.label))
        caption.setBuddy(spot.field)
        return Beside([(caption, 0), (spot.field, 1)])

    def _below(self) -> QWidget:
        self.at_cursor = QLabel(wordWrap=True)
        field = ListField(self.texts(NO_PETITION))
        name_field(field, self.texts(ANSWERS), self.texts(ANSWERS_HELP))
        self.answers = ChosenField(self, field, "answers", ANSWERS)
        self._answering = self._captioned(Spot(ANSWERS, "answers", field))
        return Beside([(self.at_cursor, 1), (self._answering, 2)])

    def _tell_choices(self, record: Minutes, changed: Changed | None) -> None:
        people = [(a.id, attendee_words(a)) for a in record.attendees]
        self.speaker.field.set_choices(people)
        self.agenda.set_choices([(item.id, item.title) for item in record.agenda])
        shown = bool(record.agenda) and self._clock is None
        self._form.setRowVisible(self.agenda.parentWidget().parentWidget(), shown)  # type: ignore[arg-type]
        if changed is None or "speeches" in changed.difference.sections:
            self.answers.field.set_choices(petition_choices(record, self.texts))

    def _show_opener(self) -> None:
        record, speech = self.record, self.said.speech
        composed = composed_opener(record, speech, self.wording()) if record and speech else ""
        self.opener.field.setPlaceholderText(composed)

    def _on_chosen(self, speech_id: str) -> None:
        record = self.record or Minutes(id="none")
        for field in self._fields:
            field.forget()
            field.choose(speech_id)
            field.refresh(record, None)
            field.show_findings(self._worth_telling())
        self.said.choose(speech_id)
        self.editor.setPlaceholderText(self.texts(HINT if speech_id else NO_SPEECH))
        self._show_opener()

    def _on_passage_changed(self) -> None:
        passage = self.said.passage
        purpose = passage.purpose if passage else Purpose.PLAIN
        words = self.texts(dict(PURPOSES)[purpose])
        self.at_cursor.setText(self.texts(AT_CURSOR, purpose=words))
        self._answering.setVisible(purpose is Purpose.REPLY)
        self.answers.choose(passage.id if passage and purpose is Purpose.REPLY else "")
        self.answers.refresh(self.record or Minutes(id="none"), None)

    def _on_speaker_picked(self) -> None:
        self.editor.setFocus()

    def _on_speaker_unknown(self, name: str) -> None:
        """Somebody speaks who is not listed yet: an attendee like others, to be completed later."""
        speech_id, attendee = self.list.speech_id, Attendee(id=self.new_id(), name=name)
        place = Place(SECTION, speech_id, "speaker")
        edit = in_turn(insert("attendees", attendee), set_field(place, attendee.id))
        self.edit(edit, Label(ADD_ATTENDEE, {"name": name}), place)
        self.speaker.field.forget()
        self.speaker.field.set_value(attendee.id)
        self.editor.setFocus()

    def _on_speaker_given_up(self) -> None:
        """A speech was begun by mistake: back to the one before it, to go on at its end."""
        if self._is_bare():
            self.list.give_up()
        if self.list.speech_id:
            self.editor.setFocus()
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _on_mark(self, action: QAction) -> None:
        self.said.mark(Purpose(action.data()))  # Qt keeps the bare word

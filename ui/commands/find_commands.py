"""Commands that work on the words of the whole record: find, replace, count."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.editing.finding import Match, count_words, find, replace
from app.editing.session import Label
from app.marking import N_
from app.minutes.place import Place
from ui.commands.command_set import CommandSet
from ui.models.speaking import speaker_words
from ui.pages.chosen import SECTION, speech_of
from ui.pages.kinds import READ_ONLY

if TYPE_CHECKING:
    from ui.dialogs.find_dialog import FindDialog

REPLACED = N_("Replace “{old}” with “{new}”")


class FindCommands(CommandSet):
    """One dialog for finding and replacing, which follows the record; counting of words."""

    def listen(self) -> None:
        self._dialog: FindDialog | None = None
        self._desk.changed.connect(self._on_changed)
        self._desk.opened.connect(self._on_changed)

    def find_here(self) -> None:
        self._open(replacing=False)

    def replace_here(self) -> None:
        self._open(replacing=True)

    def count_words(self) -> None:
        self._window.pages.finish()
        record, chosen = self._desk.record, len(_selected(QApplication.focusWidget()).split())
        if record is None:
            return
        count = count_words(record)
        told = self._texts.plural(
            "{count} word in these minutes.", "{count} words in these minutes.", count=count
        )
        if chosen:
            more = self._texts.plural(
                "{count} word is selected.", "{count} words are selected.", count=chosen
            )
            told = f"{told} {more}"
        self._window.messages.tell(told)

    def _open(self, *, replacing: bool) -> None:
        from ui.dialogs.find_dialog import FindDialog

        words = _selected(QApplication.focusWidget())
        self._window.pages.finish()
        if self._dialog is None:
            self._dialog = FindDialog(self._texts, self._name_of, self._window)
            self._dialog.wanted_changed.connect(self._look)
            self._dialog.match_chosen.connect(self._show)
            self._dialog.replace_wanted.connect(self._replace)
            self._dialog.destroyed.connect(self._on_closed)
        self._dialog.show()
        self._dialog.activateWindow()
        self._dialog.ask(words if "\n" not in words else "", replace=replacing)

    def _look(self) -> None:
        record = self._desk.record
        if self._dialog is not None:
            wanted = self._dialog.wanted
            self._dialog.show_matches(find(record, wanted) if record is not None else ())

    def _show(self, match: Match, take_the_keys: bool) -> None:
        pages, shown = self._window.pages, match.written.shown
        if not pages.show_place(shown):
            pages.show_place(Place(shown.section))
        field = self._window.focusWidget()
        reveal = getattr(field, "reveal", None)
        if reveal is not None and match.written.place == shown:
            reveal(shown.item, match.start, match.end)
        if self._dialog is not None and field is not None:
            self._dialog.make_way(_shown_at(field))
        if take_the_keys:
            self._window.activateWindow()
        elif self._dialog is not None:
            self._dialog.activateWindow()

    def _replace(self, matches: tuple[Match, ...], text: str) -> None:
        session = self._desk.session
        if session is None or not matches:
            return
        if session.locked:
            self._window.messages.warn(self._texts(READ_ONLY))
            return
        first = matches[0]
        old = first.written.text[first.start : first.end]
        label = Label(REPLACED, {"old": old, "new": text})
        session.edit(replace(matches, text), label, first.written.shown)
        if self._dialog is not None:
            self._dialog.tell_replaced(len(matches))

    def _name_of(self, place: Place) -> str:
        """The page that shows a place, as the rail calls it; and who speaks there."""
        having = [kind for kind in self._window.pages.kinds if place.section in kind.sections]
        at_home = [kind for kind in having if kind.at_home]
        best = min(at_home or having, key=lambda kind: len(kind.sections), default=None)
        title = self._texts(best.title) if best is not None else ""
        record = self._desk.record
        speech = speech_of(record, place.item) if place.section == SECTION else None
        if record is None or speech is None or not speech.speaker:
            return title
        return f"{title}: {speaker_words(record, speech, self._texts)}"

    def _on_changed(self, _what: object) -> None:
        self._look()

    def _on_closed(self) -> None:
        self._dialog = None


def _shown_at(field: QWidget) -> QRect:
    """Where on the screen what was found can be seen."""
    if isinstance(field, QPlainTextEdit):
        line, inside = field.cursorRect(), field.viewport()
        line.setLeft(0)
        line.setRight(inside.width())
    else:
        line, inside = field.rect(), field
    return QRect(inside.mapToGlobal(line.topLeft()), line.size())


def _selected(field: QWidget | None) -> str:
    if isinstance(field, QPlainTextEdit):
        return str(field.textCursor().selectedText()).replace("\u2029", "\n")
    return field.selectedText() if isinstance(field, QLineEdit) else ""

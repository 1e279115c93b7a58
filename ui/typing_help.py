"""Helps whoever types: gives each text field that comes into focus what it needs to know."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.settings.declared import CLEAN_PASTE, EXPAND

if TYPE_CHECKING:
    from app.archive.abbreviations import Abbreviations
    from app.language.abbreviations import Expansion
    from app.settings.preferences import Preferences
    from ui.widgets.helped import Helped
    from ui.widgets.pasted_table import Rows


class TypingHelper(QObject):
    """The office's abbreviations and the cleaning of what is pasted, each as the settings say."""

    old_font_read = Signal(str)
    """What was pasted was written for fonts of before Unicode, in this way, and is Unicode now."""
    old_font_left = Signal(str)
    """Something was pasted that is written in this font of before Unicode, and is so still."""
    expanding_changed = Signal(bool)
    """Abbreviations are written out from now on, or are not, whoever changed that."""

    def __init__(self, qt: QApplication, preferences: "Preferences", parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._kept: Abbreviations | None = None
        self._table: Mapping[str, str] = {}
        self._expanding = self.expanding
        self._qt = qt
        qt.focusChanged.connect(self._on_focus_changed)

    def stop(self) -> None:
        """Help nobody any more."""
        self._qt.focusChanged.disconnect(self._on_focus_changed)

    def use(self, kept: "Abbreviations") -> None:
        """Help with the abbreviations of an archive that is open now."""
        self._kept = kept
        self._table = kept.all()

    @property
    def table(self) -> Mapping[str, str]:
        """The office's abbreviations."""
        return self._table

    def keep(self, table: Mapping[str, str]) -> None:
        """Let another table hold from now on, here and in the archive."""
        if self._kept is not None:
            self._kept.save(table)
        self._table = dict(table)

    @property
    def expanding(self) -> bool:
        """Whether abbreviations are written out."""
        return self._preferences[EXPAND]

    @property
    def fixed(self) -> bool:
        """Whether that is not the user's to choose."""
        return bool(self._preferences.fixed_by(EXPAND))

    def expand(self, on: bool) -> None:
        """Write abbreviations out, or leave them. KnownError where it cannot be remembered."""
        if on != self.expanding and not self.fixed:
            self._preferences.choose(EXPAND, on)
        self._tell_expanding()

    @property
    def ends(self) -> str:
        """The letters that end an abbreviation."""
        from app.language.abbreviations import ENDS

        return ENDS

    def expansion(self, before: str) -> "Expansion | None":
        from app.language.abbreviations import expansion

        return expansion(before, self._table) if self._table and self.expanding else None

    def cleaned(self, source: QMimeData, lines: bool) -> str:
        from app.language.old_fonts import read_old_fonts
        from app.language.pasting import cleaned

        if not self._preferences[CLEAN_PASTE]:
            self._tell_of_old_fonts(source, ())
            return source.text()
        read = read_old_fonts(source.text(), source.html())
        self._tell_of_old_fonts(source, read.found)
        return cleaned(read.text, lines)

    def cleaned_cells(self, source: QMimeData, rows: "Rows") -> "Rows":
        from app.language.old_fonts import read_old_fonts
        from app.language.pasting import cleaned

        if not self._preferences[CLEAN_PASTE]:
            self._tell_of_old_fonts(source, ())
            return rows
        # All cells at once: one word alone may not tell how it is written.
        cells = "\n".join(cell for row in rows for cell in row)
        read = read_old_fonts(cells, source.html())
        self._tell_of_old_fonts(source, read.found)
        clean = (cleaned(cell, lines=False).strip() for cell in read.text.split("\n"))
        return tuple(tuple(next(clean) for _ in row) for row in rows)

    def offer_again(self) -> None:
        """More is known than a moment ago: offer it where one types."""
        from ui.widgets.suggest_field import SuggestField

        field = self._qt.focusWidget()
        if isinstance(field, SuggestField):
            field.offer_again()

    def _tell_of_old_fonts(self, source: QMimeData, found: Sequence[str]) -> None:
        from app.language.font_runs import old_fonts

        left = old_fonts(source.html()) if source.hasHtml() and not found else ()
        if found:
            self.old_font_read.emit(", ".join(found))
        elif left and not source.text().isascii():
            self.old_font_left.emit(left[0])

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        # A table too: before it takes rows, the cell that is being edited gives it the focus.
        if hasattr(now, "helper"):
            cast("Helped", now).helper = self
        self._tell_expanding()

    def _tell_expanding(self) -> None:
        if self._expanding != self.expanding:
            self._expanding = self.expanding
            self.expanding_changed.emit(self._expanding)

"""Erasing minutes for good: from the menu, and where a security mark is refused by policy."""

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.archive.errors import MissingRecordError
from app.archive.showing import clear_shown
from app.errors import KnownError
from app.marking import N_
from app.settings.declared import SECOND_BACKUPS
from ui.commands.command_set import CommandSet
from ui.jobs import run
from ui.pages.kinds import CLASSIFIED_FORBIDDEN
from ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.archive.erasing import Erased
    from ui.dialogs.erase_dialog import EraseDialog


class ErasingCommands(CommandSet):
    """Erase the open minutes."""

    def listen(self) -> None:
        self._dialog: EraseDialog | None = None
        # Queued: the sentence itself is told first, and this takes its place.
        self._window.pages.refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)

    def erase(self) -> None:
        from ui.dialogs.erase_dialog import EraseDialog

        if self._settled() is None:
            return
        headline = self._window.headline or self._texts("minutes without a name")
        self._dialog = EraseDialog(self._texts, headline, self._window)
        self._dialog.erase_chosen.connect(self._on_erase_chosen)
        self._dialog.destroyed.connect(self._on_gone)
        self._dialog.open()

    def _on_refused(self, sentence: str) -> None:
        if sentence == self._texts(CLASSIFIED_FORBIDDEN) and self._desk.writable:
            erase_them = Choice(self._texts("Erase these minutes…"), self.erase)
            self._window.messages.warn(sentence, erase_them)

    def _on_erase_chosen(self) -> None:
        record = self._desk.record
        if record is None or not self._desk.flush():
            # What is still to be written would bring them back.
            self._on_failed(
                KnownError(N_("The last changes could not be saved; nothing is erased."))
            )
            return
        self._desk.close()
        second = self._tools.preferences[SECOND_BACKUPS]
        place = Path(second) if second else None
        work = partial(_erase, self._tools.for_archive.archive, record.id, place)
        run(work, self, self._on_erased, self._on_failed)

    def _on_erased(self, erased: "Erased") -> None:
        self._desk.archive_changed.emit()
        if self._dialog is not None:
            self._dialog.show_erased(erased)

    def _on_failed(self, error: Exception) -> None:
        self._desk.archive_changed.emit()
        if self._dialog is not None:
            self._dialog.reject()
        raise error

    def _on_gone(self) -> None:
        self._dialog = None


def _erase(archive: "Archive", record_id: str, second: Path | None) -> "Erased":
    """In a thread, over a connection of its own."""
    from app.archive.erasing import Erased, erase

    clear_shown(archive.path)
    with closing(archive.another()) as own:
        try:
            return erase(own.store, record_id, second)
        except MissingRecordError:  # it was never saved: there is nothing to erase
            return Erased((), ())

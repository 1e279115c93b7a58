"""What can be done with the minutes that are selected in the archive's list; the bin."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.archive.entries import Filters
from app.archive.errors import FinishedRecordError
from app.errors import KnownError
from app.identity import new_id
from ui.commands.command_set import CommandSet
from ui.jobs import run
from ui.list_filters import BIN
from ui.pages.kinds import READ_ONLY
from ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from app.archive.archive import Archive


class ListCommands(CommandSet):
    """The menu of the list, and emptying the bin."""

    def listen(self) -> None:
        panel = self._window.archive
        panel.menu_requested.connect(self._on_menu_requested)
        panel.delete_pressed.connect(self._on_delete_pressed)

    def empty_bin(self) -> None:
        count = self._archive.count(Filters(binned=True))
        if not count:
            self._window.messages.tell(self._texts("The bin is empty."))
            return
        told = self._texts.plural(
            "{count} record in the bin is removed for good; if it was ever finished it stays, as"
            " evidence. Backups keep what they have.",
            "{count} records in the bin are removed for good; those ever finished stay, as"
            " evidence. Backups keep what they have.",
            count=count,
        )
        self._ask(self._texts("Empty the bin?"), told, self._on_empty_confirmed)

    @property
    def _archive(self) -> "Archive":
        return self._tools.for_many.archive

    @property
    def _in_bin(self) -> bool:
        return self._window.archive.filters.chosen.state == BIN

    def _on_menu_requested(self, point: QPoint) -> None:
        ids = self._window.archive.chosen()
        if not ids:
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, does, key in self._entries(len(ids)):
            action = QAction(words, menu)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(does)
            menu.addAction(action)
        menu.popup(point)

    def _entries(self, count: int) -> Sequence[tuple[str, Callable[[], object], str]]:
        texts = self._texts
        one = ((texts("&Open"), self._on_open, "Return"),) if count == 1 else ()
        if not self._desk.writable:
            return (*one, (texts("&Export to Word…"), self._on_export, ""))
        if self._in_bin:
            return (
                (texts("&Take out of the bin"), self._on_restore, ""),
                (texts("Remove for &good…"), self._on_delete_pressed, "Del"),
                (texts("Empty the &bin…"), self.empty_bin, ""),
            )
        return (
            *one,
            (texts("&Duplicate"), self._on_duplicate, ""),
            (texts("&Export to Word…"), self._on_export, ""),
            (texts("Move to the &bin"), self._on_delete_pressed, "Del"),
        )

    def _on_open(self) -> None:
        self._window.archive.opened.emit(self._window.archive.chosen()[0])

    def _on_export(self) -> None:
        self._window.actions_by_name["export_selected"].trigger()

    def _on_duplicate(self) -> None:
        from app.minutes.renewal import with_new_ids

        ids = self._window.archive.chosen()
        self._settled()
        for record_id in ids:
            copy = with_new_ids(self._archive.load(record_id), new_id)
            self._desk.take(copy)  # the last one lies open then
        self._window.messages.tell(
            self._texts.plural(
                "{count} copy was made.", "{count} copies were made.", count=len(ids)
            )
        )

    def _on_restore(self) -> None:
        ids = self._window.archive.chosen()
        for record_id in ids:
            self._archive.restore(record_id)
        self._desk.archive_changed.emit()
        self._desk.read_state()
        self._window.messages.tell(
            self._texts.plural(
                "{count} record was taken out of the bin.",
                "{count} records were taken out of the bin.",
                count=len(ids),
            )
        )

    def _on_delete_pressed(self) -> None:
        ids = self._window.archive.chosen()
        if not ids:
            return
        if not self._desk.writable:
            self._window.messages.warn(self._texts(READ_ONLY))
            return
        if self._in_bin:
            told = self._texts.plural(
                "{count} record is removed for good. Backups keep what they have.",
                "{count} records are removed for good. Backups keep what they have.",
                count=len(ids),
            )
            self._ask(self._texts("Remove for good?"), told, partial(self._clear, tuple(ids)))
            return
        self._window.pages.finish()
        for record_id in ids:
            self._desk.let_go(record_id)
            self._archive.delete(record_id)
        self._desk.archive_changed.emit()
        told = self._texts.plural(
            "{count} record was moved to the bin.",
            "{count} records were moved to the bin.",
            count=len(ids),
        )
        undo = Choice(self._texts("Undo"), partial(self._bring_back, tuple(ids)))
        self._window.messages.tell(told, undo)

    def _bring_back(self, ids: Sequence[str]) -> None:
        for record_id in ids:
            self._archive.restore(record_id)
        self._desk.archive_changed.emit()

    def _ask(self, title: str, told: str, do: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.boxes import MessageBox

        box = MessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setText(told)
        words = self._texts("&Remove for good")
        remove = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        remove.clicked.connect(do)
        box.open()

    def _on_empty_confirmed(self) -> None:
        self._clear(tuple(entry.id for entry in self._archive.entries(Filters(binned=True))))

    def _clear(self, ids: Sequence[str]) -> None:
        for record_id in ids:
            self._desk.let_go(record_id)
        run(
            partial(_clear, self._archive.another, ids),
            self,
            self._on_cleared,
            self._on_not_cleared,
        )

    def _on_cleared(self, counts: tuple[int, int]) -> None:
        gone, kept = counts
        told = self._texts.plural(
            "{count} record was removed for good.",
            "{count} records were removed for good.",
            count=gone,
        )
        if kept:
            told += " " + self._texts.plural(
                "{count} that was finished stays in the bin.",
                "{count} that were finished stay in the bin.",
                count=kept,
            )
        self._window.messages.tell(told)
        self._desk.archive_changed.emit()

    def _on_not_cleared(self, error: Exception) -> None:
        self._desk.archive_changed.emit()
        if not isinstance(error, KnownError):
            raise error
        self._window.messages.warn(error.told(self._texts))


def _clear(open_archive: Callable[[], "Archive"], ids: Sequence[str]) -> tuple[int, int]:
    """Remove records from the bin; how many went, and how many stay as they were finished."""
    gone = kept = 0
    with closing(open_archive()) as archive:
        for record_id in ids:
            try:
                archive.clear_bin(record_id)
            except FinishedRecordError:
                kept += 1
            else:
                gone += 1
    return gone, kept

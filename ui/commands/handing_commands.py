"""Commands that hand minutes over to others, and take in what came: files, whole archives."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.archive.archive import Archive
from app.editing.session import Label
from app.errors import KnownError
from app.handing.packed import SUFFIX, Packed, pack, read
from app.handing.taking import (
    Arrival,
    Standing,
    arrival,
    note_before,
    packed,
    take_copy,
    take_files,
    take_new,
)
from app.identity import new_id
from app.marking import N_
from app.minutes.place import Place
from app.minutes.words import DocumentKind
from ui.commands.command_set import CommandSet
from ui.exporting import documents_folder
from ui.jobs import run
from ui.merging import Merger
from ui.widgets.boxes import file_dialog

if TYPE_CHECKING:
    from app.minutes.record import Minutes

TAKE_THEIRS = N_("Take over the minutes that came")
OpenArchive = Callable[[], Archive]


class HandingCommands(CommandSet):
    """Send as file, open file, merge an archive."""

    def listen(self) -> None:
        self._sent: Minutes | None = None
        self._came: tuple[Packed, Arrival] | None = None

    def send_file(self) -> None:
        record = self._settled()
        if record is None:
            return
        self._sent = record
        dialog = file_dialog(self._window, self._texts("Send as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts("Minutes to hand over (*.bienban)"))
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.setDirectory(self._folder)
        name = self._tools.for_many.press.name(record, DocumentKind.MINUTES)
        dialog.selectFile(name + SUFFIX)
        dialog.fileSelected.connect(self._on_target)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_file(self) -> None:
        dialog = file_dialog(self._window, self._texts("Open minutes that were handed over"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(self._texts("Minutes (*.bienban *.json);;All files (*)").split(";;"))
        dialog.setDirectory(self._folder)
        dialog.fileSelected.connect(self.open_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_path(self, path: str) -> None:
        """Take a file in, whoever asked for it: the menu, a double click, another start."""
        self._settled()
        self._work(partial(_read, self._another, Path(path)), self._on_read)

    def merge_archive(self) -> None:
        dialog = file_dialog(self._window, self._texts("Choose the archive to merge in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._texts("Archives of minutes (*.sqlite)"))
        dialog.fileSelected.connect(self.merge)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def merge(self, path: str) -> None:
        """Look another archive through, and let the user choose what to take over."""
        from ui.dialogs.merge_dialog import MergeDialog

        self._settled()
        merger = Merger(self._another, Path(path), self)
        called = self._tools.for_archive.listing.called
        dialog = MergeDialog(self._texts, Path(path).name, merger, called, self._window)
        dialog.merged.connect(self._desk.archive_changed)
        dialog.open()

    @property
    def _another(self) -> OpenArchive:
        return self._tools.for_many.archive.another

    @property
    def _folder(self) -> str:
        return self._tools.for_many.settings.export_folder or documents_folder()

    def _on_target(self, path: str) -> None:
        record = self._sent
        if record is not None:
            self._tools.for_many.settings.export_folder = str(Path(path).parent)
            self._work(partial(_send, self._another, record, Path(path)), self._on_sent)

    def _on_sent(self, sent: tuple[Path, int]) -> None:
        path, count = sent
        told = self._texts("Saved as {path}.", path=path)
        if count:
            told += " " + self._texts.plural(
                "{count} file that is kept with the minutes is in it.",
                "{count} files that are kept with the minutes are in it.",
                count=count,
            )
        self._window.messages.tell(told)

    def _on_read(self, found: tuple[str, Packed, Arrival]) -> None:
        from ui.dialogs.arrival_dialog import ArrivalDialog

        name, came, here = found
        self._came = came, here
        if here.standing is Standing.NEW:
            self._work(partial(_keep_new, self._another, came), self._on_kept)
        elif here.standing is Standing.SAME:
            self._work(partial(_keep_files, self._another, came), self._on_same)
        else:
            dialog = ArrivalDialog(self._texts, name, here, came.record, self._window)
            dialog.theirs_chosen.connect(self._on_theirs)
            dialog.both_chosen.connect(self._on_both)
            dialog.open()

    def _on_kept(self, record_id: str) -> None:
        self._open(record_id)
        self._window.messages.tell(self._texts("These minutes were taken into the archive."))

    def _on_same(self, record_id: str) -> None:
        self._open(record_id)
        self._window.messages.tell(
            self._texts("These minutes are here already, just as they are in the file.")
        )

    def _on_both(self) -> None:
        if self._came is not None:
            came, _ = self._came
            self._work(partial(_keep_copy, self._another, came), self._on_kept)

    def _on_theirs(self) -> None:
        if self._came is None:
            return
        came, here = self._came
        self._open(came.record.id)
        session = self._desk.session
        if session is None or here.mine is None:
            return
        note_before(self._tools.for_many.archive, session.record)
        session.edit(lambda _mine: came.record, Label(TAKE_THEIRS), Place(""))
        self._desk.flush()
        self._work(partial(_keep_files, self._another, came), self._on_taken_over)

    def _on_taken_over(self, _record_id: str) -> None:
        self._window.messages.tell(
            self._texts("These are the minutes that came. Undo brings yours back.")
        )

    def _open(self, record_id: str) -> None:
        self._desk.archive_changed.emit()
        self._desk.open(record_id)
        self._window.activateWindow()

    def _work(self, function: Callable[[], object], done: Callable[..., None]) -> None:
        run(function, self, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._window.messages.warn(error.told(self._texts))


def _send(open_archive: OpenArchive, record: "Minutes", path: Path) -> tuple[Path, int]:
    from app.word.save import save_file

    with closing(open_archive()) as archive:
        whole = packed(archive, record)
    save_file(pack(whole), path, insist=True)  # the file dialog has asked
    return path, len(whole.files)


def _read(open_archive: OpenArchive, path: Path) -> tuple[str, Packed, Arrival]:
    came = read(path)
    with closing(open_archive()) as archive:
        return path.name, came, arrival(archive, came.record)


def _keep_new(open_archive: OpenArchive, came: Packed) -> str:
    with closing(open_archive()) as archive:
        take_new(archive, came)
    return came.record.id


def _keep_copy(open_archive: OpenArchive, came: Packed) -> str:
    with closing(open_archive()) as archive:
        return take_copy(archive, came, new_id).id


def _keep_files(open_archive: OpenArchive, came: Packed) -> str:
    with closing(open_archive()) as archive:
        take_files(archive, came)
    return came.record.id

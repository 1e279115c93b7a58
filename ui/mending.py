"""Ways back to an archive that opens: a backup in its place, or what can be read of it.

Nobody may have the archive open meanwhile: it is let go of first, and asked for again after.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.archive.archive import utc_now
from app.errors import KnownError
from app.marking import N_
from ui.jobs import Job, run

if TYPE_CHECKING:
    from app.archive.backups import Inside, Plan
    from app.archive.damage.rescue import Rescue
    from app.language.catalogue import Catalogue
    from ui.dialogs.busy_dialog import BusyDialog
    from ui.dialogs.restore_dialog import RestoreDialog
    from ui.dialogs.start_dialog import StartDialog

RESTORED = N_("The backup is in the place of the archive. What it replaced is kept: {path}.")
RESTORED_ALONE = N_("The backup is in the place of the archive.")


class Around(NamedTuple):
    """What mending needs of the program around it.

    `close`: let go of the archive if it is open; False where something could not be written.
    """

    texts: Callable[[], "Catalogue"]
    window: Callable[[], QWidget]
    plan: "Callable[[], Plan]"
    close: Callable[[], bool]


class _Looked(NamedTuple):
    path: Path
    inside: "Inside"


class Mender(QObject):
    """Asks what to do, and does it in a thread.

    `opened_again` asks for the archive to be opened once more, and carries a sentence to tell then;
    `another` for another archive, `to_read` for this one to read only, `left` for the end.
    `refused` carries the KnownError that says why nothing was begun.
    """

    opened_again = Signal(str)
    another = Signal(str)
    to_read = Signal()
    left = Signal()
    refused = Signal(object)
    _progressed = Signal(int, int)

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._path = Path()
        self._start: StartDialog | None = None
        self._restore: RestoreDialog | None = None
        self._busy: BusyDialog | None = None

    def ask(self, path: Path, error: KnownError, *, opened: bool = False) -> None:
        """Say why the archive at a path cannot be opened, and offer what may help.

        `opened`: it is open, and some of it cannot be read. Then one may leave it at that.
        """
        from ui.dialogs.start_dialog import StartDialog

        self._path = path
        self._start = StartDialog(self._texts, error, self._around.window(), opened=opened)
        self._start.archive_chosen.connect(self.another)
        self._start.again_chosen.connect(self._on_again)
        self._start.read_chosen.connect(self._on_read)
        self._start.rescue_chosen.connect(self._on_rescue)
        self._start.restore_chosen.connect(self._on_restore)
        if not opened:
            self._start.rejected.connect(self.left)
        self._start.destroyed.connect(self._on_start_gone)
        self._start.open()

    def ask_for_backup(self, path: Path) -> None:
        """Offer the backups of the archive at a path."""
        from app.archive.backups import Backups
        from ui.dialogs.restore_dialog import RestoreDialog

        self._path = path
        backups = Backups(path, self._around.plan(), now=utc_now).everywhere()
        parent = self._start or self._around.window()
        self._restore = RestoreDialog(self._texts, backups, parent)
        self._restore.looked_at.connect(self._look_inside)
        self._restore.restore_chosen.connect(self._on_restore_chosen)
        self._restore.destroyed.connect(self._on_restore_gone)
        self._restore.look_at_first()
        self._restore.open()

    @property
    def _texts(self) -> "Catalogue":
        return self._around.texts()

    def _work(self, words: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Do something in a thread, behind a dialog that says so."""
        from ui.dialogs.busy_dialog import BusyDialog

        parent = self._start or self._around.window()
        self._busy = BusyDialog(self._texts("Archive"), words, parent)
        self._progressed.connect(self._busy.show_progress)
        job = Job(work, self)
        job.done.connect(self._end_busy)
        job.failed.connect(self._end_busy)
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.done.connect(job.deleteLater)
        job.failed.connect(job.deleteLater)
        self._busy.open()
        job.start()

    def _end_busy(self) -> None:
        if self._busy is not None:
            self._busy.finish()
            self._busy = None

    def _on_again(self) -> None:
        self._leave_start()
        self.opened_again.emit("")

    def _on_read(self) -> None:
        self._leave_start()
        self.to_read.emit()

    def _on_restore(self) -> None:
        self.ask_for_backup(self._path)

    def _look_inside(self, path: Path) -> None:
        run(partial(_look, path), self, self._on_looked, self._on_not_looked)

    def _on_looked(self, looked: _Looked | tuple[Path, KnownError]) -> None:
        if self._restore is None:
            return
        if isinstance(looked, _Looked):
            self._restore.show_inside(looked.path, looked.inside)
        else:
            self._restore.show_problem(*looked)

    def _on_not_looked(self, error: Exception) -> None:
        raise error

    def _on_restore_chosen(self, backup: Path) -> None:
        if not self._around.close():
            error = KnownError(
                N_("The last changes could not be saved; nothing has been restored.")
            )
            self._refuse(error)
            return
        from app.archive.restoring import restore

        words = self._texts("The backup is put in the place of the archive…")
        self._work(words, partial(restore, self._path, backup, utc_now), self._on_restored)

    def _on_restored(self, kept: Path | None) -> None:
        self._leave_start()
        told = self._texts(RESTORED, path=kept) if kept else self._texts(RESTORED_ALONE)
        self.opened_again.emit(told)

    def _on_rescue(self) -> None:
        from app.archive.damage.rescue import rescue  # seldom wanted, and much to load

        words = self._texts("What can be read is written into a new archive…")
        work = partial(rescue, self._path, progress=self._progressed.emit)
        self._work(words, work, self._on_rescued)

    def _on_rescued(self, found: "Rescue") -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.boxes import MessageBox

        self._found = found
        box = MessageBox(self._start or self._around.window())
        box.setWindowTitle(self._texts("What was rescued"))
        box.setText(told_of(found, self._texts))
        box.setInformativeText(
            self._texts(
                "It may take the place of the damaged archive, which is then kept under another"
                " name beside it, as it is."
            )
        )
        roles = QMessageBox.ButtonRole
        use = box.addButton(self._texts("&Work with what was rescued"), roles.AcceptRole)
        box.addButton(self._texts("&Back"), roles.RejectRole)
        use.clicked.connect(self._on_use_rescued)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_use_rescued(self) -> None:
        self._on_restore_chosen(self._found.path)

    def _refuse(self, error: KnownError) -> None:
        """Say why nothing was begun; what is open stays open."""
        if self._start is not None:
            self._start.tell(error)
        else:
            self.refused.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if self._start is not None:
            self._start.tell(error)
        else:
            self.opened_again.emit(error.told(self._texts))

    def _leave_start(self) -> None:
        if self._start is not None:
            self._start.accept()
            self._start = None

    def _on_start_gone(self) -> None:
        self._start = None

    def _on_restore_gone(self) -> None:
        self._restore = None


def _look(path: Path) -> _Looked | tuple[Path, KnownError]:
    from app.archive.backups import inside

    try:
        return _Looked(path, inside(path))
    except KnownError as error:
        return path, error


def told_of(found: "Rescue", texts: "Catalogue") -> str:
    """What came of a rescue, in sentences."""
    told = [
        texts.plural(
            "{count} record was rescued.", "{count} records were rescued.", count=found.records
        )
    ]
    if found.whole:
        return " ".join((*told, texts("Nothing is missing.")))
    if found.mended:
        told.append(
            texts.plural(
                "{count} of them lacks something; what was found without its place is among its"
                " paragraphs not yet sorted.",
                "{count} of them lack something; what was found without its place is among their"
                " paragraphs not yet sorted.",
                count=len(found.mended),
            )
        )
    if found.lost_pages or found.lost_rows:
        told.append(
            texts(
                "Not readable: {pages} pages, {rows} rows.",
                pages=found.lost_pages,
                rows=found.lost_rows,
            )
        )
    if found.lost_versions or found.lost_documents:
        told.append(
            texts(
                "Lost: {versions} earlier versions, {documents} kept files.",
                versions=found.lost_versions,
                documents=found.lost_documents,
            )
        )
    return " ".join(told)

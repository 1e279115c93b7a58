"""From the opening of the archive to its end: where it does not open one is asked what to do, and
where it can only be read it is opened so.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.archive.archive import Archive
from app.archive.errors import ArchiveInUseError
from app.archive.showing import clear_shown
from app.errors import KnownError
from app.marking import N_
from ui.fetching import close_fetchers
from ui.opened import Needs, Opened
from ui.safekeeping import Safekeeper, plan_of

if TYPE_CHECKING:
    from app.archive.backups import Plan
    from app.language.catalogue import Catalogue
    from app.settings.preferences import Preferences
    from ui.main_window import MainWindow
    from ui.mending import Mender


WAIT = 50
"""Milliseconds after which a start knocks again at the door of a program that has the archive:
somebody who clicks twice starts the second while the first has no door yet."""
PATIENCE = 5.0
"""Seconds for which it knocks. A program that hangs never answers, and answering takes time."""


LOG = logging.getLogger("bienban.start")


class World(NamedTuple):
    """What the archive's life needs of the program around it, as it is when asked."""

    texts: Callable[[], "Catalogue"]
    window: Callable[[], "MainWindow"]
    preferences: "Preferences"


class ArchiveLife(QObject):
    """`opened` carries a sentence to tell with it, or ""; `not_opened` the KnownError to tell.

    `closing`: it is about to be let go of. `left`: the user wants to quit instead. `refused`: the
    KnownError that says why something that was asked for is not done.
    """

    closing = Signal()
    opened = Signal(str)
    not_opened = Signal(object)
    left = Signal()
    refused = Signal(object)

    def __init__(self, path: Path, world: World, needs: Needs, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._world = world
        self._needs = needs
        self.current: Opened | None = None
        self.safe: Safekeeper | None = None
        self._hand_over: Callable[[], bool] | None = None
        self._knocks_until = 0.0
        self._mender: Mender | None = None

    @property
    def path(self) -> Path:
        """Where the archive is that is open, or is to be."""
        return self._path

    @property
    def mender(self) -> "Mender":
        """What leads to an archive that opens, made when it is first wanted: it rarely is."""
        if self._mender is None:
            self._mender = self._make_mender()
        return self._mender

    def _make_mender(self) -> "Mender":
        from ui.mending import Around, Mender

        world = self._world
        mender = Mender(Around(world.texts, world.window, self._plan, self._let_go_to_mend), self)
        mender.opened_again.connect(self.open)
        mender.another.connect(self._open_another)
        mender.to_read.connect(self._open_to_read)
        mender.left.connect(self.left)
        mender.refused.connect(self.refused)
        return mender

    def let_take_over(self, hand_over: Callable[[], bool]) -> None:
        """Where the user has the archive open already, let that program go on instead of this.

        `hand_over` asks it; False where it does not answer.
        """
        self._hand_over, self._knocks_until = hand_over, monotonic() + PATIENCE

    def open(self, told: str = "") -> None:
        """Open the archive: to write, or to read where another program writes to it."""
        try:
            archive = Archive.open(self._path)
        except ArchiveInUseError as error:
            self._in_use(error)
            return
        except KnownError as error:
            self._not_opened(error)
            return
        self._take(archive, None, told)

    def open_again(self) -> None:
        """Try once more to open to write what is open to be read."""
        if self.close():
            self.open()

    def close(self) -> bool:
        """Write what is left and let go of the file. False where something was not written."""
        if self.current is not None:
            self.closing.emit()
        opened, self.current = self.current, None
        if self.safe is not None:
            self.safe.stop()
            self.safe = None
        saved = opened.settle() if opened else True
        close_fetchers(self._world.window())
        QThreadPool.globalInstance().waitForDone()  # an export comes to its end, and is kept
        if opened is not None:
            opened.close()
        return saved

    def _in_use(self, error: ArchiveInUseError) -> None:
        if self._hand_over is None or not error.ours:
            self._open_to_read(error)
        elif self._hand_over():
            self.left.emit()
        elif monotonic() < self._knocks_until:
            QTimer.singleShot(WAIT, self, self.open)
        else:
            self._open_to_read(error)

    def _open_to_read(self, why: KnownError | None = None) -> None:
        try:
            archive = Archive.open(self._path, write=False)
        except KnownError as error:
            self._not_opened(error)
            return
        chosen = KnownError(N_("The archive {path} is open to be read only."), path=self._path)
        self._take(archive, why or chosen, "")

    def _open_another(self, path: str) -> None:
        self._path = Path(path)
        self.open()

    def _take(self, archive: Archive, why_read_only: KnownError | None, told: str) -> None:
        self._hand_over = None
        self.current = Opened(archive, self._needs, why_read_only, self)
        self.safe = Safekeeper(archive, self._plan, self.current)
        if archive.writable:
            clear_shown(archive.path)
            self.safe.start()
        self.opened.emit(told)

    def _not_opened(self, error: KnownError) -> None:
        self._hand_over = None  # from here on this program listens itself, and would ask itself
        LOG.info("not opened: %s", type(error).__name__)
        self.mender.ask(self._path, error)
        self.not_opened.emit(error)

    def _plan(self) -> "Plan":
        return plan_of(self._world.preferences)

    def _let_go_to_mend(self) -> bool:
        """Let go of the archive if all is saved."""
        if self.current is not None and not self.current.desk.flush():
            return False
        return self.close()

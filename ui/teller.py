"""What the program tells in its window by itself: what went wrong, what one should know."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.archive.errors import DamagedArchiveError
from app.errors import KnownError
from app.marking import N_
from ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from ui.archive_life import ArchiveLife, World

SAVED = N_(
    "Something went wrong in the program. Your minutes are saved and you can go on working."
    " Please send the report below to whoever looks after the program."
)
UNSAVED = N_(
    "Something went wrong in the program, and the last changes could not be saved. Copy what you"
    " typed last before you close it, and send the report below to whoever looks after the program."
)
CRASHED = N_(
    "The program ended unexpectedly the last time. What was typed until about a second before is"
    " saved. Please send the report below to whoever looks after the program."
)


class Teller(QObject):
    """Speaks through the window that there is when it has something to say."""

    def __init__(self, world: "World", life: "ArchiveLife", parent: QObject) -> None:
        super().__init__(parent)
        self._world = world
        self._life = life
        self.crash = ""
        """The report of an earlier crash that is not told yet."""
        life.refused.connect(self.tell_known)

    def greet(self, told: str, problems: Iterable[KnownError | None]) -> None:
        """Say when the archive is open what could not be read, where it lies; an earlier crash."""
        texts = self._world.texts()
        opened = self._life.current
        notices = opened.archive.notices if opened else ()
        sentences = [told, *(each.told(texts) for each in (*problems, *notices) if each)]
        if any(sentences):
            self._world.window().messages.warn(" ".join(filter(None, sentences)))
        if self.crash:
            from ui.dialogs.problem_dialog import ProblemDialog, around

            report = "\n".join((*around(), self.crash))
            ProblemDialog(texts, texts(CRASHED), report, self._world.window()).open()
            self.crash = ""

    def tell_known(self, error: KnownError) -> None:
        """One sentence; where the archive is damaged, with a way to mend it."""
        texts, opened = self._world.texts(), self._life.current
        choices = []
        if isinstance(error, DamagedArchiveError) and opened is not None:
            mend = partial(self._life.mender.ask, opened.archive.path, error, opened=True)
            choices = [Choice(texts("Mend it…"), mend)]
        self._world.window().messages.warn(error.told(texts), *choices)

    def tell_problem(self, report: str, saved: bool) -> None:
        """An error that nobody foresaw, and whether all is saved."""
        from ui.dialogs.problem_dialog import ProblemDialog

        texts = self._world.texts()
        ProblemDialog(
            texts, texts(SAVED if saved else UNSAVED), report, self._world.window()
        ).open()

    def on_not_read(self, _number: int, error: Exception) -> None:
        """The list could not be read."""
        if not isinstance(error, KnownError):
            raise error
        self.tell_known(error)

"""The real program with the sample open and some minutes in the archive, to walk over it all."""

import datetime
import os
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar
from unittest import mock

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import Shiboken

from app.archive.archive import Archive
from app.archive.backups import Backup
from app.archive.evidence import Document
from app.editing.next_meeting import NextMeeting, next_meeting
from app.identity import new_id
from app.language.catalogue import Catalogue
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.settings.declared import INTERFACE_SIZE, LANGUAGE, THEME
from app.settings.policy import Policy
from tests.benchmarks.growing import a_record
from ui.application import Application
from ui.fetching import Fetcher
from ui.main_window import MainWindow
from ui.options import Options
from ui.pages.kinds import PAGES
from ui.widgets.table_view import TableView

POLICY = Policy({"archive": "D:/Biên bản/kho.sqlite"}, {"archive": "C:/ProgramData/policy.toml"})
ARCHIVE = "k.sqlite"
OTHERS = (1, 4000, 8000)
"""Numbers of made-up minutes beside the sample: of different years."""
CALM = 4
"""Rounds without anything under way: what one shows may need the next ones to be laid out."""
LONGEST_PAUSE = 5_000
"""Milliseconds. Pauses up to here are run out at once: one looks at what stands there after them.
Longer ones are for messages, which stay while one looks."""


Kind = TypeVar("Kind", bound=QObject)


class Look(NamedTuple):
    """How the program is seen: language, size in per cent, theme."""

    language: str = "vi"
    size: int = 100
    theme: str = "light"


class Stage:
    """One run of the program. Leave it with `stop`; in the same home, another goes on from it."""

    def __init__(self, qt: QApplication, home: Path, look: Look, texts: Catalogue | None) -> None:
        """`texts`: other words than those of the language, for the whole program."""
        os.environ["BIENBAN_HOME"] = str(home)
        self._home = home
        known = (home / ARCHIVE).exists()
        self.application = Application(qt, Options(home / ARCHIVE, "", None), PAGES)
        preferences = self.application._preferences  # noqa: SLF001
        for setting, value in ((LANGUAGE, look.language), (INTERFACE_SIZE, look.size)):
            preferences.choose(setting, value)
        preferences.choose(THEME, look.theme)
        preferences.policy = POLICY
        self._patch = mock.patch("ui.application.load_catalogue", return_value=texts)
        if texts is not None:
            self._patch.start()
        self._patched = texts is not None
        ready: list[bool] = []
        self.application.ready.connect(lambda: ready.append(True))
        self.application.start()
        while not ready:
            self.settle()
        if not known:
            self._fill()

    @property
    def window(self) -> MainWindow:
        return self.application.window

    @property
    def texts(self) -> Catalogue:
        return self.application.texts

    @property
    def record(self) -> Minutes:
        return self.application.desk.record

    def next_meeting(self) -> NextMeeting:
        """The meeting after the sample's."""
        return next_meeting(self.record, new_id, {})

    def stop(self) -> None:
        self.close_dialogs()
        self.window.close()
        self.application.stop()
        self.application.deleteLater()
        for _round in range(CALM):
            _let_events_happen()
        if self._patched:
            self._patch.stop()

    def settle(self) -> None:
        """Let what is under way come to its end: pauses, threads' answers, saving, layout.

        What stands there then is what a person sees, however slow the machine is.
        """
        if self.application.desk is not None:
            self.application.flush()
        calm = 0
        while calm < CALM:
            busy = self._run_out_pauses() or self._threads_work()
            _let_events_happen()
            calm = 0 if busy else calm + 1

    def _run_out_pauses(self) -> bool:
        pauses = [
            timer
            for timer in self._all(QTimer)
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= LONGEST_PAUSE
        ]
        for timer in pauses:
            usual = timer.interval()
            timer.start(0)
            _let_events_happen()
            if Shiboken.isValid(timer):
                timer.setInterval(usual)
        return bool(pauses)

    def _threads_work(self) -> bool:
        jobs = QThreadPool.globalInstance().activeThreadCount()
        return jobs > 0 or any(fetcher.busy for fetcher in self._all(Fetcher))

    def _all(self, kind: type[Kind]) -> list[Kind]:
        tops = (self.application, *QApplication.topLevelWidgets())
        return [found for top in tops for found in top.findChildren(kind)]

    def choose_theme(self, theme: str) -> None:
        self.application._appearance.choose_theme(theme)  # noqa: SLF001
        self.settle()

    def open_sample(self) -> None:
        """Lay the sample on the desk again."""
        self.application.desk.open(self._sample)
        self.settle()

    def act(self, name: str) -> None:
        self.window.actions_by_name[name].trigger()

    def go_to(self, row: int) -> None:
        self.window.pages.go_to(row)

    def table(self) -> TableView:
        """The table of the page one is on."""
        return self.window.pages.currentWidget().findChild(TableView)

    def send(self, receiver: QObject, event: QEvent) -> None:
        QCoreApplication.sendEvent(receiver, event)

    def dialog(self, kind: str) -> QDialog:
        """The open dialog of a class."""
        self.settle()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible() and kind in _classes(widget):
                return widget
        raise AssertionError(f"no {kind} is open")

    def other_archive(self) -> Path:
        """An archive beside, with minutes of its own."""
        path = self._home / "other.sqlite"
        if not path.exists():
            with closing(Archive.open(path)) as other:
                other.add(a_record(20))
        return path

    def backups(self) -> list[Backup]:
        at = datetime.datetime(2022, 5, 11, 8, tzinfo=datetime.UTC)
        return [Backup(at, self._home / "b.sqlite", 2_400_000)]

    def close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                finish = getattr(widget, "finish", None)  # some end with their work alone
                if finish:
                    finish()
                else:
                    widget.close()
        self.window.messages.dismiss()
        self.settle()

    def page_names(self) -> list[str]:
        return [type(page).__name__ for page in self.window.pages.all_pages()]

    def place(self, section: str, field: str) -> None:
        self.window.pages.show_place(Place(section, field=field))

    def _fill(self) -> None:
        opened = self.application._opened  # noqa: SLF001
        for number in OTHERS:
            opened.archive.add(a_record(number))
        self.act("open_sample")
        record = self.record
        self._sample = record.id
        document = Document(DocumentKind.MINUTES, record.form, "D:/Biên bản/Biên bản.docx", b"x")
        opened.archive.history.note_export(record, document)
        self.settle()
        self.window.messages.dismiss()


def _let_events_happen() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def _classes(widget: QWidget) -> list[str]:
    return [kind.__name__ for kind in type(widget).__mro__]

"""Walks through the program as a user would, with keys and actions: for the demonstration and the
self-test of an installed program. It checks nothing; who walks looks at what came of it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    Qt,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.language.catalogue import Catalogue
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.paths import HOME_VARIABLE
from ui.desk import Desk
from ui.exporting import WORD, Exporter, Output
from ui.listing import Listing
from ui.main_window import MainWindow

PATIENCE = 20_000
"""Milliseconds that one step may take before the walk gives up."""


class LostError(Exception):
    """A step did not come to its end."""


class Running(Protocol):
    """What a walk needs of the program: `ui.application.Application` has it."""

    @property
    def ready(self) -> SignalInstance: ...

    @property
    def not_opened(self) -> SignalInstance: ...

    @property
    def window(self) -> MainWindow: ...

    @property
    def desk(self) -> Desk | None: ...

    @property
    def texts(self) -> Catalogue: ...

    @property
    def listing(self) -> Listing: ...

    @property
    def exporter(self) -> Exporter: ...

    def start(self) -> None: ...

    def wait(self, milliseconds: int = 0) -> int: ...

    def stop(self) -> bool: ...


MakeProgram = Callable[[], Running]


class Walk:
    """One run of the program in a home of its own. Leave it with `stop`."""

    def __init__(self, make: MakeProgram, home: Path) -> None:
        os.environ[HOME_VARIABLE] = str(home)
        self.program = make()
        begun = Heard()
        self.program.ready.connect(begun.hear)
        self.program.not_opened.connect(begun.hear)
        self.program.start()
        self.until(begun.is_heard)
        if isinstance(begun.said, Exception):
            self.program.stop()
            raise begun.said

    @property
    def record(self) -> Minutes:
        desk = self.program.desk
        if desk is None or desk.record is None:
            raise LostError("no record is open")
        return desk.record

    def stop(self) -> bool:
        self.program.window.close()
        return self.program.stop()

    def act(self, name: str) -> None:
        """Trigger an action by its name in `actions.py`."""
        self.program.window.actions_by_name[name].trigger()

    def go_to(self, place: Place) -> QWidget:
        """Put the focus into the field of a place."""
        window = self.program.window
        if not window.pages.show_place(place):
            raise LostError(f"no page shows {place}")
        field = window.focusWidget()
        if field is None:
            raise LostError(f"no field has the focus at {place}")
        return field

    def type(self, place: Place, text: str) -> None:
        """Type at the end of what a field holds."""
        field = self.go_to(place)
        _press(field, Qt.Key.Key_End)
        for letter in text:
            _press(field, Qt.Key.Key_unknown, letter)

    def export(self, kind: DocumentKind, target: Path, output: Output = WORD) -> None:
        """Export as the menu does, without the file dialog."""
        ended = Heard()
        exporter = self.program.exporter
        exporter.ended.connect(ended.hear)
        exporter.write(self.record, kind, target, output)
        self.until(ended.is_heard)
        exporter.ended.disconnect(ended.hear)
        if isinstance(ended.said, Exception):
            raise LostError("the document was not written") from ended.said

    def picture(self, target: Path, width: int = 1400, height: int = 860) -> None:
        window = self.program.window
        window.resize(width, height)
        self.pause(300)
        window.grab().save(str(target))

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the program run until a condition holds."""
        waited = 0
        while not condition():
            if waited >= PATIENCE:
                raise LostError("a step did not end in time")
            self.pause(10)
            waited += 10

    def pause(self, milliseconds: int) -> None:
        self.program.wait(milliseconds)


class Heard(QObject):
    """Remembers that a signal came, and what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: object = None
        self._heard = False

    def hear(self, said: object = None) -> None:
        self.said = said
        self._heard = True

    def is_heard(self) -> bool:
        return self._heard


def _press(field: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(field, event)

"""The whole program with two small pages, in a folder of its own, driven by what one can see."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.editing.edits import set_field
from app.editing.session import Changed, Label
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.settings.policy import Policy, read_policy
from ui.application import Application
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.options import Options
from ui.pages.kinds import PageKind
from ui.pages.page import Page, Part, may_rewrite
from ui.widgets.line_field import LineField


class Line(Part):
    """A line of the meeting, bound the plain way."""

    def __init__(self, page: Page, field: str) -> None:
        super().__init__(page)
        self.place = Place("meeting", field=field)
        self.line = LineField(2000)
        self.line.setAccessibleName(field)
        page.column.addWidget(self.line)
        self.line.edited.connect(self._on_edited)
        self.line.paused.connect(page.end_typing)
        page.add_part(self)

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        if may_rewrite(self.line.hasFocus(), changed):
            self.line.set_value(getattr(record.meeting, self.place.field))

    def show_place(self, place: Place) -> bool:
        if place != self.place:
            return False
        self.line.setFocus()
        return True

    def current_place(self) -> Place | None:
        return self.place if self.line.hasFocus() else None

    def _on_edited(self, _before: str, after: str) -> None:
        label = Label("Change {field}", {"field": self.place.field})
        self.page.edit(set_field(self.place, after), label, self.place, typing=True)


class WherePage(Page):
    title: ClassVar[str] = "Where"

    def build(self) -> None:
        self.part = Line(self, "place")


class WhatPage(Page):
    title: ClassVar[str] = "What"

    def build(self) -> None:
        self.part = Line(self, "headline")


def letters(record: Minutes) -> str:
    return str(len(record.meeting.place)) if record.meeting.place else ""


KINDS = (
    PageKind(lambda: WherePage, WherePage.title, frozenset({"meeting"}), letters),
    PageKind(lambda: WhatPage, WhatPage.title, frozenset({"meeting"})),
)


class Program:
    """The running program, spoken of as a user speaks of it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application = application
        self.qtbot = qtbot

    @property
    def window(self) -> MainWindow:
        return self.application.window

    @property
    def desk(self) -> Desk:
        assert self.application.desk is not None
        return self.application.desk

    @property
    def record(self) -> Minutes:
        assert self.desk.record is not None
        return self.desk.record

    def action(self, words: str) -> QAction:
        """The action whose words, without mnemonic, begin so."""
        for action in self.window.findChildren(QAction):
            if action.text().replace("&", "").startswith(words):
                return action
        raise AssertionError(f"no action {words!r}")

    def choose(self, words: str) -> None:
        action = self.action(words)
        assert action.isEnabled(), f"{words!r} cannot be chosen now"
        action.trigger()

    def field(self, name: str) -> QLineEdit:
        """The visible line with an accessible name."""
        for line in self.window.findChildren(QLineEdit):
            if line.accessibleName() == name and line.isVisible():
                return line
        raise AssertionError(f"no field {name!r}")

    def press_button(self, words: str, inside: QWidget | None = None) -> None:
        for button in (inside or self.window).findChildren(QAbstractButton):
            if button.text().replace("&", "") == words and button.isVisible():
                button.click()
                return
        raise AssertionError(f"no button {words!r}")

    def dialog(self, title: str) -> QDialog:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible() and widget.windowTitle() == title:
                return widget
        raise AssertionError(f"no dialog {title!r}")

    def words(self, inside: QWidget) -> str:
        labels = [label.text() for label in inside.findChildren(QLabel) if label.isVisible()]
        return "\n".join(labels)

    def listed(self) -> list[str]:
        """What the archive's list shows once everything asked for has come."""
        model = self.window.archive.findChild(QListView).model()
        self.until(lambda: not model.waiting)
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def wait_saved(self) -> None:
        assert self.desk.flush()
        self.until(lambda: self.window.status.saved.startswith("Saved"))


Start = Callable[..., Program]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program; each one started is stopped at the end of the test."""
    running: list[Application] = []

    def started(
        archive: Path | None = None,
        language: str = "en",
        policy: Path | Policy | None = None,
        file: Path | None = None,
    ) -> Program:
        read = read_policy(policy) if isinstance(policy, Path) else policy
        options = Options(archive, language, read, file)
        application = Application(qapp, options, KINDS)
        running.append(application)
        with qtbot.waitSignal(application.ready):
            application.start()
        application.window.activateWindow()
        qtbot.waitUntil(application.window.isActiveWindow)
        return Program(application, qtbot)

    started.running = running  # type: ignore[attr-defined]
    yield started
    for application in running:
        application.stop()
        application.deleteLater()


@pytest.fixture
def environment_home() -> Path:
    """The folder that everything of the user is in."""
    return Path(os.environ["BIENBAN_HOME"])


@pytest.fixture
def program(start: Start) -> Program:
    return start()

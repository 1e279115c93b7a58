"""A file that is dropped on a field is no text for it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.text_fields import MAKERS
from ui.widgets.dropped import dropped_file

ENDINGS = (".bienban", ".json")


def source(text: str = "", *paths: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if paths:
        data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def takes(field: QWidget, data: QMimeData) -> bool:
    under = field.viewport() if isinstance(field, QPlainTextEdit) else field
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(under, event)
    return event.isAccepted()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_field_takes_words_and_no_files(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    field.show()
    assert takes(field, source("abc"))
    assert not takes(field, source("/a.bienban", "/a.bienban"))


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (source("", "/a/b.bienban"), "/a/b.bienban"),
        (source("", "/a/B.JSON"), "/a/B.JSON"),
        (source("", "/a.docx"), ""),
        (source("", "/a.bienban", "/b.bienban"), ""),
        (source("/a.bienban"), ""),
    ],
)
def test_one_file_of_minutes_is_known_by_its_name(data: QMimeData, path: str) -> None:
    assert dropped_file(data, ENDINGS) == path

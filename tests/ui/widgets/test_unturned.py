"""The wheel turns a box only while one is in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.quiet_spin import QuietSpinBox


def a_combo() -> QComboBox:
    box = QuietComboBox("Year")
    box.addItems(["2025", "2026"])
    return box


def value(box: QWidget) -> int:
    return box.value() if isinstance(box, QSpinBox) else box.currentIndex()  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [a_combo, lambda: QuietSpinBox("Size")], ids=["combo", "spin"])
def test_the_wheel_turns_a_box_with_the_focus_alone(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    other, box = QLineEdit(), make()
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(box)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    down = -120 if isinstance(box, QComboBox) else 120
    turn(box, down)
    assert value(box) == 0
    box.setFocus()
    turn(box, down)
    assert value(box) == 1


def turn(box: QWidget, by: int) -> None:
    spot = QPointF(box.rect().center())
    there = QPointF(box.mapToGlobal(spot))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        spot, there, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, none, phase, False
    )
    QCoreApplication.sendEvent(box, event)

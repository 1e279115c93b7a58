"""Lets Tab go as the eye does: in the order in which things were laid out."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QWidget


def follow_layout(window: QWidget) -> None:
    """Set the order of Tab in a window by its layout. Call it when all is laid out."""
    policy = window.focusPolicy()
    window.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind what takes no focus
    for before, after in pairwise((window, *_inside(window.layout()))):
        QWidget.setTabOrder(before, after)
    window.setFocusPolicy(policy)


def put_behind(before: QWidget, late: QWidget) -> None:
    """Let Tab come to what was made late where it stands: after `before`, not after everything.

    By its layout: after rounds through Qt's own chain (`nextInFocusChain`) and a change of it the
    program crashed at its end.
    """
    policy = before.focusPolicy()
    before.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind what takes no focus
    for one, next_one in pairwise((before, *in_order(late))):
        QWidget.setTabOrder(one, next_one)
    before.setFocusPolicy(policy)


def in_order(widget: QWidget | None) -> Iterator[QWidget]:
    """What Tab reaches in a widget, in the order in which it was laid out."""
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    elif isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from in_order(widget.widget())
    elif isinstance(widget, QTabWidget | QSplitter):
        parts = [widget.widget(at) for at in range(widget.count())]
        if isinstance(widget, QTabWidget):
            yield widget.tabBar()
        for part in parts:
            yield from in_order(part)
    elif widget.layout() is not None:
        yield from _inside(widget.layout())


def _inside(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout else 0):
        item = layout.itemAt(at)
        if item.widget() is not None:
            yield from in_order(item.widget())
        elif item.layout() is not None:
            yield from _inside(item.layout())

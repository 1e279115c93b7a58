"""Whether everything can be reached and told: names, descriptions, the order of Tab, mnemonics."""

import re
from collections import Counter
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QScrollArea,
    QWidget,
)

from tests.ui.looks.seeing import shown, told


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab comes to, in no order."""
    return [
        widget
        for widget in shown(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


def nameless(root: QWidget) -> list[str]:
    """What a screen reader has no name for."""
    return [told(w) for w in reachable(root) if not _name(w)]


def undescribed(root: QWidget) -> list[str]:
    """What a screen reader cannot say more of than its name."""
    return [
        told(widget)
        for widget in reachable(root)
        if not (widget.accessibleDescription() or widget.toolTip()) and not _of_a_box(widget)
    ]


def out_of_order(root: QWidget) -> list[str]:
    """Where Tab goes back up, or to the left in the same line."""
    chain = _chain(root)
    return [
        f"from {told(before)} to {told(after)}"
        for before, after in pairwise(chain)
        if _goes_back(*_places(before, after, root))
    ]


def doubled_mnemonics(root: QWidget) -> list[str]:
    """Letters that lead to two places."""
    texts = [w.text() for w in shown(root) if isinstance(w, QAbstractButton)]
    texts += [w.text() for w in shown(root) if isinstance(w, QLabel) and w.buddy()]
    letters = Counter(map(_mnemonic, texts))
    return [f"{text!r}" for text in texts if _mnemonic(text) and letters[_mnemonic(text)] > 1]


def turned_by_the_wheel(root: QWidget) -> list[str]:
    """Boxes whose value the wheel changes while it only passes over them."""
    return [told(widget) for widget in shown(root) if not widget.hasFocus() and _turns(widget)]


def _mnemonic(text: str) -> str:
    found = re.search("&([^& ])", text)
    return found[1].lower() if found else ""


def _turns(widget: QWidget) -> bool:
    if not isinstance(widget, QComboBox | QAbstractSpinBox):
        return False
    before = _value(widget)
    for turn in (120, -120, -120):
        QCoreApplication.sendEvent(widget, _wheel(widget, turn))
        if _value(widget) != before:
            return True
    return False


def _value(widget: QComboBox | QAbstractSpinBox) -> object:
    return widget.currentIndex() if isinstance(widget, QComboBox) else widget.text()


def _wheel(widget: QWidget, turn: int) -> QWheelEvent:
    spot = QPointF(widget.rect().center())
    return QWheelEvent(
        spot,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _of_a_box(widget: QWidget) -> bool:
    """Whether it is one of the buttons below a dialog: their words say all."""
    return isinstance(widget.parentWidget(), QDialogButtonBox | QMessageBox)


def _chain(root: QWidget) -> list[QWidget]:
    """What Tab comes to, one after the other, from the first on.

    The focus goes there: what Qt knows of its own order (`nextInFocusChain`) cannot be asked for
    safely, as PySide makes each the child of the one that was asked.
    """
    wanted = reachable(root)
    before, found = root.focusWidget(), []
    root.setFocus()
    while root.focusNextPrevChild(True) and root.focusWidget() not in found:
        found.append(root.focusWidget())
    if before is not None:
        before.setFocus()
    return [widget for widget in found if widget in wanted]


def _places(one: QWidget, other: QWidget, root: QWidget) -> tuple[QRect, QRect]:
    """Where two widgets are; what is scrolled away counts as at the edge of what scrolls it."""
    alike = _scroller(one) is _scroller(other)
    return _place(one, root, alike), _place(other, root, alike)


def _place(widget: QWidget, root: QWidget, as_it_is: bool) -> QRect:
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    scroller = _scroller(widget)
    if as_it_is or scroller is None:
        return place
    frame = QRect(scroller.mapTo(root, QPoint(0, 0)), scroller.size())
    top = min(max(place.top(), frame.top()), frame.bottom() - 1)
    place.setTop(top)
    place.setBottom(min(max(place.bottom(), top), frame.bottom()))
    return place


def _scroller(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _goes_back(before: QRect, after: QRect) -> bool:
    if after.bottom() <= before.top():
        return after.left() < before.right()  # up is right only in the next column
    same_line = after.top() <= before.center().y() <= after.bottom()
    return same_line and after.right() <= before.left()

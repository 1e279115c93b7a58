"""Words on the screen: English that is left, and a language in which texts are twice as long."""

import datetime
import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolBar,
    QWidget,
)

from app.language.catalogue import Catalogue
from tests.ui.looks.seeing import shown

TIME = re.compile(r"\b\d{1,2}:\d{2}(:\d{2})?\b")
ZOOM = re.compile(r"\d+ ?%")
ENGLISH = re.compile(r"\b(the|of|and|is|are|not|this|that|with|from|which|cannot|has|was)\b")


class Doubled(Catalogue):
    """Says everything twice, so that what is cut off in any language is cut off in this one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._plain = catalogue

    @property
    def language(self) -> str:
        return self._plain.language

    def __call__(self, message: str, /, **places: object) -> str:
        return _twice(self._plain(message, **places))

    def plural(self, one: str, many: str, /, *, count: int, **places: object) -> str:
        return _twice(self._plain.plural(one, many, count=count, **places))

    def in_context(self, context: str, message: str, /, **places: object) -> str:
        return self._plain.in_context(context, message, **places)


def english_left(root: QWidget, known: dict[str, str]) -> list[str]:
    """Texts of the program that are shown untranslated; `known`: each English text and ours."""
    words = shown_words(root)
    same = [w for w in words if w in known and known[w] != w]
    sentences = [w for w in words if not w.startswith("/")]  # a path is in no language
    return same + [w for w in sentences if ENGLISH.search(w) and w not in same]


def shown_words(root: QWidget) -> list[str]:
    """All that is written in a window or said of it, without mnemonics; not what is typed."""
    found: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        found |= {widget.windowTitle(), widget.toolTip(), widget.statusTip()}
        found |= {widget.accessibleName(), widget.accessibleDescription(), *_words(widget)}
    for action in root.findChildren(QAction):
        found |= {action.text(), action.toolTip(), action.iconText()}
    return sorted(word.replace("&", "") for word in found if word)


def words_in_order(root: QWidget) -> list[str]:
    """What is written in a window, from the top to the bottom, as one who reads it comes to it.

    Without what differs from day to day, times and today, and from one machine's letters to the
    next: which commands of a bar wait behind its arrow, and the zoom of the preview.
    """
    seen = [w for w in shown(root) if not isinstance(w.parentWidget(), QToolBar)]
    places = [(w.mapTo(root, QPoint(0, 0)), w) for w in seen]
    ordered = sorted(places, key=lambda place: (place[0].y(), place[0].x()))
    found = [line for _place, widget in ordered for line in _read(widget)]
    return [_any_day(line) for line in found if line.strip() and not ZOOM.fullmatch(line)]


def _read(widget: QWidget) -> list[str]:
    """What one widget says, each line or row by itself; what is typed in it too."""
    if isinstance(widget, QMenuBar | QToolBar):
        return [action.iconText().replace("&", "") for action in widget.actions()]
    if isinstance(widget, QLineEdit):
        return [widget.text() or widget.placeholderText()]
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return (widget.toPlainText() or widget.placeholderText()).splitlines()
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        heads = [" | ".join(_heads(widget))] if isinstance(widget, QTableView) else []
        return [*heads, *_rows(widget)]
    return [line.replace("&", "") for words in _words(widget) for line in words.splitlines()]


def _rows(view: QAbstractItemView) -> list[str]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    cells = (
        [str(model.index(row, column).data() or "") for column in range(columns)]
        for row in range(model.rowCount())
    )
    return [" | ".join(row) for row in cells]


def _any_day(line: str) -> str:
    today = datetime.datetime.now().astimezone().date()
    for written in (f"{today:%d/%m/%Y}", f"{today.day}/{today.month}/{today.year}"):
        line = line.replace(written, "…/…/…")
    return TIME.sub("…:…", line)


def _words(widget: QWidget) -> list[str]:
    return next((words(widget) for kind, words in _WRITTEN if isinstance(widget, kind)), [])


def _heads(view: QTableView) -> list[str]:
    columns, model = range(view.horizontalHeader().count()), view.model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in columns]


_WRITTEN = (
    (QLabel | QAbstractButton, lambda widget: [widget.text()]),
    (QGroupBox, lambda widget: [widget.title()]),
    (QComboBox, lambda widget: [widget.itemText(at) for at in range(widget.count())]),
    (QTabBar, lambda widget: [widget.tabText(at) for at in range(widget.count())]),
    (QLineEdit | QPlainTextEdit, lambda widget: [widget.placeholderText()]),
    (QTableView, _heads),
)


def _twice(text: str) -> str:
    return f"{text} {text.replace('&', '')}" if text.strip() else text

"""Words on the screen: English that is left, and a language in which texts are twice as long."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from app.language.catalogue import Catalogue

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

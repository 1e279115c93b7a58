"""How long a key takes on a page of the form, from press to paint, beside a bare Qt field."""

import os
import time
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.documents.wording import Wording, read_wording
from app.editing.session import Session
from app.identity import new_id
from app.language.catalogue import load_catalogue
from app.minutes.attendees import Attendee
from app.minutes.record import Minutes, Result
from app.paths import resources_folder
from tests.benchmarks.harness import Row, Side
from ui.pages.attendees_page import AttendeesPage
from ui.pages.page import Page
from ui.pages.results_page import ResultsPage

PARAGRAPHS, ATTENDEES, KEYS = 500, 300, 40
SENTENCE = "Công tác vệ sinh môi trường được thực hiện thường xuyên, kịp thời xử lý vi phạm. " * 5


@cache
def wording() -> Wording:
    return read_wording(resources_folder() / "wording")


@cache
def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication([])


@cache
def _page(kind: type[Page]) -> Page:
    _application()
    record = Minutes(
        id=new_id(),
        results=tuple(Result(id=new_id(), text=SENTENCE) for _ in range(PARAGRAPHS)),
        attendees=tuple(Attendee(id=new_id(), name=f"Người {n}") for n in range(ATTENDEES)),
    )
    session = Session(record, time.monotonic)
    texts = load_catalogue(resources_folder() / "catalogues")
    page = kind(texts, new_id, wording=wording)
    session.listen(page.refresh)
    page.open(session)
    return _shown(page)


def _shown(widget: QWidget) -> QWidget:
    widget.resize(900, 700)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()
    return widget


@cache
def _bare_text() -> QPlainTextEdit:
    _application()
    bare = QPlainTextEdit("\n".join([SENTENCE] * PARAGRAPHS))
    return _shown(bare)


@cache
def _bare_line() -> QLineEdit:
    _application()
    return _shown(QLineEdit())


def _type(widget: QWidget) -> None:
    for number in range(KEYS):
        event = QKeyEvent(
            QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, " " if number % 7 == 0 else "ê"
        )
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()


def _at_middle(editor: QPlainTextEdit) -> QPlainTextEdit:
    editor.setFocus()
    block = editor.document().findBlockByNumber(PARAGRAPHS // 2)
    editor.setTextCursor(QTextCursor(block))
    return editor


def type_in_paragraphs() -> None:
    _type(_at_middle(_page(ResultsPage).results.editor))


def type_in_bare_text() -> None:
    _type(_at_middle(_bare_text()))


def type_in_a_cell() -> None:
    view = _page(AttendeesPage).table.view
    view.setFocus()
    view.edit_cell(ATTENDEES // 2, 0)
    _type(QApplication.focusWidget())
    view.setFocus()


def type_in_bare_line() -> None:
    line = _bare_line()
    line.clear()
    line.setFocus()
    _type(line)


ROWS = (
    Row(
        f"{KEYS} keys to paint, {PARAGRAPHS} paragraphs",
        Side("page of results", type_in_paragraphs),
        Side("QPlainTextEdit", type_in_bare_text),
    ),
    Row(
        f"{KEYS} keys to paint, {ATTENDEES} attendees",
        Side("page of attendees", type_in_a_cell),
        Side("QLineEdit", type_in_bare_line),
    ),
)

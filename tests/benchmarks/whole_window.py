"""How long a key and a change of page take in the whole program, the preview open.

300 attendees, 250 paragraphs of results and 250 of speeches; the archive is written meanwhile, as
it is when one works. The peers are Qt's own, bare, with the same text.
"""

import atexit
import os
import shutil
import tempfile
from functools import cache
from itertools import count

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QStackedWidget, QWidget

from app.identity import new_id
from app.minutes.attendees import Attendee
from app.minutes.place import Place
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Passage, Speech
from app.paths import HOME_VARIABLE
from tests.benchmarks.harness import Row, Side

ATTENDEES, PARAGRAPHS, KEYS = 300, 250, 2_000
FRAME, TURN = 0.016, 0.050
"""Seconds: one picture of the screen; what still feels like at once."""
SENTENCE = "Công tác vệ sinh môi trường được thực hiện thường xuyên, kịp thời xử lý vi phạm. " * 5
_KEYS, _PAGES, _BARE_PAGES = count(), count(), count()


@cache
def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


def _record() -> Minutes:
    said = tuple(
        Passage(id=new_id(), text=SENTENCE, opens_paragraph=True) for _ in range(PARAGRAPHS)
    )
    return Minutes(
        id=new_id(),
        attendees=tuple(Attendee(id=new_id(), name=f"Người {n}") for n in range(ATTENDEES)),
        results=tuple(Result(id=new_id(), text=SENTENCE) for _ in range(PARAGRAPHS)),
        speeches=(Speech(id=new_id(), passages=said),),
    )


@cache
def _program():
    from ui.application import Application
    from ui.options import Options
    from ui.pages.kinds import PAGES
    from ui.walk import Walk

    qt = _application()
    home = tempfile.mkdtemp(prefix="bienban-bench-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ[HOME_VARIABLE] = home
    walk = Walk(lambda: Application(qt, Options(None, "vi"), PAGES), home)
    walk.program.window.resize(1400, 900)
    walk.program.desk.take(_record())
    walk.pause(1_000)
    return walk


def stop() -> None:
    """End the program that was measured: Python waits for its threads before anything else."""
    if _program.cache_info().currsize:
        _program().stop()


@cache
def _field(section: str) -> QWidget:
    walk = _program()
    record = walk.record
    middle = PARAGRAPHS // 2
    item = record.results[middle] if section == "results" else record.speeches[0].passages[middle]
    field = walk.go_to(Place(section, item.id, "text"))
    walk.pause(1_000)
    return field


@cache
def _bare() -> QPlainTextEdit:
    _application()
    bare = QPlainTextEdit("\n".join([SENTENCE] * (2 * PARAGRAPHS)))
    bare.resize(900, 700)
    bare.show()
    bare.setTextCursor(QTextCursor(bare.document().findBlockByNumber(PARAGRAPHS)))
    return bare


def _key(widget: QWidget) -> None:
    letter = " " if next(_KEYS) % 7 == 0 else "ê"
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def key_in_results() -> None:
    _key(_field("results"))


def key_in_a_speech() -> None:
    _key(_field("speeches"))


def key_in_bare_text() -> None:
    _key(_bare())


def turn_a_page() -> None:
    window = _program().program.window
    window.pages.go_to(next(_PAGES) % len(window.pages.kinds))
    QApplication.processEvents()


@cache
def _stack() -> QStackedWidget:
    _application()
    stack = QStackedWidget()
    for number in range(8):
        stack.addWidget(QLabel(f"{number}"))
    stack.resize(900, 700)
    stack.show()
    return stack


def turn_a_bare_page() -> None:
    _stack().setCurrentIndex(next(_BARE_PAGES) % 8)
    QApplication.processEvents()


ROWS = (
    Row(
        "p99 of a key to paint, whole window, results",
        Side("page of results", key_in_results),
        Side("QPlainTextEdit", key_in_bare_text),
        rounds=KEYS,
        slow=True,
        at=0.99,
        most=FRAME,
    ),
    Row(
        "p99 of a key to paint, whole window, speech",
        Side("page of speeches", key_in_a_speech),
        Side("QPlainTextEdit", key_in_bare_text),
        rounds=KEYS,
        slow=True,
        at=0.99,
        most=FRAME,
    ),
    Row(
        "p99 of a change of page, whole window",
        Side("pages", turn_a_page),
        Side("QStackedWidget", turn_a_bare_page),
        rounds=80,
        slow=True,
        at=0.99,
        most=TURN,
    ),
)

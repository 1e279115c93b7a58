"""How long after a key the preview shows it, on a record of forty pages: composed, set, painted.

The peer lays the same text out anew as a plain QTextDocument, and paints the same page.
"""

import os
from functools import cache
from itertools import count

from msgspec.structs import replace
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextDocument
from PySide6.QtWidgets import QApplication

from app.language.catalogue import load_catalogue
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.paths import resources_folder
from app.press import Press
from tests.app.word.page.samples import long_record, sample_record
from tests.benchmarks.harness import Row, Side
from ui.preview.preview_panel import PreviewPanel

_KEYS = count()


@cache
def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


@cache
def _record() -> Minutes:
    return long_record(sample_record())


@cache
def _press() -> Press:
    return Press(resources_folder())


@cache
def _panel() -> PreviewPanel:
    _application()
    texts = load_catalogue(resources_folder() / "catalogues")
    panel = PreviewPanel(texts, _press().compose, _press().rules_of)
    panel.resize(600, 800)
    panel.show()
    panel.follow(_record())
    QApplication.processEvents()
    return panel


def _after_a_key() -> Minutes:
    """The record with one more word in its middle."""
    results = list(_record().results)
    at = len(results) // 2
    results[at] = replace(results[at], text=f"{results[at].text} {next(_KEYS)}")
    return replace(_record(), results=tuple(results))


def key_to_preview() -> None:
    panel = _panel()
    panel.follow(_after_a_key())
    panel.draw_now()  # the pause before it waits for more keys, and is no work
    panel.view.viewport().repaint()


@cache
def _text() -> str:
    record = _record()
    outline = _press().compose(record, DocumentKind.MINUTES, record.form)
    _application()
    from ui.preview.typesetting import typeset

    return typeset(outline, _press().rules(record.form)).text()


def key_to_text_document() -> None:
    document = QTextDocument(f"{_text()} {next(_KEYS)}")
    document.setPageSize(QSizeF(600, 848))
    assert document.pageCount() > 20
    picture = QPixmap(600, 848)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    document.drawContents(painter)
    painter.end()


ROWS = (
    Row(
        "key to preview, 40 pages",
        Side("preview", key_to_preview),
        Side("QTextDocument anew", key_to_text_document),
        goal=0.25,
    ),
)

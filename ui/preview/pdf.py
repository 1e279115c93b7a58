"""Pages as a PDF file: text that can be marked, its title, and the headings as bookmarks."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.preview.fonts import POINT
from ui.preview.pages import Pages
from ui.preview.pdf_bookmarks import Bookmark, with_bookmarks


class PdfProperties(NamedTuple):
    """What a reader of PDF tells about the file."""

    title: str
    creator: str


def pdf_of(pages: Pages, properties: PdfProperties) -> bytes:
    """The whole file. Any thread may make it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(properties.title)
    writer.setCreator(properties.creator)
    writer.setResolution(72 * POINT)
    size = QPageSize(
        pages.size / pages.unit, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for page in range(pages.count):
        if page:
            writer.newPage()
        pages.draw(painter, page)
    painter.end()
    return with_bookmarks(bytes(buffer.data().data()), _bookmarks(pages, pages.size))


def _bookmarks(pages: Pages, size: QSizeF) -> Sequence[Bookmark]:
    return [
        Bookmark(
            heading.text,
            heading.level,
            heading.spot.page,
            (size.height() - heading.spot.area.top()) / POINT,
        )
        for heading in pages.headings()
    ]

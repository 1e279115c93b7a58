"""The preview's pages on a printer: the same pages, painted once more."""

from collections.abc import Iterator

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.preview.fonts import POINT
from ui.preview.pages import Pages


def make_printer(pages: Pages, name: str) -> QPrinter:
    """A printer that is set to the paper of the pages; `name` is what its queue shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    size = QPageSize(
        pages.size / pages.unit, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    return printer


def print_pages(pages: Pages, printer: QPrinter) -> bool:
    """Print what the printer was asked for; False where it does not take it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / (72 * POINT)
    for at, page in enumerate(_wanted(pages, printer)):
        if at and not printer.newPage():
            break
        painter.resetTransform()
        painter.scale(scale, scale)
        pages.draw(painter, page)
    else:
        return bool(painter.end())
    painter.end()
    return False


def _wanted(pages: Pages, printer: QPrinter) -> Iterator[int]:
    """The pages in the order in which they leave the printer, counted from 0."""
    first, last = 1, pages.count
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first = max(1, printer.fromPage())
        last = min(pages.count, printer.toPage() or pages.count)
    numbers = range(first - 1, last)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers = numbers[::-1]
    yield from numbers

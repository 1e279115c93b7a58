"""The printer's pages are the preview's. A PDF file stands in for the printer's paper."""

import subprocess

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.press import Press
from app.sample import sample
from ui.preview.printing import make_printer, print_pages
from ui.preview.typesetting import typeset

PRESS = Press(resources_folder())


@pytest.fixture(scope="module")
def pages(qapp):
    outline = PRESS.compose(sample(resources_folder()), DocumentKind.MINUTES, Form.PARTY)
    return typeset(outline, PRESS.rules(Form.PARTY))


@pytest.fixture
def printer(pages, tmp_path):
    printer = make_printer(pages, "Biên bản")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def printed(printer) -> list[list[str]]:
    command = ["pdftotext", "-layout", printer.outputFileName(), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return [[line for line in page.split("\n") if line.strip()] for page in text.split("\f")[:-1]]


def test_every_page_is_printed(pages, printer):
    assert print_pages(pages, printer)
    found = printed(printer)
    assert len(found) == pages.count
    assert [page[0].strip() for page in found[1:]] == [str(n) for n in range(2, pages.count + 1)]


def test_only_the_pages_asked_for_are_printed(pages, printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pages(pages, printer)
    assert [page[0].strip() for page in printed(printer)] == ["2", "3"]


def test_last_page_first_where_the_printer_wants_it_so(pages, printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert print_pages(pages, printer)
    assert printed(printer)[0][0].strip() == str(pages.count)


def test_words_stand_where_they_stand_on_the_page(pages, printer):
    assert print_pages(pages, printer)
    command = ["pdftotext", "-bbox", "-l", "1", printer.outputFileName(), "-"]
    words = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    lefts = [float(part.split('"')[0]) for part in words.split('xMin="')[1:]]
    assert min(lefts) == pytest.approx(30 / 25.4 * 72, abs=1)


@pytest.mark.qt_log_ignore(".*", extend=True)
def test_printer_that_takes_nothing_is_told(pages, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    assert not print_pages(pages, printer)

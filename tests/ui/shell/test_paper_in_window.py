"""PDF and printing from the window, of what the preview shows."""

from collections import Counter
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from app.editing.edits import set_field
from app.editing.session import Label
from app.minutes.office import Choice, Office
from app.minutes.place import Place
from app.minutes.words import DocumentKind
from ui.exporting import PDF


@pytest.fixture(autouse=True)
def own_dialogs():
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def test_pdf_is_of_the_kind_that_the_preview_shows(program, tmp_path):
    program.application._settings.export_folder = str(tmp_path)  # noqa: SLF001
    program.choose("Open the sample")
    program.window.preview.show_kind(DocumentKind.NOTICE)
    program.choose("Export to PDF…")
    dialog = program.window.findChild(QFileDialog)
    target = tmp_path / dialog.findChild(QLineEdit).text()
    assert target.suffix == ".pdf"
    dialog.accept()
    program.until(lambda: str(target) in program.window.messages.text)
    with pdfplumber.open(target) as pdf:
        assert "THÔNG BÁO" in pdf.pages[0].extract_text()
        assert pdf.metadata["Title"]


def test_print_dialog_prints_the_pages_of_the_preview(program, tmp_path):
    program.choose("Open the sample")
    program.choose("Print…")
    dialog = program.window.findChild(QPrintDialog)
    assert dialog.maxPage() == program.window.preview.view.pages.count
    target = tmp_path / "printed.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    dialog.done(QDialog.DialogCode.Accepted)
    program.until(lambda: "sent to the printer" in program.window.messages.text)
    with pdfplumber.open(target) as pdf:
        assert len(pdf.pages) == program.window.preview.view.pages.count


@pytest.mark.qt_log_ignore(".*", extend=True)
def test_printer_that_does_not_answer_is_one_sentence(program):
    program.choose("Open the sample")
    program.choose("Print…")
    dialog = program.window.findChild(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(Path("/nowhere/at/all.pdf")))
    dialog.done(QDialog.DialogCode.Accepted)
    program.until(lambda: "does not take the pages" in program.window.messages.text)


def of_a_large_hand(program) -> None:
    """Let the open minutes belong to an office that writes larger than the form's usual."""
    choice = Choice(id="c", name="body_size", value="15")
    program.application._offices.save(Office(id="o", choices=(choice,)))  # noqa: SLF001
    place = Place("office")
    program.desk.session.edit(set_field(place, "o"), Label("x"), place)


def usual_size(path: Path) -> float:
    """That of most letters, in points."""
    with pdfplumber.open(path) as pdf:
        sizes = Counter(round(letter["size"], 1) for letter in pdf.pages[1].chars)
    return sizes.most_common(1)[0][0]


def test_pdf_is_as_the_office_has_chosen(program, tmp_path):
    program.choose("Open the sample")
    of_a_large_hand(program)
    target = tmp_path / "x.pdf"
    program.application.exporter.write(program.record, DocumentKind.MINUTES, target, PDF)
    program.until(lambda: "Exported" in program.window.messages.text)
    assert usual_size(target) == 15


def test_printed_pages_are_as_the_office_has_chosen(program, tmp_path):
    program.choose("Open the sample")
    of_a_large_hand(program)
    program.choose("Print…")
    dialog = program.window.findChild(QPrintDialog)
    target = tmp_path / "printed.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    dialog.done(QDialog.DialogCode.Accepted)
    program.until(lambda: "sent to the printer" in program.window.messages.text)
    assert usual_size(target) == 15

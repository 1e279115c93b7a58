"""Any Word file is checked against a form; the program's own has nothing to mend."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.minutes.words import DocumentKind, Form
from ui.dialogs.format_dialog import FormatDialog


@pytest.fixture(autouse=True)
def own_dialogs():
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def exported(program, tmp_path):
    program.choose("Open the sample")
    path = tmp_path / "ours.docx"
    program.application.exporter.write(program.record, DocumentKind.MINUTES, path)
    program.until(lambda: "Exported" in program.window.messages.text)
    return path


def dialog_of(program) -> FormatDialog:
    program.choose("Check a Word file…")
    dialog = program.window.findChild(FormatDialog)
    dialog.findChild(QFileDialog).reject()
    return dialog


def test_own_export_keeps_to_its_form(program, exported):
    dialog = dialog_of(program)
    dialog.check_file(exported)
    program.until(lambda: "keeps to the form" in dialog.told)
    assert dialog.findings == ()


def test_file_is_chosen_in_a_dialog(program, exported):
    program.application._settings.export_folder = str(exported.parent)  # noqa: SLF001
    program.choose("Check a Word file…")
    dialog = program.window.findChild(FormatDialog)
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(exported))
    chooser.reject()
    program.until(lambda: "keeps to the form" in dialog.told)


def test_departures_are_listed_with_the_way_to_mend_them(program, exported):
    dialog = dialog_of(program)
    dialog.check_file(exported)
    dialog.expect(DocumentKind.MINUTES, Form.STATE)
    program.until(lambda: "departure" in dialog.told)
    table = dialog._table  # noqa: SLF001
    assert table.rowCount() == len(dialog.findings) > 3
    assert all(table.item(0, column).text() for column in range(5))


def test_file_that_is_no_word_file_is_one_sentence(program, exported):
    exported.write_bytes(b"nothing")
    dialog = dialog_of(program)
    dialog.check_file(exported)
    program.until(lambda: not dialog.told.startswith("Checking"))
    assert str(exported.name) in dialog.told or "Word" in dialog.told
    assert dialog.findings == ()


def test_file_that_is_gone_is_one_sentence(program, exported):
    exported.unlink()
    dialog = dialog_of(program)
    dialog.check_file(exported)
    program.until(lambda: "cannot be read" in dialog.told)
    assert "there is no such file or folder" in dialog.told


def test_answer_that_comes_late_is_not_shown(program, exported):
    dialog = dialog_of(program)
    dialog.check_file(exported)
    program.until(lambda: "keeps to the form" in dialog.told)
    dialog._on_found((0, ("late",)))  # noqa: SLF001
    assert "keeps to the form" in dialog.told
    assert dialog.findings == ()

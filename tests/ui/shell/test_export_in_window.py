"""Export: a telling name is proposed, the file holds what is typed, errors are a sentence."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from app.archive.history import Export
from app.errors import KnownError
from app.minutes.figures import Tally
from app.minutes.words import DocumentKind
from app.word.read import paragraph_texts
from tests.ui.keys import compose, press, type_text
from ui.exporting import PDF, WORD


@pytest.fixture(autouse=True)
def own_dialogs():
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def choose_in(program, kind: str, folder: Path) -> Path:
    """Export by the menu into a folder, under the proposed name."""
    program.application._settings.export_folder = str(folder)  # noqa: SLF001
    program.choose(kind)
    dialog = program.window.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit).text()
    dialog.accept()
    return folder / name


def test_dialog_proposes_a_telling_name(program, tmp_path):
    program.choose("Open the sample")
    target = choose_in(program, "Minutes…", tmp_path)
    assert target.name == "2022-05-11 Biên bản làm việc với Đảng ủy phường Thanh Sơn.docx"
    program.until(lambda: str(target) in program.window.messages.text)
    assert "Bùi Văn Phú" in "\n".join(paragraph_texts(target))


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Narrative report…", "Cùng đi có"),
        ("Minutes…", "BIÊN BẢN"),
        ("Notice of conclusions…", "THÔNG BÁO"),
    ],
)
def test_each_kind_is_written(program, tmp_path, action, words):
    program.choose("Open the sample")
    target = choose_in(program, action, tmp_path)
    program.until(lambda: str(target) in program.window.messages.text)
    assert words.casefold() in "\n".join(paragraph_texts(target)).casefold()


def test_word_being_composed_is_in_the_document_and_in_the_archive(program, tmp_path):
    program.choose("New minutes")
    program.choose("2 What")
    program.field("headline").setFocus()
    type_text("Họp ")
    compose("g", "giao")
    target = choose_in(program, "Narrative report…", tmp_path)
    program.until(target.exists)
    program.until(lambda: str(target) in program.window.messages.text)
    assert "Họp giao" in "\n".join(paragraph_texts(target))
    assert program.application._opened.writer.unsaved == ()  # noqa: SLF001


def test_bar_offers_to_open_the_file_and_its_folder(program, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "ui.exporting.QDesktopServices.openUrl", lambda url: opened.append(url) or True
    )
    program.choose("Open the sample")
    for words, path in (("Open", tmp_path / "x.docx"), ("Show in folder", tmp_path)):
        program.application.exporter.write(program.record, DocumentKind.REPORT, tmp_path / "x.docx")
        program.until(lambda: "Exported" in program.window.messages.text)
        program.press_button(words, program.window.messages)
        assert opened.pop().toLocalFile() == str(path)


def test_what_no_program_opens_is_told(program, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.exporting.QDesktopServices.openUrl", lambda _url: False)
    program.choose("Open the sample")
    for words, path in (("Open", tmp_path / "x.docx"), ("Show in folder", tmp_path)):
        program.application.exporter.write(program.record, DocumentKind.REPORT, tmp_path / "x.docx")
        program.until(lambda: "Exported" in program.window.messages.text)
        program.press_button(words, program.window.messages)
        told = f"No program on this computer opens {path}."
        assert told in program.window.messages.text


def test_target_that_cannot_be_written_is_one_sentence(program, tmp_path):
    program.choose("Open the sample")
    program.application.exporter.write(
        program.record, DocumentKind.REPORT, tmp_path / "gone" / "x.docx"
    )
    program.until(lambda: "does not exist" in program.window.messages.text)


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_export_key_opens_the_choice_of_kinds(program):
    program.choose("Open the sample")
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, program.window)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Narrative report…",
        "Minutes…",
        "Notice of conclusions…",
        "Document options…",
    ]
    menu.close()


def test_export_is_of_the_moment_when_it_was_asked_for(program, tmp_path):
    program.choose("Open the sample")
    program.application._settings.export_folder = str(tmp_path)  # noqa: SLF001
    program.choose("Narrative report…")
    program.window.pages.page(1).part.line.set_value("")
    dialog = program.window.findChild(QFileDialog)
    program.desk.new()
    dialog.accept()
    program.until(lambda: "Exported" in program.window.messages.text)
    (target,) = tmp_path.iterdir()
    assert "Thanh Sơn" in "\n".join(paragraph_texts(target))


def test_unexpected_error_of_an_export_is_not_swallowed(program, monkeypatch, qtbot):
    def broken(*_arguments, **_options):
        raise ZeroDivisionError

    program.choose("Open the sample")
    monkeypatch.setattr(program.application._press, "export", broken)  # noqa: SLF001
    with qtbot.captureExceptions() as caught:
        program.application.exporter.write(program.record, DocumentKind.REPORT, Path("x.docx"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not issubclass(caught[0][0], KnownError)


def exports(program) -> list[Export]:
    with closing(program.application._archive.another()) as archive:  # noqa: SLF001
        return archive.history.exports(program.record.id)


def kept(program, number: int) -> bytes:
    with closing(program.application._archive.another()) as archive:  # noqa: SLF001
        return archive.history.exported(number)


@pytest.mark.parametrize("output", [WORD, PDF])
def test_archive_keeps_what_was_exported_byte_for_byte(program, tmp_path, output):
    program.choose("Open the sample")
    target = tmp_path / f"x.{output.suffix}"
    program.application.exporter.write(program.record, DocumentKind.NOTICE, target, output)
    program.until(lambda: "Exported" in program.window.messages.text)
    (export,) = exports(program)
    assert (export.kind, export.form, export.path) == ("notice", "party", str(target))
    assert kept(program, export.number) == target.read_bytes()


def test_archive_keeps_the_version_that_was_exported(program, tmp_path):
    program.choose("Open the sample")
    asked = program.record.but(tally=Tally())
    program.application.exporter.write(asked, DocumentKind.REPORT, tmp_path / "x.docx")
    program.until(lambda: "Exported" in program.window.messages.text)
    (export,) = exports(program)
    with closing(program.application._archive.another()) as archive:  # noqa: SLF001
        assert archive.history.version(asked.id, export.version) == asked
    assert program.record != asked  # and what is open stays as it is


def test_minutes_that_nobody_has_touched_come_into_the_archive_with_their_export(program, tmp_path):
    program.choose("New minutes")
    program.application.exporter.write(program.record, DocumentKind.MINUTES, tmp_path / "x.docx")
    program.until(lambda: "Exported" in program.window.messages.text)
    assert len(exports(program)) == 1
    program.until(lambda: program.window.archive._list.model().rowCount() == 1)  # noqa: SLF001


def test_export_stands_where_the_archive_can_keep_no_copy(program, tmp_path, monkeypatch):
    def full(*_arguments):
        raise KnownError("The disk is full.")

    program.choose("Open the sample")
    monkeypatch.setattr(program.application.exporter, "_keep", full)
    program.application.exporter.write(program.record, DocumentKind.REPORT, tmp_path / "x.docx")
    program.until(lambda: "keeps no copy of it: The disk is full." in program.window.messages.text)
    assert paragraph_texts(tmp_path / "x.docx")


def test_mistake_of_ours_in_keeping_is_not_swallowed(program, tmp_path, monkeypatch, qtbot):
    def broken(*_arguments):
        raise ZeroDivisionError

    program.choose("Open the sample")
    monkeypatch.setattr(program.application.exporter, "_keep", broken)
    with qtbot.captureExceptions() as caught:
        program.application.exporter.write(program.record, DocumentKind.REPORT, tmp_path / "x.docx")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert "Exported" in program.window.messages.text

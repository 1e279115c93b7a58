"""A Word file that somebody has worked on, or has open, is not replaced without a question."""

from pathlib import Path

import pytest

from app.minutes.words import DocumentKind
from app.word.read import paragraph_texts


@pytest.fixture
def target(program, tmp_path) -> Path:
    """A document that was exported from the open sample."""
    path = tmp_path / "x.docx"
    program.choose("Open the sample")
    export(program, path)
    program.until(lambda: "Exported" in program.window.messages.text)
    program.window.messages.dismiss()
    return path


def export(program, path: Path) -> None:
    program.application.exporter.write(program.record, DocumentKind.MINUTES, path)


def exported_to(program, path: Path) -> None:
    program.until(lambda: f"{path}." in program.window.messages.text)
    assert "BIÊN BẢN" in "\n".join(paragraph_texts(path)).upper()


def asked(program):
    program.until(lambda: any_dialog(program) is not None)
    return any_dialog(program)


def any_dialog(program):
    try:
        return program.dialog("Replace the file?")
    except AssertionError:
        return None


def test_untouched_export_is_replaced_without_a_question(program, target):
    export(program, target)
    exported_to(program, target)


def test_changed_file_is_kept_until_somebody_says_so(program, target):
    target.write_bytes(b"an official's work")
    export(program, target)
    dialog = asked(program)
    assert "changed since it was exported" in dialog.text()
    dialog.reject()
    assert target.read_bytes() == b"an official's work"
    assert [path.name for path in target.parent.iterdir()] == ["x.docx"]


def test_changed_file_is_replaced_by_whoever_says_so(program, target):
    target.write_bytes(b"an official's work")
    export(program, target)
    program.press_button("Replace it", asked(program))
    exported_to(program, target)


def test_document_may_be_saved_beside_a_changed_file(program, target):
    target.write_bytes(b"an official's work")
    export(program, target)
    program.press_button("Keep both", asked(program))
    exported_to(program, target.with_name("x (2).docx"))
    assert target.read_bytes() == b"an official's work"


def test_document_may_be_saved_beside_one_that_is_open_in_word(program, target):
    target.with_name("~$x.docx").touch()
    before = target.read_bytes()
    export(program, target)
    program.until(lambda: "open in another program" in program.window.messages.text)
    program.press_button("Save as “x (2).docx”", program.window.messages)
    exported_to(program, target.with_name("x (2).docx"))
    assert target.read_bytes() == before


def test_one_may_try_again_when_the_file_is_closed_in_word(program, target):
    mark = target.with_name("~$x.docx")
    mark.touch()
    export(program, target)
    program.until(lambda: "open in another program" in program.window.messages.text)
    mark.unlink()
    program.press_button("Try again", program.window.messages)
    exported_to(program, target)

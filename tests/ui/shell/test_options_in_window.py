"""Document options: chosen within what the form allows, seen at once, kept for the office."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from app.documents.outline import paragraphs
from app.editing.edits import set_field
from app.editing.session import Label
from app.errors import KnownError
from app.minutes.issuance import Issuance
from app.minutes.office import Office
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form, Security
from app.word.read import paragraph_texts
from tests.ui.keys import press, type_text
from ui.dialogs.options_dialog import OptionsDialog
from ui.exporting import PDF, WORD

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Document options"
TAB = Qt.FocusPolicy.TabFocus
BY_IT = """
[[office]]
id = "it"
name = "Văn phòng"
form = "party"
choices = [{ name = "body_size", value = "15" }]
"""
FORBIDDEN = "[settings]\nallow_classified = false\n"


@pytest.fixture
def under(start, tmp_path):
    """Starts the program under a policy."""

    def started(policy: str):
        path = tmp_path / "policy.toml"
        path.write_text(policy, "utf-8")
        return start(policy=path)

    return started


def opened(program, form: Form = Form.PARTY) -> OptionsDialog:
    """The dialog for the sample."""
    program.choose("Open the sample")
    if form is not program.record.form:
        change(program, "form", form)
    return asked(program)


def asked(program) -> OptionsDialog:
    program.choose(NAME)
    dialog = program.dialog(NAME)
    dialog.activateWindow()
    program.until(dialog.isActiveWindow)
    return dialog


def change(program, field: str, value: object) -> None:
    program.desk.session.edit(set_field(Place(field), value), Label("x"), Place(field))


def field(dialog: OptionsDialog, name: str, kind: type[QWidget]) -> QWidget:
    return next(f for f in dialog.findChildren(kind) if f.accessibleName() == name)


def type_number(program, dialog: OptionsDialog, name: str, number: str) -> None:
    """As one does by keyboard: select what is there, type, Tab."""
    box = field(dialog, name, QDoubleSpinBox)
    box.setFocus()
    box.selectAll()
    type_text(number)
    press(Qt.Key.Key_Tab)


def test_enter_ends_a_number_and_not_the_dialog(program):
    dialog = opened(program)
    box = field(dialog, "Body text", QDoubleSpinBox)
    box.setFocus()
    box.selectAll()
    type_text("15\n")
    assert dialog.isVisible()
    assert size(program) == 15
    dialog.close()


def size(program, role: str = "body") -> float | None:
    rules = program.application._press.rules_of(program.record)  # noqa: SLF001
    return rules.roles[role].look().size


def preview_text(program) -> str:
    return program.window.preview.view.pages.text()


def offices(program) -> list[Office]:
    return program.application._archive.offices.all()  # noqa: SLF001


def test_choice_is_kept_for_an_office_made_from_the_letterhead(program):
    dialog = opened(program)
    assert "belong to no office yet" in program.words(dialog)
    type_number(program, dialog, "Body text", "15")
    (office,) = offices(program)
    assert office.name == program.record.meeting.issuing.name
    assert [(c.name, c.value) for c in office.choices] == [("body_size", "15")]
    assert program.record.office == office.id
    assert size(program) == 15
    assert office.name in program.words(dialog)


def test_preview_follows_each_choice(program):
    dialog = opened(program)
    before = program.window.preview.view.pages
    assert "2.317,8 tỷ đồng" in preview_text(program)
    field(dialog, "Reported results and indicators", QCheckBox).click()
    program.until(lambda: "2.317,8 tỷ đồng" not in preview_text(program))
    type_number(program, dialog, "Line spacing", "22")
    after = program.window.preview.view.pages
    assert after.rules.roles["body"].look().line == 22
    assert before.rules.roles["body"].look().line == 18


def test_pick_is_followed(program):
    dialog = opened(program)
    box = field(dialog, "Attendees", QComboBox)
    box.setFocus()
    press(Qt.Key.Key_Down)
    assert box.currentText() == "A table"
    program.until(lambda: "Chức vụ, đơn vị" in preview_text(program))


def test_exported_document_is_as_chosen(program, tmp_path):
    dialog = opened(program)
    field(dialog, "Reported results and indicators", QCheckBox).click()
    program.application.exporter.write(program.record, DocumentKind.MINUTES, tmp_path / "x.docx")
    program.until(lambda: "Exported" in program.window.messages.text)
    assert "2.317,8 tỷ đồng" not in "\n".join(paragraph_texts(tmp_path / "x.docx"))


def test_choices_hold_for_other_minutes_of_the_office_and_the_next_time(start):
    first = start()
    type_number(first, opened(first), "Body text", "15")
    office = first.record.office
    first.desk.new()
    assert not [d for d in first.window.findChildren(OptionsDialog) if d.isVisible()]
    change(first, "office", office)
    assert size(first) == 15
    first.wait_saved()
    first.application.stop()
    start.running.remove(first.application)
    again = start()
    again.desk.new()
    change(again, "office", office)
    assert size(again) == 15


def test_choices_can_be_taken_back(program):
    dialog = opened(program)
    type_number(program, dialog, "Body text", "15")
    program.press_button("As the form has it", dialog)
    assert size(program) == 14
    assert field(dialog, "Body text", QDoubleSpinBox).value() == 14
    assert offices(program)[0].choices == ()


def test_what_is_usual_is_not_kept(program):
    dialog = opened(program)
    type_number(program, dialog, "Body text", "15")
    type_number(program, dialog, "Body text", "14")
    assert offices(program)[0].choices == ()


@pytest.mark.parametrize(
    ("form", "allowed"), [(Form.PARTY, "14–15 (usually 14)"), (Form.STATE, "13–14 (usually 14)")]
)
def test_choices_are_within_what_the_form_allows(program, form, allowed):
    dialog = opened(program, form)
    assert allowed in program.words(dialog)
    box = field(dialog, "Body text", QDoubleSpinBox)
    type_number(program, dialog, "Body text", "40")
    assert (box.minimum(), box.maximum()) == ((14, 15) if form is Form.PARTY else (13, 14))
    assert box.value() == 14


def test_other_form_has_other_choices(program):
    opened(program)
    change(program, "form", Form.STATE)
    dialog = program.dialog(NAME)
    assert field(dialog, "Left margin", QDoubleSpinBox).value() == 30


def test_undo_leaves_the_office_and_the_dialog_says_so(program):
    dialog = opened(program)
    type_number(program, dialog, "Body text", "15")
    program.choose("Undo")
    assert program.record.office == ""
    assert "belong to no office yet" in program.words(dialog)
    assert size(program) == 14


def test_what_it_has_fixed_cannot_be_changed(under):
    program = under(BY_IT)
    program.choose("Open the sample")
    change(program, "office", "it")
    dialog = asked(program)
    box = field(dialog, "Body text", QDoubleSpinBox)
    assert (box.value(), box.isEnabled()) == (15, False)
    assert "Fixed by IT" in program.words(dialog)
    type_number(program, dialog, "Title of the document", "15")
    assert size(program, "document_title") == 15
    assert size(program) == 15


def test_archive_that_cannot_keep_a_choice_is_told(program, monkeypatch):
    def full(_office):
        raise KnownError("The disk is full.")

    dialog = opened(program)
    monkeypatch.setattr(program.application._archive.offices, "save", full)  # noqa: SLF001
    field(dialog, "Speeches", QCheckBox).click()
    assert program.window.messages.text == "The disk is full."
    assert field(dialog, "Speeches", QCheckBox).isChecked()
    assert program.record.office == ""


def test_dialog_can_be_opened_from_the_preview(program):
    program.choose("Open the sample")
    press_preview_button(program)
    assert program.dialog(NAME).isVisible()


@pytest.mark.parametrize("shown", [True, False])
def test_preview_is_there_for_the_choices_and_as_it_was_after_them(program, shown):
    program.choose("Open the sample")
    preview = program.window.preview
    if preview.isVisible() is not shown:
        program.choose("Preview panel")
    dialog = asked(program)
    assert preview.isVisible()
    dialog.close()
    assert preview.isVisible() is shown


def press_preview_button(program) -> None:
    action = program.action("Document options")
    (button,) = (
        b for b in program.window.preview.findChildren(QToolButton) if b.defaultAction() is action
    )
    assert button.accessibleName()
    button.click()


def test_forms_of_it_that_are_wrong_are_told_once(under, tmp_path):
    (tmp_path / "party.toml").write_text("role.body.size = 99\n", "utf-8")
    program = under(f"[settings]\nforms = '{tmp_path}'\n")
    program.choose("Open the sample")
    program.until(lambda: "party.toml" in program.window.messages.text)
    assert size(program) == 14
    program.window.messages.tell("something else")
    program.application.exporter.write(program.record, DocumentKind.MINUTES, tmp_path / "x.docx")
    program.until(lambda: "Exported" in program.window.messages.text)


def test_forms_of_it_are_followed(under, tmp_path):
    (tmp_path / "party.toml").write_text("role.body.size = 15\n", "utf-8")
    program = under(f"[settings]\nforms = '{tmp_path}'\n")
    program.choose("Open the sample")
    assert size(program) == 15


def marked(program) -> Minutes:
    program.choose("Open the sample")
    mark = Issuance(
        id="i1", kind=DocumentKind.NOTICE, form=Form.PARTY, security=Security.CONFIDENTIAL
    )
    change(program, "issuances", (mark,))
    return program.record


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_classified_minutes_are_not_written_where_policy_forbids_it(under, tmp_path, suffix):
    program = under(FORBIDDEN)
    target: Path = tmp_path / f"x.{suffix}"
    output = PDF if suffix == "pdf" else WORD
    # Also as a document that bears no mark of its own.
    program.application.exporter.write(marked(program), DocumentKind.REPORT, target, output)
    program.until(lambda: "forbidden on this computer" in program.window.messages.text)
    assert not target.exists()
    assert program.application._archive.history.exports(program.record.id) == []  # noqa: SLF001


def test_nobody_is_asked_where_to_write_what_policy_forbids(under):
    program = under(FORBIDDEN)
    marked(program)
    program.choose("Minutes…")
    assert "forbidden on this computer" in program.window.messages.text
    assert program.window.findChild(QFileDialog) is None


def test_classified_minutes_are_not_printed_where_policy_forbids_it(under):
    program = under(FORBIDDEN)
    marked(program)
    program.choose("Print…")
    assert "forbidden on this computer" in program.window.messages.text


def test_classified_minutes_are_written_where_nothing_forbids_it(program, tmp_path):
    record = marked(program)
    program.application.exporter.write(record, DocumentKind.NOTICE, tmp_path / "x.docx")
    program.until(lambda: "Exported" in program.window.messages.text)
    assert "MẬT" in paragraph_texts(tmp_path / "x.docx")
    outline = program.application._press.compose(record, DocumentKind.NOTICE, Form.PARTY)  # noqa: SLF001
    assert "MẬT" in [paragraph.text for paragraph in paragraphs(outline)]


@pytest.mark.parametrize(("policy", "allowed"), [(FORBIDDEN, False), ("", True)])
def test_pages_are_told_whether_minutes_may_be_classified(under, policy, allowed):
    assert {page.classified for page in under(policy).window.pages.all_pages()} == {allowed}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_everything_has_a_name_and_a_mnemonic_of_its_own(start, form, language):
    program = start(language=language)
    program.desk.take(Minutes(id="m", form=form))
    program.window.actions_by_name["document_options"].trigger()
    dialog = program.window.findChild(OptionsDialog)
    here = [w for w in dialog.findChildren(QWidget) if w.window() is dialog and not w.isHidden()]
    focusable = [w for w in here if w.focusPolicy() & TAB]
    assert [w for w in focusable if not (w.accessibleName() or getattr(w, "text", str)())] == []
    for tab in dialog.findChildren(QScrollArea):
        texts = [w.text() for kind in (QLabel, QCheckBox) for w in tab.findChildren(kind)]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)) > 5
        assert all(letter.isascii() for letter in letters)
    if language == "vi":
        told = "".join(texts)
        assert "The " not in told
        assert "usually" not in told


def test_fields_come_one_after_the_other_by_tab(program):
    dialog = opened(program)
    boxes = [field(dialog, name, QDoubleSpinBox) for name in ("Body text", "Line spacing")]
    boxes[0].setFocus()
    press(Qt.Key.Key_Tab)
    assert boxes[1].hasFocus()

"""The first start, and the office's profiles: typed, kept, used by new minutes, fixed by IT."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QToolButton,
)

from app.archive.errors import damaged
from app.archive.offices import Offices
from app.minutes.meeting import IssuingBody
from app.minutes.office import Office
from app.minutes.words import DocumentKind, Form, Side
from app.settings.policy import Policy
from tests.ui.keys import commit, compose, press, type_text

SET_BY_IT = Policy(offices=(Office(id="it", name="Thành ủy", writer="Xuân Thoa"),))
TITLE = "Office profiles"


def opened(program):
    program.choose("Office profiles")
    dialog = program.dialog(TITLE)
    program.until(dialog.isActiveWindow)
    return dialog


def line(dialog, name, at=0):
    found = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name]
    return found[at]


def fill(dialog, name, words, at=0):
    where = line(dialog, name, at)
    where.setFocus()
    where.selectAll()
    type_text(words, into=where)


def half_named(dialog):
    """The name of the profile, in which "Sơn" is being composed."""
    name = line(dialog, "Profile name")
    name.selectAll()
    type_text("Phường ", into=name)
    compose("S", "Sơ", "Sơn", into=name)
    return name


def told(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def own(program):
    return program.application._archive.offices.all()  # noqa: SLF001


def test_first_start_offers_what_one_can_do(program):
    assert "Welcome to Biên Bản" in program.words(program.window)
    offered = [b.text().replace("&", "") for b in program.window.start.findChildren(QToolButton)]
    assert offered == ["New minutes", "Open the sample", "Office profiles", "User guide"]
    program.press_button("New minutes", program.window.start)
    assert program.desk.record is not None


def test_first_start_can_go_on_by_enter_at_once(program):
    program.until(lambda: isinstance(QApplication.focusWidget(), QToolButton))
    assert QApplication.focusWidget().text().replace("&", "") == "New minutes"
    press(Qt.Key.Key_Return)
    program.until(lambda: program.desk.record is not None)


def test_start_page_is_found_again(program):
    program.choose("New minutes")
    type_text("Huế")
    record = program.record
    program.choose("Start page")
    assert program.desk.record is None
    assert program.window.start.isVisible()
    program.desk.open(record.id)
    assert program.record == record


def test_set_up_the_office_and_new_minutes_start_from_it(program):
    dialog = opened(program)
    assert line(dialog, "Profile name").hasFocus()  # one can type at once
    type_text("Phường Thanh Sơn")
    fill(dialog, "Parent body", "ĐẢNG BỘ THÀNH PHỐ")
    fill(dialog, "Issuing body", "ĐẢNG ỦY PHƯỜNG")
    fill(dialog, "Symbol", "ĐU")
    fill(dialog, "Place name", "Thanh Sơn")
    fill(dialog, "Usual secretary", "Kiều Như Nguyên")
    fill(dialog, "Secretary’s positions", "Phó Văn phòng")
    form = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Form")
    form.setFocus()
    type_text("S", into=form)
    fill(dialog, "Symbol of the document", "BC")
    fill(dialog, "Title", "PHÓ BÍ THƯ", 1)
    recipients = next(
        each
        for each in dialog.findChildren(QPlainTextEdit)
        if each.accessibleName() == "Recipients"
    )
    recipients.setFocus()
    type_text("Như trên", into=recipients)
    press(Qt.Key.Key_Escape, into=dialog)
    (office,) = own(program)
    assert office.name == "Phường Thanh Sơn"
    assert office.form is Form.STATE
    program.choose("New minutes")
    record = program.record
    assert record.form is Form.STATE
    assert record.meeting.issuing == IssuingBody(
        name="ĐẢNG ỦY PHƯỜNG", parent="ĐẢNG BỘ THÀNH PHỐ", symbol="ĐU", place="Thanh Sơn"
    )
    assert (record.writer.name, record.writer.titles) == ("Kiều Như Nguyên", ("Phó Văn phòng",))
    issuance = record.issuance(DocumentKind.REPORT, Form.STATE)
    assert issuance.symbol == "BC"
    assert [(s.side, s.title) for s in issuance.signatories] == [(Side.RIGHT, "PHÓ BÍ THƯ")]
    assert [each.text for each in issuance.recipients] == ["Như trên"]


def test_a_profile_in_which_nothing_was_typed_is_none(program):
    dialog = opened(program)
    assert len(own(program)) == 1
    press(Qt.Key.Key_Escape, into=dialog)
    program.until(lambda: not own(program))


def test_a_word_being_composed_is_kept_when_the_dialog_closes(program):
    dialog = opened(program)
    half_named(dialog)
    dialog.close()
    assert [office.name for office in own(program)] == ["Phường Sơn"]


def test_a_word_being_composed_is_kept_when_another_profile_is_begun_by_its_letter(program):
    dialog = opened(program)
    name = half_named(dialog)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier, into=name)
    program.until(lambda: len(own(program)) == 2)
    assert sorted(office.name for office in own(program)) == ["New profile", "Phường Sơn"]
    assert name.text() == "New profile"
    dialog.close()


def test_typing_is_kept_after_a_pause_without_leaving_the_field(program):
    dialog = opened(program)
    fill(dialog, "Profile name", "Huyện ủy")
    program.until(lambda: [office.name for office in own(program)] == ["Huyện ủy"])
    dialog.close()


def test_each_kind_has_its_own_signatures(program):
    dialog = opened(program)
    kind = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName().startswith("Kind"))
    fill(dialog, "Symbol of the document", "BC")
    kind.setFocus()
    press(Qt.Key.Key_Down, into=kind)
    assert line(dialog, "Symbol of the document").text() == ""
    fill(dialog, "Symbol of the document", "BB")
    kind.setFocus()
    press(Qt.Key.Key_Up, into=kind)
    assert line(dialog, "Symbol of the document").text() == "BC"
    dialog.close()
    (office,) = own(program)
    assert [(p.kind, p.symbol) for p in office.papers] == [
        (DocumentKind.REPORT, "BC"),
        (DocumentKind.MINUTES, "BB"),
    ]


def test_several_profiles_and_which_one_is_the_start(program):
    dialog = opened(program)
    fill(dialog, "Profile name", "A")
    program.press_button("Add", dialog)
    fill(dialog, "Profile name", "B")
    box = dialog.findChild(QCheckBox)
    assert not box.isChecked()
    box.click()
    assert box.isChecked()
    program.press_button("Copy", dialog)
    dialog.close()
    assert [office.name for office in own(program)] == ["A", "B", "Copy of B"]
    program.choose("New minutes")
    assert program.record.office == own(program)[1].id


def test_a_removed_profile_leaves_its_minutes_alone(program):
    dialog = opened(program)
    fill(dialog, "Issuing body", "THÀNH ỦY")
    dialog.close()
    program.choose("New minutes")
    type_text("Huế", into=program.field("place"))
    dialog = opened(program)
    program.press_button("Remove", dialog)
    assert own(program) == []
    assert "There is no profile yet." in told(dialog)
    dialog.close()
    assert program.record.meeting.issuing.name == "THÀNH ỦY"


def test_its_profile_is_shown_as_fixed_and_can_be_copied(start):
    program = start(policy=SET_BY_IT)
    dialog = opened(program)
    listed = dialog.findChild(QListWidget)
    assert listed.item(0).text() == "Thành ủy (set by IT)"
    assert "IT has set this profile." in told(dialog)
    assert not line(dialog, "Usual secretary").isEnabled()
    program.press_button("Copy", dialog)
    fill(dialog, "Usual secretary", "Lan")
    dialog.close()
    (office,) = own(program)
    assert (office.name, office.writer) == ("Copy of Thành ủy", "Lan")


def test_a_profile_that_cannot_be_kept_is_told(program, monkeypatch):
    from app.errors import KnownError

    def broken(_office):
        raise KnownError("The disk is full.")

    dialog = opened(program)
    monkeypatch.setattr(program.application._offices._kept(), "save", broken)  # noqa: SLF001
    fill(dialog, "Profile name", "X")
    program.until(lambda: "The disk is full." in told(dialog))
    dialog.close()


@pytest.mark.parametrize("committed", [True, False])
def test_nothing_is_doubled_by_composing(program, committed):
    dialog = opened(program)
    name = line(dialog, "Profile name")
    name.selectAll()
    compose("T", "Tỉ", "Tỉnh", into=name)
    if committed:
        commit("Tỉnh", into=name)
    dialog.close()
    assert [office.name for office in own(program)] == ["Tỉnh"]


def test_profiles_that_cannot_be_read_are_told_and_the_minutes_stay_open(program, monkeypatch):
    def unreadable(_offices):
        raise damaged(Path("a.sqlite"))

    monkeypatch.setattr(Offices, "all", unreadable)
    program.choose("Open the sample")
    program.until(lambda: "a.sqlite is damaged" in program.words(program.window.messages))
    assert program.desk.record is not None

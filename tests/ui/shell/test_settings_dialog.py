"""The settings dialog in the real window: chosen by keyboard, holding at once, fixed by IT."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from app.minutes.office import Office
from app.settings.declared import CLEAN_PASTE, GROUPS, INTERFACE_SIZE, LANGUAGE, OFFICE, THEME
from app.settings.policy import Policy
from app.settings.preferences import Preferences
from tests.ui.keys import press, type_text

FIXED = Policy({"theme": "dark"}, {"theme": "/etc/bienban/policy.toml"})


@pytest.fixture
def kept(environment_home):
    return lambda: Preferences(environment_home / "settings" / "preferences.json")


def opened(program, title="Settings"):
    program.choose("Settings")
    dialog = program.dialog(title)
    program.until(dialog.isActiveWindow)
    return dialog


def field(dialog, name, kind=QWidget):
    (found,) = (w for w in dialog.findChildren(kind) if w.accessibleName() == name)
    return found


def told(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def choose_size(program, percent):
    program.application._preferences.choose(INTERFACE_SIZE, percent)  # noqa: SLF001
    program.application._on_look_chosen(INTERFACE_SIZE.key)  # noqa: SLF001
    program.dialog("Settings").close()


def test_every_setting_stands_in_the_dialog(program):
    dialog = opened(program)
    names = {widget.accessibleName() for widget in dialog.findChildren(QWidget)}
    wanted = {s.text.replace("&", "") for settings in GROUPS.values() for s in settings}
    assert wanted <= names
    dialog.close()


def test_settings_open_by_key_once(program):
    press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier, into=program.window)
    first = program.dialog("Settings")
    program.choose("Settings")
    assert program.dialog("Settings") is first
    first.close()


def test_colours_change_at_once_and_are_kept(program, kept, qapp):
    dialog = opened(program)
    box = field(dialog, "Colours", QComboBox)
    box.setFocus()
    type_text("D")
    program.until(lambda: kept()[THEME] == "dark")
    ground = QPalette.ColorRole.Window
    program.until(lambda: program.window.palette().color(ground).lightnessF() < 0.2)
    assert "You chose this." in told(dialog)
    dialog.close()


def test_size_makes_the_window_anew_with_the_record_open(program, kept, qapp):
    program.choose("New minutes")
    type_text("Huế")
    record = program.record
    letters = qapp.font().pointSizeF()
    dialog = opened(program)
    box = field(dialog, "Size of the interface", QSpinBox)
    box.setFocus()
    box.selectAll()
    type_text("150\n")
    program.until(lambda: program.window.font().pointSizeF() == letters * 1.5)
    assert kept()[INTERFACE_SIZE] == 150
    assert program.record == record
    # It stays open, where one was; the one of the window that goes may still be seen.
    program.until(lambda: program.dialog("Settings").parent() is program.window)
    again = program.dialog("Settings")
    program.until(lambda: field(again, "Size of the interface", QSpinBox).hasFocus())
    again.close()


def test_larger_letters_and_back_leave_the_panels_as_they_were(program, qapp):
    """What had no room beside larger letters comes back; what the user folded does not."""
    program.choose("Sections panel")
    widths = program.window._splitter.sizes()  # noqa: SLF001
    letters = qapp.font().pointSizeF()
    for percent in (200, 100):
        choose_size(program, percent)
        assert program.window.font().pointSizeF() == letters * percent / 100
        if percent == 200:
            assert not program.window.preview.isVisible()
    assert program.window.preview.isVisible()
    assert program.window.archive.isVisible()
    assert not program.window.rail.isVisible()
    assert program.window._splitter.sizes()[0] == widths[0]  # noqa: SLF001


def test_a_panel_folded_by_hand_beside_larger_letters_stays_so(start):
    program = start()
    choose_size(program, 200)
    program.choose("Preview panel")
    program.choose("Preview panel")
    choose_size(program, 100)
    assert not program.window.preview.isVisible()


def test_language_is_spoken_at_once(start, kept):
    program = start(language="")
    program.choose("Cài đặt")
    dialog = program.dialog("Cài đặt")
    program.until(dialog.isActiveWindow)
    box = field(dialog, "Ngôn ngữ của chương trình", QComboBox)
    box.setFocus()
    press(Qt.Key.Key_Down, into=box)
    program.until(lambda: program.window.actions_by_name["redo"].text() == "&Redo")
    assert kept()[LANGUAGE] == "en"
    program.dialog("Settings").close()


def test_a_tick_is_kept(program, kept):
    dialog = opened(program)
    box = field(dialog, "Clean what is pasted", QCheckBox)
    box.setFocus()
    press(Qt.Key.Key_Space, into=box)
    assert kept()[CLEAN_PASTE] is False
    dialog.close()


def test_what_it_has_set_is_shown_as_fixed_with_its_place(start):
    program = start(policy=FIXED)
    dialog = opened(program)
    box = field(dialog, "Colours", QComboBox)
    assert not box.isEnabled()
    assert box.currentText() == "Dark"
    assert "Set by IT: /etc/bienban/policy.toml." in told(dialog)
    dialog.close()


def test_what_only_it_sets_cannot_be_chosen(program):
    dialog = opened(program)
    assert not field(dialog, "Documents may be printed", QCheckBox).isEnabled()
    assert "Only IT can change this." in told(dialog)
    dialog.close()


def test_a_folder_can_be_typed(program, kept, tmp_path):
    dialog = opened(program)
    line = field(dialog, "Second place for backups", QLineEdit)
    line.setFocus()
    type_text(str(tmp_path), into=line)
    press(Qt.Key.Key_Return, into=line)
    assert dialog.isVisible()  # Enter takes the text, it does not close
    box = field(dialog, "Clean what is pasted", QCheckBox)
    box.setFocus()
    assert str(tmp_path) in (kept()._chosen.values())  # noqa: SLF001
    dialog.close()


def test_a_choice_that_cannot_be_written_is_told(program, monkeypatch, environment_home):
    dialog = opened(program)
    (environment_home / "settings").rename(environment_home / "settings-gone")
    (environment_home / "settings").write_text("in the way")
    field(dialog, "Clean what is pasted", QCheckBox).click()
    assert "cannot be kept" in told(dialog)
    dialog.close()
    (environment_home / "settings").unlink()
    (environment_home / "settings-gone").rename(environment_home / "settings")


def test_new_minutes_start_from_the_office_chosen(start, kept):
    offices = (Office(id="a", name="Thành ủy"), Office(id="b", name="UBND", writer="Lan"))
    program = start(policy=Policy(offices=offices))
    dialog = opened(program)
    box = field(dialog, "Office of new minutes", QComboBox)
    assert [box.itemText(at) for at in range(box.count())] == [
        "The first profile there is",
        "Thành ủy",
        "UBND",
    ]
    box.setFocus()
    type_text("UB")
    assert kept()[OFFICE] == "b"
    dialog.close()
    program.choose("New minutes")
    assert program.record.office == "b"
    assert program.record.writer.name == "Lan"

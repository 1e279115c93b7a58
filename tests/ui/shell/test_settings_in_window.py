"""What was chosen and what IT fixed, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from app.settings.declared import LANGUAGE
from app.settings.preferences import Preferences


def test_the_language_chosen_is_spoken_the_next_time(start, tmp_path, environment_home):
    program = start(language="")
    assert program.window.windowTitle() == "Biên Bản"
    assert program.action("Làm lại")
    program.choose("English")
    assert Preferences(environment_home / "settings" / "preferences.json")[LANGUAGE] == "en"
    assert program.action("Redo")


def test_a_wrong_policy_is_told(start, tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\nmood = 1\nlanguage = 'en'\n")
    program = start(policy=policy, language="")
    assert "speaks of “mood”" in program.window.messages.text


def test_a_language_fixed_by_policy_is_spoken_and_stays(start, tmp_path, environment_home):
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\nlanguage = 'en'\n")
    program = start(policy=policy, language="")
    program.choose("Tiếng Việt")
    assert program.action("Làm lại")
    assert not (environment_home / "settings" / "preferences.json").exists()


PRINT_KEYS, PDF_KEYS = Qt.Key.Key_P, Qt.Key.Key_E
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def without(start, tmp_path, *features: str):
    """The program with the sample open and features switched off by policy."""
    policy = tmp_path / "policy.toml"
    policy.write_text("[settings]\n" + "".join(f"feature_{name} = false\n" for name in features))
    program = start(policy=policy)
    program.choose("Open the sample")
    return program


def test_what_it_switched_off_is_in_no_menu_and_has_no_key(start, tmp_path, qtbot):
    program = without(start, tmp_path, "pdf")
    assert not program.action("Export to PDF").isVisible()
    assert program.action("Print…").isVisible()
    assert program.action("Print / PDF").isVisible()
    qtbot.keyClick(program.window, PDF_KEYS, BOTH)
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)]


def test_a_button_goes_when_all_that_it_opens_is_switched_off(start, tmp_path):
    program = without(start, tmp_path, "pdf", "print")
    assert not program.action("Print / PDF").isVisible()
    assert program.action("Export to Word").isVisible()


def test_what_it_switched_off_stays_away_in_another_language(start, tmp_path):
    program = without(start, tmp_path, "print")
    program.choose("Tiếng Việt")
    assert not program.action("In…").isVisible()
    assert program.action("Xuất PDF").isVisible()


@pytest.fixture
def own_dialogs():
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.mark.usefixtures("own_dialogs")
@pytest.mark.parametrize("allowed", [True, False])
def test_the_print_dialog_writes_no_pdf_where_it_switched_that_off(start, tmp_path, allowed):
    program = without(start, tmp_path, *([] if allowed else ["pdf"]))
    program.choose("Print…")
    dialog = program.window.findChild(QPrintDialog)
    printers = dialog.findChild(QComboBox, "printers")
    offered = [printers.itemText(at) for at in range(printers.count())]
    assert any("PDF" in name for name in offered) == allowed
    dialog.reject()

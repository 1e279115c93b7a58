"""No English is left in the Vietnamese interface, Qt's own dialogs and context menus included."""

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QToolButton,
    QWidget,
)

from app.language.catalogue import load_catalogue
from app.paths import resources_folder
from tests.ui.shell.conftest import Start
from ui.qt_texts import QT_TEXTS, CatalogueTranslator

# What Qt asks for and nobody has to translate: keys, sizes of paper, its own signs.
NOT_WORDS = {"QShortcut", "QPageSize", "QGuiApplication"}
SAME_IN_BOTH = {
    "Alt+Left", "Alt+Right", "Alt+Up", "%1%", "...", "Form", "mm",
    "1 (1x1)", "2 (2x1)", "4 (2x2)", "6 (2x3)", "9 (3x3)", "16 (4x4)",
    "Cicero (CC)", "Didot (DD)", "Pica (P̸)",
}  # fmt: skip


class Listening(QTranslator):
    """Notes what Qt asks for and our translator does not know."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.unknown: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, message, _note=None, _count=-1):
        if context not in NOT_WORDS and message not in SAME_IN_BOTH and context.startswith("Q"):
            self.unknown.add((context, message))


@pytest.fixture
def listening(qapp, vietnamese):
    """Behind our translator, so that only what it does not answer comes through."""
    behind, ours = Listening(qapp), CatalogueTranslator(vietnamese, qapp)
    qapp.installTranslator(behind)
    qapp.installTranslator(ours)
    yield behind
    for translator in (ours, behind):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_every_button_of_qt_is_vietnamese(qtbot, listening):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for button in QDialogButtonBox.StandardButton:
        if button not in (button.NoButton, button.FirstButton, button.LastButton):
            box.addButton(button)
    assert not listening.unknown
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Hủy"


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_context_menus_of_fields_are_vietnamese(qtbot, listening, make):
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    menu.deleteLater()
    assert not listening.unknown
    assert "Sao chép" in words


@pytest.mark.parametrize("make", [QSpinBox, QDateEdit])
def test_number_and_date_boxes_ask_for_nothing_unknown(qtbot, listening, make):
    box = make()
    qtbot.addWidget(box)
    box.show()
    assert not listening.unknown


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
@pytest.mark.parametrize("kind", [QFileDialog.FileMode.AnyFile, QFileDialog.FileMode.Directory])
def test_file_dialog_is_vietnamese(qtbot, listening, tmp_path, mode, kind):
    dialog = QFileDialog(None, "Xuất", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.setFileMode(kind)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert not listening.unknown


def test_message_box_with_details_is_vietnamese(qtbot, listening):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDetailedText("…")
    box.show()
    assert not listening.unknown


def test_print_dialog_is_vietnamese(qtbot, listening, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert not listening.unknown


@pytest.mark.usefixtures("listening")
def test_keys_are_called_as_they_are_on_the_keyboard():
    named = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Return").toString(named) == "Enter"
    assert QKeySequence("Ctrl+Return")[0].key() is Qt.Key.Key_Return


def test_all_texts_of_qt_are_translated():
    vietnamese = load_catalogue(resources_folder() / "catalogues", "vi")
    same = {pair for pair in QT_TEXTS if vietnamese.in_context(*pair) == pair[1]}
    assert not same


def shown_words(window: QWidget) -> set[str]:
    """Everything that is written in a window: labels, buttons, menus, tips, accessible names."""
    words: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        words |= {widget.windowTitle(), widget.toolTip(), widget.accessibleName()}
        if isinstance(widget, QLabel | QAbstractButton):
            words.add(widget.text())
        if isinstance(widget, QGroupBox):
            words.add(widget.title())
        if isinstance(widget, QMenu):
            words |= {action.text() for action in widget.actions()}
        if isinstance(widget, QToolButton) and widget.defaultAction():
            words.add(widget.defaultAction().toolTip())
    return {word.replace("&", "") for word in words}


def test_no_english_word_is_left_in_the_window(start: Start):
    english, program = start(language="en"), None
    english_words = shown_words(english.window)
    english.window.close()
    english.application.stop()
    start.running.clear()
    program = start(language="vi")
    same = english_words & shown_words(program.window)
    # Names that are the same in every language, and the two pages of these tests.
    assert same <= {
        "",
        "Biên Bản",
        "Tiếng Việt",
        "English",
        "+",
        "−",
        "place",
        "headline",
        "What",
        "Where",
        "1 Where",
        "2 What",
        "page 1/1",
    }, same


def test_numbers_and_days_are_written_the_vietnamese_way(start: Start):
    start(language="vi")
    assert QLocale().language() is QLocale.Language.Vietnamese
    assert QLocale().decimalPoint() == ","


def test_qt_speaks_vietnamese_while_the_program_does_and_no_longer(start: Start):
    program = start(language="vi")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    program.window.close()
    program.application.stop()
    start.running.clear()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert Qt.LayoutDirection.LeftToRight == QApplication.layoutDirection()

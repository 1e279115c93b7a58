"""What every text field does with abbreviations and with what is pasted."""

from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import commit, compose, paste, press, type_text
from ui.widgets.helped import Expanded
from ui.widgets.line_field import LineField
from ui.widgets.paragraphs_edit import ParagraphsEdit
from ui.widgets.passages_edit import PassagesEdit
from ui.widgets.read_field import ReadField
from ui.widgets.text_field import TextField

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TABLE = {"đc": "đồng chí", "tp": "thành phố"}
LIMIT = 40
_numbers = count()


class Helper:
    """Writes two words out; takes double spaces and line breaks away."""

    ends = " ,."

    def expansion(self, before: str) -> Expanded | None:
        word = before.rsplit(" ", maxsplit=1)[-1].rsplit("\u2028", maxsplit=1)[-1]
        return Expanded(word, TABLE[word]) if word in TABLE else None

    def cleaned(self, source: QMimeData, lines: bool) -> str:
        text = source.text().replace("  ", " ")
        return text if lines else text.replace("\n", " ")


def make_paragraphs() -> ParagraphsEdit:
    return ParagraphsEdit(lambda: f"p{next(_numbers)}", LIMIT)


MADE = (
    pytest.param(lambda: LineField(LIMIT), id="line"),
    pytest.param(lambda: TextField(LIMIT), id="text"),
    pytest.param(make_paragraphs, id="paragraphs"),
    pytest.param(lambda: PassagesEdit(LIMIT), id="passages"),
)


class Held:
    """A field in a window with another one after it, and what it told."""

    def __init__(self, field: QWidget, qtbot: QtBot) -> None:
        self.field = field
        window = self.window = QWidget()  # qtbot itself does not keep it
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit())
        qtbot.addWidget(window)
        self.told: list[str] = []
        field.edited.connect(self._on_edited)
        field.paused.connect(self._on_paused)
        field.helper = Helper()
        window.show()
        window.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)

    def _on_edited(self, *_what: object) -> None:
        self.told.append(self.text)

    def _on_paused(self) -> None:
        self.told.append("|")

    @property
    def text(self) -> str:
        many = isinstance(self.field, QPlainTextEdit)
        return self.field.toPlainText() if many else self.field.text()


@pytest.fixture(params=MADE)
def held(request: pytest.FixtureRequest, qtbot: QtBot) -> Held:
    return Held(request.param(), qtbot)


@pytest.fixture(params=MADE[1:])
def tall(request: pytest.FixtureRequest, qtbot: QtBot) -> Held:
    return Held(request.param(), qtbot)


def test_a_space_writes_the_word_out_as_a_step_of_its_own(held: Held) -> None:
    type_text("các đc ")
    assert held.text == "các đồng chí "
    assert held.told[-4:] == ["các đc ", "|", "các đồng chí ", "|"]
    type_text("x")
    assert held.text == "các đồng chí x"


@pytest.mark.parametrize("end", [",", "."])
def test_a_mark_writes_it_out_too(held: Held, end: str) -> None:
    type_text(f"tp{end}")
    assert held.text == f"thành phố{end}"


def test_backspace_right_after_takes_it_back_and_nothing_else(held: Held) -> None:
    type_text("một đc ")
    press(Qt.Key.Key_Backspace)
    assert held.text == "một đc "
    press(Qt.Key.Key_Backspace)
    assert held.text == "một đc"


def test_a_word_taken_back_stays_while_one_types_on(held: Held) -> None:
    type_text("đc ")
    press(Qt.Key.Key_Backspace)
    type_text("x ")
    assert held.text == "đc x "


def test_backspace_later_deletes_a_letter(held: Held) -> None:
    type_text("đc x")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    assert held.text == "đồng chí"


def test_backspace_elsewhere_deletes_a_letter(held: Held) -> None:
    type_text("đc ")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Backspace)
    assert held.text == "ồng chí "


def test_a_word_in_the_middle_is_written_out_where_it_stands(held: Held) -> None:
    type_text("gửi  𝔸 Phú")
    for _ in range(6):
        press(Qt.Key.Key_Left)
    type_text("đc ")
    assert held.text == "gửi đồng chí  𝔸 Phú"
    press(Qt.Key.Key_Backspace)
    assert held.text == "gửi đc  𝔸 Phú"


def test_tab_writes_it_out_on_the_way(held: Held) -> None:
    type_text("đc")
    press(Qt.Key.Key_Tab)
    assert held.text == "đồng chí"
    assert not held.field.hasFocus()


def test_enter_writes_it_out_before_the_new_line(tall: Held) -> None:
    type_text("đc\n")
    assert tall.text == "đồng chí\n"


def test_enter_in_a_line_writes_it_out(qtbot: QtBot) -> None:
    held = Held(LineField(LIMIT), qtbot)
    type_text("đc\n")
    assert held.text == "đồng chí"


def test_nothing_happens_while_a_word_is_composed(held: Held) -> None:
    compose("d", "đ", "đc")
    held.field.expand_word()
    assert held.told == []
    commit("đc")
    assert held.text == "đc"
    type_text(" ")
    assert held.text == "đồng chí "


def test_a_word_stays_while_the_next_one_is_composed_right_after_it(held: Held) -> None:
    type_text("đc")
    compose("x")
    held.field.expand_word()
    assert held.text == "đc"


def test_backspace_after_other_keys_deletes_a_letter(held: Held) -> None:
    type_text("đc x")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Backspace)
    assert held.text == "đồng chí"


def test_an_input_method_may_commit_the_space_with_the_word(held: Held) -> None:
    compose("đc")
    commit("đc ")
    assert held.text == "đồng chí "
    press(Qt.Key.Key_Backspace)
    assert held.text == "đc "


def test_a_selection_is_replaced_and_nothing_written_out(held: Held) -> None:
    type_text("tpx")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    held.field.expand_word()
    assert held.text == "tpx"


def test_where_there_is_no_room_the_word_stays(held: Held) -> None:
    type_text("x" * (LIMIT - 4) + " tp ")
    assert held.text == "x" * (LIMIT - 4) + " tp "


def test_without_a_helper_nothing_is_written_out(held: Held) -> None:
    held.field.helper = None
    type_text("đc ")
    paste("a  b")
    assert held.text == "đc a  b"


def test_dates_and_names_that_are_searched_are_left_alone(qtbot: QtBot) -> None:
    held = Held(ReadField(str, str, LIMIT), qtbot)
    type_text("tp ")
    assert held.text == "tp "


def test_what_is_pasted_is_put_right_in_one_step(held: Held) -> None:
    type_text("x ")
    held.told.clear()
    paste("a  b")
    assert held.text == "x a b"
    assert [told for told in held.told if told != "|"] == ["x a b"]
    assert held.told[0] == held.told[-1] == "|"
    type_text("!")
    assert held.text == "x a b!"


def test_it_can_be_pasted_as_it_is(held: Held) -> None:
    QGuiApplication.clipboard().setText("a  b")
    press(Qt.Key.Key_V, CTRL_SHIFT)
    assert held.text == "a  b"


def test_a_paste_takes_the_place_of_what_is_selected(held: Held) -> None:
    type_text("x ab y")
    for _ in range(2):
        press(Qt.Key.Key_Left)
    for _ in range(2):
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    paste("đc")
    assert held.text == "x đc y"


def test_a_paste_comes_after_the_word_being_composed(held: Held) -> None:
    compose("việt")
    paste(" nam")
    assert held.text == "việt nam"


def test_too_large_a_paste_is_refused(held: Held, qtbot: QtBot) -> None:
    type_text("có")
    with qtbot.waitSignal(held.field.refused):
        paste("x" * LIMIT)
    type_text("!")
    assert held.text == "có!"


def test_the_menu_of_a_line_pastes_clean_too(qtbot: QtBot) -> None:
    held = Held(LineField(LIMIT), qtbot)
    QGuiApplication.clipboard().setText("a  b\nc")
    menu = open_menu(held.field)
    (entry,) = (a for a in menu.actions() if a.objectName() == "edit-paste")
    entry.trigger()
    menu.close()
    assert held.text == "a b c"


def open_menu(field: QWidget) -> QMenu:
    centre = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, centre, field.mapToGlobal(centre))
    QCoreApplication.sendEvent(field, event)
    return field.findChild(QMenu)

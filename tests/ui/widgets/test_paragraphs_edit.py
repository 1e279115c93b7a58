from itertools import count

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import commit, compose, paste, press, type_text
from ui.widgets.paragraphs import Change, Paragraph
from ui.widgets.paragraphs_edit import LEAST_LINES, MOST_LINES, ParagraphsEdit

ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def changes() -> list[Change]:
    return []


@pytest.fixture
def edit(qtbot: QtBot, changes: list[Change]) -> ParagraphsEdit:
    numbers = count(1)
    edit = ParagraphsEdit(lambda: f"new{next(numbers)}", limit=1000, heading_limit=100)
    qtbot.addWidget(edit)
    edit.edited.connect(changes.append)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


def show(edit: ParagraphsEdit, *texts: str) -> None:
    edit.set_paragraphs([Paragraph(f"k{n}", text) for n, text in enumerate(texts)])


def told(edit: ParagraphsEdit) -> list[tuple[str, str]]:
    assert [p.text for p in edit.paragraphs()] == on_screen(edit)
    return [(p.key, p.text) for p in edit.paragraphs()]


def on_screen(edit: ParagraphsEdit) -> list[str]:
    document = edit.document()
    blocks = [document.findBlockByNumber(n).text() for n in range(document.blockCount())]
    return [text.replace("\u2028", "\n") for text in blocks]


def test_typed_paragraphs_get_keys(edit: ParagraphsEdit, changes: list[Change]) -> None:
    type_text("Một\nHai")
    assert told(edit) == [("new1", "Một"), ("new2", "Hai")]
    assert changes[-1] == Change(1, (Paragraph("new2", "Ha"),), (Paragraph("new2", "Hai"),))
    assert [change.typed for change in changes] == [True] * 3 + [False] + [True] * 3


def test_shift_enter_breaks_a_line_inside(edit: ParagraphsEdit) -> None:
    type_text("Một")
    press(Qt.Key.Key_Return, SHIFT)
    type_text("hai")
    assert told(edit) == [("new1", "Một\nhai")]


def test_enter_before_a_paragraph_keeps_its_key(edit: ParagraphsEdit) -> None:
    show(edit, "Một", "Hai")
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Return)
    assert told(edit) == [("new2", ""), ("k0", "Một"), ("k1", "Hai")]


def test_backspace_joins_with_the_paragraph_before(edit: ParagraphsEdit) -> None:
    show(edit, "Một", "Hai", "Ba")
    edit.show_paragraph("k1")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Backspace)
    assert told(edit) == [("k0", "MộtHai"), ("k2", "Ba")]


def test_a_composed_word_is_told_once(edit: ParagraphsEdit, changes: list[Change]) -> None:
    show(edit, "Một", "Hai")
    edit.show_paragraph("k1")
    compose("v", "vi", "việ")
    assert changes == []
    commit("việt")
    assert len(changes) == 1
    assert told(edit) == [("k0", "Một"), ("k1", "Haiviệt")]


def test_a_composed_word_counts_when_the_editor_is_left(edit: ParagraphsEdit) -> None:
    compose("việt")
    edit.clearFocus()
    assert told(edit) == [("new1", "việt")]


def test_a_composed_word_stays_where_others_come_in(edit: ParagraphsEdit) -> None:
    show(edit, "Một")
    edit.show_paragraph("k0")
    compose("việt")
    edit.set_paragraphs([Paragraph("k9", "Không"), Paragraph("k0", "Mộtviệt")])
    assert told(edit) == [("k9", "Không"), ("k0", "Mộtviệt")]


def test_alt_arrows_move_the_paragraph(edit: ParagraphsEdit, changes: list[Change]) -> None:
    show(edit, "Một", "Hai", "Ba")
    edit.show_paragraph("k2")
    press(Qt.Key.Key_Up, ALT)
    assert told(edit) == [("k0", "Một"), ("k2", "Ba"), ("k1", "Hai")]
    assert [p.key for p in changes[-1].after] == ["k2", "k1"]
    assert edit.current.key == "k2"
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert told(edit) == [("k0", "Một"), ("k1", "Hai"), ("k2", "Ba")]
    assert len(changes) == 2


def test_several_selected_paragraphs_move_together(edit: ParagraphsEdit) -> None:
    show(edit, "Một", "Hai", "Ba")
    edit.show_paragraph("k1")
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Up, ALT)
    assert told(edit) == [("k1", "Hai"), ("k2", "Ba"), ("k0", "Một")]


def test_pasted_lines_become_paragraphs(edit: ParagraphsEdit, changes: list[Change]) -> None:
    show(edit, "đầu cuối")
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    paste("một\r\n\r\n  hai\tba \nbô\u0301n ")
    assert told(edit) == [("k0", "đầu một"), ("new2", "hai ba"), ("new3", "bốncuối")]
    assert len(changes) == 1


@pytest.mark.parametrize("length", [1001, 1_000_000])
def test_too_large_a_paste_is_refused(
    edit: ParagraphsEdit, changes: list[Change], qtbot: QtBot, length: int
) -> None:
    show(edit, "Một")
    with qtbot.waitSignal(edit.refused) as refused:
        paste("x" * length)
    assert (refused.args, changes, told(edit)) == ([1000], [], [("k0", "Một")])


def test_a_full_paragraph_takes_no_more_letters(edit: ParagraphsEdit, changes: list) -> None:
    show(edit, "x" * 1000)
    type_text("y")
    assert (changes, len(edit.current.text)) == ([], 1000)


def test_a_heading_is_toggled_and_enter_after_it_is_plain(edit: ParagraphsEdit) -> None:
    type_text("Kinh tế")
    edit.toggle_heading()
    type_text("\nMột")
    assert [p.heading for p in edit.paragraphs()] == [True, False]
    assert on_screen(edit) == ["Kinh tế", "Một"]


def test_backspace_at_its_start_makes_a_heading_plain(edit: ParagraphsEdit) -> None:
    edit.set_paragraphs([Paragraph("a", "x"), Paragraph("h", "Kinh tế", heading=True)])
    edit.show_paragraph("h")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Backspace)
    assert edit.paragraphs() == (Paragraph("a", "x"), Paragraph("h", "Kinh tế"))


def test_showing_changes_only_what_differs(edit: ParagraphsEdit, changes: list) -> None:
    show(edit, "Một", "Hai", "Ba")
    edit.show_paragraph("k2")
    press(Qt.Key.Key_Left)
    edit.set_paragraphs([Paragraph("k0", "Một đổi"), Paragraph("x", "Mới"), Paragraph("k2", "Ba")])
    assert told(edit) == [("k0", "Một đổi"), ("x", "Mới"), ("k2", "Ba")]
    assert (edit.current.key, edit.textCursor().positionInBlock(), changes) == ("k2", 1, [])


def test_showing_none_leaves_a_blank_paragraph(edit: ParagraphsEdit) -> None:
    show(edit, "Một", "Hai")
    edit.set_paragraphs([])
    assert [text for _key, text in told(edit)] == [""]


def test_letters_beyond_the_basic_plane_keep_their_place(edit: ParagraphsEdit) -> None:
    show(edit, "𝔸 một", "𝔸 hai")
    edit.set_paragraphs([Paragraph("k0", "𝔸 một"), Paragraph("k1", "𝔸𝔸 hai hai")])
    edit.show_paragraph("k1")
    press(Qt.Key.Key_End)
    type_text("!")
    assert told(edit) == [("k0", "𝔸 một"), ("k1", "𝔸𝔸 hai hai!")]


def test_the_editor_grows_with_its_text_up_to_an_end(edit: ParagraphsEdit) -> None:
    line = edit.fontMetrics().lineSpacing()
    empty = edit.minimumSizeHint().height()
    show(edit, *"abcdefghij")
    grown = edit.minimumSizeHint().height()
    assert grown == empty + (10 - LEAST_LINES) * line
    show(edit, *"abcdefghijklmnopqrstuvwxyz")
    assert edit.minimumSizeHint().height() == empty + (MOST_LINES - LEAST_LINES) * line
    show(edit, "a")
    assert edit.minimumSizeHint().height() == empty


def test_all_are_numbered_but_headings_and_blank_ones(edit: ParagraphsEdit) -> None:
    show(edit, "Một", "", "Phần", "Hai")
    edit.show_paragraph("k2")
    edit.toggle_heading()
    assert [edit.mark_of(number) for number in range(4)] == ["1", "", "■", "2"]


def test_the_numbers_are_drawn_beside_the_text(edit: ParagraphsEdit) -> None:
    edit.setFrameShape(ParagraphsEdit.Shape.NoFrame)
    beside = QRect(0, 0, edit.viewport().x(), edit.height())
    before = edit.grab(beside).toImage()
    show(edit, "Một")
    assert edit.grab(beside).toImage() != before


def test_the_page_gives_the_editor_room_as_it_grows(edit: ParagraphsEdit, qtbot: QtBot) -> None:
    page, inside = QScrollArea(widgetResizable=True), QWidget()
    qtbot.addWidget(page)
    page.setWidget(inside)
    QVBoxLayout(inside).addWidget(edit)
    page.resize(300, 50)
    page.show()
    for text in ("", "một hai ba bốn " * 60):
        type_text(text, into=edit)
        qtbot.waitUntil(lambda: edit.height() == edit.minimumSizeHint().height())
    edit.setParent(None)  # the fixture lets go of it

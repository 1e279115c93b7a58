"""The lookers find what is wrong: a looker that sees nothing always passes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tests.ui.looks import reaching, seeing, speaking
from ui.appearance.palettes import ACCENT, palette
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.tab_order import follow_layout


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def show(window, *widgets):
    for widget in widgets:
        window.layout().addWidget(widget)
    window.show()
    return window


def test_a_label_that_is_too_narrow_is_found(window):
    label = QLabel("Thường trực Thành ủy làm việc")
    show(window, label)
    assert seeing.cut_off(window) == []
    label.setFixedWidth(20)
    assert "Thường trực" in seeing.cut_off(window)[0]


def test_a_wrapped_label_that_is_too_low_is_found(window):
    label = QLabel("Thường trực Thành ủy làm việc với Đảng ủy phường", wordWrap=True)
    label.setFixedSize(80, 10)
    assert seeing.cut_off(show(window, label))


def test_a_hint_that_is_too_long_is_found(window):
    field = QPlainTextEdit()
    field.setPlaceholderText("Nghe báo cáo kết quả năm 2021")
    show(window, field)
    assert seeing.cut_off(window) == []
    field.setFixedSize(100, 30)
    assert "Nghe báo cáo" in seeing.cut_off(window)[0]


def test_a_field_that_is_in_no_layout_is_found(window):
    show(window, QLabel("Gửi cho"))
    assert seeing.on_top_of_others(window) == []
    QLabel("Ngày gửi", window).show()
    assert "Ngày gửi" in seeing.on_top_of_others(window)[0]


@pytest.mark.parametrize("make", [QPushButton, QComboBox])
def test_a_button_and_a_choice_that_are_too_narrow_are_found(window, make):
    widget = make()
    if isinstance(widget, QComboBox):
        widget.addItem("Thường trực Thành ủy")
    else:
        widget.setText("Thường trực Thành ủy")
    widget.setFixedWidth(40)
    assert seeing.cut_off(show(window, widget))


def test_a_choice_is_too_narrow_for_words_that_are_not_chosen(window):
    box = QComboBox()
    box.addItems(["Mọi", "Thường trực Thành ủy"])
    show(window, box)
    assert seeing.cut_off(window) == []
    box.setFixedWidth(80)
    assert "Thường trực" in seeing.cut_off(window)[0]


def test_a_button_beyond_the_edge_of_what_holds_it_is_found(window):
    holder = QWidget()
    button = QPushButton("Chuyển xuống", holder)
    holder.setFixedSize(button.sizeHint())
    button.resize(button.sizeHint())
    show(window, holder)
    assert seeing.beyond_what_holds_it(window) == []
    button.move(0, button.height() // 2)
    assert "Chuyển xuống" in seeing.beyond_what_holds_it(window)[0]


def test_faint_words_are_found(window):
    label = QLabel("Thường trực Thành ủy")
    show(window, label)
    assert seeing.faint(window) == []
    colours = label.palette()
    ground = colours.color(QPalette.ColorRole.Window)
    colours.setColor(QPalette.ColorRole.WindowText, ground.darker(120))
    label.setPalette(colours)
    assert seeing.faint(window)


def test_letters_of_another_family_are_found(window):
    label, editor, table = QLabel("Lưu"), QPlainTextEdit("Lưu"), QTableWidget(1, 1)
    table.setItem(0, 0, QTableWidgetItem("Lưu"))
    show(window, label, editor, table)
    assert seeing.other_letters(window) == []
    label.setFont(QFont("Liberation Serif"))
    assert len(seeing.other_letters(window)) == 1
    table.item(0, 0).setFont(QFont("Liberation Serif"))
    assert len(seeing.other_letters(window)) == 2
    cursor, form = editor.textCursor(), QTextCharFormat()
    cursor.select(QTextCursor.SelectionType.Document)
    form.setFontFamilies(["Liberation Serif"])
    cursor.setCharFormat(form)
    assert len(seeing.other_letters(window)) == 3


def test_faint_words_that_cannot_be_used_are_found_too(window):
    label = QLabel("Thường trực Thành ủy", enabled=False)
    label.setPalette(palette(False, QColor(ACCENT)))
    show(window, label)
    assert seeing.faint(window) == []
    colours = label.palette()
    ground = colours.color(QPalette.ColorRole.Window)
    colours.setColor(QPalette.ColorRole.WindowText, ground.darker(120))
    label.setPalette(colours)
    assert seeing.faint(window)


def test_a_window_larger_than_the_screen_is_found(window):
    window.resize(2000, 100)
    window.show()
    assert seeing.off_screen(window)


def test_a_form_that_must_be_scrolled_sideways_is_found(window):
    scroller, content = QScrollArea(widgetResizable=True), QWidget()
    content.setMinimumWidth(900)
    scroller.setWidget(content)
    window.resize(300, 300)
    assert seeing.sideways(show(window, scroller))


def test_what_has_no_name_or_description_is_found(window):
    line = QLineEdit()
    show(window, line)
    assert reaching.nameless(window)
    assert reaching.undescribed(window)
    line.setAccessibleName("Tên")
    line.setAccessibleDescription("Họ và tên")
    assert reaching.nameless(window) == reaching.undescribed(window) == []


def test_tab_that_goes_back_is_found_and_mended(window):
    first, second, third = QLineEdit("a"), QLineEdit("b"), QLineEdit("c")
    show(window, first, second, third)
    assert reaching.out_of_order(window) == []
    QWidget.setTabOrder(third, second)
    assert reaching.out_of_order(window)
    follow_layout(window)
    assert reaching.out_of_order(window) == []


def test_tab_may_go_up_into_the_next_column(window):
    row, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
    for column, words in ((left, "ab"), (right, "cd")):
        for letter in words:
            column.addWidget(QLineEdit(letter))
        row.addLayout(column)
    window.layout().addLayout(row)
    window.show()
    assert reaching.out_of_order(window) == []


def test_two_places_with_one_letter_are_found(window):
    show(window, QPushButton("&Lưu"), QPushButton("&Lại"))
    assert len(reaching.doubled_mnemonics(window)) == 2


def test_a_box_that_the_wheel_turns_is_found(window):
    box = QComboBox()
    box.addItems(["a", "b", "c"])
    other = QSpinBox(focusPolicy=Qt.FocusPolicy.StrongFocus)
    quiet = QuietComboBox("Năm")
    quiet.addItems(["a", "b"])
    show(window, QLineEdit(), box, other, quiet)
    assert len(reaching.turned_by_the_wheel(window)) == 2


def test_english_is_found(window):
    show(window, QLabel("&Save"), QLabel("Phần mềm of the office"), QLabel("Lưu"))
    assert speaking.english_left(window, {"Save": "Lưu"}) == ["Save", "Phần mềm of the office"]


def test_doubled_words_keep_places_and_mnemonics(texts):
    twice = speaking.Doubled(texts)
    assert twice("&Save now") == "&Save now Save now"
    assert twice("Saved {time}", time="10:42") == "Saved 10:42 Saved 10:42"
    assert twice.plural("{count} item", "{count} items", count=2) == "2 items 2 items"

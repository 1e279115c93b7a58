from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette, QTextCursor
from pytestqt.qtbot import QtBot

from app.editing.said_text import paragraphs_of, with_paragraphs
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose
from tests.ui.keys import commit, compose, paste, press, type_text
from ui.appearance.tints import Look, Underline, tinted
from ui.widgets.passages_edit import Edited, PassagesEdit, Selected
from ui.widgets.plain import units
from ui.widgets.ranges import Point

LOOK = Look(hue=30, underline=Underline.DashUnderline)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
LIMIT = 200


class Owner:
    """Plays the record: takes what was edited, and shows the ranges that this makes."""

    def __init__(self, edit: PassagesEdit) -> None:
        self._edit = edit
        self._numbers = count()
        self.speech = Speech(id="s")
        self.edits: list[Edited] = []
        edit.edited.connect(self._on_edited)

    def say(self, *told: tuple[str, Purpose] | None) -> None:
        """Show a speech; None begins a paragraph."""
        self._edit.finish()
        passages, opens = [], True
        for at, one in enumerate(told):
            if one is not None:
                text, purpose = one
                made = Passage(id=f"p{at}", text=text, purpose=purpose, opens_paragraph=opens)
                passages.append(made)
            opens = one is None
        self.speech = Speech(id="s", passages=tuple(passages))
        self.show()

    def show(self, *, rewrite: bool = True) -> None:
        marked = [p.id for p in self.speech.passages if p.purpose is not Purpose.PLAIN]
        looks = dict.fromkeys(marked, LOOK)
        self._edit.show_paragraphs(paragraphs_of(self.speech), looks, rewrite=rewrite)

    def told(self) -> list[tuple[str, Purpose]]:
        return [(p.text, p.purpose) for p in self.speech.passages]

    def _on_edited(self, edited: Edited) -> None:
        self.edits.append(edited)
        self.speech = with_paragraphs(self.speech, edited.after, self._new_id)
        self.show(rewrite=False)

    def _new_id(self) -> str:
        return f"n{next(self._numbers)}"


@pytest.fixture
def edit(qtbot: QtBot) -> PassagesEdit:
    edit = PassagesEdit(LIMIT)
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


@pytest.fixture
def owner(edit: PassagesEdit) -> Owner:
    return Owner(edit)


def on_screen(edit: PassagesEdit) -> list[str]:
    document = edit.document()
    return [document.findBlockByNumber(n).text() for n in range(document.blockCount())]


def go_to(edit: PassagesEdit, position: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(position)
    edit.setTextCursor(cursor)


PLAIN, PETITION, REPLY = Purpose.PLAIN, Purpose.PETITION, Purpose.REPLY


def test_a_speech_is_typed(owner: Owner) -> None:
    type_text("Đã nghe.\nCảm ơn.")
    assert owner.told() == [("Đã nghe.", PLAIN), ("Cảm ơn.", PLAIN)]
    assert [p.opens_paragraph for p in owner.speech.passages] == [True, True]


def test_typing_at_the_end_of_a_marked_passage_finishes_its_sentence(edit, owner) -> None:
    owner.say(("Xin sửa", PETITION))
    go_to(edit, 7)
    type_text(" trụ sở.")
    assert owner.told() == [("Xin sửa trụ sở.", PETITION)]


def test_the_next_sentence_after_a_marked_one_is_plain(edit, owner) -> None:
    owner.say(("Xin sửa.", PETITION))
    go_to(edit, 8)
    type_text(" Đã nghe.")
    assert owner.told() == [("Xin sửa.", PETITION), ("Đã nghe.", PLAIN)]


def test_the_next_sentence_stays_apart_from_the_next_marked_one(edit, owner) -> None:
    owner.say(("Xin sửa.", PETITION), ("Được.", REPLY))
    go_to(edit, 8)
    type_text(" Rồi.")
    assert owner.told() == [("Xin sửa.", PETITION), ("Rồi.", PLAIN), ("Được.", REPLY)]


def test_typing_before_a_marked_passage_is_part_of_it(edit, owner) -> None:
    owner.say(("Một.", PLAIN), ("xin.", PETITION))
    go_to(edit, 5)
    type_text("Nay ")
    assert owner.told() == [("Một.", PLAIN), ("Nay xin.", PETITION)]


def test_typing_over_a_marked_passage_keeps_it(edit, owner) -> None:
    owner.say(("Một.", PLAIN), ("Xin.", PETITION), ("Hai.", PLAIN))
    go_to(edit, 9)
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    go_to(edit, 9)
    for _ in range(4):
        press(KEY.Key_Left, SHIFT)
    type_text("Sửa.")
    assert owner.told() == [("Một.", PLAIN), ("Sửa.", PETITION), ("Hai.", PLAIN)]


def test_enter_and_backspace_are_the_start(edit, owner) -> None:
    owner.say(("Một. Hai.", PLAIN), ("Xin. Sửa.", PETITION))
    before = owner.speech
    for position in (5, 10, 15):
        go_to(edit, position)
        press(KEY.Key_Return)
        assert edit.document().blockCount() == 2
        press(KEY.Key_Backspace)
        assert [p.but(id="") for p in owner.speech.passages] == [
            p.but(id="") for p in before.passages
        ]


def test_enter_cuts_at_the_space(edit, owner) -> None:
    owner.say(("Một. Hai.", PLAIN))
    go_to(edit, 5)
    press(KEY.Key_Return)
    assert on_screen(edit) == ["Một.", "Hai."]
    assert edit.textCursor().position() == 5


def test_delete_at_the_end_of_a_paragraph_joins_the_next(edit, owner) -> None:
    owner.say(("Một.", PLAIN), None, ("Xin.", PETITION))
    go_to(edit, 4)
    press(KEY.Key_Delete)
    assert on_screen(edit) == ["Một. Xin."]
    assert owner.told() == [("Một.", PLAIN), ("Xin.", PETITION)]


def test_a_word_cut_by_enter_is_whole_again_after_backspace(edit, owner) -> None:
    owner.say(("Hội trường", PLAIN))
    go_to(edit, 6)
    press(KEY.Key_Return)
    press(KEY.Key_Backspace)
    assert owner.told() == [("Hội trường", PLAIN)]


def test_pasted_lines_are_paragraphs_in_composed_letters(edit, owner) -> None:
    paste("Mo\u0302\u0323t.\r\n\r\n  Hai.\t")
    assert on_screen(edit) == ["Một.", "Hai."]
    assert owner.told() == [("Một.", PLAIN), ("Hai.", PLAIN)]


def test_too_long_a_paste_changes_nothing(edit, owner, qtbot) -> None:
    type_text("Một.")
    with qtbot.waitSignal(edit.refused) as told:
        paste("x" * (LIMIT - 3))
    assert told.args == [LIMIT]
    assert owner.told() == [("Một.", PLAIN)]


def test_no_letter_goes_into_a_full_paragraph(edit, owner, qtbot) -> None:
    paste("x" * LIMIT)
    with qtbot.waitSignal(edit.refused):
        type_text("y")
    assert on_screen(edit) == ["x" * LIMIT]


def test_a_composed_word_is_told_when_it_is_done(edit, owner) -> None:
    owner.say(("Xin.", PETITION))
    go_to(edit, 4)
    type_text(" ")
    compose("đ", "đư", "đươ", "được")
    assert owner.told() == [("Xin. ", PETITION)]
    commit("được")
    assert owner.told() == [("Xin.", PETITION), ("được", PLAIN)]
    assert on_screen(edit) == ["Xin. được"]


def test_while_a_word_is_composed_the_marks_stay_seen(edit, owner) -> None:
    owner.say(("Xin sửa", PETITION))
    go_to(edit, 7)
    compose("c", "ch")
    formats = edit.document().firstBlock().layout().formats()
    assert any(f.format.underlineStyle() == LOOK.underline for f in formats)
    commit("chữa")
    assert owner.told() == [("Xin sửachữa", PETITION)]


def test_a_composed_word_counts_when_the_text_is_left(edit, owner) -> None:
    compose("việt")
    edit.clearFocus()
    assert owner.told() == [("việt", PLAIN)]


def test_nothing_is_told_for_what_is_shown(edit, owner) -> None:
    owner.say(("Một.", PLAIN), None, ("Hai.", PETITION))
    owner.say(("Ba.", PLAIN))
    assert owner.edits == []
    assert on_screen(edit) == ["Ba."]


def test_what_is_shown_anew_leaves_the_cursor_in_its_words(edit, owner) -> None:
    owner.say(("Một. Hai.", PLAIN))
    go_to(edit, 9)
    owner.say(("Một hai ba. Hai.", PLAIN))
    assert edit.textCursor().position() == 16


def test_without_rewriting_the_words_stay_as_they_are(edit, owner) -> None:
    type_text("Một.")
    edit.show_paragraphs([(("p", "Hai."),)], {}, rewrite=False)
    assert on_screen(edit) == ["Một."]


def test_the_cursor_and_the_selection_are_told_in_characters(edit, owner) -> None:
    owner.say(("𝄞 Một.", PLAIN), None, ("Hai 𝄞 ba.", PETITION))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    assert edit.cursor_point() == Point(1, 9)
    assert edit.key_at_cursor() == "p2"
    edit.selectAll()
    assert edit.selection() == [Selected(0, 0, 6), Selected(1, 0, 9)]
    type_text("x")
    assert on_screen(edit) == ["x"]


def test_letters_beyond_the_basic_plane_are_edited_too(edit, owner) -> None:
    owner.say(("𝄞𝄞 Một.", PLAIN), ("Xin 𝄞.", PETITION))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    press(KEY.Key_Backspace)
    press(KEY.Key_Backspace)
    type_text("𝄞ơi")
    assert owner.told() == [("𝄞𝄞 Một.", PLAIN), ("Xin 𝄞ơi", PETITION)]


def test_a_line_break_of_the_record_is_no_paragraph(edit, owner) -> None:
    owner.say(("Một\nhai", PLAIN))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(".")
    assert edit.document().blockCount() == 1
    assert owner.told() == [("Một\nhai.", PLAIN)]


def test_a_range_is_brought_into_view(edit, owner) -> None:
    owner.say(("Một.", PLAIN), ("Xin.", PETITION))
    assert edit.show_range("p1")
    assert edit.cursor_point() == Point(0, 9)
    assert not edit.show_range("gone")


def test_undo_is_left_to_the_window(edit, owner, qtbot) -> None:
    undo = QAction(edit)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    edit.addAction(undo)
    type_text("Một")
    with qtbot.waitSignal(undo.triggered):
        press(KEY.Key_Z, CTRL)
    assert on_screen(edit) == ["Một"]


@pytest.mark.parametrize(("ground", "text"), [("#ffffff", "#000000"), ("#1e1e1e", "#ffffff")])
@pytest.mark.parametrize("hue", range(0, 360, 30))
def test_text_on_a_tint_is_readable(ground: str, text: str, hue: int) -> None:
    palette = QPalette(ground)
    palette.setColor(QPalette.ColorRole.Base, ground)
    background = tinted(Look(hue, Underline.SingleUnderline), palette).background().color()
    assert contrast(background, palette_color(text)) >= 7


def palette_color(name: str):
    return QPalette(name).color(QPalette.ColorRole.Button)


def contrast(one, other) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


STEPS = st.one_of(
    st.tuples(st.just("go"), st.integers(0, 60)),
    st.tuples(st.just("select"), st.integers(0, 60)),
    st.tuples(st.just("type"), st.text("xắ. ;", min_size=1, max_size=4)),
    st.tuples(st.just("compose"), st.sampled_from(["đươ", "ơ"])),
    st.tuples(st.just("commit"), st.sampled_from(["được", "ở", ""])),
    st.tuples(
        st.just("press"),
        st.sampled_from([KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete]),
    ),
    st.tuples(st.just("paste"), st.sampled_from(["a\nb", "c", "a\n\nb\nc"])),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(STEPS, max_size=15))
def test_whatever_is_typed_the_record_says_what_is_on_screen(edit, owner, steps) -> None:
    owner.say(("Một. Hai", PLAIN), ("xin.", PETITION), None, ("Ba.", REPLY), ("Bốn.", PLAIN))
    for step, what in steps:
        do(edit, step, what)
        said = ["".join(text for _, text in p) for p in paragraphs_of(owner.speech)]
        assert said == on_screen(edit)
        assert edit.paragraphs() == paragraphs_of(owner.speech)


def do(edit: PassagesEdit, step: str, what) -> None:
    if step in ("go", "select"):
        text = "\n".join(on_screen(edit))
        cursor = edit.textCursor()
        cursor.setPosition(units(text[:what]), MODES[step])
        edit.setTextCursor(cursor)
        return
    acts = {"type": type_text, "compose": compose, "commit": commit, "press": press, "paste": paste}
    acts[step](what, into=edit)


MODES = {"go": QTextCursor.MoveMode.MoveAnchor, "select": QTextCursor.MoveMode.KeepAnchor}

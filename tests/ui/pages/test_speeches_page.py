from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from app.editing.edits import set_field
from app.editing.session import Label, Session
from app.minutes.attendees import Attendee, Position
from app.minutes.findings import findings
from app.minutes.marked import conclusions, petitions, replies
from app.minutes.place import Place
from app.minutes.record import AgendaItem, Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Joiner, Purpose, SpeechPart
from tests.ui.keys import commit, compose, press, type_text
from ui.pages.speeches_page import SpeechesPage

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
PHU = Attendee(
    id="phu",
    name="Nguyễn Thành Phú",
    positions=(Position(id="c", title="Phó Bí thư Thành ủy"),),
)
NGUYEN = Attendee(id="nguyen", name="Kiều Như Nguyên")


@pytest.fixture
def session() -> Session:
    return Session(Minutes(id="record", attendees=(NGUYEN, PHU)), lambda: 0.0)


@pytest.fixture
def page(open_page: Callable[..., SpeechesPage]) -> SpeechesPage:
    page = open_page(SpeechesPage)
    page.list.view.setFocus()
    return page


def a_speech(page: SpeechesPage, session: Session, *told: tuple[str, Purpose]) -> Speech:
    """Put a speech into the record from outside."""
    passages = tuple(
        Passage(id=f"p{at}", text=text, purpose=purpose, opens_paragraph=at == 0)
        for at, (text, purpose) in enumerate(told)
    )
    speech = Speech(id="s", speaker="phu", passages=passages)
    session.edit(lambda r: r.but(speeches=(speech,)), Label("x"), Place("speeches", "s"))
    page.editor.setFocus()
    return speech


def told(session: Session, at: int = 0) -> list[tuple[str, Purpose]]:
    return [(p.text, p.purpose) for p in session.record.speeches[at].passages]


def go_to(page: SpeechesPage, position: int) -> None:
    cursor = page.editor.textCursor()
    cursor.setPosition(position)
    page.editor.setTextCursor(cursor)


def test_a_speech_is_begun_and_typed_by_keyboard(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("thanh phu\t")
    assert page.speaker.field.text() == "Nguyễn Thành Phú – Phó Bí thư Thành ủy"
    page.editor.setFocus()
    type_text("đã ghi nhận.\nCảm ơn.")
    speech = session.record.speeches[0]
    assert (speech.speaker, speech.part) == ("phu", SpeechPart.REMARKS)
    assert told(session) == [("đã ghi nhận.", Purpose.PLAIN), ("Cảm ơn.", Purpose.PLAIN)]


def test_a_speech_after_one_with_petitions_has_petitions_too(
    page: SpeechesPage, session: Session
) -> None:
    asking = Speech(id="s", speaker="phu", part=SpeechPart.PETITIONS)
    session.edit(lambda r: r.but(speeches=(asking,)), Label("x"), Place("speeches", "s"))
    press(KEY.Key_Return, CTRL)
    assert [speech.part for speech in session.record.speeches] == [SpeechPart.PETITIONS] * 2


def test_where_there_is_no_speech_it_says_how_to_begin_one(page: SpeechesPage, session: Session):
    assert "Ctrl+Enter begins one" in page.editor.placeholderText()
    a_speech(page, session)
    assert page.editor.placeholderText().startswith("Type what is said")


def test_letters_offer_the_attendees_that_they_match(page: SpeechesPage) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("n")
    assert page.speaker.field.offered() == [
        "Kiều Như Nguyên",
        "Nguyễn Thành Phú – Phó Bí thư Thành ủy",
    ]
    type_text("guyễn th")
    assert page.speaker.field.offered() == ["Nguyễn Thành Phú – Phó Bí thư Thành ủy"]


def test_a_name_is_offered_before_a_position(page: SpeechesPage, session: Session) -> None:
    binh = Attendee(id="binh", name="Phạm Bích Bình")
    more = (*session.record.attendees, binh)
    session.edit(lambda r: r.but(attendees=more), Label("x"), Place("attendees"))
    press(KEY.Key_Return, CTRL)
    type_text("ph bi")
    assert page.speaker.field.offered() == [
        "Phạm Bích Bình",
        "Nguyễn Thành Phú – Phó Bí thư Thành ủy",
    ]


def test_the_offered_name_is_taken_with_the_arrow_and_enter(
    page: SpeechesPage, session: Session
) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("n")
    press(KEY.Key_Down)
    assert page.speaker.field.text() == "Nguyễn Thành Phú – Phó Bí thư Thành ủy"
    press(KEY.Key_Return)
    assert session.record.speeches[0].speaker == "phu"
    assert page.speaker.field.offered() == []


def test_all_are_offered_by_the_arrow_alone(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Down)
    assert len(page.speaker.field.offered()) == 2
    press(KEY.Key_Return)
    assert session.record.speeches[0].speaker == "nguyen"


def test_a_name_that_nobody_has_is_told(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("Lê Lợi\t")
    assert session.record.speeches[0].speaker == ""
    assert page.speaker.field.text() == "Lê Lợi"
    assert page.speaker.field.unread


def test_a_speaker_is_taken_away_by_emptying_the_field(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session)
    page.speaker.field.setFocus()
    page.speaker.field.selectAll()
    press(KEY.Key_Backspace)
    press(KEY.Key_Tab)
    assert session.record.speeches[0].speaker == ""


def test_the_fields_of_a_speech(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session)
    page.speaker.field.setFocus()
    press(KEY.Key_Tab)
    type_text("C\t8h30\tTiếp đó\tC")
    speech = session.record.speeches[0]
    assert (speech.part, speech.opener, speech.joiner) == (
        SpeechPart.CLOSING,
        "Tiếp đó",
        Joiner.COMMA,
    )
    assert (speech.time.hour, speech.time.minute) == (8, 30)


def test_the_composed_opener_is_shown_where_none_is_written(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session)
    assert page.opener.field.placeholderText() == "Phát biểu tại buổi làm việc"


def test_a_sentence_is_marked_and_unmarked(page: SpeechesPage, session: Session) -> None:
    before = a_speech(page, session, ("Một. Xin sửa. Hai.", Purpose.PLAIN))
    go_to(page, 7)
    press(KEY.Key_F2)
    assert told(session)[1] == ("Xin sửa.", Purpose.PETITION)
    assert page.at_cursor.text() == "At the cursor: Petition"
    press(KEY.Key_F6)
    assert session.record.speeches[0] == before
    assert session.undo_step.label.message == "Remove the mark"


def test_a_selection_is_marked_by_whole_words(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session, ("Về trụ sở, đồng chí giao phòng.", Purpose.PLAIN))
    go_to(page, 1)
    for _ in range(3):
        press(KEY.Key_Right, SHIFT | CTRL)
    press(KEY.Key_F4)
    assert told(session)[0] == ("Về trụ sở,", Purpose.CONCLUSION)


def test_a_selection_over_paragraphs_marks_each(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session)
    type_text("Một.\nHai.")
    page.editor.selectAll()
    press(KEY.Key_F5)
    assert told(session) == [("Một.", Purpose.ASSIGNMENT), ("Hai.", Purpose.ASSIGNMENT)]
    session.undo()
    assert told(session) == [("Một.", Purpose.PLAIN), ("Hai.", Purpose.PLAIN)]


def test_a_reply_names_the_petition_before_it_or_the_one_chosen(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session, ("Xin.", Purpose.PETITION), ("Xin nữa.", Purpose.PETITION))
    go_to(page, 13)
    type_text(" Được.")
    press(KEY.Key_F3)
    assert [s.passage.text for s in replies(session.record, "p1")] == ["Được."]
    assert page.answers.field.isVisible()
    page.answers.field.setFocus()
    press(KEY.Key_Up)
    assert [s.passage.text for s in replies(session.record, "p0")] == ["Được."]


def test_live_typing_with_a_key_after_each_sentence(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    page.editor.setFocus()
    type_text("Đã nghe. Xin sửa.")
    press(KEY.Key_F2)
    type_text(" Đồng ý.")
    press(KEY.Key_F3)
    type_text(" Giữ nghiêm.")
    press(KEY.Key_F4)
    assert told(session) == [
        ("Đã nghe.", Purpose.PLAIN),
        ("Xin sửa.", Purpose.PETITION),
        ("Đồng ý.", Purpose.REPLY),
        ("Giữ nghiêm.", Purpose.CONCLUSION),
    ]
    assert len(petitions(session.record)) == len(conclusions(session.record)) == 1
    type_text(" Không nói thêm")
    press(KEY.Key_F4)
    type_text(" hết")
    assert told(session)[4:] == [
        ("Không nói thêm", Purpose.CONCLUSION),
        ("hết", Purpose.PLAIN),
    ]


def test_undo_takes_words_back_one_by_one_and_redo_brings_them(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session)
    type_text("Một hai ba")
    session.undo()
    assert page.editor.toPlainText() == "Một hai "
    session.undo()
    session.redo()
    assert told(session) == [("Một hai ", Purpose.PLAIN)]
    assert page.editor.toPlainText() == "Một hai "


def test_undo_of_everything_is_the_start(page: SpeechesPage, session: Session) -> None:
    start = session.record
    press(KEY.Key_Return, CTRL)
    page.editor.setFocus()
    type_text("Một. Hai.\nBa.")
    press(KEY.Key_F4)
    press(KEY.Key_Backspace)
    while session.undo():
        pass
    assert session.record == start
    assert page.list.model.rowCount() == 0
    assert page.editor.toPlainText() == ""


def test_a_composed_word_is_in_the_record_when_it_is_marked(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session)
    compose("đ", "đồ")
    press(KEY.Key_F4)
    assert told(session) == [("đồ", Purpose.CONCLUSION)]


def test_a_composed_word_stays_with_its_speech_when_another_is_chosen(
    page: SpeechesPage, session: Session
) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("kieu\n")
    press(KEY.Key_Return, CTRL)
    page.editor.setFocus()
    compose("đồ")
    page.list.view.setFocus()
    press(KEY.Key_Up)
    assert told(session, 1) == [("đồ", Purpose.PLAIN)]
    assert page.editor.toPlainText() == ""
    commit("x", into=page.editor)
    assert told(session, 0) == [("x", Purpose.PLAIN)]


def test_speeches_are_moved_and_removed(page: SpeechesPage, session: Session) -> None:
    for letters in ("phu", "nhu"):
        press(KEY.Key_Return, CTRL)
        type_text(f"{letters}\t")
    page.list.view.setFocus()
    press(KEY.Key_Up, ALT)
    assert [s.speaker for s in session.record.speeches] == ["nguyen", "phu"]
    press(KEY.Key_Delete, CTRL)
    assert [s.speaker for s in session.record.speeches] == ["phu"]
    session.undo()
    assert [s.speaker for s in session.record.speeches] == ["nguyen", "phu"]


def test_the_agenda_is_offered_where_there_is_one(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session)
    assert not page.agenda.isVisible()
    agenda = (AgendaItem(id="one", title="Ngân sách"),)
    session.edit(lambda r: r.but(agenda=agenda), Label("x"), Place("agenda"))
    assert page.agenda.isVisible()
    page.agenda.setFocus()
    press(KEY.Key_Down)
    assert session.record.speeches[0].agenda_item == "one"


def test_a_place_is_shown_in_its_speech(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session, ("Một.", Purpose.PLAIN), ("Xin.", Purpose.PETITION))
    press(KEY.Key_Return, CTRL)
    assert page.show_place(Place("speeches", "p1", "text"))
    assert QApplication.focusWidget() is page.editor
    assert page.editor.textCursor().position() == 9
    assert page.current_place() == Place("speeches", "p1", "text")
    assert page.show_place(Place("speeches", "s", "speaker"))
    assert QApplication.focusWidget() is page.speaker.field
    assert not page.show_place(Place("attendees", "phu", "name"))


def test_words_changed_elsewhere_are_shown_unless_one_types_here(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session, ("Một.", Purpose.PLAIN))
    edit = set_field(Place("speeches", "p0", "text"), "Hai.")
    session.edit(edit, Label("x"), Place("speeches", "p0", "text"))
    assert page.editor.toPlainText() == "Một."
    page.list.view.setFocus()
    page.refresh(None)
    assert page.editor.toPlainText() == "Hai."


def test_the_cursor_stays_where_it_is_typed(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session, ("Một. Ba.", Purpose.PLAIN), ("Xin.", Purpose.PETITION))
    go_to(page, 4)
    type_text(" Hai")
    assert page.editor.textCursor().position() == 8
    assert told(session)[0] == ("Một. Hai Ba.", Purpose.PLAIN)
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text("\nSau.")
    assert told(session)[-1] == ("Sau.", Purpose.PLAIN)


def test_enter_in_the_speaker_goes_on_to_the_words(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("kieu\nxin báo cáo.")
    assert session.record.speeches[0].speaker == "nguyen"
    assert told(session) == [("xin báo cáo.", Purpose.PLAIN)]


def test_enter_twice_adds_a_speaker_who_is_not_listed(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("Lê Thị Lạ\n")
    assert len(session.record.attendees) == 2
    type_text("\nxin góp ý.")
    added = session.record.attendees[-1]
    assert added.name == "Lê Thị Lạ"
    assert session.record.speeches[0].speaker == added.id
    assert page.speaker.field.text() == "Lê Thị Lạ"
    assert told(session) == [("xin góp ý.", Purpose.PLAIN)]
    for _ in range(4):  # its first letter made the passage, and then three words
        session.undo()
    assert len(session.record.attendees) == 3
    session.undo()
    assert len(session.record.attendees) == 2
    assert session.record.speeches[0].speaker == ""


def test_a_speech_is_split_at_the_cursor_and_joined_again(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session, ("Tôi nhất trí.", Purpose.PLAIN), ("Xin hỏi.", Purpose.PETITION))
    go_to(page, len("Tôi nhất trí. "))
    press(KEY.Key_Return, CTRL | SHIFT)
    assert told(session, 0) == [("Tôi nhất trí.", Purpose.PLAIN)]
    assert told(session, 1) == [("Xin hỏi.", Purpose.PETITION)]
    type_text("kieu\n")
    assert [s.speaker for s in session.record.speeches] == ["phu", "nguyen"]
    press(KEY.Key_J, CTRL | SHIFT)
    assert told(session) == [("Tôi nhất trí.", Purpose.PLAIN), ("Xin hỏi.", Purpose.PETITION)]
    assert [s.speaker for s in session.record.speeches] == ["phu"]
    assert page.editor.toPlainText() == "Tôi nhất trí.\nXin hỏi."


def test_half_a_word_outlives_splitting_and_joining(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session, ("Một hai.", Purpose.PLAIN))
    go_to(page, len("Một "))
    compose("r", "rồ", "rồi")
    press(KEY.Key_Return, CTRL | SHIFT, into=page.editor)
    assert [told(session, at)[0][0] for at in (0, 1)] == ["Một rồi", "hai."]
    page.editor.setFocus()
    go_to(page, len("hai."))
    compose(" B", " Ba")
    press(KEY.Key_J, CTRL | SHIFT, into=page.editor)
    assert page.editor.toPlainText() == "Một rồi\nhai. Ba"
    assert page.editor.hasFocus()


def test_the_first_speech_joins_nothing(page: SpeechesPage, session: Session) -> None:
    speech = a_speech(page, session, ("Một.", Purpose.PLAIN))
    press(KEY.Key_J, CTRL | SHIFT)
    assert session.record.speeches == (speech,)


def test_what_is_typed_after_a_mark_does_not_belong_to_it(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session)
    type_text("Về trụ sở,")
    press(KEY.Key_F2)
    type_text(" giao phòng rà soát")
    press(KEY.Key_F3)
    type_text(" và xong.")
    assert told(session) == [
        ("Về trụ sở,", Purpose.PETITION),
        ("giao phòng rà soát", Purpose.REPLY),
        ("và xong.", Purpose.PLAIN),
    ]


def test_who_comes_back_to_a_mark_types_on_in_it(page: SpeechesPage, session: Session) -> None:
    a_speech(page, session)
    type_text("Về trụ sở")
    press(KEY.Key_F2)
    type_text(" rồi")
    go_to(page, len("Về trụ sở"))
    type_text(" mới")
    assert told(session) == [("Về trụ sở mới", Purpose.PETITION), ("rồi", Purpose.PLAIN)]


def test_live_notes_begin_speeches_at_the_time_of_the_clock(
    page: SpeechesPage, session: Session
) -> None:
    moments = iter([time(8, 30), time(8, 42)])
    page.take_notes(lambda: next(moments))
    assert not page.opener.field.isVisible()
    press(KEY.Key_Return, CTRL)
    type_text("kieu\nMột.")
    press(KEY.Key_Return, CTRL)
    type_text("thanh phu\nHai.")
    spoken = [(s.speaker, s.time) for s in session.record.speeches]
    assert spoken == [("nguyen", time(8, 30)), ("phu", time(8, 42))]
    page.take_notes(None)
    assert page.opener.field.isVisible()
    press(KEY.Key_Return, CTRL)
    assert session.record.speeches[2].time is None


def test_a_speech_that_was_only_begun_is_begun_anew(page: SpeechesPage, session: Session) -> None:
    moments = iter([time(8, 30), time(8, 31)])
    page.take_notes(lambda: next(moments))
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Return, CTRL)
    type_text("kieu\n")
    assert [(s.speaker, s.time) for s in session.record.speeches] == [("nguyen", time(8, 31))]


def test_escape_gives_up_a_speech_begun_by_mistake(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("kieu\nMột")
    press(KEY.Key_Home)
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Escape)
    type_text(" hai")
    assert [s.speaker for s in session.record.speeches] == ["nguyen"]
    assert told(session) == [("Một hai", Purpose.PLAIN)]


def test_escape_takes_letters_back_before_it_gives_up(page: SpeechesPage, session: Session) -> None:
    press(KEY.Key_Return, CTRL)
    type_text("kieu")
    press(KEY.Key_Escape)  # the offers
    press(KEY.Key_Escape)  # the letters
    assert len(session.record.speeches) == 1
    press(KEY.Key_Escape)
    assert session.record.speeches == ()


def test_escape_leaves_a_speech_in_which_something_is_said(
    page: SpeechesPage, session: Session
) -> None:
    a_speech(page, session, ("Một", Purpose.PLAIN))
    page.speaker.field.setFocus()
    page.speaker.field.selectAll()
    press(KEY.Key_Delete)
    press(KEY.Key_Escape)
    press(KEY.Key_Escape)
    assert len(session.record.speeches) == 1


def test_live_notes_do_not_press_for_the_speaker_who_is_just_typed(
    page: SpeechesPage, session: Session
) -> None:
    def note() -> str:
        page.show_findings(findings(session.record))
        return " ".join(
            label.text()
            for label in page.findChildren(QLabel)
            if label.isVisible() and "no speaker" in label.text()
        )

    page.take_notes(lambda: time(8, 30))
    press(KEY.Key_Return, CTRL)
    assert note() == ""
    page.editor.setFocus()
    type_text("Một")
    press(KEY.Key_Return, CTRL)
    page.list.view.setFocus()
    press(KEY.Key_Up)
    assert note() == ""  # the one that is shown is being looked after
    page.take_notes(None)
    assert "no speaker" in note()


def test_live_notes_go_on_at_the_end_wherever_one_has_looked(
    page: SpeechesPage, session: Session
) -> None:
    page.take_notes(lambda: time(8, 30))
    for name in ("kieu", "thanh phu"):
        press(KEY.Key_Return, CTRL)
        type_text(f"{name}\nMột.")
    page.list.view.setFocus()
    press(KEY.Key_Up)
    press(KEY.Key_Return, CTRL)
    type_text("kieu\nHai.")
    assert [s.speaker for s in session.record.speeches] == ["nguyen", "phu", "nguyen"]
    page.take_notes(None)
    page.list.view.setFocus()
    press(KEY.Key_Home)
    page.take_notes(lambda: time(9))
    type_text(" Ba.")
    assert told(session, 2) == [("Hai. Ba.", Purpose.PLAIN)]


def test_without_a_speech_its_fields_are_empty(page: SpeechesPage, session: Session) -> None:
    page.take_notes(lambda: time(8, 30))
    press(KEY.Key_Return, CTRL)
    type_text("kieu\nMột.")
    assert page.said.speech is not None
    other = Session(Minutes(id="other"), lambda: 0.0)
    page.open(other)
    texts = [field.field.text() for field in page._fields if hasattr(field.field, "text")]
    assert set(texts) == {""}
    assert other.record == Minutes(id="other")

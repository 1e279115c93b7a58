import datetime

from app.minutes.meeting import Body, Meeting
from app.minutes.words import Form, MeetingKind, Purpose
from tests.app.documents.outline_text import texts
from tests.app.documents.records import CHAIR, HOST, meeting_of, notice_of, said, speech, task

PETITION, REPLY = Purpose.PETITION, Purpose.REPLY
MEETING = Meeting(
    kind=MeetingKind.CONFERENCE,
    date=datetime.date(2026, 2, 5),
    place="hội trường",
    purpose="bàn công tác cán bộ",
    host=Body(id="b", name="Đảng ủy X"),
)


def test_the_notice_opens_with_who_met_and_what_for():
    opening, heard = texts(notice_of(meeting_of(meeting=MEETING)), "body")[:2]
    assert opening == (
        "Ngày 05 tháng 02 năm 2026, tại hội trường, đồng chí Hoa, Bí thư đã chủ trì hội nghị với"
        " Đảng ủy X, bàn công tác cán bộ. Cùng dự hội nghị có đồng chí Lan."
    )
    assert heard.endswith("đồng chí Hoa kết luận như sau:")


def test_conclusions_come_first_and_then_the_answers_to_petitions():
    record = meeting_of(
        speech(HOST, said("xin đất", PETITION), said("Không trả lời.", PETITION)),
        speech(CHAIR, said("sẽ xét.", REPLY, answers="xin đất", assignments=(task(lead="Sở A"),))),
        speech(CHAIR, said("làm ngay.", Purpose.ASSIGNMENT)),
        meeting=MEETING,
    )
    assert texts(notice_of(record), "list_item") == [
        "1. Làm ngay.",
        "2. Về kiến nghị của Đảng ủy X:",
        "a) Xin đất sẽ xét.",
        "- Giao Sở A chủ trì thực hiện.",
    ]


def test_answers_alone_come_after_the_leader_of_the_conclusions():
    record = meeting_of(speech(CHAIR, said("Sẽ xét.", REPLY)), meeting=MEETING)
    items = texts(notice_of(record), "list_item")
    assert items == ["1. ……", "2. Về kiến nghị của Đảng ủy X:", "a) Sẽ xét."]


def test_a_notice_without_conclusions_has_a_leader():
    assert texts(notice_of(meeting_of()), "list_item") == ["1. ……"]


def test_the_state_notice_ends_with_its_mark():
    assert texts(notice_of(meeting_of(), Form.STATE), "body")[-1].endswith("thực hiện./.")

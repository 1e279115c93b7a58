import pytest

from app.documents.outline import paragraphs
from app.minutes.meeting import Body
from app.minutes.place import Place
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Deadline
from app.minutes.words import AssignmentState, Form
from tests.app.documents.records import minutes_of, notice_of

TITLE = "Việc thực hiện nhiệm vụ của kỳ trước"
GIVEN = PriorTask(
    id="a",
    task="khởi công cầu.",
    lead=Body(id="b", name="Sở Xây dựng"),
    coordinating="Sở Tài chính, Quận 1",
    deadline=Deadline(written="trước 30/6"),
    note="đang chờ vốn",
)


def lines(task: PriorTask, form: Form = Form.PARTY) -> list[str]:
    record = Minutes(id="m", prior_tasks=(task,), results=(Result(id="r", text="Kết quả."),))
    return [p.text for p in paragraphs(minutes_of(record, form))]


@pytest.mark.parametrize(("form", "number"), [(Form.PARTY, "2.1. "), (Form.STATE, "1. ")])
def test_they_stand_first_in_the_course_under_a_title_of_their_own(form, number):
    said = lines(GIVEN, form)
    at = said.index(number + TITLE)
    assert said[at + 1] == (
        "- Khởi công cầu. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Quận 1,"
        " thời hạn trước 30/6: chưa hoàn thành; đang chờ vốn."
    )


def test_one_that_nobody_leads_says_only_how_it_stands():
    done = GIVEN.but(lead=None, note="", state=AssignmentState.DONE)
    assert "- Khởi công cầu. Thời hạn trước 30/6: đã hoàn thành." in lines(done)
    assert "- Khởi công cầu. Đã hoàn thành." in lines(done.but(deadline=None))


def test_nothing_is_printed_where_there_is_none_or_none_with_words():
    assert not any(TITLE in said for said in lines(GIVEN.but(task="  ")))
    with_task = Minutes(id="m", prior_tasks=(GIVEN,))
    assert not any(TITLE in p.text for p in paragraphs(notice_of(with_task)))


def test_each_word_leads_to_its_field():
    outline = minutes_of(Minutes(id="m", prior_tasks=(GIVEN,)))
    places = {r.origin.place for p in paragraphs(outline) for r in p.runs if r.origin}
    fields = ("task", "lead.name", "coordinating", "deadline.written", "state", "note")
    assert {Place("prior_tasks", "a", field) for field in fields} <= places

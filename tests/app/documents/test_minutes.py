import datetime

import pytest

from app.documents.options import IndicatorsAs
from app.documents.outline import Table
from app.minutes.figures import Figure, Indicator, Measure, Tally
from app.minutes.meeting import Meeting
from app.minutes.record import AgendaItem, Minutes, Result, Vote
from app.minutes.words import DayPart, Form, MeetingKind, Purpose, Reading, SpeechPart, VoteMethod
from tests.app.documents.outline_text import texts
from tests.app.documents.records import CHAIR, HOST, meeting_of, minutes_of, said, speech, task

CLOSING = SpeechPart.CLOSING
PETITION, REPLY, CONCLUSION = Purpose.PETITION, Purpose.REPLY, Purpose.CONCLUSION
FULL = Meeting(
    kind=MeetingKind.CONFERENCE,
    headline="Hội nghị lần thứ 5",
    date=datetime.date(2026, 2, 5),
    start=datetime.time(8, 30),
    end=datetime.time(11, 0),
    place="Phòng họp số 1.",
    documents_used="Tờ trình",
    recording="ghi âm",
    press="Báo A",
)


def after(outline, heading: str) -> list[str]:
    """What stands under the heading that ends so, up to the next heading."""
    roles = ("section_heading", "subsection_heading")
    headings = texts(outline, *roles)
    everything = texts(outline)
    start = next(
        i for i, text in enumerate(everything) if text in headings and text.endswith(heading)
    )
    rest = everything[start + 1 :]
    stop = next((i for i, text in enumerate(rest) if text in headings), len(rest))
    return rest[:stop]


def test_party_opening_data_is_what_the_guidance_lists():
    assert texts(minutes_of(Minutes(id="m", meeting=FULL)), "opening_data") == [
        "- Thời gian: bắt đầu vào hồi 08 giờ 30 phút, ngày 05 tháng 02 năm 2026.",
        "- Địa điểm: Phòng họp số 1.",
        "- Nội dung: …….",
        "- Người chủ trì: …….",
        "- Người ghi biên bản: …….",
        "- Tài liệu sử dụng trong hội nghị: Tờ trình.",
        "- Thông tin khác: ghi âm.",
    ]


def test_the_part_of_the_day_stands_for_an_hour_that_is_not_known():
    known = Minutes(id="m", meeting=FULL.but(day_part=DayPart.MORNING))
    unknown = known.but(meeting=known.meeting.but(start=None))
    told = [texts(minutes_of(record), "opening_data")[0] for record in (known, unknown)]
    assert "08 giờ 30 phút, ngày 05" in told[0]
    assert "…… giờ …… phút, sáng ngày 05" in told[1]


def test_the_agenda_is_the_content_where_no_purpose_is_told():
    agenda = AgendaItem(id="a", title="quy chế"), AgendaItem(id="b", title="nhân sự")
    opening = texts(minutes_of(Minutes(id="m", meeting=FULL, agenda=agenda)), "opening_data")
    assert opening[2] == "- Nội dung: Quy chế; nhân sự."


def test_state_opening_data_is_in_the_order_of_its_form():
    opening = texts(minutes_of(Minutes(id="m", meeting=FULL), Form.STATE), "opening_data")
    labels = [line.partition(":")[0] for line in opening]
    assert labels == [
        "Thời gian bắt đầu",
        "Địa điểm",
        "Thành phần tham dự",
        "Chủ trì (chủ tọa)",
        "Thư ký (người ghi biên bản)",
        "Tài liệu sử dụng",
        "Thông tin khác",
        "Nội dung (theo diễn biến hội nghị)",
    ]


@pytest.mark.parametrize(
    ("form", "end"),
    [
        (Form.PARTY, "Hội nghị kết thúc vào hồi 11 giờ 00 phút, ngày 05 tháng 02 năm 2026."),
        (Form.STATE, "Hội nghị kết thúc vào 11 giờ 00 phút, ngày 05 tháng 02 năm 2026./."),
    ],
)
def test_the_text_ends_as_the_form_has_it(form, end):
    assert texts(minutes_of(Minutes(id="m", meeting=FULL), form), "body")[-1] == end


def test_the_day_of_the_end_is_said_where_it_is_another():
    meeting = FULL.but(end_date=datetime.date(2026, 2, 6))
    assert "06 tháng 02" in texts(minutes_of(Minutes(id="m", meeting=meeting)), "body")[-1]


def test_a_speech_names_its_speaker_and_leaves_out_what_stands_elsewhere():
    outline = minutes_of(
        meeting_of(
            speech(HOST, said("Đã làm."), said("Xin kinh phí.", PETITION)),
            speech(CHAIR, said("khen."), said("Thôi.", opens_paragraph=True)),
        )
    )
    assert after(outline, "Ý kiến phát biểu") == [
        "Đồng chí Lan: Đã làm.",
        "Đồng chí Hoa – Bí thư khen.",
        "Thôi.",
    ]


def test_a_petition_stands_under_who_asked_with_the_answers_of_others():
    outline = minutes_of(
        meeting_of(
            speech(HOST, said("Xin kinh phí.", PETITION), said("xin đất.", PETITION)),
            speech(CHAIR, said("Đồng ý.", REPLY, answers="Xin kinh phí.")),
        )
    )
    assert after(outline, "Kiến nghị và ý kiến chỉ đạo")[:4] == [
        "Đồng chí Lan kiến nghị:",
        "a) Xin kinh phí.",
        "- Ý kiến của đồng chí Hoa – Bí thư: Đồng ý.",
        "b) Xin đất.",
    ]


def test_an_answer_that_runs_on_stays_with_its_petition():
    passages = said("Về trụ sở,", PETITION), said("đồng ý.", REPLY, answers="Về trụ sở,")
    outline = minutes_of(meeting_of(speech(CHAIR, *passages)))
    assert after(outline, "Kiến nghị và ý kiến chỉ đạo")[:2] == [
        "Đồng chí Hoa – Bí thư có ý kiến về các kiến nghị như sau:",
        "a) Về trụ sở, đồng ý.",
    ]


def test_a_reply_to_no_known_petition_stands_alone():
    record = meeting_of(
        speech(
            CHAIR, said("sẽ xét.", REPLY, answers="gone"), said("được.", REPLY, answers="sẽ xét.")
        )
    )
    assert after(minutes_of(record), "Kiến nghị và ý kiến chỉ đạo")[1:3] == [
        "a) Sẽ xét.",
        "b) Được.",
    ]


def test_conclusions_are_numbered_with_their_tasks():
    charged = task(lead="Phòng A", with_="Phòng B", deadline="trước 30/6", task="lập hồ sơ.")
    outline = minutes_of(
        meeting_of(
            speech(
                CHAIR,
                said("thống nhất:"),
                said("làm đường;", CONCLUSION, assignments=(charged,)),
                said("Trồng cây.", CONCLUSION),
                part=CLOSING,
            )
        )
    )
    assert after(outline, "Kết luận")[:4] == [
        "Phát biểu kết luận tại buổi làm việc, đồng chí Hoa – Bí thư thống nhất:",
        "3.1. Làm đường;",
        "- Giao Phòng A chủ trì, phối hợp với Phòng B, thời hạn trước 30/6: lập hồ sơ.",
        "3.2. Trồng cây.",
    ]


def test_task_ends_in_a_full_stop_whether_it_was_typed_or_not():
    charged = [task(lead="Phòng A", task=words) for words in ("Lập hồ sơ", "Làm đường.", "Mở chợ;")]
    closing = said("Thống nhất.", CONCLUSION, assignments=tuple(charged))
    outline = minutes_of(meeting_of(speech(CHAIR, closing, part=CLOSING)))
    assert after(outline, "Kết luận")[2:5] == [
        "- Giao Phòng A chủ trì: Lập hồ sơ.",
        "- Giao Phòng A chủ trì: Làm đường.",
        "- Giao Phòng A chủ trì: Mở chợ;",
    ]


def test_conclusions_in_the_state_form_are_lettered_and_go_on_from_speech_to_speech():
    outline = minutes_of(
        meeting_of(
            speech(CHAIR, said("Một.", CONCLUSION)), speech(CHAIR, said("Hai.", CONCLUSION))
        ),
        Form.STATE,
    )
    assert after(outline, "Kết luận")[:4] == [
        *("Đồng chí Hoa – Bí thư kết luận:", "a) Một."),
        *("Đồng chí Hoa – Bí thư kết luận:", "b) Hai."),
    ]


def test_an_agenda_item_groups_what_belongs_to_it():
    closing = speech(CHAIR, said("Thông qua.", CONCLUSION), agenda_item="ag")
    outline = minutes_of(
        meeting_of(
            closing,
            agenda=(AgendaItem(id="ag", title="Quy chế"), AgendaItem(id="other")),
            results=(Result(id="r", text="Đã soạn.", agenda_item="ag"),),
            votes=(Vote(id="v", subject="quy chế", in_favour=12, against=0, agenda_item="ag"),),
        )
    )
    assert after(outline, "2.1. Quy chế") == [
        "Đã soạn.",
        "Biểu quyết quy chế: hình thức giơ tay; tán thành: 12; không tán thành: 0.",
        "Đồng chí Hoa – Bí thư kết luận:",
        "a) Thông qua.",
    ]
    assert after(outline, "2.2. ……")[0] == "……"


def test_a_vote_without_counts_has_a_leader():
    record = meeting_of(votes=(Vote(id="v", method=VoteMethod.BALLOT),))
    assert after(minutes_of(record), "Biểu quyết")[0] == "Hình thức bỏ phiếu; tán thành: ……."


def test_results_name_each_field_where_it_begins():
    results = tuple(
        Result(id=f"r{n}", text=text, field=field)
        for n, (field, text) in enumerate([("Kinh tế", "A."), ("Kinh tế", "B."), ("", "C.")])
    )
    outline = minutes_of(meeting_of(results=results))
    assert after(outline, "Kết quả thực hiện nhiệm vụ")[:3] == ["Kinh tế: A.", "B.", "C."]


INDICATORS = (
    Indicator(
        id="i",
        name="Thu",
        measures=(
            Measure(id="me", plan=Figure(written="10"), actual=Figure(written="12"), unit="tỷ"),
        ),
        rate=Figure(written="120"),
        reading=Reading.EXCEEDED,
    ),
    Indicator(id="j", name="Chi"),
)


def figures_in(**options: object) -> list[list[str]]:
    results = (Result(id="r", text="Chi."),)
    record = meeting_of(results=results, indicators=INDICATORS, tally=Tally(met=1, total=2))
    outline = minutes_of(record, **options)
    assert "Có 1/2 chỉ tiêu đạt và vượt kế hoạch." in "".join(texts(outline, "body"))
    tables = [block for block in outline.blocks if isinstance(block, Table)]
    return [[cell[0].text for cell in row.cells] for table in tables for row in table.rows]


def test_the_table_holds_the_indicators_that_the_prose_leaves_out():
    assert figures_in() == [["1", "Thu", "10 tỷ", "12 tỷ", "120%", "vượt kế hoạch"]]


def test_the_full_table_holds_every_indicator():
    rows = figures_in(indicators=IndicatorsAs.FULL_TABLE)
    assert rows[1] == ["2", "Chi", "–", "–", "–", "–"]


def test_indicators_as_prose_need_no_table():
    assert figures_in(indicators=IndicatorsAs.PROSE) == []

import datetime
import re
from decimal import Decimal
from pathlib import Path

import pytest

from app.documents.compose import compose
from app.minutes.attendees import Attendee, Position
from app.minutes.figures import Figure, Indicator, Measure, Tally, Target
from app.minutes.issuance import Issuance
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Direction, Minutes, Result
from app.minutes.speeches import Assignment, Deadline, Passage, Speech
from app.minutes.words import (
    AttendanceState,
    DocumentKind,
    Form,
    Honorific,
    Joiner,
    MeetingKind,
    RateKind,
    Role,
    Security,
    SpeechPart,
)
from tests.app.documents.outline_text import texts

SOURCE = Path(__file__).parents[2] / "data" / "source-report.txt"


@pytest.fixture
def reported(wording):
    def report(record, *roles, form=Form.PARTY):
        return texts(compose(record, DocumentKind.REPORT, form, wording), *roles)

    return report


def person(name: str, *titles: str, **fields: object) -> Attendee:
    positions = tuple(Position(id=f"{name}{n}", title=title) for n, title in enumerate(titles))
    return Attendee(id=name, name=name, positions=positions, **fields)


def group(name: str) -> Attendee:
    return Attendee(id=name, name=name, group=True)


def lede_of(reported, *attendees: Attendee) -> str:
    [lede] = reported(Minutes(id="m", attendees=attendees), "lede")
    return lede


def tidied(text: str) -> str:
    """As the sources are compared: one blank for any white space, none before punctuation."""
    return re.sub(r" +([.,;:])", r"\1", " ".join(text.split()))


@pytest.mark.parametrize("form", Form)
def test_the_sample_reads_as_its_source(reported, record, form):
    source = [tidied(line) for line in SOURCE.read_text("utf-8").splitlines() if line.strip()]
    assert [tidied(text) for text in reported(record, form=form)] == source
    assert len(source) == 7


def test_people_stand_before_groups(reported):
    lede = lede_of(
        reported, group("các Ban"), person("A", "P", "Q"), group("các phòng"), person("B")
    )
    assert lede.endswith("Cùng đi có đồng chí A – P, Q; đồng chí B, các Ban và các phòng.")


@pytest.mark.parametrize(
    ("attendees", "told"),
    [
        ([person("A")], "đồng chí A."),
        ([person("A"), person("B")], "đồng chí A; đồng chí B."),
        ([person("A"), group("g")], "đồng chí A và g."),
        ([group("g"), group("h"), group("k")], "g, h và k."),
        ([person("A", honorific=Honorific.MRS)], "bà A."),
        ([person("A", "", "  ", honorific=Honorific.NONE)], "A."),
        ([person("")], "đồng chí ……."),
    ],
)
def test_who_came_along_is_one_list(reported, attendees, told):
    assert lede_of(reported, *attendees).endswith(f"Cùng đi có {told}")


def test_who_was_away_did_not_come_along_but_a_substitute_did(reported):
    away = person("A", attendance=AttendanceState.EXCUSED)
    sent = person("B", attendance=AttendanceState.SUBSTITUTED, substitute="ông C")
    assert lede_of(reported, away, sent).endswith("Cùng đi có ông C (dự thay đồng chí B).")


def test_every_role_has_a_sentence_of_its_own(reported):
    lede = lede_of(
        reported, person("A", role=Role.HOST), person("B", role=Role.INVITEE), person("C")
    )
    told = "Cùng đi có đồng chí C. Về phía …… có đồng chí A. Mời dự buổi làm việc có đồng chí B."
    assert lede.endswith(told)


def test_the_lede_of_a_conference_says_so(reported):
    meeting = Meeting(
        kind=MeetingKind.CONFERENCE,
        date=datetime.date(2026, 2, 5),
        place="hội trường",
        purpose="bàn công tác cán bộ",
    )
    chair = person("A", "Bí thư", role=Role.CHAIR)
    [lede] = reported(Minutes(id="m", meeting=meeting, attendees=(chair,)), "lede")
    assert lede == (
        "Ngày 05/02, tại hội trường, đồng chí A – Bí thư đã chủ trì hội nghị, bàn công tác cán bộ."
    )


def test_a_headline_of_ones_own_is_used(reported):
    record = Minutes(id="m", meeting=Meeting(headline="Họp giao ban"))
    assert reported(record, "headline") == ["Họp giao ban"]


def speech(*passages: str, **fields: object) -> Speech:
    said = (Passage(id=f"p{n}", text=text) for n, text in enumerate(passages))
    return Speech(id="s", speaker="A", passages=tuple(said), **fields)


def body_of(reported, *speeches: Speech) -> list[str]:
    record = Minutes(id="m", attendees=(person("A", "P"),), speeches=speeches)
    return reported(record, "body")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (speech("ghi nhận."), "Phát biểu tại buổi làm việc, đồng chí A – P ghi nhận."),
        (speech("Đề nghị."), "Phát biểu tại buổi làm việc, đồng chí A – P: Đề nghị."),
        (speech("a", "b"), "Phát biểu tại buổi làm việc, đồng chí A – P a b"),
        (speech("a", joiner=Joiner.COMMA), "Phát biểu tại buổi làm việc, đồng chí A, P a"),
        (speech("a", opener="Trao đổi"), "Trao đổi, đồng chí A – P a"),
        (speech("a").but(speaker="x"), "Phát biểu tại buổi làm việc, …… a"),
        (speech(), "Phát biểu tại buổi làm việc, đồng chí A – P ……"),
        (speech(" "), "Phát biểu tại buổi làm việc, đồng chí A – P ……"),
    ],
)
def test_a_speech_opens_with_its_speaker(reported, said, told):
    assert body_of(reported, said) == [told]


def test_the_closing_speech_comes_last(reported):
    closing = speech("b", part=SpeechPart.CLOSING)
    assert body_of(reported, closing, speech("a").but(id="t"))[-1].startswith("Phát biểu kết luận")


def test_a_task_that_the_words_do_not_say_is_added(reported):
    task = Assignment(
        id="t", lead=Body(id="b", name="phòng Tài chính"), deadline=Deadline(written="trước 30/6")
    )
    said = Speech(
        id="s", speaker="A", passages=(Passage(id="p", text="đồng ý.", assignments=(task,)),)
    )
    assert body_of(reported, said)[0].endswith(
        "đồng ý. Giao phòng Tài chính chủ trì thực hiện, thời hạn trước 30/6."
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Thu đạt 12 tỷ (kế hoạch 10 tỷ), bằng 120% kế hoạch."),
        ({"estimated": True}, "Thu ước đạt 12 tỷ (kế hoạch 10 tỷ), bằng 120% kế hoạch."),
        ({"estimated": True, "rate": None, "measures": ()}, "Thu ước đạt ……."),
        (
            {"estimated": True, "rate_kind": RateKind.SHARE},
            "Thu: ước 12 tỷ (kế hoạch 10 tỷ), tỷ lệ 120%.",
        ),
        (
            {"rate": Figure(value=Decimal("2317.8"))},
            "Thu đạt 12 tỷ (kế hoạch 10 tỷ), bằng 2.317,8% kế hoạch.",
        ),
    ],
)
def test_an_indicator_is_a_sentence(reported, fields, told):
    ten, twelve = Figure(written="10"), Figure(written="12")
    measure = Measure(id="x", unit="tỷ", plan=ten, actual=twelve)
    indicator = Indicator(id="i", name="thu", measures=(measure,), rate=Figure(written="120"))
    record = Minutes(id="m", indicators=(indicator.but(**fields),))
    assert reported(record, "body") == [told]


def test_a_report_of_nothing_has_one_leader(reported):
    assert reported(Minutes(id="m"), "body") == ["……"]


def test_figures_that_the_prose_leaves_out_are_added(reported):
    def measure(id_: str, unit: str, **figures: str) -> Measure:
        return Measure(id=id_, unit=unit, **{k: Figure(written=v) for k, v in figures.items()})

    record = Minutes(
        id="m",
        results=(Result(id="r", text="Thu ngân sách đạt 43,4 tỷ đồng."),),
        indicators=(
            Indicator(
                id="a", name="Thu ngân sách", measures=(measure("a1", "tỷ đồng", actual="43,4"),)
            ),
            Indicator(
                id="b",
                name="số hộ nghèo",
                measures=(measure("b1", "hộ", actual="7"), measure("b2", "khẩu", actual="21")),
                rate=Figure(written="0,24"),
                rate_kind=RateKind.SHARE,
            ),
            Indicator(id="c"),
        ),
        tally=Tally(met=12, total=14),
        directions=(Direction(id="d", text="Giữ vững ổn định."),),
        targets=(Target(id="t", name="tỷ lệ cây xanh", measures=(measure("t1", "%", plan="35"),)),),
    )
    assert reported(record, "body") == [
        "Thu ngân sách đạt 43,4 tỷ đồng.",
        "Có 12/14 chỉ tiêu đạt và vượt kế hoạch. Số hộ nghèo: 7 hộ/21 khẩu, tỷ lệ 0,24%.",
        "Giữ vững ổn định.",
        "Phấn đấu tỷ lệ cây xanh đạt 35%.",
    ]


@pytest.mark.parametrize("form", Form)
def test_classified_report_says_so_above_all_else(reported, form):
    issuance = Issuance(
        id="i", kind=DocumentKind.REPORT, form=form, draft=2, security=Security.CONFIDENTIAL
    )
    told = reported(Minutes(id="m", issuances=(issuance,)), form=form)
    assert told[:2] == ["MẬT", "Dự thảo lần 2"]

import datetime

import pytest

from app.documents.options import AttendeesAs
from app.documents.outline import Table
from app.minutes.attendees import Attendee, Position
from app.minutes.meeting import Meeting
from app.minutes.record import Minutes
from app.minutes.words import AttendanceState, Form, Role
from tests.app.documents.outline_text import texts
from tests.app.documents.records import minutes_of

MEMBER, INVITEE = Role.MEMBER, Role.INVITEE


def person(name: str, **fields: object) -> Attendee:
    return Attendee(id=name, name=name, **{"role": MEMBER, **fields})


def lines(*attendees: Attendee, form: Form = Form.PARTY) -> list[str]:
    return texts(minutes_of(Minutes(id="m", attendees=attendees), form), "list_item")


ABSENT = person("B", attendance=AttendanceState.EXCUSED, reason="đi công tác")


@pytest.mark.parametrize(
    ("attendees", "told"),
    [
        ((), ["- Có mặt: …… đồng chí.", "- Vắng mặt: …… đồng chí."]),
        (
            (person("A"), ABSENT),
            [
                *("- Có mặt: 01 đồng chí, gồm:", "+ Đồng chí A."),
                *("- Vắng mặt: 01 đồng chí, gồm:", "+ Đồng chí B (lý do: đi công tác)."),
            ],
        ),
        (
            (person("các ban", group=True, head_count=5), person("A")),
            [
                *("- Có mặt: 06 đồng chí, gồm:", "+ Các ban (05 đồng chí);", "+ Đồng chí A."),
                "- Vắng mặt: không.",
            ],
        ),
        (
            (person("các ban", group=True), person("A")),
            ["- Có mặt: 01 đồng chí và các đại biểu khác, gồm:", "+ Các ban;", "+ Đồng chí A."],
        ),
        ((person("các ban", group=True),), ["- Có mặt: các đại biểu, gồm:", "+ Các ban."]),
        (
            (ABSENT,),
            [
                *("- Có mặt: 00 đồng chí.", "- Vắng mặt: 01 đồng chí, gồm:"),
                "+ Đồng chí B (lý do: đi công tác).",
            ],
        ),
    ],
)
def test_attendance_is_counted_and_named(attendees, told):
    assert lines(*attendees)[: len(told)] == told


def test_an_absence_without_a_reason_has_a_leader():
    assert lines(person("A", attendance=AttendanceState.ABSENT))[2] == "+ Đồng chí A (lý do: ……)."


def test_a_reason_noted_for_somebody_present_is_printed():
    assert lines(person("A", reason="họp trực tuyến"))[1] == "+ Đồng chí A (lý do: họp trực tuyến)."


def test_a_substitute_is_named_with_who_is_replaced():
    replaced = person("A", attendance=AttendanceState.SUBSTITUTED, substitute="ông C")
    assert lines(replaced)[1:3] == ["- Dự thay: 01 đồng chí, gồm:", "+ Ông C dự thay đồng chí A."]


def test_hours_are_noted():
    late = person("A", arrived=datetime.time(9), left=datetime.time(10, 5))
    told = "+ Đồng chí A (đến lúc 09 giờ 00 phút; về lúc 10 giờ 05 phút)."
    assert lines(late)[1] == told


def test_invitees_have_a_section_of_their_own_with_their_bodies():
    guest = person("A", role=INVITEE, body="Sở B", positions=(Position(id="p", title="Giám đốc"),))
    away = person("C", role=INVITEE, attendance=AttendanceState.ABSENT, reason="ốm")
    outline = minutes_of(Minutes(id="m", attendees=(guest, away)))
    assert "1.2. Đại biểu mời dự" in texts(outline, "subsection_heading")
    assert texts(outline, "list_item")[-2:] == [
        "- Đồng chí A, Giám đốc, Sở B;",
        "- Đồng chí C (vắng mặt; lý do: ốm).",
    ]


def test_a_body_that_the_position_names_is_not_repeated():
    title = Position(id="p", title="Giám đốc Sở B")
    assert "- Đồng chí A, Giám đốc Sở B." in lines(
        person("A", role=INVITEE, body="Sở B", positions=(title,))
    )


@pytest.mark.parametrize(
    ("form", "role", "line"),
    [
        (Form.PARTY, "subsection_heading", "1.2. Cơ quan báo chí, truyền hình đưa tin"),
        (Form.STATE, "list_item", "- Cơ quan báo chí: Báo A."),
    ],
)
def test_the_press_is_named_where_it_was(form, role, line):
    outline = minutes_of(Minutes(id="m", meeting=Meeting(press="Báo A")), form)
    assert line in texts(outline, role)


def test_attendees_as_a_table_are_not_listed_too():
    record = Minutes(id="m", attendees=(person("A"), ABSENT))
    outline = minutes_of(record, attendees=AttendeesAs.TABLE)
    [table] = [block for block in outline.blocks if isinstance(block, Table)]
    rows = [["".join(p.text for p in cell) for cell in row.cells] for row in table.rows]
    assert rows == [["1", "A", "", ""], ["2", "B", "", "vắng mặt; lý do: đi công tác"]]
    counts = ["- Có mặt: 01 đồng chí.", "- Vắng mặt: 01 đồng chí."]
    assert texts(outline, "list_item") == counts

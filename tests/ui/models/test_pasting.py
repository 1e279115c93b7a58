from itertools import count

import pytest

from app.language.catalogue import Catalogue
from app.minutes.attendees import Attendee
from app.minutes.figures import Indicator, Target
from app.minutes.words import AttendanceState, Honorific, Reading, Role
from ui.models.attendees_pasting import TARGETS
from ui.models.indicators_pasting import INDICATOR_TARGETS, TARGET_TARGETS
from ui.models.pasting import LEFT_OUT, Paste, fill, guess
from ui.widgets.table_model import Cells


def cells(text: str) -> Cells:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def fields(paste: Paste, targets=TARGETS) -> list[str]:
    return ["" if at == LEFT_OUT else targets[at].column.label for at in paste.goes]


def made(paste: Paste, targets, kind, say) -> list:
    numbers = count()
    old = [kind(id=f"n{at}") for at in range(len(paste.rows))]
    return list(fill(paste, targets, old, lambda: f"i{next(numbers)}", say).items)


HEADED = cells("""
STT | Họ và tên          | Chức vụ, chức danh | Đơn vị công tác | Ghi chú
1   | Đ/c Bùi Văn Phú    | Phó Bí thư         | Thành ủy        |
2   | Bà Kiều Như Nguyên | UVTV, Phó Chủ tịch | HĐND thành phố  | đi công tác
""")


def test_columns_are_known_by_their_headings(vietnamese: Catalogue) -> None:
    paste = guess(HEADED, TARGETS, vietnamese)
    assert paste.heading
    assert fields(paste) == ["", "Name", "Positions", "Body", "Reason"]
    phu, kieu = made(paste, TARGETS, Attendee, vietnamese)
    assert (phu.name, phu.honorific) == ("Bùi Văn Phú", Honorific.COMRADE)
    assert (kieu.name, kieu.honorific) == ("Kiều Như Nguyên", Honorific.MRS)
    assert kieu.titles == ("UVTV", "Phó Chủ tịch")
    assert (kieu.body, kieu.reason) == ("HĐND thành phố", "đi công tác")


def test_columns_are_known_by_what_is_in_them(vietnamese: Catalogue) -> None:
    paste = guess(
        cells("""
        7 | Phó Bí thư | UBND phường | Bùi Văn Phú    | vắng   | Ông
        8 | Chủ tịch   | Công an     | Nguyễn Thị Hoa | Có mặt | Bà
        """),
        TARGETS,
        vietnamese,
    )
    assert not paste.heading
    assert fields(paste) == ["", "Positions", "Body", "Name", "Attendance", "Honorific"]
    phu, _hoa = made(paste, TARGETS, Attendee, vietnamese)
    assert (phu.attendance, phu.honorific) == (AttendanceState.ABSENT, Honorific.MR)


def test_columns_that_say_nothing_go_in_order_from_where_one_is(vietnamese: Catalogue) -> None:
    unknown = cells("x1 | y1\nx2 | y2")
    assert fields(guess(unknown, TARGETS, vietnamese)) == ["Name", "Positions"]
    assert fields(guess(unknown, TARGETS, vietnamese, 1)) == ["Positions", "Role"]
    last = len(TARGETS) - 1
    assert fields(guess(unknown, TARGETS, vietnamese, last)) == ["Head count", ""]


def test_one_row_is_no_heading(vietnamese: Catalogue) -> None:
    assert not guess(cells("Họ và tên | Chức vụ"), TARGETS, vietnamese).heading


def test_a_column_can_be_sent_elsewhere_and_nothing_goes_to_a_place_twice(
    vietnamese: Catalogue,
) -> None:
    paste = guess(HEADED, TARGETS, vietnamese).sending(4, 0)
    assert fields(paste) == ["", "", "Positions", "Body", "Name"]
    assert fields(paste.sending(2, LEFT_OUT))[2] == ""


def test_what_is_not_understood_is_counted(vietnamese: Catalogue) -> None:
    paste = Paste(cells("An | thủ quỹ | tám giờ\nBình | chủ tọa | 8h30"), (0, 2, 8))
    old = [Attendee(id="a"), Attendee(id="b")]
    filled = fill(paste, TARGETS, old, lambda: "i", vietnamese)
    assert (filled.lost, dict(filled.unread)) == (1, {("a", 8): "tám giờ"})
    an, binh = filled.items
    assert (an.role, an.arrived) == (Role.DELEGATION, None)
    assert (binh.role, str(binh.arrived)) == (Role.CHAIR, "08:30:00")


def test_a_table_of_indicators_with_its_units(vietnamese: Catalogue) -> None:
    paste = guess(
        cells("""
        TT | Chỉ tiêu       | ĐVT     | Kế hoạch | Thực hiện | Tỷ lệ (%) | Đánh giá
        1  | Thu ngân sách  | tỷ đồng | 2.500    | 2.317,8   | 92,7      | Không đạt
        2  | Đảng viên mới  | người   | 10       | 12        | 120       | Vượt
        3  | Độ che phủ     | %       | 52       | 52        |           | Đạt
        """),
        INDICATOR_TARGETS,
        vietnamese,
    )
    expected = ["", "Indicator", "Unit", "Plan", "Actual", "Rate (%)", "Reading"]
    assert fields(paste, INDICATOR_TARGETS) == expected
    budget, members, cover = made(paste, INDICATOR_TARGETS, Indicator, vietnamese)
    (measure,) = budget.measures
    assert (measure.actual.written, measure.plan.written) == ("2.317,8", "2.500")
    assert measure.unit == "tỷ đồng"
    assert (budget.rate.written, budget.reading) == ("92,7", Reading.MISSED)
    assert (members.reading, cover.rate) == (Reading.EXCEEDED, None)


def test_a_table_of_targets(vietnamese: Catalogue) -> None:
    paste = guess(
        cells("Nội dung | Phấn đấu\nGia đình văn hóa | 96,35%\nHộ nghèo giảm | 5 hộ"),
        TARGET_TARGETS,
        vietnamese,
    )
    first, second = made(paste, TARGET_TARGETS, Target, vietnamese)
    assert (first.name, first.measures[0].plan.written) == ("Gia đình văn hóa", "96,35")
    assert (first.measures[0].unit, second.measures[0].unit) == ("%", "hộ")


@pytest.mark.parametrize("text", ["", "   "])
def test_empty_cells_change_nothing(text: str, vietnamese: Catalogue) -> None:
    old = [Attendee(id="a", name="An", body="Sở")]
    paste = Paste([["Bình", text]], (0, 5))
    assert fill(paste, TARGETS, old, lambda: "i", vietnamese).items[0].body == "Sở"

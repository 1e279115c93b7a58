import datetime

import pytest

from app.documents.forms import read_form
from app.documents.outline import Paragraph, Table
from app.documents.register import RegisterLine, register
from app.documents.wording import read_wording
from app.minutes.words import AssignmentState, Form
from app.paths import resources_folder
from app.press import Press
from app.word.elements import POINTS
from app.word.widths import text_width

CELL_EDGE = 1.5
"""Millimetres, as the style of the tables has it."""
TODAY = datetime.date(2026, 6, 30)
LATE = RegisterLine(
    "Sửa cầu",
    "Sở Xây dựng",
    ("Sở Tài chính", "Quận 1"),
    "trước 29/6",
    datetime.date(2026, 6, 29),
    "Họp giao ban",
    datetime.date(2026, 5, 4),
    AssignmentState.OPEN,
    "chờ vốn",
)
DONE = LATE._replace(state=AssignmentState.DONE, coordinating=(), note="")
BARE = RegisterLine("Báo cáo", "", (), "", None, "", None, AssignmentState.OPEN, "")


def made(*lines: RegisterLine, body: str = "", form: Form = Form.PARTY):
    return register(lines, TODAY, body, form, read_wording(resources_folder() / "wording").of(form))


def cells(outline, row: int) -> list[str]:
    table = next(block for block in outline.blocks if isinstance(block, Table))
    return ["|".join(p.text for p in cell) for cell in table.rows[row].cells]


def test_a_row_says_all_of_a_task():
    assert cells(made(LATE), 0) == [
        "1",
        "Sửa cầu",
        "Sở Xây dựng|phối hợp: Sở Tài chính, Quận 1",
        "trước 29/6|(29/6/2026)",
        "04/5/2026|Họp giao ban",
        "chưa hoàn thành; quá hạn|chờ vốn",
    ]


def test_what_is_done_is_not_overdue_and_what_is_unknown_is_blank():
    outline = made(DONE, BARE)
    assert cells(outline, 0)[-1] == "đã hoàn thành"
    assert cells(outline, 1) == ["2", "Báo cáo", "–", "–", "–", "chưa hoàn thành"]


@pytest.mark.parametrize(
    ("deadline", "day", "told"),
    [
        ("29/6/2026", datetime.date(2026, 6, 29), "29/6/2026"),
        ("trước 29/6/2026", datetime.date(2026, 6, 29), "trước 29/6/2026"),
        ("trước ngày 5/2/2026", datetime.date(2026, 2, 5), "trước ngày 5/2/2026"),
        ("05/02/2026", datetime.date(2026, 2, 5), "05/02/2026"),
        ("quý II/2026", datetime.date(2026, 6, 30), "quý II/2026|(30/6/2026)"),
        ("thường xuyên", None, "thường xuyên"),
        ("", datetime.date(2026, 6, 30), "30/6/2026"),
    ],
)
def test_a_deadline_stands_as_it_was_given_and_its_day_is_not_said_twice(deadline, day, told):
    line = LATE._replace(deadline=deadline, deadline_date=day)
    assert cells(made(line), 0)[3] == told


@pytest.mark.parametrize(
    ("lines", "body", "told"),
    [
        ((LATE, DONE), "", "Đến ngày 30/6/2026: 2 nhiệm vụ, trong đó 1 quá hạn"),
        ((DONE,), "Quận 1", "Đến ngày 30/6/2026: 1 nhiệm vụ; cơ quan: Quận 1"),
    ],
)
def test_the_head_counts(lines, body, told):
    said = [block.text for block in made(*lines, body=body).blocks if isinstance(block, Paragraph)]
    assert said == ["SỔ THEO DÕI NHIỆM VỤ", told]


@pytest.mark.parametrize("form", Form)
def test_it_is_a_word_file_with_a_table(form):
    data = Press(resources_folder()).printed(made(LATE, BARE, form=form))
    import io

    import docx

    document = docx.Document(io.BytesIO(data))
    (table,) = document.tables
    assert len(table.rows) == 3
    assert table.rows[1].cells[1].text == "Sửa cầu"


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(("column", "day"), [(3, "(30/12/2026)"), (4, "30/12/2026")])
def test_a_day_stands_on_one_line(form, column, day):
    rules = read_form(form, resources_folder() / "forms")
    (table,) = (block for block in made(LATE, form=form).blocks if isinstance(block, Table))
    share = rules.tables[table.role].shares.value[column]
    room = share * rules.page.text_width - 2 * CELL_EDGE
    assert text_width(day, rules.roles["table_cell"].size.value, bold=False) / POINTS < room

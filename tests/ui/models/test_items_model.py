from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.language.catalogue import Catalogue
from app.minutes.attendees import Attendee
from ui.models.attendees_model import COLUMNS
from ui.models.items_model import ItemsModel, Step
from ui.models.pasting import Paste, Target


@pytest.fixture
def steps() -> list[Step]:
    return []


@pytest.fixture
def model(qtbot: QtBot, texts: Catalogue, steps: list[Step]) -> ItemsModel:
    numbers = count(1)

    def new_id() -> str:
        return f"new{next(numbers)}"

    return ItemsModel(COLUMNS, lambda: Attendee(id=new_id()), steps.append, texts, new_id)


def of(ids: str) -> list[Attendee]:
    return [Attendee(id=letter, name=letter) for letter in ids]


def shown(model: ItemsModel) -> str:
    return "".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))


orders = st.text("abcdef", max_size=6).map(lambda text: "".join(dict.fromkeys(text)))


@given(before=orders, after=orders)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_list_is_shown_after_any_other(model: ItemsModel, before: str, after: str) -> None:
    fails = QAbstractItemModelTester.FailureReportingMode.Warning  # … which fails the test
    tester = QAbstractItemModelTester(model, fails)
    model.show(of(before))
    model.show(of(after))
    assert shown(model) == after
    assert tester.model() is model


def test_a_new_row_stays_where_it_is_when_others_change(model: ItemsModel) -> None:
    model.show(of("abc"))
    model.add_row(1)
    model.show(of("xabc"))
    assert [model.is_blank(row) for row in range(5)] == [False, True, False, False, False]
    model.drop_blank()
    assert shown(model) == "xabc"


def test_rows_keep_their_selection_when_others_are_added(
    model: ItemsModel, steps: list[Step]
) -> None:
    model.show(of("abc"))
    told: list[int] = []
    model.rowsAboutToBeRemoved.connect(lambda _parent, first, _last: told.append(first))
    model.show(of("axbc"))
    assert told == []
    assert steps == []


@pytest.mark.parametrize(
    ("rows", "by", "expected"),
    [([0, 2], 1, "bac"), ([2], 1, None), ([0, 1], 1, "cab"), ([1, 2], -1, "bca")],
)
def test_moving_rows(
    model: ItemsModel, steps: list[Step], rows: list[int], by: int, expected: str | None
) -> None:
    model.show(of("abc"))
    moved = model.move_rows(rows, by)
    assert moved is (bool(steps))
    if rows == [0, 2]:
        expected = None  # the last one has no room
    assert ("".join(item.id for item in steps[0].items) if steps else None) == expected


def put(model: ItemsModel, row: int | None, *cells: list[str]) -> None:
    paste = Paste(cells, tuple(range(len(cells[0]))))
    model.put(model.filled(paste, [Target(column) for column in COLUMNS], row), row)


def test_pasting_over_rows_and_past_the_end(model: ItemsModel, steps: list[Step]) -> None:
    model.show(of("ab"))
    put(model, 1, ["x", "P"], ["y", ""])
    assert [item.name for item in steps[0].items] == ["a", "x", "y"]
    assert steps[0].items[1].id == "b"
    assert (steps[0].what, steps[0].count) == ("paste", 2)


def test_pasting_below_all_rows(model: ItemsModel, steps: list[Step]) -> None:
    model.show(of("ab"))
    model.add_row(1)
    put(model, None, ["x"], ["y"])
    assert [item.name for item in steps[0].items] == ["a", "b", "x", "y"]


def test_too_long_a_cell_is_not_taken(model: ItemsModel, steps: list[Step]) -> None:
    model.show(of("a"))
    assert not model.paste(0, 0, [["y" * 2001]])
    assert steps == []


def test_a_cell_is_pasted_as_what_its_column_holds(
    vietnamese: Catalogue, steps: list[Step], qtbot: QtBot
) -> None:
    model = ItemsModel(COLUMNS, lambda: Attendee(id="n"), steps.append, vietnamese, lambda: "p")
    model.show(of("a"))
    for column, text in ((0, " Bùi  Phú "), (2, "chu tri"), (3, "Vắng"), (2, "không có")):
        assert model.paste(0, column, [[text]])
    attendee = steps[-1].items[0]
    assert (attendee.name, attendee.role, attendee.attendance) == ("Bùi Phú", "chair", "absent")
    assert len(steps) == 3

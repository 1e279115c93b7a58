"""The preview beside the form: a click goes to the field, and the page goes to what is typed."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.editing.edits import set_field
from app.editing.session import Label
from app.minutes.place import Place
from app.minutes.record import Direction, Result
from ui.preview.pages import Spot
from ui.preview.pages_view import PagesView

MEETING_PLACE = Place("meeting", field="place")
FIRST, LAST = Place("results", "r0", "text"), Place("directions", "d", "text")


@pytest.fixture
def view(program) -> PagesView:
    program.choose("Open the sample")
    change(program, MEETING_PLACE, "Hội trường Thành ủy")
    results = tuple(Result(id=f"r{n}", text="một hai ba bốn năm " * 60) for n in range(20))
    change(program, Place("results"), results)
    change(program, Place("directions"), (Direction(id="d", text="Hết."),))
    found: PagesView = program.window.preview.view
    program.window.resize(1280, 720)
    program.until(lambda: found.pages is not None and found.pages.spot_of(LAST) is not None)
    return found


def change(program, place: Place, value: object) -> None:
    program.desk.session.edit(set_field(place, value), Label("x"), place)


def spot(view: PagesView, place: Place) -> Spot:
    assert view.pages is not None
    found = view.pages.spot_of(place)
    assert found is not None
    return found


def at(view: PagesView, place: Place) -> QPointF:
    """Where on the screen a place is printed, from the view's upper left corner."""
    found = spot(view, place)
    area = view._page_area(found.page)  # noqa: SLF001
    middle = area.topLeft() + found.area.center() * view._dots()  # noqa: SLF001
    return middle - QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())


def is_seen(view: PagesView, place: Place) -> bool:
    return view.viewport().rect().contains(at(view, place).toPoint())


def test_click_on_printed_words_goes_to_their_field(program, view):
    program.choose("2 What")
    view.show_place(MEETING_PLACE)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, MEETING_PLACE).toPoint()
    )
    assert program.field("place").hasFocus()


def test_page_goes_to_what_is_typed(program, view):
    view.show_place(MEETING_PLACE)
    assert not is_seen(view, LAST)
    change(program, LAST, "Hết rồi.")
    program.until(lambda: is_seen(view, LAST))
    change(program, FIRST, "Lại đầu.")
    program.until(lambda: is_seen(view, FIRST))


def test_page_goes_to_the_field_that_has_the_focus(program, view):
    view.show_place(MEETING_PLACE)
    (page, *_) = program.window.pages.all_pages()
    page.place_changed.emit(LAST)
    assert is_seen(view, LAST)


def test_page_stays_where_what_is_typed_is_seen(program, view):
    view.show_place(MEETING_PLACE)
    stood = view.verticalScrollBar().value()
    change(program, MEETING_PLACE, "Hội trường phường")
    program.until(lambda: "Hội trường phường" in view.pages.text())
    assert view.verticalScrollBar().value() == stood

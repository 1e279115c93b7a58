"""The preview: the outline's text on pages, each word leading to where it was typed."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from app.documents.outline import Columns, Origin, Outline, Paragraph, Row, Run, Table
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.press import Press
from app.sample import sample
from ui.preview.pages_view import PagesView
from ui.preview.typesetting import Typesetter, typeset

PRESS = Press(resources_folder())


def outline(*blocks, form=Form.PARTY) -> Outline:
    return Outline(DocumentKind.MINUTES, form, "record", "title", blocks)


def paragraph(role: str, text: str, place: Place | None = None) -> Paragraph:
    return Paragraph(role, (Run(text, Origin(place) if place else None),))


def set_pages(*blocks, form=Form.PARTY):
    return typeset(outline(*blocks, form=form), PRESS.rules(form))


def points(length: float) -> float:
    return length / typeset(outline(), PRESS.rules(Form.PARTY)).unit / 25.4 * 72


def words(pages) -> list[str]:
    return [line for line in pages.text().split("\n") if line]


@pytest.mark.usefixtures("qapp")
class TestTypesetting:
    def test_text_of_all_blocks_stands_in_order(self):
        table = Table("attendees", row("a", "b", "c", "d"), (row("e", "f", "g", "h"),))
        columns = Columns(
            "signatures", ((paragraph("body", "left"),), (paragraph("body", "right"),))
        )
        pages = set_pages(paragraph("body", "first"), columns, table, paragraph("body", "last"))
        assert words(pages) == ["first", "left", "right", *"abcdefgh", "last"]

    @pytest.mark.parametrize("form", list(Form))
    @pytest.mark.parametrize("kind", list(DocumentKind))
    def test_every_document_of_the_sample_is_set(self, kind, form):
        made = PRESS.compose(sample(resources_folder()), kind, form)
        pages = typeset(made, PRESS.rules(form))
        assert pages.count >= 1
        assert "Thanh Sơn" in pages.text()

    def test_paper_is_a4(self):
        pages = set_pages(paragraph("body", "x"))
        assert round(pages.size.width() / pages.unit) == 210
        assert round(pages.size.height() / pages.unit) == 297

    def test_line_height_is_what_the_form_says(self):
        place, after = Place("results", "a", "text"), Place("results", "b", "text")
        look = PRESS.rules(Form.PARTY).roles["body"].look()
        pages = set_pages(paragraph("body", "một\nhai\nba", place), paragraph("body", "x", after))
        step = pages.spot_of(after).area.top() - pages.spot_of(place).area.top()
        assert look.line_unit == "pt"
        assert points(step) == pytest.approx(3 * look.line + look.before, abs=0.1)

    def test_first_line_is_indented_as_the_form_says(self):
        pages = set_pages(paragraph("body", "chữ " * 60, Place("results", "a", "text")))
        left = PRESS.rules(Form.PARTY).page.left.value
        indent = PRESS.rules(Form.PARTY).roles["body"].look().first_line
        spot = pages.spot_of(Place("results", "a", "text"))
        assert spot.area.left() / pages.unit == pytest.approx(left + indent, abs=0.2)

    def test_space_above_is_kept_after_a_table(self):
        columns = Columns("letterhead", ((paragraph("number", "a"),), (paragraph("number", "b"),)))
        place = Place("meeting", field="headline")
        tight = set_pages(columns, paragraph("table_end", "x", place)).spot_of(place).area.top()
        loose = (
            set_pages(columns, paragraph("document_title", "x", place)).spot_of(place).area.top()
        )
        before = PRESS.rules(Form.PARTY).roles["document_title"].look().before
        assert points(loose - tight) == pytest.approx(before)


def row(*cells: str) -> Row:
    return Row(tuple((paragraph("table_cell", cell),) for cell in cells))


@pytest.mark.usefixtures("qapp")
class TestPlaces:
    FIRST, SECOND = Place("results", "a", "text"), Place("results", "b", "text")

    def pages(self):
        return set_pages(
            paragraph("body", "một " * 2000, self.FIRST), paragraph("body", "hai", self.SECOND)
        )

    def test_point_on_the_text_gives_its_place(self):
        pages = self.pages()
        for place in (self.FIRST, self.SECOND):
            spot = pages.spot_of(place)
            assert pages.place_at(spot.page, spot.area.center()) == place

    def test_second_place_is_on_a_later_page(self):
        pages = self.pages()
        assert pages.spot_of(self.SECOND).page == pages.count - 1 > 0

    def test_field_that_is_not_printed_is_shown_at_its_item(self):
        spot = self.pages().spot_of(Place("results", "b", "field"))
        assert spot == self.pages().spot_of(self.SECOND)

    def test_place_that_is_not_printed_has_no_spot(self):
        assert self.pages().spot_of(Place("attendees", "x", "name")) is None

    def test_fixed_wording_leads_to_what_stands_beside_it(self):
        place = Place("meeting", field="place")
        pages = set_pages(Paragraph("body", (Run("Địa điểm: "), Run("Huế", Origin(place)))))
        spot = pages.spot_of(place)
        assert pages.place_at(0, spot.area.topLeft() + QPointF(-200, 50)) == place

    def test_paragraph_of_fixed_wording_leads_nowhere(self):
        pages = set_pages(paragraph("body", "BIÊN BẢN"), paragraph("body", "x", self.FIRST))
        assert pages.place_at(0, QPointF(4000, 1000)) is None


@pytest.mark.usefixtures("qapp")
class TestDrawing:
    def drawn(self, pages, page: int) -> QImage:
        picture = QImage(420, 594, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.scale(420 / pages.size.width(), 420 / pages.size.width())
        pages.draw(painter, page)
        painter.end()
        return picture

    def ink(self, picture: QImage, left: int, top: int, right: int, bottom: int) -> int:
        dots = ((x, y) for x in range(left, right) for y in range(top, bottom))
        return sum(picture.pixelColor(x, y).lightness() < 200 for x, y in dots)

    def test_first_page_has_no_number_and_the_second_has(self):
        pages = set_pages(paragraph("body", "một " * 2000))
        assert self.ink(self.drawn(pages, 0), 180, 10, 240, 38) == 0
        assert self.ink(self.drawn(pages, 1), 180, 10, 240, 38) > 0

    def test_margins_are_blank(self):
        page = self.drawn(set_pages(paragraph("body", "một " * 2000)), 0)
        assert self.ink(page, 0, 0, 58, 594) == 0
        assert self.ink(page, 392, 0, 420, 594) == 0
        assert self.ink(page, 60, 42, 390, 540) > 0

    def test_line_is_drawn_below_the_title_of_the_form(self):
        with_line = self.drawn(set_pages(paragraph("party_title", "ĐẢNG")), 0)
        without = self.drawn(set_pages(paragraph("issuing_body", "ĐẢNG")), 0)
        below = (60, 52, 390, 60)
        assert self.ink(with_line, *below) > self.ink(without, *below)


@pytest.fixture
def view(qtbot):
    view = PagesView("Preview")
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    view.show_pages(
        set_pages(paragraph("body", "một " * 3000), paragraph("body", "x", TestPlaces.FIRST))
    )
    return view


def test_paper_fits_the_width_until_one_zooms(view):
    width = view.pages.size.width() / view.pages.unit / 25.4 * view.logicalDpiX() * view.zoom
    assert 380 > width > 320
    view.zoom_in()
    zoomed = view.zoom
    view.resize(600, 500)
    assert view.zoom == zoomed
    view.fit_width()
    assert view.zoom != zoomed


def test_page_one_is_on_is_told(view, qtbot):
    with qtbot.waitSignal(view.page_changed) as told:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert told.args == [view.pages.count, view.pages.count]


def test_place_out_of_sight_is_scrolled_to(view):
    assert view.verticalScrollBar().value() == 0
    assert view.show_place(TestPlaces.FIRST)
    assert view.current_page() == view.pages.count - 1
    assert not view.show_place(Place("votes", "v"))


def test_new_pages_stay_where_one_was(view):
    view.verticalScrollBar().setValue(300)
    view.show_pages(set_pages(paragraph("body", "hai " * 3000)))
    assert view.verticalScrollBar().value() == 300


def test_nothing_is_shown_without_pages(view):
    view.show_pages(None)
    assert view.verticalScrollBar().maximum() == 0
    assert view.current_page() == 0
    assert not view.grab().isNull()


class TestFollowing:
    """Only what changed is set and drawn anew."""

    def blocks(self, last: str):
        return (
            *(paragraph("body", f"{n} " + "một " * 400) for n in range(8)),
            paragraph("body", last),
        )

    @pytest.mark.usefixtures("qapp")
    def test_only_the_changed_paragraph_is_set_anew(self):
        typesetter, rules = Typesetter(), PRESS.rules(Form.PARTY)
        typesetter.typeset(outline(*self.blocks("hai")), rules)
        assert typesetter.set_anew == 9
        pages = typesetter.typeset(outline(*self.blocks("ba")), rules)
        assert typesetter.set_anew == 1
        assert "ba" in pages.text()

    @pytest.mark.usefixtures("qapp")
    def test_other_rules_set_everything_anew(self):
        typesetter = Typesetter()
        typesetter.typeset(outline(*self.blocks("hai")), PRESS.rules(Form.PARTY))
        typesetter.typeset(outline(*self.blocks("hai")), PRESS.rules(Form.STATE))
        assert typesetter.set_anew == 9

    def test_only_the_changed_page_is_drawn_anew(self, view, monkeypatch):
        typesetter, rules = Typesetter(), PRESS.rules(Form.PARTY)
        view.show_pages(typesetter.typeset(outline(*self.blocks("hai")), rules))
        view.grab()
        drawn = []
        plain = view._draw  # noqa: SLF001
        monkeypatch.setattr(view, "_draw", lambda page: drawn.append(page) or plain(page))
        view.show_pages(typesetter.typeset(outline(*self.blocks("ba")), rules))
        view.grab()
        assert drawn == []
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        view.grab()
        assert view.pages.count - 1 in drawn

    def test_page_that_changed_is_drawn_anew(self, view):
        typesetter, rules = Typesetter(), PRESS.rules(Form.PARTY)
        view.show_pages(typesetter.typeset(outline(paragraph("body", "một")), rules))
        before = view.grab().toImage()
        view.show_pages(typesetter.typeset(outline(paragraph("body", "hai")), rules))
        assert view.grab().toImage() != before

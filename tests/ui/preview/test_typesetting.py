"""What of Word's rules is kept when an outline is set in pages."""

import pytest
from PySide6.QtCore import QPointF

from app.documents.form_settings import with_options
from app.documents.outline import Columns, Origin, Outline, Paragraph, Row, Run, Table
from app.minutes.place import Place
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.press import Press
from ui.preview.typesetting import Typesetter, typeset

PARTY, STATE = (Press(resources_folder()).rules(form) for form in (Form.PARTY, Form.STATE))
HERE, THERE = Place("results", "a", "text"), Place("results", "b", "text")

pytestmark = pytest.mark.usefixtures("qapp")


def pages_of(*blocks, rules=PARTY):
    return typeset(Outline(DocumentKind.MINUTES, Form.PARTY, "r", "t", blocks), rules)


def lines(role: str, count: int, words: str = "x", place: Place | None = None) -> Paragraph:
    return Paragraph(role, (Run("\n".join([words] * count), Origin(place) if place else None),))


def top(pages, place: Place) -> float:
    """Points from the top of the paper."""
    return pages.spot_of(place).area.top() / pages.unit / 25.4 * 72


def test_back_pages_have_the_margins_the_other_way_round():
    rules = with_options(PARTY, {"two_sided": True})
    pages = pages_of(
        lines("table_cell", 70, place=HERE), lines("table_cell", 1, "y", THERE), rules=rules
    )
    assert pages.spot_of(HERE).area.left() / pages.unit == pytest.approx(30, abs=0.1)
    assert pages.spot_of(THERE).page == 1
    assert pages.spot_of(THERE).area.left() / pages.unit == pytest.approx(15, abs=0.1)


def test_repeated_head_is_read_once_but_drawn_on_every_page():
    cells = tuple((lines("table_cell", 1, f"ô {n}"),) for n in range(4))
    head = Row(tuple((lines("table_head", 1, f"đầu{n}"),) for n in range(4)))
    pages = pages_of(Table("attendees", head, (Row(cells),) * 90))
    assert pages.count > 1
    assert pages.text().count("đầu0") == 1
    assert all(pages.lines(page)[0] == "đầu0 đầu1 đầu2 đầu3" for page in range(pages.count))


def test_first_of_what_an_item_prints_stands_for_a_field_that_is_not_printed():
    other = HERE._replace(field="other")
    pages = pages_of(lines("body", 1, "một", HERE), lines("body", 1, "hai", other))
    assert pages.spot_of(HERE._replace(field="nowhere")) == pages.spot_of(HERE)


def test_place_may_begin_on_a_later_page_than_its_paragraph():
    runs = (Run("x\n" * 60, Origin(HERE)), Run("sau", Origin(THERE)))
    pages = pages_of(Paragraph("body", runs))
    spot = pages.spot_of(THERE)
    assert spot.page == 1
    assert pages.place_at(1, spot.area.center()) == THERE


def test_letters_beyond_the_first_plane_move_no_place():
    pages = pages_of(
        Paragraph("table_cell", (Run("😀" * 8, Origin(HERE)), Run("y", Origin(THERE))))
    )
    assert pages.place_at(0, pages.spot_of(THERE).area.center()) == THERE
    line = pages.sheets[0][0].strip.parts[0].content.ink(0)
    three_quarters = pages.spot_of(HERE).area.topLeft() + QPointF(line.width() * 0.75, 50)
    assert pages.place_at(0, three_quarters) == HERE


def test_no_line_of_a_paragraph_stands_alone_on_a_page():
    full = len(pages_of(lines("body", 200)).lines(0))
    for above in range(full - 4, full + 1):
        pages = pages_of(lines("body", above), lines("body", 4, "đoạn"))
        counts = [pages.lines(page).count("đoạn") for page in range(pages.count)]
        assert 1 not in counts


def test_signatures_keep_with_who_confirms_them():
    signed = Columns("signatures", ((lines("signature_title", 2, "ký"),),))
    confirmed = Columns("signatures", ((lines("signature_title", 4, "xác nhận"),),))
    full = len(pages_of(lines("body", 200)).lines(0))
    pages = pages_of(lines("body", full - 5), lines("body", 1), signed, confirmed)
    last = [line.casefold() for line in pages.lines(1)]
    assert last == ["x"] + ["ký"] * 2 + ["xác nhận"] * 4


def test_wider_line_spacing_stands_below_a_line():
    wide = with_options(STATE, {"line_spacing": 1.5})
    blocks = lines("body", 3, place=HERE), lines("body", 1, place=THERE)
    single, apart = (pages_of(*blocks, rules=rules) for rules in (STATE, wide))
    assert top(apart, HERE) == pytest.approx(top(single, HERE))
    step = 3 * 14 * 1.149 * 0.5
    assert top(apart, THERE) - top(single, THERE) == pytest.approx(step, abs=0.3)


def test_room_below_a_paragraph_is_kept():
    below = PARTY.roles["abstract_mark"].look().after
    assert below > PARTY.roles["table_cell"].look().before
    marked = pages_of(lines("abstract_mark", 1), lines("table_cell", 1, place=HERE))
    plain = pages_of(lines("abstract", 1), lines("table_cell", 1, place=HERE))
    assert top(marked, HERE) - top(plain, HERE) == pytest.approx(below, abs=0.2)


def test_other_rules_are_other_pages():
    narrow = with_options(STATE, {"margin_top": 25, "margin_bottom": 25})
    blocks = tuple(lines("body", 4, f"đoạn {number}") for number in range(60))
    outline = Outline(DocumentKind.MINUTES, Form.STATE, "r", "t", blocks)
    typesetter = Typesetter()
    for rules in (STATE, narrow, STATE):
        kept, anew = typesetter.typeset(outline, rules), typeset(outline, rules)
        pages = range(anew.count)
        assert [kept.lines(page) for page in pages] == [anew.lines(page) for page in pages]
    assert typeset(outline, narrow).lines(0) != typeset(outline, STATE).lines(0)

from itertools import count

import pytest

from app.minutes.record import Result, UnsortedParagraph
from ui.models.paragraph_items import Shape, items_of, paragraphs_of
from ui.widgets.paragraphs import Paragraph

RESULTS = Shape(Result, field="field", follows="agenda_item")


def shown(*items: Result) -> tuple[Paragraph, ...]:
    numbers = count(1)
    return paragraphs_of(items, RESULTS, lambda: f"h{next(numbers)}")


def heading(text: str, key: str = "h1") -> Paragraph:
    return Paragraph(key, text, heading=True)


def test_a_field_is_shown_once_above_its_paragraphs() -> None:
    items = [Result(id="a", text="A", field="F"), Result(id="b", text="B", field="F")]
    assert shown(*items) == (heading("F"), Paragraph("a", "A"), Paragraph("b", "B"))


def test_a_paragraph_without_field_after_others_stands_under_a_blank_heading() -> None:
    items = [Result(id="a", text="A", field="F"), Result(id="b", text="B")]
    assert shown(*items)[2:] == (heading("", "h2"), Paragraph("b", "B"))


@pytest.mark.parametrize(
    "items",
    [
        (),
        (Result(id="a", text="A"),),
        (Result(id="a", text="A", field="F"), Result(id="b", text="B"), Result(id="c", field="G")),
        (Result(id="a", field="F", agenda_item="x"), Result(id="b", text="B", field="G")),
    ],
)
def test_showing_and_reading_gives_the_same_items(items: tuple[Result, ...]) -> None:
    after = items_of(shown(*items), items, RESULTS)
    assert after == items
    assert all(one is other for one, other in zip(after, items, strict=True))


def test_blank_paragraphs_are_not_kept() -> None:
    paragraphs = [Paragraph("a", "A"), Paragraph("b", " "), Paragraph("c", "")]
    assert items_of(paragraphs, (), RESULTS) == (Result(id="a", text="A"),)


def test_a_heading_without_paragraphs_is_kept() -> None:
    paragraphs = [heading("F"), heading("G", "h2"), Paragraph("a", ""), Paragraph("b", "")]
    assert items_of(paragraphs, (), RESULTS) == (
        Result(id="h1", field="F"),
        Result(id="a", field="G"),
    )


def test_a_heading_with_a_paragraph_needs_no_item_of_its_own() -> None:
    paragraphs = [heading("F"), Paragraph("a", ""), Paragraph("b", "B")]
    assert items_of(paragraphs, (), RESULTS) == (Result(id="b", text="B", field="F"),)


def test_a_new_paragraph_belongs_to_the_agenda_item_of_the_one_before() -> None:
    old = (Result(id="a", text="A", agenda_item="x"),)
    paragraphs = [Paragraph("a", "A"), Paragraph("b", "B")]
    assert items_of(paragraphs, old, RESULTS)[1] == Result(id="b", text="B", agenda_item="x")


def test_items_without_fields_are_plain_paragraphs() -> None:
    shape = Shape(UnsortedParagraph)
    items = (UnsortedParagraph(id="a", text="A"),)
    assert paragraphs_of(items, shape, str) == (Paragraph("a", "A"),)
    assert items_of([Paragraph("a", "B")], items, shape) == (UnsortedParagraph(id="a", text="B"),)

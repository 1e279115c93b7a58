import pytest

from app.documents.forms import Look
from app.minutes.words import Form
from app.word.elements import POINTS, name
from tests.app.word.outlines import body, found, line, part, rules_of, written


def urgency() -> Look:
    return rules_of(Form.STATE).roles["urgency_mark"].look()


def room_left(text: str, form: Form = Form.STATE) -> float:
    """What the indents leave of the text's width for a boxed mark, in millimetres."""
    (mark,) = body(written(line("urgency_mark", text), form=form))
    (sides,) = found(mark, "w:pPr/w:ind")
    twips = int(sides.get(name("w:left"))) + int(sides.get(name("w:right")))
    return rules_of(form).page.text_width - twips / 20 / POINTS


@pytest.mark.parametrize(("text", "width"), [("KHẨN", 20), ("Hỏa tốc", 30), (" THƯỢNG KHẨN ", 40)])
def test_box_is_as_wide_as_the_stamp_of_its_words(text: str, width: int) -> None:
    assert room_left(text) + 2 / POINTS == pytest.approx(width, abs=0.1)


def test_box_of_other_words_is_as_wide_as_they_need() -> None:
    assert room_left("KHẨN CẤP LẮM") > room_left("KHẨN CẤP") > 20


def test_role_without_a_box_has_no_sides_of_its_own() -> None:
    (mark,) = body(written(line("urgency_mark", "KHẨN"), form=Form.PARTY))
    assert not found(mark, "w:pPr/w:ind")


def test_border_is_the_styles_and_has_its_colour() -> None:
    styles = part(written(line("urgency_mark", "KHẨN"), form=Form.STATE), "word/styles.xml")
    border = found(styles, "w:style[@w:styleId='BBDoKhan']/w:pPr/w:pBdr/*")
    assert len(border) == 4
    assert {side.get(name("w:color")) for side in border} == {urgency().colour} == {"C00000"}

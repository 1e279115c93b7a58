import pytest

from app.documents.outline import Run
from app.word.read import paragraph_texts
from tests.app.word.outlines import body, found, line, part, plain, typed, written


def test_paragraph_has_only_its_style_and_its_text() -> None:
    (paragraph,) = body(written(line("body", "Xin chào")))
    assert plain(paragraph) == (
        '<w:p><w:pPr><w:pStyle w:val="BBNoiDung"/></w:pPr><w:r><w:t>Xin chào</w:t></w:r></w:p>'
    )


def test_verbatim_run_is_held_by_a_hidden_bookmark() -> None:
    (paragraph,) = body(written(line("body", "Ý kiến: ", typed("đồng ý"))))
    (bookmark,) = found(paragraph, "w:bookmarkStart/@w:name")
    assert bookmark.startswith("_")
    assert plain(paragraph).endswith(
        "<w:r><w:t>Ý kiến: </w:t></w:r>"
        f'<w:bookmarkStart w:id="1" w:name="{bookmark}"/><w:r><w:t>đồng ý</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/></w:p>'
    )


def test_composed_run_has_no_bookmark() -> None:
    (paragraph,) = body(written(line("body", typed("12/14", verbatim=False))))
    assert not found(paragraph, ".//w:bookmarkStart")


def test_line_break_is_a_break_inside_the_run() -> None:
    (paragraph,) = body(written(line("body", "một\nhai")))
    assert "<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>" in plain(paragraph)


@pytest.mark.parametrize(
    ("text", "runs"), [("\na\n\nb\n", "<w:br/><w:t>a</w:t><w:br/><w:br/><w:t>b</w:t><w:br/>")]
)
def test_line_breaks_leave_no_empty_text_between_them(text: str, runs: str) -> None:
    (paragraph,) = body(written(line("body", text)))
    assert f"<w:r>{runs}</w:r>" in plain(paragraph)


def test_character_role_is_a_character_style() -> None:
    (paragraph,) = body(written(line("body", Run("An", role="speaker"))))
    assert '<w:r><w:rPr><w:rStyle w:val="BBNguoiPhatBieu"/></w:rPr><w:t>An' in plain(paragraph)


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\u200a\xa0"])
def test_paragraph_is_left_out_when_nothing_would_print(text: str) -> None:
    assert body(written(line("body", text, ""), line("body", "x")))[0].xpath("string()") == "x"


def test_spaces_at_the_ends_are_kept() -> None:
    assert paragraph_texts(written(line("body", " a ", Run("  ", role="unknown"), "b "))) == [
        " a   b "
    ]


def test_line_is_drawn_below_the_text_where_the_form_has_one() -> None:
    title, text = body(written(line("party_title", "Đảng"), line("body", "Đảng")))
    assert len(found(title, "w:r/mc:AlternateContent")) == 1
    assert not found(text, ".//mc:AlternateContent")


def test_numbers_of_drawings_and_bookmarks_are_unique() -> None:
    document = written(*(line("party_title", typed("x")) for _ in range(3)))
    tree = part(document, "word/document.xml")
    for path in ("//wp:docPr/@id", "//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name"):
        assert len(set(found(tree, path))) == 3

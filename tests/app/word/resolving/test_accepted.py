"""The text of a document with every tracked change accepted, and where its bookmarks lie."""

import pytest

from app.word.elements import prototype
from app.word.resolving.accepted import END, Accepted, accepted


def text(word: str) -> str:
    return f"<w:r><w:t>{word}</w:t></w:r>"


def paragraph(*inner: str, mark: str = "") -> str:
    properties = f"<w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(inner)}</w:p>"


def read(*blocks: str) -> Accepted:
    return accepted(prototype(f"<w:document><w:body>{''.join(blocks)}</w:body></w:document>"))


def lines(*blocks: str) -> list[str]:
    return read(*blocks).text.split(END)[1:-1]


DELETED = "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
INLINE = {
    "runs": (text("a") + text("b"), "ab"),
    "insertion": ("<w:ins>" + text("a") + "</w:ins>" + text("b"), "ab"),
    "deletion": (text("a") + DELETED, "a"),
    "insertion deleted again": (f"<w:ins>{DELETED}</w:ins>" + text("a"), "a"),
    "move": (f"<w:moveFrom>{text('a')}</w:moveFrom><w:moveTo>{text('b')}</w:moveTo>", "b"),
    "comment": (
        '<w:commentRangeStart w:id="1"/>'
        + text("a")
        + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        "a",
    ),
    "link": ("<w:hyperlink>" + text("a") + "</w:hyperlink>", "a"),
    "content control": ("<w:sdt><w:sdtContent>" + text("a") + "</w:sdtContent></w:sdt>", "a"),
    "field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + text("7"),
        "7",
    ),
    "breaks": ('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type="page"/><w:cr/></w:r>', "a\nb\n"),
    "tab and hyphen": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/></w:r>", "a b-"),
    "footnote": (text("a") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "a"),
    "text box": (
        text("a") + "<w:r><mc:AlternateContent><mc:Choice>" + paragraph(text("b"))
        + "</mc:Choice></mc:AlternateContent></w:r>",
        "a",
    ),
    "decomposed": (text("nga\u0302\u0301y"), "ngấy"),
}  # fmt: skip


@pytest.mark.parametrize(("inner", "expected"), INLINE.values(), ids=INLINE)
def test_paragraph_reads_as_accepted(inner: str, expected: str) -> None:
    assert lines(paragraph(inner)) == [expected]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_paragraph_whose_end_was_deleted_runs_on(mark: str) -> None:
    assert lines(paragraph(text("a"), mark=mark), paragraph(text("b"))) == ["ab"]


def test_paragraph_whose_end_was_inserted_ends() -> None:
    assert lines(paragraph(text("a"), mark="ins"), paragraph(text("b"))) == ["a", "b"]


def test_empty_paragraphs_are_not_there() -> None:
    assert lines(paragraph(), paragraph(text("a")), paragraph(DELETED)) == ["a"]
    assert lines() == []


def row(*cells: str, deleted: bool = False) -> str:
    change = "<w:trPr><w:del/></w:trPr>" if deleted else ""
    return f"<w:tr>{change}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_cells_are_paragraphs_of_their_own_and_deleted_rows_are_not_there() -> None:
    deleted = row(paragraph(text("c")), deleted=True)
    table = row(paragraph(text("a"), mark="del"), paragraph(text("b"))) + deleted
    blocks = (paragraph(text("x"), mark="del"), f"<w:tbl>{table}</w:tbl>", paragraph(text("y")))
    assert lines(*blocks) == ["x", "a", "b", "y"]


def held(inner: str, number: int = 1, mark: str = "_m") -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
    )


def test_bookmarks_hold_what_is_between_their_ends() -> None:
    read_text, bookmarks = read(paragraph(text("a"), held(text("b") + text("c")), text("d")))
    assert bookmarks["_m"].of(read_text) == "bc"


def test_bookmark_may_reach_over_paragraphs_and_into_changes() -> None:
    start = '<w:bookmarkStart w:id="1" w:name="_m"/>'
    first = paragraph(f"<w:ins>{start}{text('a')}</w:ins>")
    inside = '<w:r><w:t>b</w:t></w:r><w:bookmarkEnd w:id="1"/>'
    read_text, bookmarks = read(first, paragraph(inside, text("c")))
    assert bookmarks["_m"].of(read_text) == f"a{END}b"


def test_bookmark_in_deleted_text_is_empty() -> None:
    read_text, bookmarks = read(paragraph(f"<w:del>{held(DELETED)}</w:del>", text("a")))
    assert bookmarks["_m"].of(read_text) == ""


def test_bookmark_that_never_ends_is_none() -> None:
    half = '<w:bookmarkStart w:id="1" w:name="_m"/><w:bookmarkEnd w:id="2"/>'
    assert read(paragraph(half, text("a"))).bookmarks == {}


def test_first_of_two_bookmarks_with_one_name_counts() -> None:
    read_text, bookmarks = read(paragraph(held(text("a")), held(text("b"), number=2)))
    assert bookmarks["_m"].of(read_text) == "a"

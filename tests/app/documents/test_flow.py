import pytest

from app.documents.flow import belongs_with, keeps_with
from app.documents.outline import Block, Columns, Paragraph, Row, Run, Table

SIGNATURES, LETTERHEAD = Columns("signatures", ()), Columns("letterhead", ())
BODY, TABLE = Paragraph("body", (Run("Lời."),)), Table("attendees", Row(()), ())


@pytest.mark.parametrize("following", [SIGNATURES, LETTERHEAD, TABLE])
def test_words_keep_with_columns_and_tables(following: Block) -> None:
    assert keeps_with(BODY, following)


@pytest.mark.parametrize(
    ("text", "keeps"),
    [("gồm:", True), ("gồm: ", True), ("Lời.", False), ("a: b", False), ("", False)],
)
def test_words_that_announce_keep_with_what_follows(text: str, keeps: bool) -> None:
    announcing = Paragraph("list_item", (Run(text),))
    assert keeps_with(announcing, BODY) is keeps
    assert not keeps_with(announcing, None)


def test_signatures_belong_with_what_follows_and_a_letterhead_does_not() -> None:
    assert belongs_with(SIGNATURES, SIGNATURES)
    assert belongs_with(SIGNATURES, BODY)
    assert not belongs_with(SIGNATURES, None)
    assert not belongs_with(LETTERHEAD, BODY)

"""What belongs together on a page, whoever lays the pages out: Word or the preview."""

from app.documents.outline import Block, Columns, Paragraph, Table


def keeps_with(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph stands on the page of what follows it, beside what its role asks for.

    The last words go with the signatures, which must not stand alone, and words that announce
    something, be it a table or a list, go with it.
    """
    announces = paragraph.text.rstrip().endswith(":")
    return following is not None and (announces or isinstance(following, Columns | Table))


def belongs_with(columns: Columns, following: Block | None) -> bool:
    """Whether columns stand on the page of what follows: signatures with one another, and with
    the recipients below them."""
    return following is not None and columns.role == "signatures"

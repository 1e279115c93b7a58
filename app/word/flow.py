"""The body in order: blocks that keep with one another, the room above tables, and the paragraphs
that Word itself demands. How a block looks inside is not known here.
"""

from collections.abc import Iterator

from app.documents.columns import prints, without_empty_end
from app.documents.flow import belongs_with, keeps_with
from app.documents.forms import FormRules
from app.documents.outline import Block, Columns, Paragraph, Table
from app.word.elements import POINTS
from app.word.paragraphs import ParagraphWriter
from app.word.tables import TableWriter

_TABLE_END = "table_end"


def body_xml(
    blocks: tuple[Block, ...], rules: FormRules, paragraphs: ParagraphWriter
) -> Iterator[str]:
    """The body, block by block. Word joins tables that touch, and wants a paragraph at the end."""
    tables = TableWriter(rules, paragraphs)
    printing = [block for block in blocks if _prints(block)]
    for block, following in zip(printing, (*printing[1:], None), strict=False):
        if isinstance(block, Paragraph):
            yield _paragraph(block, following, rules, paragraphs)
            continue
        if isinstance(block, Columns):
            yield tables.columns(block, keep_next=belongs_with(block, following))
        else:
            yield tables.table(block)
        if not isinstance(following, Paragraph):
            room = _room_above(following, rules)
            keeps = isinstance(following, Columns)
            yield paragraphs.empty(_TABLE_END, keep_next=keeps, space_after=room)


def _paragraph(
    block: Paragraph, following: Block | None, rules: FormRules, paragraphs: ParagraphWriter
) -> str:
    return paragraphs.xml(
        block,
        rules.page.text_width * POINTS,
        keep_next=keeps_with(block, following),
        space_after=_room_above(following, rules),
    )


def _prints(block: Block) -> bool:
    match block:
        case Paragraph():
            return prints(block)
        case Columns():
            return bool(without_empty_end(block.columns))
        case Table():
            return True


def _room_above(following: Block | None, rules: FormRules) -> float:
    """A table with lines has no space of its own above it: what stands before it gives it."""
    if isinstance(following, Table):
        return rules.tables[following.role].space_above.value
    return 0

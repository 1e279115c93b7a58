"""What is searched in a record: all text in it that people read."""

from typing import TYPE_CHECKING, NamedTuple

from app.archive.shape import minutes_layout
from app.language.folding import fold
from app.minutes.structure import walk

if TYPE_CHECKING:
    from app.minutes.record import Minutes


class Indexed(NamedTuple):
    """The text of a record as it is searched."""

    exact: str
    folded: str


def indexed(record: "Minutes") -> Indexed:
    """All text in a record that people read, one piece a line."""
    layout = minutes_layout()
    pieces = (
        piece
        for item in walk(record)
        for column in layout.table(type(item)).columns
        if column.prose and (piece := column.read(item))
    )
    text = "\n".join(map(str, pieces))
    return Indexed(text, fold(text))

"""What is searched in a record: all text in it that people read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from app.archive.shape import minutes_layout
from app.language.folding import fold
from app.minutes.structure import walk

if TYPE_CHECKING:
    from app.minutes.record import Minutes


class Indexed(NamedTuple):
    """The text of a record as it is searched: one piece a line, and folded."""

    exact: str
    folded: str


class Indexer:
    """Folds the texts of a record; of the one that it folded last only what is new.

    While somebody types each save needs the whole text, and one paragraph of it has changed. To
    fold all of it at once would hold Python back for 10 ms in a long record: a key felt it.
    """

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def indexed(self, pieces: Iterable[str]) -> Indexed:
        """What `pieces` of a record makes of it."""
        pieces = tuple(pieces)
        before, self._folded = self._folded, {}
        for piece in pieces:
            if piece not in self._folded:
                known = before.get(piece)
                self._folded[piece] = fold(piece) if known is None else known
        folded = " ".join(filter(None, map(self._folded.__getitem__, pieces)))
        return Indexed("\n".join(pieces), folded)


def texts_of(record: "Minutes") -> tuple[str, ...]:
    """All text in a record that people read, in order."""
    layout = minutes_layout()
    return tuple(
        str(piece)
        for item in walk(record)
        for column in layout.table(type(item)).columns
        if column.prose and (piece := column.read(item))
    )


def indexed(record: "Minutes") -> Indexed:
    """A record as it is searched."""
    return Indexer().indexed(texts_of(record))

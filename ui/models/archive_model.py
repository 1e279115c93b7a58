"""The rows of the archive as an item model: read a window at a time, as one scrolls.

What is wanted is asked for; the rows that are there stay until the answer comes.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    SignalInstance,
)

from ui.widgets.archive_row import DATE, EXCERPT, HITS, ID, STATE

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.archive.entries import State
    from app.archive.reader import Question
    from app.language.matching import Marked

WINDOW = 100
"""Rows read at once: some screens full."""


class ArchiveRow(NamedTuple):
    """What the list shows of one record. `excerpt` None: nothing is searched for."""

    id: str
    date: str
    headline: str
    state: str = ""
    mark: str = ""
    """The sign before the state's word: it is not read aloud."""
    hits: tuple[tuple[int, int], ...] = ()
    excerpt: "Marked | None" = None


class Wanted(NamedTuple):
    """What is looked for in the archive."""

    text: str = ""
    year: int | None = None
    state: "State | None" = None
    binned: bool = False
    host: str = ""
    person: str = ""


class Asker(Protocol):
    """What the model needs to ask: `ui.fetching.Fetcher` has it, with its two signals."""

    answered: SignalInstance
    failed: SignalInstance

    def ask(self, question: "Question", /) -> int: ...


class Fetch(Protocol):
    """Reads rows: `offset` are left out, `limit` given.

    It is called in the reader's thread, with an archive of that thread.
    """

    def __call__(
        self, archive: "Archive", wanted: Wanted, offset: int, limit: int
    ) -> Sequence[ArchiveRow]: ...


class ArchiveModel(QAbstractListModel):
    """Grows while the list is scrolled; `look_for` starts it anew.

    An answer to `look_for` or `reload` resets the model, also where it finds nothing.
    """

    def __init__(self, asker: Asker, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self._fetch = fetch
        self._wanted = Wanted()
        self._rows: list[ArchiveRow] = []
        self._complete = True
        self._asked = 0
        self._offset = self._count = 0
        asker.answered.connect(self._on_answered)
        asker.failed.connect(self._on_failed)

    @property
    def waiting(self) -> bool:
        """Whether rows are asked for and have not come yet."""
        return self._asked > 0

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def look_for(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        """Read again what is wanted, as many rows as were there."""
        self._ask(0, max(WINDOW, len(self._rows)))

    def refresh(self, row: ArchiveRow) -> bool:
        """Show a record that changed in place; False where it is not among the rows."""
        if self.waiting:
            self.reload()  # what is being read may be from before the change
        position = self.position(row.id)
        if position < 0:
            return False
        old = self._rows[position]
        if old.excerpt is not None:  # where the words were found is known of the last search
            hits = old.hits if old.headline == row.headline else ()
            row = row._replace(hits=hits, excerpt=old.excerpt)
        if old != row:
            self._rows[position] = row
            index = self.index(position)
            self.dataChanged.emit(index, index)
        return True

    def position(self, record_id: str) -> int:
        """The row of a record, or -1."""
        found = (at for at, row in enumerate(self._rows) if row.id == record_id)
        return next(found, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not (parent.isValid() or self._complete or self.waiting)

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        self._ask(len(self._rows), WINDOW)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.headline,
            Qt.ItemDataRole.ToolTipRole: row.headline,
            Qt.ItemDataRole.AccessibleTextRole: " ".join(
                (row.date, row.headline, row.state, row.excerpt.text if row.excerpt else "")
            ).strip(),
            DATE: row.date,
            STATE: f"{row.mark} {row.state}".strip(),
            HITS: row.hits,
            EXCERPT: row.excerpt,
            ID: row.id,
        }
        return shown.get(role)

    def _ask(self, offset: int, count: int) -> None:
        self._offset, self._count = offset, count
        self._asked = self._asker.ask(
            partial(self._fetch, wanted=self._wanted, offset=offset, limit=count)
        )

    def _on_answered(self, number: int, rows: Sequence[ArchiveRow]) -> None:
        if number != self._asked:
            return
        self._asked = 0
        self._complete = len(rows) < self._count
        if self._offset == 0:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        elif rows:
            self.beginInsertRows(QModelIndex(), self._offset, self._offset + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _on_failed(self, number: int, _error: Exception) -> None:
        """What is there stays; whoever listens to the asker tells why no more comes."""
        if number == self._asked:
            self._asked = 0

"""What the archive remembers, for type-ahead: read in a thread when first asked for, then kept."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.archive.archive import Archive
from app.errors import KnownError
from ui.jobs import Job

if TYPE_CHECKING:
    from app.archive.vocabulary import Known
    from app.minutes.directory import Person
    from app.minutes.figures import Indicator
    from app.minutes.record import Minutes
    from ui.models.known_words import KnownWords
    from ui.models.own_words import OwnWords

Open = Callable[[], Archive]
"""Opens the archive once more, for the thread that calls it."""


class Remembered(QObject):
    """`Suggestions` from the archive and the open record. Until they are read there are none."""

    changed = Signal()
    """More is known than a moment ago."""
    failed = Signal(object)
    """The KnownError that says why the archive could not be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: Open | None = None
        self._record: Callable[[], Minutes | None] | None = None
        self._job: Job | None = None
        self._fresh = False
        self._read_words: KnownWords | None = None

    def use(self, open_archive: Open, record: Callable[[], "Minutes | None"]) -> None:
        """Read from this archive, and from the record that `record` gives."""
        self._open, self._record = open_archive, record
        self.forget()

    def forget(self) -> None:
        """What is known has changed: read it again when it is next asked for."""
        self._fresh = False

    # What words are kept in is loaded when somebody first writes: a start needs none of it.

    @property
    def _known(self) -> "KnownWords":
        from app.archive.vocabulary import Vocabulary
        from ui.models.known_words import KnownWords

        if self._read_words is None:
            self._read_words = KnownWords(Vocabulary())
        return self._read_words

    @cached_property
    def _own(self) -> "OwnWords":
        from ui.models.own_words import OwnWords

        return OwnWords()

    def people(self, typed: str) -> Sequence["Person"]:
        self._read()
        return self._known.people(typed)

    def indicators(self, typed: str) -> Sequence["Indicator"]:
        self._read()
        return self._known.indicators(typed)

    def reported(self, who: str, record_id: str) -> Sequence["Indicator"]:
        self._read()
        return self._known.reported(who, record_id)

    def words(self, kind: "Known", typed: str) -> Sequence[str]:
        from app.language.completion import OFFERED, Index

        self._read()
        typed = typed.strip()
        known = self._known.words(kind, typed)
        record = self._record() if self._record else None
        # What is being typed stands in the record already; it is no word that was there before.
        words = [word for word in self._own.of(record, kind) if word != typed] if record else []
        own = Index((word, word) for word in words)
        return list(dict.fromkeys((*known, *own.find(typed))))[:OFFERED]

    def _read(self) -> None:
        if self._fresh or self._job is not None or self._open is None:
            return
        self._fresh = True
        self._job = Job(_Reading(self._open), self)
        self._job.done.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_read(self, known: "KnownWords") -> None:
        self._end()
        self._read_words = known
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None


class _Reading:
    """Reads the vocabulary over a connection of its own."""

    def __init__(self, open_archive: Open) -> None:
        self._open = open_archive

    def __call__(self) -> "KnownWords":
        from ui.models.known_words import KnownWords

        with self._open() as archive:
            return KnownWords(archive.vocabulary())

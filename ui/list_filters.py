"""The filters of the archive's list: what can be chosen, and what it means."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.archive.entries import State
from app.language.completion import Index
from app.marking import N_
from ui.jobs import run
from ui.models.archive_model import Wanted
from ui.widgets.offers import Offer, Offered

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.language.catalogue import Catalogue
    from ui.main_window import MainWindow
    from ui.widgets.archive_panel import Looked

BIN = "bin"
STATES = (
    ("", N_("All states")),
    (State.DRAFT.value, N_("Draft")),
    (State.REVIEW.value, N_("In review")),
    (State.FINAL.value, N_("Final")),
    (BIN, N_("In the bin")),
)
Names = tuple[Sequence[str], Sequence[str]]


def wanted_of(looked: "Looked") -> Wanted:
    """What to read for what is looked for."""
    year, state, host, person = looked.chosen
    binned = state == BIN
    wanted = State(state) if state and not binned else None
    return Wanted(looked.text.strip(), year, wanted, binned, host, person)


class ListFilters(QObject):
    """Names the states, and offers hosts and people, which are read when they are asked for."""

    def __init__(
        self, window: "MainWindow", open_archive: Callable[[], "Archive"], texts: "Catalogue"
    ) -> None:
        super().__init__(window)
        self._open = open_archive
        self._hosts: Index[str] = Index(())
        self._people: Index[str] = Index(())
        filters = window.archive.filters
        filters.show_states([(key, texts(words)) for key, words in STATES])
        filters.offer(self._find_host, self._find_person)
        filters.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        # names are only offered; the list tells what is wrong
        run(self._read, self, self._on_read)

    def _read(self) -> Names:
        with closing(self._open()) as archive:
            return archive.hosts(), archive.attendees()

    def _on_read(self, names: Names) -> None:
        hosts, people = names
        self._hosts = Index((name, name) for name in hosts)
        self._people = Index((name, name) for name in people)

    def _find_host(self, typed: str) -> Offered:
        return _offered(self._hosts, typed)

    def _find_person(self, typed: str) -> Offered:
        return _offered(self._people, typed)


def _offered(names: Index[str], typed: str) -> Offered:
    """Whatever is typed means the first one: only what is there can be filtered by."""
    if not typed.strip():
        return Offered()
    return Offered([Offer(name) for name in names.find(typed)], meant=True)

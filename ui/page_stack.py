"""The pages of the form, one shown at a time: made when first wanted, and brought up to date when
they are shown.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QStackedWidget,
    QWidget,
)

from ui.pages.kinds import PageKind
from ui.widgets.tab_order import in_order, put_behind

if TYPE_CHECKING:
    from app.editing.session import Changed, Session
    from app.minutes.findings import Finding
    from app.minutes.place import Place
    from ui.pages.page import Page

IDLE = 30
"""Milliseconds between two steps towards the pages that are not there yet."""
MakePage = Callable[[PageKind], "Page"]


class PageStack(QStackedWidget):
    """Shows the pages of one session, or `empty` while none is open.

    A page is made when one first goes to it, or when a record is open and nothing else is to be
    done: one after the other, so that a key waits for one at most.

    A change refreshes the visible page at once if it shows a section that changed; the others are
    marked stale and refreshed when they are shown.
    """

    went_to = Signal(int)
    badge_changed = Signal(int, str)
    made = Signal(object)
    """A page that was just made, before it shows anything."""
    refused = Signal(str)
    """What a page says that was not taken, and that nothing was changed."""
    place_changed = Signal(object)
    """The Place that the user has come to on a page."""

    def __init__(
        self,
        kinds: Sequence[PageKind],
        make: MakePage,
        empty: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kinds = tuple(kinds)
        self._make = make
        self._made: dict[int, Page] = {}
        self._findings: Sequence[Finding] = ()
        self._stale: set[int] = set()
        self._loaded: set[int] = set()
        self._idle = QTimer(self, interval=IDLE)
        self._idle.timeout.connect(self._prepare)
        self._current = 0
        self._session: Session | None = None
        self._empty = empty
        self._read_only = False
        self.addWidget(empty)

    def page(self, row: int) -> "Page":
        """The page at a row of the rail."""
        if row not in self._made:
            self._made[row] = self._make_page(row)
        return self._made[row]

    def all_pages(self) -> "list[Page]":
        """Every page, made for it where it was not: for what is to be said of all of them."""
        return [self.page(row) for row in range(len(self.kinds))]

    def needed_width(self) -> int:
        """How wide the page that is shown must be, lest it is scrolled sideways."""
        made = self._made.get(self._current)
        return made.needed_width() if made and self._session else 0

    @property
    def row(self) -> int:
        """The page one is on, counted from 0; kept while nothing is open."""
        return self._current

    def open(self, session: "Session | None") -> None:
        self._session = session
        self._stale.clear()
        for page in self._made.values():
            page.open(session)
        self.follow_lock()
        self.setCurrentWidget(self.page(self._current) if session else self._empty)
        if session is not None and len(self._made) < len(self.kinds):
            self._idle.start()
        self._tell_badges(range(len(self.kinds)))

    def follow_lock(self) -> None:
        """Let the pages be read only while the session is locked."""
        locked = self._session is not None and self._session.locked
        if locked or self._read_only:
            for page in self._made.values():
                _set_read_only(page, locked)
        self._read_only = locked

    def go_to(self, row: int) -> None:
        if not 0 <= row < len(self.kinds):
            return
        moved = row != self._current
        self._current = row
        if self._session is not None:
            self._catch_up(row)
            self.setCurrentWidget(self.page(row))
        if moved:
            self.went_to.emit(row)

    def begin(self) -> None:
        """Go to the first field of the first page, wherever one was in another record."""
        self.go_to(0)
        field = self._first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Let the keys go into the page: to the field where one was, else to its first."""
        page = self.currentWidget()
        field = page.focusWidget() if page else None
        kept = field is not None and field.isEnabled()  # another record may have nothing for it
        if not kept or isinstance(field, QAbstractButton | QComboBox):
            # Qt gives the page to whatever comes first
            field = self._first_field() if page else None
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _first_field(self) -> QWidget | None:
        page = self.currentWidget()
        field = self.page(self._current).first_field() if page is not self._empty else None
        return field or (_first_field(page) if page else None)

    def refresh(self, changed: "Changed") -> None:
        touched = [
            row
            for row, kind in enumerate(self.kinds)
            if kind.sections & changed.difference.sections
        ]
        for row in touched:
            if row == self._current:
                self.page(row).refresh(changed)
            elif row in self._made:
                self._stale.add(row)
        self._tell_badges(touched)

    def show_place(self, place: "Place") -> bool:
        """Bring a place into view: on the page one is on if it can, else on the first that can."""
        rows = [row for row, kind in enumerate(self.kinds) if place.section in kind.sections]
        if self._current in rows:
            rows.remove(self._current)
            rows.insert(0, self._current)
        return any(self._show_on(row, place) for row in rows)

    def show_at_home(self, place: "Place") -> bool:
        """Bring a place into view where it is at home: a petition in the speech it was made in."""
        rows = [
            row
            for row, kind in enumerate(self.kinds)
            if place.section in kind.sections and kind.at_home
        ]
        return any(self._show_on(row, place) for row in rows)

    def current_place(self) -> "Place | None":
        return self.page(self._current).current_place() if self._session else None

    def finish(self) -> None:
        """Take what is half typed into the record: before undo, saving, export and closing."""
        if self._session is not None:
            self.page(self._current).finish()

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """Mark what was found in the record beside what it is about, on every page."""
        self._findings = findings
        for page in self._made.values():
            page.show_findings(findings)

    def refresh_all(self, section: str) -> None:
        """Show anew, on all pages that show a section, what lies beside the record too."""
        for row, page in self._made.items():
            if section in self.kinds[row].sections:
                page.refresh(None)

    def _prepare(self) -> None:
        """Load the next page that one may go to, or make it."""
        row = next((row for row in range(len(self.kinds)) if row not in self._made), None)
        if row is None or self._session is None:
            self._idle.stop()
        elif row not in self._loaded:
            self._loaded.add(row)
            self.kinds[row].load()
        else:
            self.page(row)

    def _make_page(self, row: int) -> "Page":
        page = self._make(self.kinds[row])
        self.insertWidget(sum(1 for made in self._made if made < row), page)
        put_behind(self._empty, page)  # of these, one is seen at a time
        page.refused.connect(self.refused)
        page.place_changed.connect(self.place_changed)
        page.place_requested.connect(self.show_at_home)
        self.made.emit(page)
        page.open(self._session)
        page.show_findings(self._findings)
        if self._read_only:
            _set_read_only(page, True)
        return page

    def _show_on(self, row: int, place: "Place") -> bool:
        self._catch_up(row)
        before = self._current
        self.go_to(row)
        if self.page(row).show_place(place):
            return True
        self.go_to(before)
        return False

    def _catch_up(self, row: int) -> None:
        if row in self._stale:
            self._stale.discard(row)
            self.page(row).refresh(None)

    def _tell_badges(self, rows: "Sequence[int]") -> None:
        for row in rows:
            badge = self.kinds[row].badge(self._session.record) if self._session else ""
            self.badge_changed.emit(row, badge)


def _set_read_only(page: "Page", on: bool) -> None:
    from ui.widgets.read_only import set_read_only

    set_read_only(page, on)


def _first_field(page: QWidget) -> QWidget | None:
    """The first in the order of Tab that can be written in, else the first button or choice.

    Not a choice, in which letters choose. Not a table with rows: what is typed would take the
    place of what its first cell says.
    """
    button = None
    for widget in in_order(page):
        if not (widget.isVisibleTo(page) and widget.isEnabled()):
            continue
        if isinstance(widget, QAbstractItemView) and widget.model().rowCount():
            return button or widget
        if not isinstance(widget, QAbstractButton | QComboBox):
            return widget
        button = button or widget
    return button

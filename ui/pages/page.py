"""What every page of the form is: it shows sections of the record and turns work into edits.

A page is made of parts (a form's fields, a table, paragraphs), and passes to them what it is told.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.documents.wording import Wording
from app.editing.edits import Edit
from app.editing.session import Changed, Label, Session, Way
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.findings import Finding
from app.minutes.office import Office
from app.minutes.place import Place
from app.minutes.record import Minutes
from ui.models.suggestions import NO_SUGGESTIONS, Suggestions
from ui.pages import kinds
from ui.widgets.composition import finish_focused
from ui.widgets.form_rows import heading, plain_label

CHANGE_FIELD = N_("Change {field}")
TOO_LONG = N_("That is too long for this field (at most {limit} characters); nothing was changed.")


class Part(QObject):
    """A piece of a page that shows something of the record. Add it with `Page.add_part`."""

    place_changed = Signal(object)
    """The Place that the user has come to."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self.page = page

    def refresh(self, record: Minutes, changed: Changed | None) -> None:
        """Show what `record` says; `changed` None: everything, of a record newly opened."""

    def forget(self) -> None:
        """Drop what is shown and not in the record: another record is about to be opened."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark what was found at the places that are shown here, and only that."""

    def show_place(self, _place: Place) -> bool:
        """Bring a place into view, select it and give it the focus, if it is here."""
        return False

    def current_place(self) -> Place | None:
        """The place that has the focus, if it is here."""
        return None


class Page(QWidget):
    """One page of the form, of a kind in `kinds`. Subclasses build their parts in `build`."""

    title: ClassVar[str] = ""
    """What stands above it: a message of the catalogue."""
    widest: ClassVar[int] = 150
    """Its width in letters, however wide the window is: else no eye would find the next line."""

    refused = Signal(str)
    """A sentence for the status bar: what was not taken, and that nothing was changed."""
    place_changed = Signal(object)
    """The Place that the user has come to on this page."""
    place_requested = Signal(object)
    """The user wants to see a Place where it is at home."""

    def __init__(  # noqa: PLR0913 - all but three have defaults
        self,
        texts: Catalogue,
        new_id: Callable[[], str],
        parent: QWidget | None = None,
        *,
        wording: Callable[[], Wording],
        today: Callable[[], datetime.date] = datetime.date.today,
        suggestions: Suggestions = NO_SUGGESTIONS,
        offices: Callable[[], Sequence[Office]] = tuple,
        classified: bool = True,
    ) -> None:
        super().__init__(parent)
        self.texts, self.new_id, self.today, self.wording = texts, new_id, today, wording
        self.suggestions, self.offices, self.classified = suggestions, offices, classified
        self._session: Session | None = None
        self._parts: list[Part] = []
        self.column = self._scrolling_column()
        self.column.addWidget(heading(texts(self.title)))
        self.build()
        self.setEnabled(False)

    def build(self) -> None:
        """Build the page's widgets into `self.column`. For subclasses."""

    @property
    def record(self) -> Minutes | None:
        """The record shown, as it is now."""
        return self._session.record if self._session else None

    def open(self, session: Session | None) -> None:
        """Show the record of a session; None shows an empty page that cannot be used."""
        self._session = session
        self.setEnabled(session is not None)
        for part in self._parts:
            part.forget()
            part.show_findings(())
        self.refresh(None)

    def refresh(self, changed: Changed | None = None) -> None:
        """Show what changed; None shows everything anew.

        A focused field is rewritten by undo and redo alone.
        """
        record = self.record or Minutes(id="none")
        for part in self._parts:
            part.refresh(record, changed)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark what was found in the record beside what it is about."""
        for part in self._parts:
            part.show_findings(findings)

    def show_place(self, place: Place) -> bool:
        """Bring a place into view, select it and give it the focus. False: it is not here."""
        return any(part.show_place(place) for part in self._parts)

    def first_field(self) -> QWidget | None:
        """Where one begins to write; None: in the first field that can be written in."""
        return None

    def current_place(self) -> Place | None:
        """The place that has the focus, or None."""
        return next((place for part in self._parts if (place := part.current_place())), None)

    def finish(self) -> None:
        """Take what is half typed into the record: before undo, saving, export and closing."""
        finish_focused()

    def add_part(self, part: Part) -> None:
        """Let a part be refreshed, asked for places, and heard."""
        self._parts.append(part)
        part.place_changed.connect(self.place_changed)

    def edit(self, edit: Edit, label: Label, place: Place, *, typing: bool = False) -> None:
        """Make an edit of the record that is shown; one that may only be read is shown anew."""
        if self._session is None:
            return
        if self._session.locked:
            self.refused.emit(self.texts(kinds.READ_ONLY))
            self.refresh(None)
            return
        self._session.edit(edit, label, place, typing=typing)

    def change_label(self, field: str) -> Label:
        """What changing a field is called in the menu; `field` is its label's message."""
        return Label(CHANGE_FIELD, {"field": plain_label(self.texts(field))})

    def told(self, finding: Finding) -> str:
        """What a finding says, and how to mend it."""
        return f"{self.texts(finding.message, **finding.places)} {self.texts(finding.mend)}"

    def end_typing(self) -> None:
        """The next key starts a step of its own: a field was left, the cursor moved."""
        if self._session is not None:
            self._session.end_typing()

    def refuse(self, limit: int) -> None:
        """Say that a text was too long and was not taken."""
        self.refused.emit(self.texts(TOO_LONG, limit=limit))

    def _scrolling_column(self) -> QVBoxLayout:
        content = QWidget()
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        content.setMaximumWidth(content.fontMetrics().averageCharWidth() * self.widest)
        scroller.setWidget(content)
        scroller.setFocusPolicy(scroller.focusPolicy().NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroller)
        self._scroller = scroller
        return QVBoxLayout(content)

    def needed_width(self) -> int:
        """How wide it must be, lest it is scrolled sideways."""
        bar: int = self._scroller.verticalScrollBar().sizeHint().width()
        return self._scroller.widget().minimumSizeHint().width() + bar

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll the page until a widget on it is seen."""
        self._scroller.ensureWidgetVisible(widget)


def may_rewrite(focused: bool, changed: Changed | None) -> bool:
    """Whether a field may be rewritten: a focused one by undo, redo and opening alone."""
    return not focused or changed is None or changed.way is not Way.EDIT

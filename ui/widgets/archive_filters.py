"""What narrows the archive's list: year and state; unfolded, also the host body and a person."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.offers import Find, Offered
from ui.widgets.quiet_combo import QuietComboBox

if TYPE_CHECKING:
    from ui.widgets.name_filters import NameFilters

_FOLDED, _UNFOLDED = Qt.ArrowType.RightArrow, Qt.ArrowType.DownArrow


class Chosen(NamedTuple):
    """What the list is narrowed to; None and "" are any."""

    year: int | None = None
    state: str = ""
    host: str = ""
    person: str = ""


class ArchiveFilters(QWidget):
    """`changed`: something else is chosen. `opened`: host and person are about to be typed."""

    changed = Signal()
    opened = Signal()

    def __init__(self, texts: Callable[..., str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._find_host: Find = _nothing
        self._find_person: Find = _nothing
        self._year = QuietComboBox(
            texts("Year"), self, told=texts("Only meetings of this year are listed.")
        )
        self._state = QuietComboBox(
            texts("State"), self, told=texts("Only minutes that have come so far are listed.")
        )
        self._more = QToolButton(self)
        self._more.setCheckable(True)
        self._more.setArrowType(_FOLDED)
        self._more.setAccessibleName(texts("More filters"))
        self._more.setToolTip(texts("Filter by host body and person"))
        self._names: NameFilters | None = None
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Chosen:
        host, person = self._names.chosen if self._names else ("", "")
        return Chosen(self._year.currentData(), self._state.currentData() or "", host, person)

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years; the one chosen stays chosen if it is among them."""
        chosen = self._year.currentData()
        self._year.blockSignals(True)
        self._year.clear()
        self._year.addItem(self._texts("All years"), None)
        for year in years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(max(0, self._year.findData(chosen)))
        self._year.setVisible(len(years) > 1)
        self._year.blockSignals(False)

    def show_states(self, states: Sequence[tuple[str, str]]) -> None:
        """Offer these states: keys and words, the first being any."""
        self._state.blockSignals(True)
        self._state.clear()
        for key, words in states:
            self._state.addItem(words, key)
        self._state.blockSignals(False)

    def choose_state(self, key: str) -> None:
        self._state.setCurrentIndex(max(0, self._state.findData(key)))

    def offer(self, hosts: Find, people: Find) -> None:
        """Where type-ahead of the host body and of the person comes from."""
        self._find_host, self._find_person = hosts, people

    def _lay_out(self) -> None:
        first = FlowLayout()
        for widget in (self._year, self._state, self._more):
            first.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(first)
        for box in (self._year, self._state):
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContents)

    def _connect(self) -> None:
        self._year.currentIndexChanged.connect(self.changed)
        self._state.currentIndexChanged.connect(self.changed)
        self._more.toggled.connect(self._on_more)

    def _hosts(self, typed: str) -> Offered:
        return self._find_host(typed)

    def _people(self, typed: str) -> Offered:
        return self._find_person(typed)

    def _on_more(self, open_: bool) -> None:
        self._more.setArrowType(_UNFOLDED if open_ else _FOLDED)
        names = self._names or self._add_names()
        names.setVisible(open_)
        if open_:
            self.opened.emit()
            names.begin()
        elif any(names.chosen):
            names.clear()  # what is folded away does not narrow the list unseen
            self.changed.emit()

    def _add_names(self) -> "NameFilters":
        from ui.widgets.name_filters import NameFilters  # few unfold it: a start does without

        self._names = NameFilters(self._texts, self._hosts, self._people, self)
        self._names.changed.connect(self.changed)
        self._column.addWidget(self._names)
        return self._names


def _nothing(_typed: str) -> Offered:
    return Offered()

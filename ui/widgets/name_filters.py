"""Narrows the archive's list by names: the host body and a person, found by a few letters."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from ui.widgets.offers import Find
from ui.widgets.suggest_field import SuggestField

_LIMIT = 2000


class NameFilters(QWidget):
    """Two fields under each other. `changed`: something else is typed in one of them."""

    changed = Signal()

    def __init__(
        self, texts: Callable[..., str], hosts: Find, people: Find, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._host = SuggestField(hosts, _LIMIT, self)
        self._person = SuggestField(people, _LIMIT, self)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field, words, hint in (
            (self._host, texts("Host body"), texts("Any body")),
            (self._person, texts("Person"), texts("Anybody")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setClearButtonEnabled(True)
            field.edited.connect(self._on_edited)
            form.addRow(words, field)

    @property
    def chosen(self) -> tuple[str, str]:
        """The host and the person; "" is any."""
        return self._host.value().strip(), self._person.value().strip()

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._host.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Choose any, without telling."""
        self._host.set_value("")
        self._person.set_value("")

    def _on_edited(self, _before: str, _after: str) -> None:
        self.changed.emit()

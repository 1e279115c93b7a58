"""All settings, made from their declarations. What is chosen holds at once."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.marking import N_
from app.settings.declared import GROUPS, SETTINGS, AnySetting
from app.settings.preferences import Origin, Preferences
from ui.dialogs.setting_fields import Choices, make_field
from ui.widgets.boxes import ButtonBox
from ui.widgets.form_rows import Sentence, explanation, heading, name_field
from ui.widgets.sizes import resize_in_letters, without_default

ORDER = N_(
    "What IT has set comes first, then what you chose, then what the program comes with."
    " Everything holds at once."
)
ORIGINS = {
    Origin.USER: N_("You chose this."),
    Origin.PROGRAM: "",
}
FIXED = N_("Set by IT: {place}.")
IT_ONLY = N_("Only IT can change this.")


class SettingsDialog(QDialog):
    """`chosen` carries a setting's key and the value that the user wants."""

    chosen = Signal(str, object)

    def __init__(
        self,
        texts: Catalogue,
        preferences: Preferences,
        choices: Mapping[str, Choices],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Settings"))
        self._texts, self._preferences, self._choices = texts, preferences, choices
        self._rows: dict[str, _Row] = {}
        self._problem = Sentence()
        self._problem.hide()
        self._scroller = self._make_scroller()
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        without_default(buttons)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(explanation(texts(ORDER)))
        for widget in (self._scroller, self._problem, buttons):
            column.addWidget(widget)
        resize_in_letters(self, 100, 44)

    def show_setting(self, key: str) -> None:
        """Bring a setting into view, with the focus in its field."""
        field = self._rows[key].field
        self._scroller.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what holds now."""
        for row in self._rows.values():
            row.refresh()

    def tell(self, sentence: str) -> None:
        """Say that a choice could not be kept."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _make_scroller(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        for words, settings in GROUPS.items():
            column.addWidget(heading(self._texts(words), 1.1))
            self._add_rows(column, settings)
        column.addStretch(1)
        scroller = QScrollArea(self, widgetResizable=True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(content)
        return scroller

    def _add_rows(self, column: QVBoxLayout, settings: Sequence[AnySetting]) -> None:
        for setting in settings:
            row = _Row(self._texts, self._preferences, setting, self._choices.get(setting.key))
            row.chosen.connect(self.chosen)
            column.addWidget(row)
            self._rows[setting.key] = row


class _Row(QWidget):
    """One setting: its words, its field, what it is for, and who said what it is."""

    chosen = Signal(str, object)

    def __init__(
        self,
        texts: Catalogue,
        preferences: Preferences,
        setting: AnySetting,
        choices: Choices | None,
    ) -> None:
        super().__init__()
        self._texts, self._preferences = texts, preferences
        self._setting = cast("Any", setting)
        self.field = make_field(texts, setting, choices)
        self._told = explanation("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self.fontMetrics().height() // 2)
        column.setSpacing(2)
        if not isinstance(setting.default, bool):
            caption = QLabel(texts(setting.text))
            caption.setBuddy(self.field)
            column.addWidget(caption)
        column.addWidget(self.field)
        column.addWidget(self._told)
        self.field.chosen.connect(self._on_chosen)
        self.refresh()

    def refresh(self) -> None:
        self.field.show_value(self._preferences[self._setting])
        place = self._preferences.fixed_by(self._setting)
        self.field.setEnabled(not place and not self._setting.it_only)
        words = f"{self._texts(self._setting.help)} {self._origin(place)}".strip()
        self._told.setText(words)
        name_field(self.field, self._texts(self._setting.text), words)

    def _origin(self, place: str) -> str:
        if place:
            return self._texts(FIXED, place=place)
        if self._setting.it_only:
            return self._texts(IT_ONLY)
        return self._texts(ORIGINS[self._preferences.origin(self._setting)])

    def _on_chosen(self, value: object) -> None:
        self.chosen.emit(self._setting.key, value)


def setting_of(key: str) -> AnySetting:
    """The declaration with this key."""
    return SETTINGS[key]

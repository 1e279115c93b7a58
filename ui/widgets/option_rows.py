"""Rows of a dialog of options: a number, a switch, a pick; each with what it may be beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import name_field
from ui.widgets.quiet_number import QuietNumberBox


class OptionRow(QWidget):
    """A field with a quiet remark beside it. `edited` carries the option's name and its value."""

    edited = Signal(str, object)

    def __init__(self, name: str, field: QWidget, label: str, help_text: str = "") -> None:
        super().__init__()
        self.name, self.field = name, field
        self._label, self._help = label, help_text
        name_field(field, label, help_text)
        self._remark = QLabel(self)
        self._remark.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        row.addWidget(self._remark, 1)
        self.setFocusProxy(field)

    def set_value(self, value: object) -> None:
        """Show a value; nothing is emitted. For subclasses."""
        raise NotImplementedError

    def remark(self, sentence: str, *, fixed: bool = False) -> None:
        """Say beside the field what it may be, or who has fixed it."""
        self._remark.setText(sentence)
        self.field.setEnabled(not fixed)
        self.field.setAccessibleDescription(" ".join(filter(None, (self._help, sentence))))


class NumberRow(OptionRow):
    """A number in a unit."""

    def __init__(self, name: str, label: str, unit: str, step: float, help_text: str = "") -> None:
        self._spin = QuietNumberBox(label)
        self._spin.setSuffix(f" {unit}" if unit else "")
        self._spin.setSingleStep(step)
        self._spin.setDecimals(0 if step == int(step) else 1)
        super().__init__(name, self._spin, label, help_text)
        self._spin.valueChanged.connect(self._on_changed)

    def set_range(self, least: float, most: float) -> None:
        self._spin.blockSignals(True)
        self._spin.setRange(least, most)
        self._spin.blockSignals(False)

    def set_value(self, value: object) -> None:
        self._spin.blockSignals(True)
        self._spin.setValue(float(str(value)))
        self._spin.blockSignals(False)

    def told(self, value: float) -> str:
        """A number as the field writes it, without its unit."""
        return self._spin.textFromValue(value)

    def _on_changed(self, value: float) -> None:
        self.edited.emit(self.name, value)


class SwitchRow(OptionRow):
    """A yes or no, whose label is the field's own."""

    def __init__(self, name: str, label: str, help_text: str = "") -> None:
        self._box = QCheckBox(label)
        super().__init__(name, self._box, label, help_text)
        self._box.clicked.connect(self._on_clicked)

    def set_value(self, value: object) -> None:
        self._box.setChecked(bool(value))

    def _on_clicked(self, checked: bool) -> None:
        self.edited.emit(self.name, checked)


class PickRow(OptionRow):
    """One of a few words."""

    def __init__(
        self, name: str, label: str, words: Sequence[tuple[str, str]], help_text: str = ""
    ) -> None:
        self._pick = ChoiceField(words)
        super().__init__(name, self._pick, label, help_text)
        self._pick.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self._pick.edited.connect(self._on_edited)

    def set_value(self, value: object) -> None:
        self._pick.set_value(value)

    def _on_edited(self, _before: object, after: object) -> None:
        self.edited.emit(self.name, after)

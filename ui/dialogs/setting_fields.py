"""The field of a setting, by what the setting takes: a tick, a choice, a number, a file, a text."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.settings.declared import ARCHIVE, INTERFACE_SIZE, AnySetting
from ui.widgets.boxes import file_dialog
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_rows import plain_label
from ui.widgets.line_field import LineField
from ui.widgets.quiet_spin import QuietSpinBox

FILES = (ARCHIVE,)
"""Settings whose path is that of a file; the others are folders."""
PATH_LIMIT = 1_000
STEPS = {INTERFACE_SIZE.key: 10}
Choices = Sequence[tuple[object, str]]


class SettingField(Protocol):
    """What the dialog needs of a field. `chosen` carries the new value, when it is complete."""

    chosen: SignalInstance

    def show_value(self, value: object) -> None: ...


class TickField(QCheckBox):
    """Yes or no. Its words go on in a second line where they are longer than the dialog is wide."""

    chosen = Signal(object)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def minimumSizeHint(self) -> QSize:
        longest = max(map(self._advance, self._words.split()), default=0)
        return QSize(self._beside_words() + longest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, lines = self.width() - self._beside_words(), [""]
        for word in self._words.split():
            longer = f"{lines[-1]} {word}".strip()
            if self._advance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        self.setText("\n".join(filter(None, lines)))

    def _beside_words(self) -> int:
        """The width of the box to tick, with the room around it."""
        widest = max(map(self._advance, self.text().split("\n")))
        return self.sizeHint().width() - widest

    def _advance(self, line: str) -> int:
        return self.fontMetrics().horizontalAdvance(plain_label(line))

    def show_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def _on_clicked(self, ticked: bool) -> None:
        self.chosen.emit(ticked)


class OneOfField(ChoiceField):
    """One of a few words."""

    chosen = Signal(object)

    def __init__(self, choices: Choices) -> None:
        super().__init__(choices)
        self.edited.connect(self._on_edited)

    def show_value(self, value: object) -> None:
        self.set_value(value if value in self._values else self._values[0])

    def _on_edited(self, _before: object, after: object) -> None:
        self.chosen.emit(after)


class NumberField(QuietSpinBox):
    """A number in a unit."""

    chosen = Signal(object)

    def __init__(self, setting: AnySetting) -> None:
        super().__init__("")
        self.setRange(setting.least, setting.most)
        self.setSingleStep(STEPS.get(setting.key, max(1, (setting.most - setting.least) // 1000)))
        self.setSuffix(f" {setting.unit}" if setting.unit else "")
        self.valueChanged.connect(self._on_changed)

    def show_value(self, value: object) -> None:
        blocked = self.blockSignals(True)
        self.setValue(int(str(value)))
        self.blockSignals(blocked)

    def _on_changed(self, value: int) -> None:
        self.chosen.emit(value)


class PathField(QWidget):
    """A folder or a file: typed, or chosen in a dialog."""

    chosen = Signal(object)

    def __init__(self, texts: Catalogue, setting: AnySetting) -> None:
        super().__init__()
        self._texts, self._setting = texts, setting
        self._line = LineField(PATH_LIMIT, self)
        self._line.expands = False
        self._button = QPushButton(texts("Choose…"), self)
        self._button.setAutoDefault(False)
        self._known = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._line)
        self._line.editingFinished.connect(self._on_finished)
        self._button.clicked.connect(self._on_button)

    def setAccessibleName(self, name: str) -> None:
        self._line.setAccessibleName(name)
        self._button.setAccessibleName(self._texts("Choose: {setting}", setting=name))

    def setAccessibleDescription(self, description: str) -> None:
        self._line.setAccessibleDescription(description)
        self._button.setAccessibleDescription(description)

    def show_value(self, value: object) -> None:
        self._known = str(value)
        self._line.set_value(self._known)

    def _on_finished(self) -> None:
        self._take(self._line.value().strip())

    def _on_button(self) -> None:
        title = plain_label(self._texts(self._setting.text))
        dialog = file_dialog(self, title, self._known)
        if self._setting in FILES:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it is opened, not written
            dialog.setNameFilter(self._texts("Archives of minutes (*.sqlite)"))
            dialog.setDefaultSuffix("sqlite")
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, path: str) -> None:
        self._line.set_value(path)
        if path != self._known:
            self._known = path
            self.chosen.emit(path)


def make_field(
    texts: Catalogue, setting: AnySetting, choices: Choices | None = None
) -> "TickField | OneOfField | NumberField | PathField":
    """The field for a setting; `choices` where only the program knows them as it runs."""
    if isinstance(setting.default, bool):
        return TickField(texts(setting.text))
    if choices or setting.choices:
        known = choices or [(value, texts(words)) for value, words in setting.choices]
        return OneOfField(known)
    if isinstance(setting.default, int):
        return NumberField(setting)
    return PathField(texts, setting)

"""Forms as data: one call makes a row with label, field, help and what a screen reader says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget


class Sentence(QLabel):
    """A sentence as high as its words need, also where a form row does not ask for that."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A form row does not ask what is inside it for the height that goes with its width.
        height = max(0, self.heightForWidth(self.width()))
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


class Note(Sentence):
    """A sentence under a field: what cannot be read, or what to look at. Empty, it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence; "" takes it away."""
        self.setText(f"⚠ {sentence}" if sentence else "")
        self.setVisible(bool(sentence))


def plain_label(label: str) -> str:
    """A label without the mark of its mnemonic."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")


def name_field(field: QWidget, label: str, help_text: str = "") -> None:
    """Say to a screen reader, and to the mouse, what a field is for."""
    field.setAccessibleName(plain_label(label))
    field.setAccessibleDescription(help_text)
    field.setToolTip(help_text)


class FormRows(QFormLayout):
    """A form whose rows wrap where they are too narrow, each with a place for a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def add(
        self, label: str, field: QWidget, help_text: str = "", first: QWidget | None = None
    ) -> Note:
        """Add a row and return the place for its note.

        `first`: what the label leads to where `field` only holds fields that are named elsewhere.
        """
        if first is None:
            name_field(field, label, help_text)
        caption, note = QLabel(label), Note()
        # The horn of ơ and ư stands out beyond the letter's own width, and would be cut off.
        caption.setContentsMargins(0, 0, caption.fontMetrics().averageCharWidth() // 2, 0)
        caption.setBuddy(first or field)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(note)
        self.addRow(caption, holder)
        return note

    def add_heading(self, words: str) -> None:
        """Add a line that begins a group of rows."""
        self.addRow(heading(words, 1.1))


def explanation(words: str) -> Sentence:
    """A quiet sentence that explains what stands above it."""
    made = Sentence(words)
    made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return made


def heading(words: str, scale: float = 1.3) -> QLabel:
    """A bold line above what it names, in proportion to the system's font."""
    label = QLabel(words)
    label.setWordWrap(True)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    return label

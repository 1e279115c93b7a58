"""How an office wants its documents: each choice within what the form allows, seen at once beside
it in the preview."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.documents.choices import Offered, Value
from app.language.catalogue import Catalogue
from app.minutes.words import Form
from ui.models.document_choices import LOOKS, PARTS, SETS, words_of
from ui.widgets.boxes import ButtonBox
from ui.widgets.form_rows import FormRows
from ui.widgets.option_rows import NumberRow, OptionRow, PickRow, SwitchRow
from ui.widgets.sizes import resize_in_letters, without_default
from ui.widgets.tab_order import follow_layout

_MOST = 100.0  # of a number that the form does not bound


class OptionsDialog(QDialog):
    """Stays open beside the work. `chosen` carries the name of a choice and its value."""

    chosen = Signal(str, object)
    usual_requested = Signal()

    def __init__(
        self, texts: Catalogue, form: Form, offered: Iterable[Offered], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Document options"))
        self._texts = texts
        self._form = form
        self._offered = {each.name: each for each in offered}
        self._rows: dict[str, OptionRow] = {}
        self._told = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._usual = self._buttons.addButton(
            texts("As the form has it"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._usual.setToolTip(texts("Take back all choices that were made for this form"))
        # Enter ends a number; the next one is typed after it.
        without_default(self._buttons)
        self._lay_out()
        follow_layout(self)
        self._usual.clicked.connect(self.usual_requested)
        self._buttons.rejected.connect(self.close)

    def tell(self, sentence: str, values: Mapping[str, Value], fixed: frozenset[str]) -> None:
        """Say whose choices these are, and show what holds and what IT has fixed."""
        self._told.setText(sentence)
        for name, row in self._rows.items():
            row.set_value(values.get(name, self._offered[name].usual))
            is_fixed = name in fixed
            words = self._texts("Fixed by IT") if is_fixed else self._allowed(row)
            row.remark(words, fixed=is_fixed)

    def _allowed(self, row: OptionRow) -> str:
        offer = self._offered[row.name]
        if not isinstance(row, NumberRow):
            return ""
        usual = row.told(float(offer.usual))
        least = row.told(offer.least or 0.0)
        if offer.most is None:
            return self._texts("from {least} (usually {usual})", least=least, usual=usual)
        most = row.told(offer.most)
        return self._texts("{least}–{most} (usually {usual})", least=least, most=most, usual=usual)

    def _lay_out(self) -> None:
        tabs = QTabWidget(self)
        for named in (tabs, tabs.tabBar()):
            named.setAccessibleName(self._texts("Document options"))
        tabs.addTab(_scrolling(self._looks()), self._texts("How it looks"))
        tabs.addTab(_scrolling(self._contents()), self._texts("What goes in"))
        column = QVBoxLayout(self)
        column.addWidget(self._told)
        column.addWidget(tabs, 1)
        column.addWidget(self._buttons)
        resize_in_letters(self, 96, 36)

    def _looks(self) -> QWidget:
        """What our forms offer in our order; then what only IT's do."""
        found = {n: o for n, o in self._offered.items() if n not in SETS and n not in PARTS}
        names = [*(name for name in LOOKS if name in found), *sorted(found.keys() - LOOKS.keys())]
        holder = QWidget()
        rows = FormRows(holder)
        for name in names:
            offer, words = found[name], words_of(name, self._form)
            label, help_text = self._texts(words.label), self._texts(words.help)
            if isinstance(offer.usual, bool):
                self._add_switch(rows, SwitchRow(name, label, help_text))
                continue
            row = NumberRow(name, label, self._texts(words.unit), words.step, help_text)
            row.set_range(offer.least or 0.0, _MOST if offer.most is None else offer.most)
            self._add(rows, label, row)
        return holder

    def _contents(self) -> QWidget:
        holder = QWidget()
        rows = FormRows(holder)
        for name, (words, choices) in SETS.items():
            said = [(value, self._texts(message)) for value, message in choices]
            label = self._texts(words.label)
            self._add(rows, label, PickRow(name, label, said, self._texts(words.help)))
        rows.add_heading(self._texts("What goes in"))
        for name, words in PARTS.items():
            row = SwitchRow(name, self._texts(words.label), self._texts(words.help))
            self._add_switch(rows, row)
        return holder

    def _add(self, rows: FormRows, label: str, row: OptionRow) -> None:
        caption = QLabel(label)
        caption.setBuddy(row.field)
        rows.addRow(caption, row)
        self._follow(row)

    def _add_switch(self, rows: FormRows, row: OptionRow) -> None:
        rows.addRow(row)
        self._follow(row)

    def _follow(self, row: OptionRow) -> None:
        self._rows[row.name] = row
        row.edited.connect(self.chosen)


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area

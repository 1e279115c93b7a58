"""Before minutes are finished: what is still missing, and which documents are kept with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.findings import Finding, Severity
from app.minutes.words import DocumentKind
from ui.dialogs.findings_dialog import SEVERITIES
from ui.preview.preview_panel import KINDS
from ui.widgets.boxes import ButtonBox
from ui.widgets.sizes import resize_in_letters

FINISH, FINISH_ANYWAY = N_("&Finish"), N_("Finish &anyway")
Look = Callable[[Sequence[DocumentKind]], tuple[Finding, ...]]
"""What is found in the record for the documents that are to be kept."""


class FinishDialog(QDialog):
    """`finish_chosen` carries the kinds of documents to keep, and whether the number of a draft is
    taken off them; `place_chosen` where to mend.
    """

    finish_chosen = Signal(object, bool)
    place_chosen = Signal(object)

    def __init__(
        self,
        texts: Catalogue,
        look: Look,
        chosen: Sequence[DocumentKind],
        is_draft: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Finish the minutes"))
        self._texts = texts
        self._look = look
        self._findings: tuple[Finding, ...] = ()
        told = texts(
            "Finished minutes can be read and exported, but not changed until they are reopened"
            " with a reason. They are kept in the archive just as they are now."
        )
        self._told = QLabel(told, self, wordWrap=True)
        self._kinds = self._boxes(chosen)
        self._no_draft = QCheckBox(texts("Take the mark “draft” &off the documents"), self)
        self._no_draft.setChecked(is_draft)
        self._no_draft.setVisible(is_draft)
        self._summary = QLabel(self, wordWrap=True)
        self._list = QListWidget(self)
        self._list.setWordWrap(True)
        self._list.setAccessibleName(texts("What is missing"))
        self._list.setAccessibleDescription(texts("Enter goes to its place."))
        self._list.setAlternatingRowColors(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_activated)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._finish = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._look_again()
        resize_in_letters(self, 88, 30 if self._findings else 18)

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The documents that are to be kept."""
        return tuple(kind for kind, box in self._kinds.items() if box.isChecked())

    def _boxes(self, chosen: Sequence[DocumentKind]) -> dict[DocumentKind, QCheckBox]:
        boxes = {}
        for kind, words in KINDS:
            box = QCheckBox(self._texts(words), self)
            box.setChecked(kind in chosen)
            box.setAccessibleDescription(self._texts("Printed and kept with the minutes."))
            box.setToolTip(self._texts("Printed and kept with the minutes."))
            box.toggled.connect(self._look_again)
            boxes[kind] = box
        return boxes

    def _lay_out(self) -> None:
        group = QGroupBox(self._texts("Documents kept with them"), self)
        inside = QVBoxLayout(group)
        for box in self._kinds.values():
            inside.addWidget(box)
        inside.addWidget(self._no_draft)
        column = QVBoxLayout(self)
        for widget in (self._told, group, self._summary):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self._buttons)

    def _look_again(self) -> None:
        self._findings = self._look(self.kinds)
        self._list.clear()
        for finding in self._findings:
            kind = self._texts(SEVERITIES[finding.severity])
            what = self._texts(finding.message, **finding.places)
            self._list.addItem(f"{kind}: {what} {self._texts(finding.mend)}")
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(self._findings))
        errors = sum(finding.severity is Severity.ERROR for finding in self._findings)
        self._summary.setText(self._summed_up(errors))
        self._finish.setEnabled(not errors)
        self._finish.setText(self._texts(FINISH_ANYWAY if self._findings else FINISH))
        self._finish.setDefault(not self._findings)

    def _summed_up(self, errors: int) -> str:
        if errors:
            return self._texts.plural(
                "{count} thing must be mended first. Enter goes to its place.",
                "{count} things must be mended first. Enter goes to the place of each.",
                count=errors,
            )
        if self._findings:
            return self._texts.plural(
                "{count} thing to look at; the minutes can be finished all the same.",
                "{count} things to look at; the minutes can be finished all the same.",
                count=len(self._findings),
            )
        return self._texts("Nothing is missing.")

    def _on_activated(self) -> None:
        place = self._findings[self._list.currentRow()].place
        self.reject()
        self.place_chosen.emit(place)

    def _on_accepted(self) -> None:
        self.accept()
        self.finish_chosen.emit(self.kinds, self._no_draft.isChecked())

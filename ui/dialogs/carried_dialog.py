"""What the minutes of the next meeting took over from the earlier ones, and what they did not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from app.editing.next_meeting import NextMeeting
from app.language.catalogue import Catalogue
from app.minutes.prior_tasks import PriorTask
from ui.models.section_words import SECTIONS
from ui.widgets.boxes import ButtonBox
from ui.widgets.form_rows import heading


class CarriedDialog(QDialog):
    """Tells, asks nothing."""

    def __init__(self, texts: Catalogue, made: NextMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Next meeting"))
        self._texts = texts
        self._column = QVBoxLayout(self)
        told = texts(
            "Taken over: the office, the place, the attendees (all present), signatories and"
            " recipients. Date, number and content are to be written anew."
        )
        self._column.addWidget(QLabel(told, self, wordWrap=True))
        self._list(
            texts.plural(
                "{count} task carried over", "{count} tasks carried over", count=len(made.carried)
            ),
            [self._line(task) for task in made.carried],
        )
        self._list(
            texts.plural(
                "{count} task left out, as it is done",
                "{count} tasks left out, as they are done",
                count=len(made.done),
            ),
            made.done,
        )
        if made.left_out:
            names = [f"{texts(SECTIONS[name])} ({count})" for name, count in made.left_out]
            left = texts(
                "Left out, as it belongs to the earlier meeting: {names}.", names=", ".join(names)
            )
            self._column.addWidget(QLabel(left, self, wordWrap=True))
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        self._column.addWidget(buttons)
        letter = self.fontMetrics()
        wanted = QSize(letter.averageCharWidth() * 80, self.sizeHint().height())
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _list(self, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self._column.addWidget(heading(title, 1.1))
        shown = QListWidget(self)
        shown.setWordWrap(True)
        shown.setAccessibleName(title)
        shown.setAccessibleDescription(self._texts("A list to read: nothing is chosen in it."))
        shown.setAlternatingRowColors(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.addItems(list(lines))
        rows = min(len(lines), 5) * 2
        shown.setMinimumHeight(self.fontMetrics().height() * max(3, rows))
        self._column.addWidget(shown, len(lines))

    def _line(self, task: PriorTask) -> str:
        about = (
            task.lead.name if task.lead else "",
            task.deadline.written if task.deadline else "",
        )
        told = ", ".join(each for each in about if each)
        words = task.task.rstrip(" ;,.")
        return f"{words} ({told})" if told else words

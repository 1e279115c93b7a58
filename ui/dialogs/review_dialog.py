"""Notes whom a draft was sent to, and as which draft; lists those sent before."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.archive.reviews import Review, Sent
from app.language.catalogue import Catalogue
from app.language.dates import read_date, short_date
from app.minutes.text import LINE_LIMIT
from app.minutes.words import DocumentKind, Form
from ui.models.reading import DATE_UNREAD
from ui.preview.preview_panel import KINDS
from ui.widgets.boxes import ButtonBox
from ui.widgets.composition import finish_focused
from ui.widgets.form_rows import FormRows
from ui.widgets.line_field import LineField
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.quiet_spin import QuietSpinBox
from ui.widgets.read_field import ReadField
from ui.widgets.sizes import resize_in_letters
from ui.widgets.tab_order import follow_layout

NextDraft = Callable[[DocumentKind], int]
"""The number that is proposed for a document."""


class ReviewDialog(QDialog):
    """`sent` carries what was sent to whom, and the day on which it was sent."""

    sent = Signal(object, object)

    def __init__(
        self,
        texts: Catalogue,
        before: Sequence[Review],
        draft: NextDraft,
        form: Form,
        today: datetime.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Sent for review"))
        self._texts = texts
        self._propose = draft
        self._form = form
        self._today = today
        self._kind = QuietComboBox("", self)
        for kind, words in KINDS:
            self._kind.addItem(texts(words), kind)
        self._to = LineField(LINE_LIMIT, self)
        self._day = ReadField(self._read_day, short_date, LINE_LIMIT, self)
        self._day.set_value(today)
        self._draft = QuietSpinBox("", self)
        self._draft.setRange(1, 999)
        self._note = LineField(LINE_LIMIT, self)
        self._before = QListWidget(self)
        self._before.setWordWrap(True)
        self._before.setAccessibleName(texts("Sent before"))
        self._before.setAccessibleDescription(texts("To whom and when, the newest first."))
        self._before.addItems([self._line(review) for review in before])
        self._before.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._accept: QPushButton = self._buttons.addButton(
            texts("Note &it"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out(bool(before))
        follow_layout(self)
        self._kind.currentIndexChanged.connect(self._on_kind_changed)
        self._to.textChanged.connect(self._look)
        self._to.growing.connect(self._look)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._on_kind_changed()
        self._look()
        self._to.setFocus()

    def choose_kind(self, kind: DocumentKind) -> None:
        self._kind.setCurrentIndex([each for each, _ in KINDS].index(kind))

    def _lay_out(self, has_before: bool) -> None:
        texts = self._texts
        told = texts(
            "The minutes stay as they are and can be changed; what they say now is kept, so that"
            " the next draft can tell what has changed since."
        )
        rows = FormRows()
        rows.add(texts("Sent t&o"), self._to, texts("A person or a body: “Đ/c Bí thư Thành ủy”."))
        help_text = texts("When it was sent: 11/5/2022.")
        self._day_note = rows.add(texts("Da&y"), self._day, help_text)
        rows.add(texts("&Document"), self._kind, texts("Which document was sent."))
        rows.add(texts("D&raft number"), self._draft, texts("Printed on the document."))
        rows.add(
            texts("&Note"), self._note, texts("How it was sent, until when it is wanted back.")
        )
        column = QVBoxLayout(self)
        column.addWidget(QLabel(told, self, wordWrap=True))
        column.addLayout(rows)
        caption = QLabel(texts("Sent &before"), self)
        caption.setBuddy(self._before)
        for widget in (caption, self._before):
            widget.setVisible(has_before)
            column.addWidget(widget)
        column.setStretchFactor(self._before, 1)
        if not has_before:
            column.addStretch(1)  # else the words above the fields are spread over the room
        column.addWidget(self._buttons)
        resize_in_letters(self, 88, 27 if has_before else 19)

    def _read_day(self, text: str) -> datetime.date | None:
        return read_date(text, self._today)

    def _line(self, review: Review) -> str:
        sent = review.sent
        at = review.at.astimezone()
        words = self._texts(dict(KINDS)[sent.kind])
        draft = self._texts("draft {draft}", draft=sent.draft or "–")
        # Only the day was asked for, so no hour is told.
        line = f"{short_date(at.date())}: {sent.sent_to} ({words}, {draft})"
        return f"{line} – {sent.note}" if sent.note else line

    def _chosen(self) -> DocumentKind:
        return DocumentKind(self._kind.currentData())

    def _on_kind_changed(self) -> None:
        self._draft.setValue(self._propose(self._chosen()))

    def _look(self) -> None:
        self._accept.setEnabled(bool(self._to.so_far.strip()))

    def _on_accepted(self) -> None:
        finish_focused()
        if self._day.unread:
            self._day_note.tell(self._texts(DATE_UNREAD))
            self._day.setFocus()
            return
        self._day_note.tell("")
        sent = Sent(
            self._to.value().strip(),
            self._chosen(),
            self._form,
            self._draft.value(),
            self._note.value().strip(),
        )
        day = self._day.value()
        self.accept()
        self.sent.emit(sent, day if isinstance(day, datetime.date) else self._today)

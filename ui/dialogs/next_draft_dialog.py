"""Before an export: what has changed since the draft that was sent, and whether this is another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from app.language.catalogue import Catalogue
from app.language.dates import short_date
from app.minutes.record import Minutes
from app.telling.differences import plain, told
from ui.drafts import SentBefore
from ui.widgets.boxes import ButtonBox
from ui.widgets.sizes import resize_in_letters


class NextDraftDialog(QDialog):
    """`draft_chosen` carries the kind of document and the number that it shall bear."""

    draft_chosen = Signal(object, int)

    def __init__(
        self, texts: Catalogue, sent: SentBefore, record: Minutes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Another draft?"))
        self._kind = sent.review.sent.kind
        self._draft = sent.review.sent.draft or 0
        words = texts(
            "This was sent to {to} on {date} as draft {draft}. Changed since then:",
            to=sent.review.sent.sent_to,
            date=short_date(sent.review.at.astimezone().date()),
            draft=self._draft or "–",
        )
        changes = QListWidget(self)
        changes.setWordWrap(True)
        changes.setAccessibleName(texts("Changed since then"))
        changes.setAccessibleDescription(words)
        changes.setAlternatingRowColors(True)
        changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        changes.addItems([plain(each, texts) for each in told(sent.record, record, texts)])
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        roles = QDialogButtonBox.ButtonRole
        following = texts("&Export as draft {draft}", draft=self._draft + 1)
        self._next = buttons.addButton(following, roles.AcceptRole)
        self._same = buttons.addButton(texts("&Keep the number"), roles.ActionRole)
        self._next.setDefault(True)
        self._next.clicked.connect(self._on_next)
        self._same.clicked.connect(self._on_same)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words, self, wordWrap=True))
        column.addWidget(changes, 1)
        column.addWidget(buttons)
        resize_in_letters(self, 80, 18)

    def _on_next(self) -> None:
        self.accept()
        self.draft_chosen.emit(self._kind, self._draft + 1)

    def _on_same(self) -> None:
        self.accept()
        self.draft_chosen.emit(self._kind, self._draft)

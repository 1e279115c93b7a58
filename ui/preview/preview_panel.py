"""The preview beside the form: it follows the record a moment behind, not in the way of a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.marking import N_
from app.minutes.words import DocumentKind, Form
from ui.preview.pages_view import PagesView
from ui.widgets.beside import Beside
from ui.widgets.quiet_combo import QuietComboBox

if TYPE_CHECKING:
    from app.documents.forms import FormRules
    from app.documents.outline import Outline
    from app.language.catalogue import Catalogue
    from app.minutes.place import Place
    from app.minutes.record import Minutes
    from ui.preview.typesetting import Typesetter

PAUSE = 10
"""Milliseconds after a change before the pages follow: the field itself is painted first, and keys
that come together are shown together."""
KINDS: tuple[tuple[DocumentKind, str], ...] = (
    (DocumentKind.MINUTES, N_("Minutes")),
    (DocumentKind.REPORT, N_("Narrative report")),
    (DocumentKind.NOTICE, N_("Notice of conclusions")),
)

Compose = Callable[["Minutes", DocumentKind, Form], "Outline"]


class PreviewPanel(QWidget):
    """Shows the open record as the chosen kind of document. `place_chosen`: a click on its text."""

    place_chosen = Signal(object)
    kind_chosen = Signal(object)

    def __init__(
        self,
        texts: "Catalogue",
        compose: Compose,
        rules: "Callable[[Minutes], FormRules]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._compose = compose
        self._rules = rules
        self._typesetter: Typesetter | None = None
        self._record: Minutes | None = None
        self._place: Place | None = None
        hint = texts("The document of the open minutes is shown here, as it will be printed.")
        self.view = PagesView(texts("Preview"), self, hint=hint)
        self._kind = QuietComboBox(
            texts("Kind of document in the preview"),
            self,
            told=texts("Printing and PDF write what is shown here."),
        )
        self._kind.setSizeAdjustPolicy(QuietComboBox.SizeAdjustPolicy.AdjustToContents)
        for kind, label in KINDS:
            self._kind.addItem(texts(label), kind)
        self._page = QLabel(self)
        self._zoom = QLabel(self)
        self._smaller = self._button("−", texts("Zoom out"))
        self._larger = self._button("+", texts("Zoom in"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()

    @property
    def kind(self) -> DocumentKind:
        return DocumentKind(self._kind.currentData())

    def comfortable_width(self) -> int:
        """The width at which what stands below the pages has room in one line."""
        return self._below.width_of_one_line()

    def show_kind(self, kind: DocumentKind) -> None:
        self._kind.setCurrentIndex([each for each, _ in KINDS].index(kind))

    def follow(self, record: "Minutes | None", place: "Place | None" = None) -> None:
        """Show a version of the record soon, with `place` in sight."""
        opened = record is None or self._record is None or record.id != self._record.id
        self._record = record
        self._place = place
        if opened:
            self.draw_now()
        elif not self._pause.isActive():
            self._pause.start()

    def draw_now(self) -> None:
        self._pause.stop()
        if self._record is None or not self.isVisible():
            self.view.show_pages(None)
            return
        outline = self._compose(self._record, self.kind, self._record.form)
        rules = self._rules(self._record)
        if self._typesetter is None:
            from ui.preview.typesetting import Typesetter  # what lays out text: for the first page

            self._typesetter = Typesetter()
        self.view.show_pages(self._typesetter.typeset(outline, rules))
        if self._place is not None:
            self.view.show_place(self._place)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.draw_now()

    def offer(self, action: QAction) -> None:
        """Have a button for an action beside the kind of document."""
        button = QToolButton(self, autoRaise=True)
        button.setDefaultAction(action)
        button.setAccessibleName(action.toolTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._bar.insertWidget(1, button)
        QWidget.setTabOrder(self._kind, button)

    def _lay_out(self) -> None:
        kind, place = QWidget(self), QWidget(self)
        self._bar, right = QHBoxLayout(kind), QHBoxLayout(place)
        self._bar.addWidget(self._kind, 1)
        right.setSpacing(self.fontMetrics().averageCharWidth() // 2)
        right.addStretch(1)
        for widget in (self._page, self._smaller, self._zoom, self._larger):
            right.addWidget(widget)
        for bar in (self._bar, right):
            bar.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        self._below = Beside([(kind, 1), (place, 0)], self)
        column.addWidget(self._below)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.draw_now)
        self._kind.currentIndexChanged.connect(self._on_kind_changed)
        self._smaller.clicked.connect(self.view.zoom_out)
        self._larger.clicked.connect(self.view.zoom_in)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.zoom_changed.connect(self._on_zoom_changed)
        self.view.place_clicked.connect(self.place_chosen)

    def _on_kind_changed(self) -> None:
        self.draw_now()
        self.kind_chosen.emit(self.kind)

    def _button(self, text: str, label: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setText(text)
        button.setToolTip(label)
        button.setAccessibleName(label)
        return button

    def _on_page_changed(self, page: int, count: int) -> None:
        words = self._texts("page {page}/{count}", page=page, count=count) if count else ""
        self._page.setText(words)

    def _on_zoom_changed(self, zoom: float) -> None:
        self._zoom.setText(f"{zoom:.0%}")

"""The versions of the open minutes: what differs, in words, and the way back to each of them."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.archive.archive import Archive
from app.archive.evidence import EVERY, Reason
from app.archive.history import Version
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.language.dates import local_moment
from app.marking import N_
from app.minutes.record import Minutes
from app.telling.differences import Sentence, told
from ui.fetching import Fetcher
from ui.widgets.boxes import ButtonBox
from ui.widgets.form_rows import FormRows
from ui.widgets.marked_text import Line, MarkedText
from ui.widgets.quiet_combo import QuietComboBox
from ui.widgets.sizes import resize_in_letters, without_default
from ui.widgets.tab_order import follow_layout

REASONS = {
    Reason.OPENING: N_("opened"),
    Reason.EXPORT: N_("exported"),
    Reason.FINISH: N_("finished"),
    Reason.TIMER: N_("while working"),
}
NONE_YET = N_(
    "No version of these minutes has been kept yet. One is kept when they are opened again, every"
    " {minutes} minutes while they are worked on, at each export, and when they are finished."
)
SINCE, BEFORE = "since", "before"


class _Shown(NamedTuple):
    """A version as it was, and what is told of it."""

    record: Minutes
    sentences: tuple[Sentence, ...]


class _Pair(NamedTuple):
    """What to compare: a version with the record now, or with the version `before` (0: nothing)."""

    now: Minutes
    version: int
    before: int | None


class VersionsDialog(QDialog):
    """`return_chosen` carries the record as it was, and the time in words.

    `fixed` says why there is no way back; "" where there is one.
    """

    return_chosen = Signal(object, str)

    def __init__(
        self,
        texts: Catalogue,
        record: Minutes,
        open_archive: Callable[[], Archive],
        fixed: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("Versions"))
        self._texts = texts
        self._record = record
        self._fixed = fixed
        self._versions: Sequence[Version] = ()
        self._shown: _Shown | None = None
        self._question = 0
        self._fetcher = Fetcher(open_archive, self)
        self._make_widgets()
        self._lay_out()
        self._connect()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Offer these versions, the newest first."""
        self._versions = versions
        for version in versions:
            reason = self._texts(REASONS[version.reason])
            self._list.addItem(f"{local_moment(version.at)} – {reason}")
        if versions:
            self._list.setCurrentRow(0)
        else:
            self._about.setText(
                self._texts(NONE_YET, minutes=EVERY // datetime.timedelta(minutes=1))
            )
            self._legend.hide()

    def done(self, result: int) -> None:
        self._fetcher.close()
        super().done(result)

    def _make_widgets(self) -> None:
        texts = self._texts
        self._list = QListWidget(self)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(texts("Versions"))
        self._list.setAccessibleDescription(texts("The newest first."))
        self._compared = QuietComboBox("", self)
        self._compared.addItem(texts("The minutes as they are now"), SINCE)
        self._compared.addItem(texts("The version before it"), BEFORE)
        self._about = QLabel(self, wordWrap=True)
        self._text = MarkedText(texts("Differences"), self)
        self._text.setAccessibleDescription(texts("Struck out: taken out. Underlined: came in."))
        self._legend = QLabel(
            texts("Struck out: taken out. Underlined: came in."), self, wordWrap=True
        )
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._return = self._buttons.addButton(
            texts("&Return to this version"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._return.setEnabled(False)
        self._return.setToolTip(self._fixed)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column, rows = QVBoxLayout(right), FormRows()
        column.setContentsMargins(0, 0, 0, 0)
        told = self._texts("What the chosen version is compared with.")
        rows.add(self._texts("Compared &with"), self._compared, told)
        column.addLayout(rows)
        for widget in (self._about, self._text, self._legend):
            column.addWidget(widget)
        column.setStretchFactor(self._text, 1)
        splitter = QSplitter(self, childrenCollapsible=False)
        splitter.addWidget(self._list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        letter = self.fontMetrics().averageCharWidth()
        splitter.setSizes([letter * 38, letter * 72])
        whole = QVBoxLayout(self)
        whole.addWidget(splitter, 1)
        if self._fixed:
            whole.addWidget(QLabel(self._fixed, self, wordWrap=True))
        bottom = QHBoxLayout()
        bottom.addWidget(self._buttons)
        whole.addLayout(bottom)
        resize_in_letters(self, 110, 26)
        follow_layout(self)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._ask)
        self._compared.currentIndexChanged.connect(self._ask)
        self._fetcher.answered.connect(self._on_answered)
        self._fetcher.failed.connect(self._on_failed)
        self._return.clicked.connect(self._on_return)
        self._buttons.rejected.connect(self.reject)
        without_default(self._buttons)  # Enter in the list must not return to a version

    def _ask(self) -> None:
        self._return.setEnabled(False)
        row = self._list.currentRow()
        if row < 0:
            return
        chosen, *older = (version.number for version in self._versions[row:])
        if self._compared.currentData() == SINCE:
            pair = _Pair(self._record, chosen, None)
        else:
            pair = _Pair(self._record, chosen, older[0] if older else 0)
        self._question = self._fetcher.ask(partial(_read, pair, self._texts))

    def _on_answered(self, number: int, shown: _Shown) -> None:
        if number != self._question:
            return
        self._shown = shown
        count = len(shown.sentences)
        self._about.setText(
            self._texts.plural("{count} difference", "{count} differences", count=count)
            if count
            else self._texts("Nothing differs.")
        )
        self._text.show_lines([_line(sentence) for sentence in shown.sentences])
        self._return.setEnabled(not self._fixed and shown.record != self._record)

    def _on_failed(self, _number: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._text.clear()
        self._about.setText(error.told(self._texts))

    def _on_return(self) -> None:
        if self._shown is not None:
            when = local_moment(self._versions[self._list.currentRow()].at)
            self.return_chosen.emit(self._shown.record, when)
            self.accept()


def _read(pair: _Pair, texts: Catalogue, archive: Archive) -> _Shown:
    """Read and compare, in the reader's thread."""
    history, record_id = archive.history, pair.now.id
    then = history.version(record_id, pair.version)
    if pair.before is None:
        return _Shown(then, told(then, pair.now, texts))
    before = history.version(record_id, pair.before) if pair.before else Minutes(id=record_id)
    return _Shown(then, told(before, then, texts))


def _line(sentence: Sentence) -> Line:
    return sentence.about, [(piece.text, piece.mark.value) for piece in sentence.pieces]

"""Looks the open record over, a moment behind the keys, and says what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.minutes.words import DocumentKind

if TYPE_CHECKING:
    from app.minutes.findings import Finding
    from app.minutes.record import Minutes

PAUSE = 300
"""Milliseconds after the last change before the record is looked over again."""


class Checker(QObject):
    """`found` carries the findings of the record for the kind of document that is chosen."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._record: Minutes | None = None
        self._kind = DocumentKind.MINUTES
        self._findings: tuple[Finding, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.check_now)

    @property
    def findings(self) -> "tuple[Finding, ...]":
        return self._findings

    def follow(self, record: "Minutes | None") -> None:
        self._record = record
        if record is None:
            self.check_now()  # what was found in another record must not stand there any longer
        else:
            self._pause.start()

    def choose_kind(self, kind: DocumentKind) -> None:
        self._kind = kind
        self._pause.start()

    def check_now(self) -> None:
        self._pause.stop()
        self._findings = self._look_over(self._record) if self._record else ()
        self.found.emit(self._findings)

    def _look_over(self, record: "Minutes") -> "tuple[Finding, ...]":
        from app.minutes.findings import findings  # many rules: not before a record is open

        return findings(record, self._kind, record.form)

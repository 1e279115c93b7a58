"""Qt must not give up what it never took: see app/decisions/0006-pyside-6-11.md."""

import sys

from PySide6.QtCore import QObject, Signal

EMITS = 200


class Sender(QObject):
    sent = Signal(bool)
    told = Signal(object)


def test_signals_lose_no_reference_to_the_constants(qapp):
    sender = Sender()
    before = [sys.getrefcount(word) for word in (None, True, False)]
    for _ in range(EMITS):
        sender.sent.emit(True)
        sender.sent.emit(False)
        sender.told.emit(None)
    after = [sys.getrefcount(word) for word in (None, True, False)]
    lost = [old - new for old, new in zip(before, after, strict=True)]
    assert max(lost) < EMITS / 10

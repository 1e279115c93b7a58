"""Work in a thread: its outcome comes to who asked, if that one is still there."""

from threading import Event

import shiboken6
from PySide6.QtCore import QObject, QThreadPool

from ui.jobs import run


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def take(self, outcome: object) -> None:
        self.told.append(outcome)


def test_outcome_comes_to_who_asked(qtbot):
    asker = Asker()
    run(lambda: 3, asker, asker.take)
    qtbot.waitUntil(lambda: asker.told == [3])


def test_failure_comes_to_who_asked(qtbot):
    asker, error = Asker(), ValueError("no")

    def fail() -> None:
        raise error

    run(fail, asker, asker.take, asker.take)
    qtbot.waitUntil(lambda: asker.told == [error])


def test_who_asked_may_be_gone_when_the_work_is_done(qtbot, capfd):
    for outcome in (lambda: 3, lambda: 1 // 0):
        asker, go_on = Asker(), Event()
        told = asker.told

        def work(outcome=outcome, go_on=go_on) -> object:
            go_on.wait()
            return outcome()

        run(work, asker, asker.take, asker.take)
        shiboken6.delete(asker)
        go_on.set()
        QThreadPool.globalInstance().waitForDone()
        assert told == []
    assert capfd.readouterr().err == ""

"""The guards of Qt fire: windows, timers, threads, and warnings of Qt itself."""

import pytest

from tests.guards.conftest import Run

LEAKS = {
    "window": ("keep.append(QWidget(objectName='lost'))", "*left behind: window QWidget 'lost'*"),
    "timer": (
        "keep.append(QTimer()); keep[0].start(100000)",
        "*left behind: running timer QTimer ''*",
    ),
    "thread": (
        "keep.append(QThread()); keep[0].start()",
        "*left behind: running thread QThread ''*",
    ),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_fails_when_something_is_left_behind(run_with_qt: Run, leak: str) -> None:
    line, complaint = LEAKS[leak]
    result = run_with_qt(f"""
        import pytest
        from PySide6.QtCore import QThread, QTimer
        from PySide6.QtWidgets import QWidget
        keep = []
        def test_it(qapp):
            {line}
        @pytest.fixture(scope="session", autouse=True)
        def end():
            yield
            for thing in keep:
                thing.deleteLater() if not isinstance(thing, QThread) else thing.quit()
            keep and isinstance(keep[0], QThread) and keep[0].wait()
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([complaint])


def test_fails_when_qt_warns(run_with_qt: Run) -> None:
    result = run_with_qt("""
        from PySide6.QtCore import qWarning
        def test_it(qapp): qWarning("crooked")
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*crooked*"])


def test_is_content_with_what_is_closed_and_stopped(run_with_qt: Run) -> None:
    result = run_with_qt("""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QDialog, QWidget
        def test_it(qtbot):
            window = QWidget()
            qtbot.addWidget(window)
            QDialog(window).open()
            QTimer(window).start(100000)
            QTimer().start(100000)
    """)
    result.assert_outcomes(passed=1)

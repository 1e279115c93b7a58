"""A window, timer or thread of Qt that outlives its test fails the test.

Tests that do not use Qt (no `qapp`, `qtbot`) pay nothing for this.
"""

import gc
from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from tests.guards.own_folder import OwnFolder

# How long a thread that has been told to stop may take to do it.
GRACE_MILLISECONDS = 2000
# Qt keeps the last tool tip for itself.
QTS_OWN_WINDOWS = {"QTipLabel"}

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture(autouse=True)
def no_qt_left(request: pytest.FixtureRequest, own_folder: OwnFolder) -> Iterator[None]:
    if "qapp" not in request.fixturenames:
        yield
        return
    # Qt looks the settings folder up once in a process: tell it anew.
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(own_folder.path / "home/.config"))
    before = set(map(_address, _alive()))
    # What exists before a test is not its leak: neither collected nor looked at after it.
    gc.freeze()
    yield
    # The traceback of a failed test keeps alive what the test made: do not blame it twice.
    if request.node.stash.get(_FAILED, True):
        return
    left = [_told(thing) for thing in _alive() if _address(thing) not in before]
    if left:
        pytest.fail(f"the test left behind: {', '.join(sorted(left))}", pytrace=False)


def _alive() -> list[QObject]:
    if QCoreApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    QThreadPool.globalInstance().waitForDone(GRACE_MILLISECONDS)
    return [*_windows(), *filter(_is_busy, _timers_and_threads())]


def _windows() -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in QTS_OWN_WINDOWS
    ]


def _timers_and_threads() -> list[QTimer | QThread]:
    return [
        thing
        for thing in gc.get_objects()
        # Not isinstance: it would ask stand-ins of all sorts for their class.
        if issubclass(type(thing), (QTimer, QThread)) and Shiboken.isValid(thing)
    ]


def _is_busy(thing: QTimer | QThread) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    return thing.isRunning() and not thing.wait(GRACE_MILLISECONDS)


def _address(thing: QObject) -> int:
    return int(Shiboken.getCppPointer(thing)[0])


def _told(thing: QObject) -> str:
    kind = {QWidget: "window", QTimer: "running timer", QThread: "running thread"}
    what = next(word for base, word in kind.items() if isinstance(thing, base))
    name = thing.objectName() or (thing.windowTitle() if isinstance(thing, QWidget) else "")
    owner = f" of {type(parent).__name__}" if (parent := thing.parent()) else ""
    return f"{what} {type(thing).__name__} {name!r}{owner}"

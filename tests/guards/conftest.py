"""Runs tests that misbehave inside a run of their own, under the same guards."""

from collections.abc import Callable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
QT_SETTINGS = "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\n"
GUARDS = (
    "tests.guards.own_folder",
    "tests.guards.logs",
    "tests.guards.threads",
    "tests.guards.no_skips",
)
QT_GUARDS = ("pytestqt.plugin", "tests.guards.own_folder", "tests.guards.qt_leaks")

Run = Callable[[str], pytest.RunResult]


@pytest.fixture
def run_guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the given test in another process, so that what it leaks ends with it."""

    def run(source: str) -> pytest.RunResult:
        return _run(pytester, source, GUARDS)

    _prepare(pytester, monkeypatch)
    return run


@pytest.fixture
def run_with_qt(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same, under the guards of Qt."""

    def run(source: str) -> pytest.RunResult:
        pytester.makeini(QT_SETTINGS)
        return _run(pytester, source, QT_GUARDS)

    _prepare(pytester, monkeypatch)
    return run


def _prepare(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    monkeypatch.setenv("HOME", str(pytester.mkdir("real-home")))
    # Only the guards in question: half of each run would go into loading the rest.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def _run(pytester: pytest.Pytester, source: str, plugins: tuple[str, ...]) -> pytest.RunResult:
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess(*(f"-p{plugin}" for plugin in plugins))

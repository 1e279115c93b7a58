"""A start that finds the archive in use by the same user: it lets that program go on, if it can."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.archive.archive import Archive
from app.archive.errors import missing
from tests.ui.shell.conftest import KINDS
from ui.application import Application
from ui.options import Options


@pytest.fixture
def used(tmp_path: Path) -> Iterator[Path]:
    """An archive that is open to be written."""
    path = tmp_path / "a.sqlite"
    with Archive.open(path):
        yield path


@pytest.fixture
def second(qapp: QApplication, used: Path, environment_home: Path) -> Iterator[Application]:
    application = Application(qapp, Options(used, "en"), KINDS)
    yield application
    application.stop()
    application.deleteLater()


def answering(monkeypatch, *answers: bool) -> list[bool]:
    """What the program that has the archive answers, one after the other; what was answered."""
    left, given = list(answers), []

    def answer(_application: Application) -> bool:
        given.append(left.pop(0) if left else False)
        return given[-1]

    monkeypatch.setattr(Application, "is_elsewhere", answer)
    return given


def test_it_knocks_until_the_other_opens(second: Application, monkeypatch, qtbot):
    given = answering(monkeypatch, False, False, True)
    second.be_the_one()
    with qtbot.waitSignal(second._life.left):  # noqa: SLF001
        second.start()
    assert given == [False, False, True]
    assert second.desk is None


def test_it_hands_over_the_file_that_it_was_started_with(qapp, used: Path, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.application.hand_over", lambda _door, asks: asked.append(asks) or True)
    application = Application(qapp, Options(used, "en", file=Path("/a/b.bienban")), KINDS)
    assert application.is_elsewhere()
    assert [Path(asks.file) for asks in asked] == [Path("/a/b.bienban")]
    application.deleteLater()


def test_where_none_answers_the_archive_is_read_after_a_while(
    second: Application, monkeypatch, qtbot
):
    given = answering(monkeypatch)
    seconds = iter(range(0, 100, 3))
    monkeypatch.setattr("ui.archive_life.monotonic", lambda: float(next(seconds)))
    second.be_the_one()
    with qtbot.waitSignal(second.ready):
        second.start()
    assert given == [False, False]
    assert "Read only." in second.window.notice.text


def test_once_it_listens_itself_it_asks_nobody(second: Application, used: Path, monkeypatch, qtbot):
    """Its own door would be the one it knocks at, and nobody answers there while it waits."""

    def gone(*_: object) -> None:
        raise missing(used)

    given = answering(monkeypatch)
    with monkeypatch.context() as without:
        without.setattr("ui.archive_life.Archive.open", gone)
        second.be_the_one()
        with qtbot.waitSignal(second.not_opened):
            second.start()
    with qtbot.waitSignal(second.ready):
        second._life.open()  # noqa: SLF001
    assert given == []
    assert "Read only." in second.window.notice.text

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from app.archive.archive import Archive
from app.archive.writer import Writer
from app.editing.session import Label
from app.errors import KnownError
from app.minutes.attendees import Attendee
from app.minutes.place import Place
from app.minutes.record import Minutes
from ui.desk import Desk
from ui.learner import Learner


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        yield archive
        QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def desk(archive: Archive, qapp: object) -> Iterator[Desk]:
    writer = Writer(archive.another, lambda _report: None)
    numbers = count()
    yield Desk(archive, writer, lambda: f"m{next(numbers)}")
    writer.close()


def come(desk: Desk, name: str) -> None:
    assert desk.session is not None
    attendee = Attendee(id="a", name=name)
    desk.session.edit(
        lambda record: record.but(attendees=(attendee,)), Label("x"), Place("attendees")
    )


def known(archive: Archive) -> list[str]:
    return [person.name for person in archive.people.people()]


def test_people_are_learnt_when_the_record_is_left(
    qtbot: QtBot, archive: Archive, desk: Desk
) -> None:
    learner = Learner(archive.another, desk, lambda: "p")
    desk.new()
    come(desk, "Lê V")
    come(desk, "Lê Văn An")
    assert known(archive) == []
    with qtbot.waitSignal(learner.learnt):
        desk.new()
    assert known(archive) == ["Lê Văn An"]


def test_people_are_learnt_at_an_export_and_once(
    qtbot: QtBot, archive: Archive, desk: Desk
) -> None:
    learner = Learner(archive.another, desk, lambda: "p")
    desk.new()
    come(desk, "Lê Văn An")
    with qtbot.waitSignal(learner.learnt):
        learner.learn_open()
    archive.people.remove("p")
    learner.learn_open()
    QThreadPool.globalInstance().waitForDone()
    assert known(archive) == []


def test_a_record_that_was_only_read_teaches_nothing(archive: Archive, desk: Desk) -> None:
    archive.add(Minutes(id="m", attendees=(Attendee(id="a", name="Lê Văn An"),)))
    learner = Learner(archive.another, desk, lambda: "p")
    desk.open("m")
    desk.close()
    learner.learn_open()
    QThreadPool.globalInstance().waitForDone()
    assert known(archive) == []


def test_why_it_could_not_learn_is_told(qtbot: QtBot, archive: Archive, desk: Desk) -> None:
    def broken() -> Archive:
        raise KnownError("gone")

    learner = Learner(broken, desk, lambda: "p")
    desk.new()
    come(desk, "Lê Văn An")
    with qtbot.waitSignal(learner.failed) as told:
        desk.close()
    assert isinstance(told.args[0], KnownError)

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from app.archive.archive import Archive
from app.archive.vocabulary import Known
from app.errors import KnownError
from app.minutes.attendees import Attendee
from app.minutes.directory import KnownBody, Person
from app.minutes.record import Minutes
from ui.remembered import Remembered


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        archive.people.save(Person(id="k", name="Kiều Như Nguyên"))
        archive.people.save_body(KnownBody(id="b", name="Thành ủy"))
        yield archive
        QThreadPool.globalInstance().waitForDone()


def test_it_answers_at_once_and_knows_more_a_moment_later(qtbot: QtBot, archive: Archive) -> None:
    remembered = Remembered()
    remembered.use(archive.another, lambda: None)
    with qtbot.waitSignal(remembered.changed):
        assert list(remembered.people("kieu")) == []
    assert [person.id for person in remembered.people("kieu nhu")] == ["k"]
    assert remembered.words(Known.BODY, "tu") == ["Thành ủy"]


def test_the_open_record_is_remembered_too(qtbot: QtBot, archive: Archive) -> None:
    record = Minutes(id="m", attendees=(Attendee(id="a", name="An", body="Thanh tra"),))
    remembered = Remembered()
    remembered.use(archive.another, lambda: record)
    with qtbot.waitSignal(remembered.changed):
        assert remembered.words(Known.BODY, "than") == ["Thanh tra"]
    assert remembered.words(Known.BODY, "th") == ["Thành ủy", "Thanh tra"]
    assert remembered.words(Known.BODY, "Thanh tra ") == []


def test_it_is_read_once_and_again_when_told(qtbot: QtBot, archive: Archive) -> None:
    remembered = Remembered()
    remembered.use(archive.another, lambda: None)
    with qtbot.waitSignal(remembered.changed):
        remembered.people("an")
    archive.people.save(Person(id="a", name="Lê An"))
    assert list(remembered.people("an")) == []
    remembered.forget()
    with qtbot.waitSignal(remembered.changed):
        remembered.people("an")
    assert [person.id for person in remembered.people("an")] == ["a"]


def test_an_archive_that_cannot_be_read_is_told(qtbot: QtBot) -> None:
    def broken() -> Archive:
        raise KnownError("gone")

    remembered = Remembered()
    remembered.use(broken, lambda: None)
    with qtbot.waitSignal(remembered.failed) as told:
        assert list(remembered.indicators("x")) == []
    assert isinstance(told.args[0], KnownError)
    QThreadPool.globalInstance().waitForDone()

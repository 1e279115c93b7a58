"""Backups, restoring, a damaged archive, one that another program writes to: through the window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from app.archive.archive import Archive, utc_now
from app.archive.backups import Backups
from app.archive.errors import DamagedArchiveError
from app.identity import new_id
from app.minutes.meeting import Meeting
from app.minutes.record import Minutes
from app.settings.declared import SECOND_BACKUPS
from tests.ui.keys import type_text
from tests.ui.shell.conftest import Program, Start, WhatPage, WherePage
from ui.application import Application
from ui.dialogs.restore_dialog import RestoreDialog
from ui.dialogs.start_dialog import StartDialog
from ui.options import Options


def archive_of(program: Program) -> Archive:
    archive = program.application._archive  # noqa: SLF001
    assert archive is not None
    return archive


def backups(program: Program) -> list[Path]:
    folder = archive_of(program).path.parent / "backups"
    return sorted(folder.glob("*.sqlite"))


def with_record(path: Path, headline: str) -> str:
    record = Minutes(id=new_id(), meeting=Meeting(headline=headline))
    with Archive.open(path) as archive:
        archive.add(record)
    return record.id


def test_a_backup_is_made_on_demand_and_told(program):
    program.choose("Open the sample")
    program.choose("Back up now")
    program.until(lambda: "A backup was made" in program.window.messages.text)
    (path,) = backups(program)
    with Archive.open(path, write=False) as copy:
        assert copy.count() == 1


def test_a_backup_that_is_due_is_made_by_itself_when_the_window_has_come_to_rest(
    start: Start, environment_home, monkeypatch
):
    with_record(environment_home / "bienban.sqlite", "Họp")
    monkeypatch.setattr("ui.safekeeping.FIRST_WAIT", 20)
    program = start()
    program.until(lambda: program.window.status.backed_up.startswith("Backed up "))
    assert not program.window.messages.text
    assert len(backups(program)) == 1
    program.application._life.safe.make_if_due()  # noqa: SLF001
    program.choose("Back up now")
    program.until(lambda: len(backups(program)) >= 1)


def test_a_backup_that_is_not_due_is_not_made(start: Start, environment_home, monkeypatch):
    archive = environment_home / "bienban.sqlite"
    with_record(archive, "Họp")
    with Archive.open(archive) as opened:
        Backups(archive, now=utc_now).make(opened.store)
    monkeypatch.setattr("ui.safekeeping.FIRST_WAIT", 1)
    program = start()
    program.until(lambda: program.application._life.safe._job is None)  # noqa: SLF001
    assert len(backups(program)) == 1
    assert program.window.messages.text == ""


def test_a_second_place_that_is_not_there_is_told(program, tmp_path):
    program.application._preferences.choose(SECOND_BACKUPS, str(tmp_path / "stick"))  # noqa: SLF001
    program.choose("Back up now")
    program.until(lambda: "cannot be reached" in program.window.messages.text)
    assert len(backups(program)) == 1


def test_the_second_place_gets_a_copy(program, tmp_path):
    program.application._preferences.choose(SECOND_BACKUPS, str(tmp_path))  # noqa: SLF001
    program.choose("Back up now")
    program.until(lambda: "A backup was made" in program.window.messages.text)
    assert len(list(tmp_path.glob("*.sqlite"))) == 1


def restoring(program: Program) -> RestoreDialog:
    program.choose("Restore a backup…")
    dialog = program.window.findChild(RestoreDialog)
    program.until(lambda: "Looking inside" not in program.words(dialog))
    return dialog


def test_a_backup_is_looked_into_and_takes_the_place_of_the_archive(program):
    program.choose("Open the sample")
    program.choose("Back up now")
    program.until(lambda: "A backup was made" in program.window.messages.text)
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Huế")
    program.wait_saved()
    dialog = restoring(program)
    assert "1 record" in program.words(dialog)
    assert "Years: 2022" in program.words(dialog)
    program.press_button("Restore this backup", dialog)
    program.until(lambda: "The backup is in the place" in program.window.messages.text)
    assert len(program.listed()) == 1
    assert "Thanh Sơn" in program.listed()[0]
    (kept,) = archive_of(program).path.parent.glob("*-replaced-*.sqlite")
    with Archive.open(kept, write=False) as replaced:
        assert replaced.count() == 2
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Đà Lạt")
    program.wait_saved()


def test_a_file_that_is_no_backup_is_told_and_cannot_be_restored(program, tmp_path):
    (tmp_path / "x.sqlite").write_bytes(b"nothing of the kind" * 100)
    dialog = restoring(program)
    assert "There is no backup yet" in program.words(dialog)
    dialog._on_file_selected(str(tmp_path / "x.sqlite"))  # noqa: SLF001
    program.until(lambda: "is not an archive of minutes" in program.words(dialog))
    with pytest.raises(AssertionError):
        enabled(program, "Restore this backup", dialog)
    dialog.close()


def enabled(program: Program, words: str, dialog) -> None:
    buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
    assert buttons[words].isEnabled()


def test_nothing_is_restored_while_something_is_not_saved(program, monkeypatch, tmp_path):
    with_record(tmp_path / "other.sqlite", "Khác")
    dialog = restoring(program)
    dialog._on_file_selected(str(tmp_path / "other.sqlite"))  # noqa: SLF001
    program.until(lambda: "1 record" in program.words(dialog))
    monkeypatch.setattr(program.desk, "flush", lambda: False)
    program.press_button("Restore this backup", dialog)
    assert "nothing has been restored" in program.window.messages.text
    assert archive_of(program).count() == 0


class Broken:
    """The program on an archive that does not open."""

    def __init__(self, qapp, qtbot, path: Path) -> None:
        self.application = Application(qapp, Options(path, "en"), (WherePage, WhatPage))
        self.program = Program(self.application, qtbot)
        with qtbot.waitSignal(self.application.not_opened):
            self.application.start()

    @property
    def dialog(self) -> StartDialog:
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, StartDialog))

    def end(self) -> None:
        self.application.stop()
        self.application.deleteLater()


@pytest.fixture
def broken(qapp, qtbot):
    made: list[Broken] = []

    def start(path: Path) -> Broken:
        made.append(Broken(qapp, qtbot, path))
        return made[-1]

    yield start
    for each in made:
        each.end()


@pytest.fixture
def damaged(tmp_path) -> Path:
    """An archive whose first page is gone."""
    path = tmp_path / "bienban.sqlite"
    with_record(path, "Họp giao ban")
    content = path.read_bytes()
    path.write_bytes(bytes(4096) + content[4096:])
    return path


def test_what_can_be_read_is_rescued_and_takes_the_place_of_the_damaged_archive(broken, damaged):
    before = damaged.read_bytes()
    run = broken(damaged)
    run.program.press_button("Rescue what can be read…", run.dialog)
    run.program.until(lambda: bool(run.dialog.findChildren(QMessageBox)))
    (box,) = run.dialog.findChildren(QMessageBox)
    assert "1 record was rescued" in box.text()
    assert damaged.read_bytes() == before
    with run.program.qtbot.waitSignal(run.application.ready):
        run.program.press_button("Work with what was rescued", box)
    assert run.program.listed() == ["Họp giao ban"]
    (kept,) = damaged.parent.glob("*-replaced-*.sqlite")
    assert kept.read_bytes() == before


def test_a_backup_can_be_restored_where_the_archive_does_not_open(broken, damaged, tmp_path):
    good = tmp_path / "good.sqlite"
    with_record(good, "Bản sao")
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o700)
    shutil.copy(good, folder / "bienban-20260630-080000.sqlite")
    run = broken(damaged)
    run.program.press_button("Restore a backup…", run.dialog)
    (dialog,) = run.dialog.findChildren(RestoreDialog)
    run.program.until(lambda: "1 record" in run.program.words(dialog))
    with run.program.qtbot.waitSignal(run.application.ready):
        run.program.press_button("Restore this backup", dialog)
    assert run.program.listed() == ["Bản sao"]


def test_a_file_of_which_nothing_can_be_read_is_told_and_the_ways_stay_open(broken, tmp_path):
    path = tmp_path / "bienban.sqlite"
    path.write_bytes(b"Not an archive at all. " * 1000)
    run = broken(path)
    run.program.press_button("Rescue what can be read…", run.dialog)
    run.program.until(lambda: "Nothing of an archive" in run.program.words(run.dialog))
    assert run.dialog.isVisible()


def test_trying_again_opens_what_can_be_opened_by_then(broken, tmp_path):
    folder = tmp_path / "stick"
    folder.write_text("a file where the folder should be")
    run = broken(folder / "bienban.sqlite")
    folder.unlink()
    with run.program.qtbot.waitSignal(run.application.ready):
        run.program.press_button("Try again", run.dialog)
    assert run.program.listed() == []


def test_a_damage_met_while_working_offers_to_mend_it(program):
    program.choose("Open the sample")
    program.application._teller.tell_known(DamagedArchiveError("It is damaged."))  # noqa: SLF001
    program.press_button("Mend it…", program.window.messages)
    dialog = program.window.findChild(StartDialog)
    assert dialog.windowTitle() == "The archive is damaged"
    program.press_button("Later", dialog)
    assert program.window.isVisible()


def test_an_archive_that_another_program_writes_to_is_opened_to_be_read(start: Start, tmp_path):
    path = tmp_path / "shared.sqlite"
    with_record(path, "Họp")
    with Archive.open(path):
        program = start(path)
        assert "Read only." in program.window.notice.text
        assert "is open for writing in another program" in program.window.notice.text
        assert program.listed() == ["Họp"]
        program.desk.open(archive_of(program).entries()[0].id)
        program.choose("1 Where")
        assert program.field("place").isReadOnly()
        assert not program.action("New minutes").isVisible()
        program.choose("Try to open it to write")
        assert "Read only." in program.window.notice.text
    with program.qtbot.waitSignal(program.application.ready):
        program.choose("Try to open it to write")
    assert program.window.notice.text == ""
    program.until(program.window.isActiveWindow)
    program.choose("New minutes")
    program.field("place").setFocus()
    type_text("Huế")
    program.wait_saved()
    assert len(program.listed()) == 2


def test_notices_of_the_opening_are_told(start: Start, environment_home):
    archive = environment_home / "bienban.sqlite"
    with_record(archive, "Họp")
    archive.chmod(0o644)
    program = start()
    assert "now only you can" in program.window.messages.text


def test_a_network_share_is_warned_of_with_the_reason(start: Start, monkeypatch):
    mounts = "//server/minutes / cifs rw 0 0\n"
    monkeypatch.setattr("app.archive.surroundings._said_mounts", lambda: mounts)
    program = start()
    assert "lies on a network share, where a broken connection" in program.window.messages.text


def test_that_others_could_read_the_archive_is_told(start: Start, environment_home):
    archive = environment_home / "bienban.sqlite"
    with_record(archive, "Họp")
    archive.chmod(0o644)
    assert "Other users of this computer could read" in start().window.messages.text

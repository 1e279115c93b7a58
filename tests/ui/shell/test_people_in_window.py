"""The directory of people and a corrected name, in the real window."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTableView,
)

from app.archive.archive import Archive, utc_now
from app.archive.people import People
from app.archive.store import Store
from app.editing.edits import set_field
from app.editing.session import Label
from app.errors import KnownError
from app.language.dates import short_date
from app.minutes.attendees import Attendee, Position
from app.minutes.directory import Person
from app.minutes.place import Place
from app.minutes.record import Minutes, Result
from app.people_file import read_rows, write_people
from tests.ui.keys import press, type_text
from ui.dialogs.busy_dialog import BusyDialog

KEY = Qt.Key
BI_THU = (Position(id="t", title="Bí thư"),)


@pytest.fixture
def archive(program, environment_home):
    """The same archive, read and written beside the program."""
    (path,) = environment_home.rglob("*.sqlite")
    store = Store(path, write=True)
    with Archive(store, None, utc_now, "test") as archive:
        yield archive


@pytest.fixture
def known(archive):
    directory = archive.people
    directory.save(Person(id="k", name="Kiều Như Nguyên", positions=BI_THU, body="Thành ủy"))
    directory.save(Person(id="a", name="Trần Văn An"))
    directory.save(Person(id="d", name="Kieu Nhu Nguyen"))
    return directory


@pytest.fixture
def opened(program, known):
    program.choose("People…")
    return program.dialog("People")


def view(dialog) -> QListView:
    (found,) = (v for v in dialog.findChildren(QListView) if v.accessibleName() == "People")
    return found


def names(dialog) -> list[str]:
    model = view(dialog).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def field(dialog, name: str) -> QLineEdit:
    (found,) = (f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)
    return found


def select(dialog, *rows: int) -> None:
    shown = view(dialog)
    shown.setCurrentIndex(shown.model().index(rows[0], 0))
    for row in rows[1:]:
        index = shown.model().index(row, 0)
        shown.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def answer(dialog, words: str) -> None:
    box = dialog.findChild(QMessageBox)
    next(b for b in box.buttons() if b.text().replace("&", "") == words).click()


def test_people_stand_by_given_name_and_are_found_without_marks(opened):
    assert names(opened) == [
        "Trần Văn An",
        "Kieu Nhu Nguyen",
        "Kiều Như Nguyên – Bí thư (Thành ủy)",
    ]
    type_text("kieu nhu", into=field(opened, "Search the people"))
    assert len(names(opened)) == 2
    opened.close()


def test_positions_are_changed_and_the_old_ones_kept(opened, known):
    select(opened, 2)
    positions = field(opened, "Positions")
    positions.setFocus()
    positions.selectAll()
    type_text("Chủ tịch, Phó Bí thư", into=positions)
    press(KEY.Key_Tab, into=positions)
    person = known.person("k")
    assert [position.title for position in person.positions] == ["Chủ tịch", "Phó Bí thư"]
    (past,) = (w for w in opened.findChildren(QListWidget) if w.accessibleName())
    told = [past.item(row).text() for row in range(past.count())]
    assert told == [f"until {short_date(known.past('k')[0].until)}: Bí thư – Thành ủy"]
    opened.close()


def test_what_is_typed_is_kept_when_another_is_shown_and_at_the_end(opened, known):
    select(opened, 0)
    type_text("Sở Y tế", into=field(opened, "Body"))
    select(opened, 1)
    assert known.person("a").body == "Sở Y tế"
    assert field(opened, "Name").text() == "Kieu Nhu Nguyen"
    type_text("Sở", into=field(opened, "Body"))
    opened.close()
    assert known.person("d").body == "Sở"


def test_somebody_new_is_kept_when_there_is_a_name(program, opened, known):
    program.press_button("New", opened)
    type_text("Sở", into=field(opened, "Body"))
    opened.keep()
    assert len(known.people()) == 3
    type_text("Lê Thị Bình", into=field(opened, "Name"))
    opened.keep()
    assert names(opened)[1] == "Lê Thị Bình (Sở)"
    opened.close()


def test_doubles_are_found_and_merged(program, opened, known):
    opened.findChild(QCheckBox).setChecked(True)
    assert len(names(opened)) == 2
    select(opened, 1, 0)
    program.press_button("Merge…", opened)
    assert "Kieu Nhu Nguyen" in opened.findChild(QMessageBox).text()
    answer(opened, "Merge")
    assert known.person("d") == known.person("k")
    opened.findChild(QCheckBox).setChecked(False)
    assert len(names(opened)) == 2
    opened.close()


def test_merging_one_alone_is_explained(program, opened):
    select(opened, 1)
    program.press_button("Merge…", opened)
    assert "two or more" in program.words(opened)
    opened.close()


def test_people_are_forgotten_when_one_is_sure(program, opened, known):
    select(opened, 0, 1)
    program.press_button("Forget…", opened)
    answer(opened, "Forget")
    assert [person.id for person in known.people()] == ["k"]
    opened.close()


@pytest.fixture(autouse=True)
def own_dialogs():
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def choose_file(program, opened, button: str, path: Path) -> None:
    program.press_button(button, opened)
    program.until(lambda: opened.findChild(QFileDialog) is not None)
    dialog = opened.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_people_are_written_to_a_file(program, opened, tmp_path):
    choose_file(program, opened, "Write to a file…", tmp_path / "x.csv")
    assert [row[0] for row in read_rows(tmp_path / "x.csv")][1:] == [
        "Trần Văn An",
        "Kieu Nhu Nguyen",
        "Kiều Như Nguyên",
    ]
    opened.close()


def cells(dialog) -> set[str]:
    """What the tables of a dialog show."""
    shown = set()
    for table in dialog.findChildren(QTableView):
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                shown.add(str(model.index(row, column).data()))
    return shown


def test_people_are_read_from_a_file_after_a_look(program, opened, known, tmp_path):
    path = tmp_path / "x.csv"
    write_people(
        (
            Person(id="x", name="Trần Văn An", body="Sở"),
            Person(id="y", name="Lê Thị Bình", positions=BI_THU),
            Person(id="z", name="Kiều Như Nguyên", positions=BI_THU),
        ),
        path,
    )
    choose_file(program, opened, "Read a file…", path)
    taking = program.dialog("Read people from a file")
    assert {"Lê Thị Bình", "Bí thư", "Sở"} <= cells(taking)
    taking.accept()
    assert known.person("a").body == "Sở"
    assert [position.title for position in known.called("Lê Thị Bình")[0].positions] == ["Bí thư"]
    assert len(known.people()) == 4
    assert "1 new, 1 changed." in program.words(opened)
    opened.close()


def test_a_file_that_cannot_be_read_is_told(program, opened, tmp_path):
    choose_file(program, opened, "Read a file…", tmp_path / "none.csv")
    assert "could not be read" in program.words(opened)
    opened.close()


def draft(record_id: str, name: str = "Trần Văn An", person_id: str = "") -> Minutes:
    attendee = Attendee(id="p", name=name, person_id=person_id)
    text = Result(id="r", text=f"Đồng chí {name} báo cáo.")
    return Minutes(id=record_id, attendees=(attendee,), results=(text,))


@pytest.fixture
def drafts(program, archive, known):
    for record_id in ("one", "two", "final"):
        archive.add(draft(record_id))
    archive.add(draft("namesake", person_id="d"))
    archive.finish(archive.load("final"))
    program.desk.take(draft("open", person_id="a"))
    return archive


def ask(program, new: str):
    program.choose("Correct a name…")
    dialog = program.dialog("Correct a name")
    program.until(lambda: "Looking" not in program.words(dialog))
    type_text(new, into=field(dialog, "As it should be"))
    return dialog


def listed(dialog) -> QListWidget:
    (found,) = (w for w in dialog.findChildren(QListWidget) if w.accessibleName() == "Other drafts")
    return found


def test_a_name_is_corrected_here_and_in_the_drafts_one_chooses(program, drafts):
    dialog = ask(program, "Trần Văn Ân")
    found = listed(dialog)
    assert found.count() == 2
    for row in range(found.count()):
        if found.item(row).data(Qt.ItemDataRole.UserRole) == "two":
            found.item(row).setCheckState(Qt.CheckState.Checked)
    program.press_button("Correct", dialog)
    program.until(lambda: "1 other draft" in program.window.messages.text)
    assert program.record.attendees[0].name == "Trần Văn Ân"
    assert program.record.results[0].text == "Đồng chí Trần Văn Ân báo cáo."
    corrected = {each: drafts.load(each).attendees[0].name for each in ("one", "two", "final")}
    assert corrected == {"one": "Trần Văn An", "two": "Trần Văn Ân", "final": "Trần Văn An"}
    assert drafts.load("namesake").attendees[0].name == "Trần Văn An"
    assert drafts.people.person("a").name == "Trần Văn Ân"
    assert drafts.people.past("a")[0].name == "Trần Văn An"


def test_correcting_is_one_step_of_undo(program, drafts):
    dialog = ask(program, "Trần Văn Ân")
    dialog.findChild(QCheckBox).setChecked(False)
    program.press_button("Correct", dialog)
    program.until(lambda: "is corrected" in program.window.messages.text)
    assert program.record.results[0].text == "Đồng chí Trần Văn An báo cáo."
    assert program.action("Undo: correct the name Trần Văn An")
    program.choose("Undo")
    assert program.record == draft("open", person_id="a")


def correct(program, drafts: tuple[str, ...]) -> None:
    dialog = ask(program, "Trần Văn Ân")
    for row in range(listed(dialog).count()):
        if listed(dialog).item(row).data(Qt.ItemDataRole.UserRole) in drafts:
            listed(dialog).item(row).setCheckState(Qt.CheckState.Checked)
    program.press_button("Correct", dialog)
    program.until(lambda: "is corrected" in program.window.messages.text)


def test_undo_takes_the_correction_back_in_the_directory_too(program, drafts):
    before = drafts.people.person("a")
    correct(program, ())
    program.choose("Undo")
    program.until(lambda: "again Trần Văn An" in program.window.messages.text)
    assert drafts.people.person("a") == before
    assert drafts.people.past("a") == []
    program.choose("Redo")
    program.until(lambda: "corrected again to Trần Văn Ân" in program.window.messages.text)
    assert drafts.people.person("a").name == "Trần Văn Ân"
    assert [past.name for past in drafts.people.past("a")] == ["Trần Văn An"]


def test_undo_and_redo_in_haste_leave_the_directory_as_the_record_is(program, drafts):
    correct(program, ())
    for _ in range(3):
        program.choose("Undo")
        program.choose("Redo")
    program.choose("Undo")
    program.until(lambda: drafts.people.person("a").name == "Trần Văn An")
    program.until(lambda: program.window.messages.text.startswith("The name is again"))


def test_other_drafts_are_told_of_and_follow_if_one_says_so(program, drafts):
    correct(program, ("one", "two"))
    set_open = drafts.load("two").but(results=())
    drafts.save(set_open)
    program.choose("Undo")
    program.until(lambda: "2 other drafts were corrected with it" in program.window.messages.text)
    assert drafts.load("one").attendees[0].name == "Trần Văn Ân"
    program.press_button("Take it back there too")
    program.until(lambda: "1 other draft follows" in program.window.messages.text)
    assert drafts.load("one") == draft("one")
    assert drafts.load("two") == set_open  # it was worked on since


def test_who_was_changed_since_stays_so(program, drafts):
    correct(program, ())
    now = drafts.people.person("a").but(body="Sở Y tế")
    drafts.people.save(now)
    program.choose("Undo")
    program.until(lambda: "was changed since" in program.window.messages.text)
    assert drafts.people.person("a") == now


def test_nothing_is_taken_back_once_other_minutes_are_open(program, drafts):
    correct(program, ("one",))
    program.choose("Undo")
    program.until(lambda: "1 other draft was corrected" in program.window.messages.text)
    program.desk.open("one")
    assert program.window.messages.text == ""
    assert program.record.attendees[0].name == "Trần Văn Ân"


def test_the_same_name_cannot_be_corrected(program, drafts):
    dialog = ask(program, "Trần Văn An")
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "&Correct")
    assert not button.isEnabled()
    dialog.close()


def test_without_names_there_is_nothing_to_correct(program):
    program.choose("New minutes")
    program.choose("Correct a name…")
    assert "no name to correct" in program.window.messages.text


def test_a_name_is_corrected_from_the_directory(program, drafts):
    program.choose("People…")
    opened = program.dialog("People")
    select(opened, 0)
    program.press_button("Correct the name…", opened)
    dialog = program.dialog("Correct a name")
    assert dialog.findChild(QComboBox).currentText() == "Trần Văn An"
    type_text("Trần Văn Ân", into=field(dialog, "As it should be"))
    program.press_button("Correct", dialog)
    program.until(lambda: drafts.people.person("a").name == "Trần Văn Ân")
    program.until(lambda: "Trần Văn Ân" in names(opened))
    opened.close()
    assert program.record.attendees[0].name == "Trần Văn Ân"


def test_a_corrected_draft_is_saved_right_when_it_is_worked_on_again(program, drafts):
    program.desk.open("one")
    set_name(program, "Trần Văn An Bình")
    set_name(program, "Trần Văn An")
    program.wait_saved()
    program.choose("New minutes")
    program.choose("People…")
    opened = program.dialog("People")
    select(opened, 0)
    program.press_button("Correct the name…", opened)
    dialog = program.dialog("Correct a name")
    program.until(lambda: listed(dialog).count() == 3)
    type_text("Trần Văn Ân", into=field(dialog, "As it should be"))
    for row in range(listed(dialog).count()):
        listed(dialog).item(row).setCheckState(Qt.CheckState.Checked)
    program.press_button("Correct", dialog)
    program.until(lambda: "3 other drafts" in program.window.messages.text)
    opened.close()
    program.desk.open("one")
    assert program.record.attendees[0].name == "Trần Văn Ân"
    set_name(program, "Trần Văn An")
    program.wait_saved()
    assert drafts.load("one").attendees[0].name == "Trần Văn An"


def set_name(program, name: str) -> None:
    place = Place("attendees", "p", "name")
    program.desk.session.edit(set_field(place, name), Label("x"), place)


def test_people_are_gathered_from_minutes_that_are_there(program, archive):
    archive.add(draft("one", "Lê Thị Bình"))
    archive.add(draft("two", "Trần Văn An"))
    program.choose("People…")
    opened = program.dialog("People")
    assert "Nobody is known yet" in program.words(opened)
    program.press_button("From the minutes", opened)
    program.until(lambda: "2 people added." in program.words(opened))
    assert names(opened) == ["Trần Văn An", "Lê Thị Bình"]
    program.press_button("From the minutes", opened)
    program.until(lambda: "Everybody is known already." in program.words(opened))
    opened.close()


def test_why_nobody_could_be_gathered_is_told(program, archive, monkeypatch):
    def broken(_self):
        raise KnownError("The archive is gone.")

    monkeypatch.setattr("ui.gathering.Gatherer._gather", broken)
    program.choose("People…")
    opened = program.dialog("People")
    program.press_button("From the minutes", opened)
    program.until(lambda: "The archive is gone." in program.words(opened))
    opened.close()


def test_gathering_tells_how_far_it_is_and_can_be_stopped(program, archive, monkeypatch):
    for number in range(12):
        archive.add(draft(f"m{number:02}", f"Lê Thị {'ABCDEGHIKLMN'[number]}"))
    begun, go_on = Event(), Event()
    remember = People.remember

    def slow(people, record, new_id):
        begun.set()
        assert go_on.wait(60)
        return remember(people, record, new_id)

    monkeypatch.setattr(People, "remember", slow)
    program.choose("People…")
    opened = program.dialog("People")
    program.press_button("From the minutes", opened)
    (busy,) = opened.findChildren(BusyDialog)
    program.until(begun.is_set)
    program.until(lambda: busy.findChild(QProgressBar).maximum() == 12)
    press(Qt.Key.Key_Escape, into=busy)
    assert busy.isVisible()  # it ends when what is begun is done
    go_on.set()
    program.until(lambda: "Stopped before the end. 1 person added." in program.words(opened))
    assert len(archive.people.people()) == 1
    opened.close()

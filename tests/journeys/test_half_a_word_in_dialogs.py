"""A word that is still being composed in a dialog, when something happens there.

Every field of every dialog: while the record saves itself, when another field is gone to. Then what
each dialog keeps when it is closed, or its button pushed, in the middle of a word.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.minutes.directory import Person
from app.settings.declared import SECOND_BACKUPS
from tests.journeys.test_half_a_word import WORD, press_end
from tests.ui.every_dialog import SCENES
from tests.ui.keys import commit, compose
from tests.ui.looks.stage import Look, Stage
from ui.widgets.read_field import ReadField
from ui.widgets.table_view import TableView

FEWEST = 28
"""Fields of all dialogs: raise it when they grow."""
OFFICE_FIELDS = ("Issuing body", "Usual secretary", "Recipients")
PERSON_FIELDS = ("Name", "Positions", "Body")
STEPS = tuple(WORD[: end + 1] for end in range(len(WORD)))


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qapp, tmp_path / "home", Look("en"), None)
    opened = made.application._opened  # noqa: SLF001
    opened.archive.people.save(Person(id="p", name="Lê Thị Bình"))
    yield made
    made.stop()


def fields(dialog: QDialog) -> list[QWidget]:
    """Where one can type words: numbers have no input method."""
    return [
        field
        for field in dialog.findChildren(QWidget)
        if isinstance(field, QLineEdit | QPlainTextEdit)
        and not isinstance(field.parent(), QAbstractSpinBox | QFileDialog)
        and field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
    ]


def text_of(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


def words_in(dialog: QDialog, name: str) -> QWidget:
    """The field with an accessible name, with the cursor at its end."""
    field = next(each for each in fields(dialog) if each.accessibleName() == name)
    field.setFocus()
    press_end(field)
    return field


def push(dialog: QDialog, words: str) -> None:
    (button,) = (
        each
        for each in dialog.findChildren(QAbstractButton)
        if each.text().replace("&", "") == words and each.isVisible()
    )
    button.click()  # the keys stay where they are: the word is not ended by leaving


def push_default(dialog: QDialog) -> None:
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.isDefault())
    button.click()


def open_dialog(stage: Stage, name: str) -> QDialog:
    scene = next(scene for scene in SCENES if scene.name == name)
    scene.open(stage)
    dialog = stage.dialog(scene.kind)
    dialog.activateWindow()
    stage.settle()
    return dialog


def test_a_word_in_any_dialog_outlives_saving_and_leaving(stage: Stage) -> None:
    seen = 0
    for scene in SCENES:
        stage.open_sample()
        dialog = open_dialog(stage, scene.name)
        for field in fields(dialog):
            seen += 1
            told = scene.name, field.accessibleName()
            field.setFocus()
            press_end(field)
            compose(*STEPS, into=field)
            assert stage.application.flush()
            assert field._composed == WORD, told  # type: ignore[attr-defined]  # noqa: SLF001
            commit(WORD, into=field)
            assert text_of(field).count(WORD) == 1, told
            if isinstance(field, QLineEdit):
                field.clear()
                field.textEdited.emit("")
            else:
                field.clear()  # type: ignore[attr-defined]
            compose(*STEPS, into=field)
            field.clearFocus()
            assert text_of(field).count(WORD) == 1, told
            if isinstance(field, ReadField):
                field.forget()
        stage.close_dialogs()
    assert seen >= FEWEST


def an_office_is_kept(stage: Stage, name: str) -> None:
    dialog = open_dialog(stage, "offices")
    before = repr(stage.application._offices.all()).count(WORD)  # noqa: SLF001
    words_in(dialog, name)
    compose(*STEPS)
    dialog.close()
    (office,) = stage.application._offices.all()  # noqa: SLF001
    assert repr(office).count(WORD) == before + 1


def a_person_is_kept(stage: Stage, name: str) -> None:
    people = stage.application._opened.archive.people  # noqa: SLF001
    before = repr(people.person("p")).count(WORD)
    dialog = open_dialog(stage, "people")
    dialog.read()  # type: ignore[attr-defined]
    dialog._select(people.person("p"))  # type: ignore[attr-defined]  # noqa: SLF001
    words_in(dialog, name)
    compose(*STEPS)
    dialog.close()
    assert repr(people.person("p")).count(WORD) == before + 1


def people_are_searched_for_a_word_that_is_composed(stage: Stage) -> None:
    dialog = open_dialog(stage, "people")
    words_in(dialog, "Search the people")
    compose("b", "bi", "bin")
    assert dialog._model.rowCount() == 1  # type: ignore[attr-defined]  # noqa: SLF001
    compose("binz")
    assert dialog._model.rowCount() == 0  # type: ignore[attr-defined]  # noqa: SLF001
    compose("")
    assert dialog._model.rowCount() > 0  # type: ignore[attr-defined]  # noqa: SLF001


def a_setting_is_kept_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "settings")
    folder = Path.cwd()
    field = words_in(dialog, "Second place for backups")
    commit(f"{folder}/")
    compose(*STEPS)
    dialog.close()
    assert field is not None
    assert stage.application._preferences[SECOND_BACKUPS] == f"{folder}/{WORD}"  # noqa: SLF001


def an_abbreviation_is_kept_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "abbreviations")
    view = dialog.findChild(TableView)
    view.add_row()
    commit("bb")
    view.edit_cell(0, 1)
    compose(*STEPS)
    push(dialog, "Save")
    assert stage.application._typing.table == {"bb": WORD}  # noqa: SLF001


def what_is_looked_for_and_put_there_has_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "find")
    found = words_in(dialog, "Find")
    found.clear()  # type: ignore[attr-defined]
    compose("p", "ph", "phường")
    words_in(dialog, "Replace with")
    compose(*STEPS)
    push(dialog, "Replace all")
    assert "phường" not in repr(stage.record.speeches)
    assert WORD in repr(stage.record.speeches)


def looking_for_the_next_takes_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "find")
    found = words_in(dialog, "Find")
    found.clear()  # type: ignore[attr-defined]
    found.textEdited.emit("")  # type: ignore[attr-defined]
    compose(*STEPS)
    push(dialog, "Find next")
    assert dialog.wanted.text == WORD  # type: ignore[attr-defined]


def a_task_is_marked_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "register")
    model = dialog._model  # type: ignore[attr-defined]  # noqa: SLF001
    while not model.rowCount():
        stage.settle()
    task = model.task(0)
    words_in(dialog, "Note on the task")
    compose(*STEPS)
    push(dialog, "Mark as done")
    archive = stage.application._opened.archive  # noqa: SLF001
    assert stage.application.flush()
    told = repr(archive.load(task.record_id)), repr(archive.register.noted(task.record_id))
    assert sum(each.count(f"'{WORD}'") for each in told) == 1


def a_reason_is_kept_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "reopen")
    reasons: list[str] = []
    dialog.reopen_chosen.connect(reasons.append)  # type: ignore[attr-defined]
    words_in(dialog, "Reason")
    compose(*STEPS)
    push_default(dialog)
    assert reasons == [WORD]


def a_review_is_noted_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "review")
    words_in(dialog, "Note")
    commit("Bí thư xem")
    words_in(dialog, "Sent to")
    compose(*STEPS)
    push_default(dialog)
    (review,) = stage.application._opened.archive.reviews.of(stage.record.id)  # noqa: SLF001
    assert (review.sent.sent_to, review.sent.note) == (WORD, "Bí thư xem")


def a_name_is_corrected_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "name")
    words_in(dialog, "As it should be")
    commit(" ")
    compose(*STEPS)
    push_default(dialog)
    assert sum(WORD in each.name for each in stage.record.attendees) == 1


def a_report_is_copied_with_the_word(stage: Stage) -> None:
    dialog = open_dialog(stage, "problem")
    words_in(dialog, "What were you doing? (It goes into the report if you like.)")
    compose(*STEPS)
    push(dialog, "Copy the report")
    assert QGuiApplication.clipboard().text().count(WORD) == 1


KEEP: tuple[Callable[[Stage], None], ...] = (
    *(partial(an_office_is_kept, name=name) for name in OFFICE_FIELDS),
    *(partial(a_person_is_kept, name=name) for name in PERSON_FIELDS),
    people_are_searched_for_a_word_that_is_composed,
    a_setting_is_kept_with_the_word,
    an_abbreviation_is_kept_with_the_word,
    what_is_looked_for_and_put_there_has_the_word,
    looking_for_the_next_takes_the_word,
    a_task_is_marked_with_the_word,
    a_reason_is_kept_with_the_word,
    a_review_is_noted_with_the_word,
    a_name_is_corrected_with_the_word,
    a_report_is_copied_with_the_word,
)


def test_each_dialog_keeps_the_word_that_is_being_composed(stage: Stage) -> None:
    for keep in KEEP:
        keep(stage)
        stage.close_dialogs()

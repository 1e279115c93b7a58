"""Walks over every page and dialog: what is cut off, faint, unreachable, unnamed or in English.

One run of the program for each language and size; both themes and all dialogs in it.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget
from shiboken6 import Shiboken

from app.language.catalogue import load_catalogue
from app.paths import resources_folder
from tests.guards.source import modules
from tests.ui.every_dialog import SCENES
from tests.ui.keys import press
from tests.ui.looks import reaching, seeing
from tests.ui.looks.speaking import Doubled, english_left
from tests.ui.looks.stage import Look, Stage
from tests.ui.looks.walking import every_page, every_window

Question = Callable[[QWidget], list[str]]
ROOM: tuple[Question, ...] = (
    seeing.cut_off,
    seeing.beyond_what_holds_it,
    seeing.off_screen,
    seeing.sideways,
)
"""What is asked of words of double length too."""
SEEN: tuple[Question, ...] = (
    *ROOM,
    seeing.on_top_of_others,
    seeing.restless_heads,
    seeing.other_letters,
    seeing.faint,
)
REACHED: tuple[Question, ...] = (
    reaching.nameless,
    reaching.undescribed,
    reaching.doubled_mnemonics,
    reaching.out_of_order,
    reaching.turned_by_the_wheel,
)
ASKED_BY_QT = ("QMessageBox", "MessageBox")
"""Dialogs that are no classes of ours."""


@pytest.fixture
def stage(qapp, tmp_path, request) -> Iterator[Stage]:
    made = Stage(qapp, tmp_path / "home", *getattr(request, "param", (Look(), None)))
    yield made
    made.stop()


def doubled() -> Doubled:
    return Doubled(load_catalogue(resources_folder() / "catalogues", "vi"))


def complaints(stage: Stage, *questions: Question) -> list[str]:
    return [
        f"{name}: {question.__name__}: {complaint}"
        for name, window in every_window(stage)
        for question in questions
        for complaint in question(window)
    ]


def by_escape(dialog: QDialog) -> None:
    press(Qt.Key.Key_Escape, into=dialog)


def by_button(dialog: QDialog) -> None:
    """Push Cancel, Close or Stop, where there is one."""
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            if box.buttonRole(button) is QDialogButtonBox.ButtonRole.RejectRole:
                button.click()
                return
    dialog.close()


@pytest.mark.parametrize(
    "stage",
    [(Look(language, size), None) for language in ("vi", "en") for size in (100, 200)],
    ids=["vi-100", "vi-200", "en-100", "en-200"],
    indirect=True,
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_seen(stage, theme):
    stage.choose_theme(theme)
    assert complaints(stage, *SEEN) == []


@pytest.mark.parametrize(
    "stage", [(Look(language), None) for language in ("vi", "en")], ids=["vi", "en"], indirect=True
)
def test_everything_can_be_reached_and_told(stage):
    assert complaints(stage, *REACHED) == []


@pytest.mark.parametrize(
    "stage",
    [(Look(size=size), doubled()) for size in (100, 200)],
    ids=["100", "200"],
    indirect=True,
)
def test_words_of_double_length_are_not_cut_off(stage):
    assert complaints(stage, *ROOM) == []


@pytest.mark.parametrize("leave", [by_escape, by_button, QDialog.close])
def test_every_dialog_can_be_left(stage, leave):
    stuck = []
    for scene in SCENES:
        scene.open(stage)
        dialog = stage.dialog(scene.kind)
        leave(dialog)
        stage.settle()
        if scene.kind != "BusyDialog" and Shiboken.isValid(dialog) and dialog.isVisible():
            stuck.append(scene.name)
            dialog.done(0)
        stage.close_dialogs()
    assert stuck == []


@pytest.mark.parametrize("stage", [(Look(size=200), None)], ids=["200"], indirect=True)
def test_a_panel_that_had_no_room_at_first_comes_as_wide_as_its_words(stage):
    archive = stage.window.archive
    assert not archive.isVisible()
    stage.window.actions_by_name["archive_panel"].trigger()
    stage.settle()
    assert archive.width() > archive.minimumSizeHint().width()
    assert archive.width() > archive.fontMetrics().averageCharWidth() * 30


def test_no_page_of_the_narrowest_window_is_scrolled_sideways(stage):
    stage.window.resize(stage.window.minimumSizeHint())
    complaints = [
        (name, said) for name, seen in every_page(stage) if (said := seeing.sideways(seen))
    ]
    assert complaints == []
    assert stage.window.width() < 800, "it was not narrow"


@pytest.mark.parametrize("stage", [(Look(size=200), None)], ids=["200"], indirect=True)
def test_pages_stand_well_on_a_4k_screen(stage):
    stage.window.resize(3840, 2160)
    found = [
        (name, question.__name__, complaint)
        for name, seen in every_page(stage)
        for question in ROOM
        if question is not seeing.off_screen  # the screen of the tests is small
        for complaint in question(seen)
    ]
    assert found == []
    assert stage.window.width() == 3840


def test_no_english_is_left(stage, catalogue_pairs):
    def english(window: QWidget) -> list[str]:
        return english_left(window, catalogue_pairs)

    assert complaints(stage, english) == []


@pytest.fixture(scope="module")
def catalogue_pairs() -> dict[str, str]:
    """Every English text of the program, and what it is in Vietnamese."""
    texts = load_catalogue(resources_folder() / "catalogues", "vi")
    strings = {
        node.value
        for module in modules()
        if module.name.startswith(("ui", "app"))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text.replace("&", ""): texts(text).replace("&", "") for text in strings if text}


def test_every_dialog_has_its_row():
    """A dialog that is not in `every_dialog.py` is looked at by nobody."""
    made = {
        node.name
        for module in modules()
        if module.name.startswith("ui.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and any(getattr(base, "id", "") in ("QDialog", "MessageBox") for base in node.bases)
    }
    assert len(made) > 10
    assert made - {scene.kind for scene in SCENES} == set()


def test_pictures_have_names_of_their_own():
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))


def test_the_walk_opens_what_it_says(stage):
    seen = {name: window for name, window in every_window(stage) if isinstance(window, QDialog)}
    assert set(seen) == {scene.name for scene in SCENES}


def test_the_makers_of_pictures_write_every_sight(qapp, tmp_path):
    from tests.ui.looks.__main__ import draw

    draw(qapp, tmp_path / "out", [Look("vi", 100)], tmp_path / "home")
    folder = tmp_path / "out"
    assert (folder / "light.png").exists()
    assert (folder / "dark.png").exists()
    drawn = {path.name for path in Path(folder / "light" / "vi-100").glob("*.png")}
    assert {f"{scene.name}.png" for scene in SCENES} < drawn


def test_the_maker_of_the_guides_pictures_draws_all_that_the_guide_shows(
    qapp, tmp_path, monkeypatch
):
    from tests.ui.looks import help_pictures

    drawn: set[str] = set()
    monkeypatch.setattr(help_pictures, "_keep", lambda _picture, path: drawn.add(path.name))
    help_pictures.draw(qapp, tmp_path, tmp_path / "home")
    guide = (resources_folder() / "help" / "huong-dan.md").read_text("utf-8")
    shown = re.findall(r"\(pictures/([^)]+)\)", guide)
    assert shown
    assert set(shown) <= drawn

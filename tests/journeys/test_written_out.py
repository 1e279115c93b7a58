"""An abbreviation of the office's, typed in every field of pages and dialogs where one writes.

It is written out wherever running text is typed, given back by Backspace, and left alone while it
is composed, where the key has switched it off, and where something is searched or chosen.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import Hands, Start
from tests.journeys.test_half_a_word import READ, Target, press_end, targets
from tests.journeys.test_half_a_word_in_dialogs import fields, open_dialog
from tests.ui.keys import commit, compose, press, type_text
from tests.ui.looks.stage import Look, Stage
from ui.widgets.helped import Helped

SHORT, LONG = "đcz", "đồng chí"
FEWEST_FIELDS, FEWEST_CELLS, FEWEST_OF_DIALOGS = 27, 26, 24
"""Raise them when the forms grow: a test that looks at nothing always passes."""

DIALOGS = ("offices", "review", "reopen", "register", "name")
"""Those in which running text is typed."""


def tail(field: QWidget, length: int) -> str:
    """What stands before the cursor, which is at the end of what was typed."""
    words = field.words_before()  # type: ignore[attr-defined]
    return str(words)[-length:]


def written_out_and_back(field: QWidget, told: object) -> None:
    press_end(field)
    type_text(f" {SHORT} ", into=field)
    assert tail(field, 10) == f" {LONG} ", told
    press(Qt.Key.Key_Backspace, into=field)
    assert tail(field, 5) == f" {SHORT} ", told
    type_text("x ", into=field)
    assert tail(field, 7) == f" {SHORT} x ", told


def left_alone_while_composed(field: QWidget, told: object) -> None:
    type_text(SHORT, into=field)
    compose("v", "vi", into=field)
    field.expand_word()  # type: ignore[attr-defined]
    assert tail(field, 3) == SHORT, told
    commit("", into=field)


def looked_at(field: QWidget, told: object) -> None:
    written_out_and_back(field, told)
    left_alone_while_composed(field, told)


def switched_off(field: QWidget, told: object) -> None:
    press(Qt.Key.Key_F12, into=field)
    press_end(field)
    type_text(f" {SHORT} ", into=field)
    press(Qt.Key.Key_F12, into=field)
    assert tail(field, 5) == f" {SHORT} ", told


@pytest.fixture
def hands(start: Start, tmp_path: Path) -> Hands:
    hands = start(tmp_path / "bienban.sqlite")
    hands.application.window.actions_by_name["open_sample"].trigger()
    hands.application._typing.keep({SHORT: LONG})  # noqa: SLF001
    return hands


def test_in_every_field_and_cell_of_the_pages(hands: Hands) -> None:
    seen: list[Target] = []
    for target in list(targets(hands)):
        hands.page(target.page)
        field = target.focus()
        if not isinstance(field, Helped) or not field.expands or target.word in READ.values():
            continue
        seen.append(target)
        looked_at(field, target)
        switched_off(field, target)
    assert sum(target.column < 0 for target in seen) >= FEWEST_FIELDS
    assert sum(target.column >= 0 for target in seen) >= FEWEST_CELLS


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qapp, tmp_path / "home", Look("en"), None)
    made.application._typing.keep({SHORT: LONG})  # noqa: SLF001
    yield made
    made.stop()


def test_in_every_field_of_the_dialogs(stage: Stage) -> None:
    seen = []
    for name in DIALOGS:
        stage.open_sample()
        dialog = open_dialog(stage, name)
        for field in fields(dialog):
            told = name, field.accessibleName()
            field.setFocus()
            if isinstance(field, Helped) and field.expands:
                seen.append(told)
                looked_at(field, told)
        stage.close_dialogs()
    assert len(seen) >= FEWEST_OF_DIALOGS

"""Walks through every page and dialog of a program that is running."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.ui.every_dialog import SCENES
from tests.ui.looks.stage import Stage


def every_window(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The name of each sight and what is seen: the start page, the pages, the dialogs."""
    yield from every_page(stage)
    stage.go_to(1)
    yield from every_dialog(stage)
    stage.act("welcome")
    stage.settle()
    yield "start_page", stage.window


def every_page(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The window at each page of the form."""
    for row, page in enumerate(stage.window.pages.all_pages()):
        stage.go_to(row)
        stage.settle()
        yield f"page_{row + 1}_{type(page).__name__.removesuffix('Page').lower()}", stage.window


def every_dialog(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Each dialog, opened as its row says, and closed again."""
    for scene in SCENES:
        scene.open(stage)
        yield scene.name, stage.dialog(scene.kind)
        stage.close_dialogs()

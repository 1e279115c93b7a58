"""Walks through every page and dialog of a program that is running."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.every_dialog import SCENES
from tests.ui.looks.stage import Stage
from ui.main_window import PANELS
from ui.widgets.message_bar import Choice
from ui.widgets.read_only import set_read_only


def every_window(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The name of each sight and what is seen: the pages, panels, dialogs, the start page."""
    yield from every_page(stage)
    yield from every_panel(stage)
    yield from every_bar(stage)
    yield from every_search(stage)
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


def every_panel(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The window with each panel alone beside the page, which large letters may have folded away;
    and with as many as the screen has room for."""
    actions = [stage.window.actions_by_name[name] for name in PANELS]
    before = [action.isChecked() for action in actions]
    for panel, shown in zip(PANELS, actions, strict=True):
        for action in actions:
            if action.isChecked() is not (action is shown):
                action.trigger()
        stage.settle()
        yield panel, stage.window
    for action in reversed(actions):
        action.setChecked(True)
        stage.settle()
    yield "panels", stage.window
    for action, was in zip(actions, before, strict=True):
        if action.isChecked() is not was:
            action.trigger()


def every_bar(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The window with what may stand above its pages."""
    window, texts, path = stage.window, stage.texts, Path("D:/Biên bản/Biên bản.docx")
    window.messages.tell(
        texts("Exported to {path}.", path=path),
        Choice(texts("Open"), stage.settle),
        Choice(texts("Show in folder"), stage.settle),
    )
    names = ("send_for_review", "attachments", "finish")
    told = texts("In review: sent to {to} on {date}.", to="Văn phòng", date="12/5/2022")
    window.notice.tell(told, [window.actions_by_name[name] for name in names])
    stage.settle()
    yield "bars", window
    window.messages.dismiss()
    window.notice.tell("")


def every_search(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The window with words looked for in the archive, which are marked in its list; and finished
    minutes, which can only be read."""
    window = stage.window
    panel, field = window.actions_by_name["archive_panel"], window.archive.findChild(QLineEdit)
    was = panel.isChecked()
    panel.setChecked(True)
    field.setText("phuong")
    stage.settle()
    yield "search", window
    field.clear()
    panel.setChecked(was)
    window.pages.go_to(len(window.pages.kinds) - 1)
    set_read_only(window.pages.currentWidget(), True)
    stage.settle()
    yield "finished", window
    set_read_only(window.pages.currentWidget(), False)


def every_dialog(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Each dialog, opened as its row says, and closed again."""
    for scene in SCENES:
        scene.open(stage)
        yield scene.name, stage.dialog(scene.kind)
        stage.close_dialogs()

"""Every key of the program, gathered from where keys are declared: menus, pages, tables, fields."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence

from app.language.catalogue import Catalogue
from app.marking import N_
from ui.actions import ACTIONS, MENUS, MenuRow
from ui.main_window import MainWindow
from ui.widgets.form_rows import plain_label


class Shortcut(NamedTuple):
    """Where a key works, what it does, and the key as it is printed on the keyboard."""

    where: str
    what: str
    keys: str


TABLES, TEXTS = N_("In tables"), N_("In texts")
BUILT_IN: Sequence[tuple[str, str, str]] = (
    (TABLES, N_("Type into the cell, over what it says"), N_("any letter")),
    (TABLES, N_("Change what the cell says"), "F2"),
    (TABLES, N_("Next cell; next row"), "Tab; Enter"),
    (TABLES, N_("Stop typing in the cell"), "Esc"),
    (TABLES, N_("Move the chosen rows"), "Alt+Up; Alt+Down"),
    (TABLES, N_("Copy and paste rows"), "Ctrl+C; Ctrl+V"),
    (TEXTS, N_("Next field; field before"), "Tab; Shift+Tab"),
    (TEXTS, N_("Take back what was written out"), "Backspace"),
    (TEXTS, N_("Larger and smaller letters"), N_("Ctrl+wheel")),
)
"""Keys that widgets know by themselves."""
BY_LETTERS = N_("Alt, then {menu}, then {entry}")
INSIDE = N_("{menu}, then {inside}")
"""The letter of a menu, and that of a menu inside it."""


def all_shortcuts(window: MainWindow, texts: Catalogue) -> list[Shortcut]:
    """All keys, in the order of the menus, the sections and the pages."""
    found = [row for menu in MENUS for row in _of_menu(window, texts, menu)]
    found += _of_sections(window, texts)
    for page in window.pages.all_pages():
        where = texts(page.title)
        actions = page.findChildren(QAction)
        found += [Shortcut(where, _words(each), _told(each)) for each in actions if _told(each)]
    found += [Shortcut(texts(where), texts(what), texts(keys)) for where, what, keys in BUILT_IN]
    return list(dict.fromkeys(found))


def _of_menu(
    window: MainWindow, texts: Catalogue, menu: MenuRow, above: str = ""
) -> Iterator[Shortcut]:
    """The entries of a menu; `above` are the letters that lead to the menu that it is in."""
    title = texts(menu.title)
    letters = _letter(title)
    if above and letters:
        letters = texts(INSIDE, menu=above, inside=letters)
    messages = {row.name: row.text for row in ACTIONS}
    for entry in menu.entries:
        if isinstance(entry, MenuRow):
            yield from _of_menu(window, texts, entry, letters)
        elif entry != "-" and window.actions_by_name[entry].isVisible():
            words = texts(messages[entry])
            keys = _told(window.actions_by_name[entry]) or _by_letters(texts, letters, words)
            yield Shortcut(plain_label(title), plain_label(words).rstrip("…"), keys)


def _of_sections(window: MainWindow, texts: Catalogue) -> Iterator[Shortcut]:
    for action in window.sections.actions():
        yield Shortcut(texts("Sections"), _words(action), _told(action))


def _by_letters(texts: Catalogue, menu: str, entry: str) -> str:
    """How an entry without a key is reached: by the letters that are underlined."""
    letter = _letter(entry)
    return texts(BY_LETTERS, menu=menu, entry=letter) if menu and letter else ""


def _letter(label: str) -> str:
    """The letter of a label that is underlined, or ""."""
    _, _, after = label.partition("&")
    return after[:1].upper()


def _words(action: QAction) -> str:
    return plain_label(action.text()).rstrip("…")


def _told(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return "; ".join(keys.toString(form) for keys in action.shortcuts() if not keys.isEmpty())

"""The table of actions: each can be reached, no two share a key, each has its method."""

from collections import Counter

import pytest

from ui.actions import ACTIONS, EXPORT, MENUS, PAPER, TOOLBAR, MenuRow
from ui.commands import SETS
from ui.commands.commands import class_of


def named(rows):
    for row in rows:
        if isinstance(row, MenuRow):
            yield from named(row.entries)
        else:
            yield row


def test_every_action_has_one_method():
    named = Counter(action for row in SETS for action in row.actions)
    assert named == Counter(row.name for row in ACTIONS)
    assert [
        (row.name, action)
        for row in SETS
        for action in row.actions
        if not callable(getattr(class_of(row), action, None))
    ] == []


def test_every_action_stands_in_a_menu_and_all_named_exist():
    names = {row.name for row in ACTIONS}
    in_menus = set(named(MENUS)) - {"-"}
    assert in_menus | set(EXPORT) | {"paper"} == names  # "paper" opens a menu of the toolbar
    assert set(TOOLBAR) - {"-"} <= names


def test_no_key_does_two_things():
    keys = Counter(key for row in ACTIONS for key in row.keys)
    assert not [key for key, count in keys.items() if count > 1]
    assert not {f"Ctrl+{digit}" for digit in range(1, 9)} & set(keys)


def test_every_action_has_a_mnemonic():
    assert all("&" in row.text for row in ACTIONS)


@pytest.mark.parametrize("language", ["vietnamese", "texts"])
def test_no_two_entries_of_a_menu_share_a_mnemonic(language, request):
    speak = request.getfixturevalue(language)
    texts = {row.name: row.text for row in ACTIONS}
    for menu in [*MENUS, MenuRow("", EXPORT), MenuRow("", PAPER)]:
        entries = [e.title if isinstance(e, MenuRow) else texts.get(e, "") for e in menu.entries]
        letters = Counter(mnemonic(speak(entry)) for entry in entries if entry)
        assert not [letter for letter, count in letters.items() if count > 1], menu.title


def test_no_two_menus_share_a_mnemonic_in_vietnamese(vietnamese):
    letters = Counter(mnemonic(vietnamese(menu.title)) for menu in MENUS)
    assert max(letters.values()) == 1


def mnemonic(text: str) -> str:
    return text[text.index("&") + 1].casefold()


def test_the_mnemonics_of_menus_can_be_typed(vietnamese):
    """A letter with a mark is no key: Alt and "ớ" cannot be held down together."""
    letters = {mnemonic(vietnamese(row.text)) for row in ACTIONS}
    letters |= {mnemonic(vietnamese(menu.title)) for menu in MENUS}
    assert not [letter for letter in letters if not letter.isascii()]

"""Which way things flow: who may import whom. The table is the rule, the rest looks it up."""

import sys
from typing import NamedTuple

import pytest

from app.paths import resources_folder
from tests.guards.source import Import, Module, is_within, modules

# Raise it when the program has grown by half: a guard that looks at nothing always passes.
FEWEST_IMPORTS = 400


class Rule(NamedTuple):
    """Modules `within` a package may not import any of `forbidden`."""

    within: str
    forbidden: tuple[str, ...]
    hint: str
    excepted: tuple[str, ...] = ()


class Closed(NamedTuple):
    """Modules `within` a package import themselves, these, and the standard library only."""

    within: str
    allowed: tuple[str, ...]
    hint: str


EDGES = ("app.__main__", "app.cli", "ui.__main__", "ui.application")
WORLD = (
    "os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "socket", "subprocess", "threading",
    "time", "random", "secrets", "uuid",
)  # fmt: skip

CLOSED = (
    Closed(
        "app.minutes",
        ("app.errors", "app.marking", "msgspec"),
        "The record knows the standard library and msgspec only; what it needs is passed in.",
    ),
    Closed(
        "app.language",
        ("app.errors", "app.marking", "babel"),
        "Language is a leaf: it knows words and numbers, not minutes.",
    ),
    Closed(
        "app.editing",
        ("app.errors", "app.marking", "app.minutes", "app.language"),
        "A session turns records into records; whoever wires it saves them and makes the ids.",
    ),
    Closed(
        "app.telling",
        ("app.errors", "app.marking", "app.minutes", "app.language"),
        "Two records go in, sentences come out: nothing else is needed for that.",
    ),
    Closed(
        "app.settings",
        ("app.errors", "app.marking", "app.minutes", "app.owned", "msgspec"),
        "Settings say what was chosen; what follows from it is for those who read them.",
    ),
)

RULES = (
    Rule(
        "app",
        ("PySide6", "shiboken6", "ui"),
        "The program runs without a window: this belongs in ui.",
    ),
    Rule(
        "app.minutes",
        WORLD,
        "No clock, chance or disk in the record: let the edge make it and pass it in.",
    ),
    Rule(
        "app.archive",
        ("app.documents", "app.word", "app.editing"),
        "The archive knows the record only.",
    ),
    Rule(
        "app.archive",
        ("app.handing",),
        "The archive keeps records; how they travel is for those who send them.",
    ),
    Rule(
        "app.handing",
        ("app.documents", "app.word", "app.editing"),
        "What is handed over is the record and its files, before any document.",
    ),
    Rule(
        "app.documents",
        ("app.archive", "app.word", "app.editing"),
        "A document is an outline made from a record, before any Word or SQLite.",
    ),
    Rule(
        "app.word",
        ("app.archive", "app.editing"),
        "Word knows outlines, and where they come from only through app.documents.",
    ),
    Rule(
        "app",
        ("docx", "lxml"),
        "Only app.word knows Open XML.",
        excepted=("app.word",),
    ),
    Rule(
        "app",
        ("sqlite3", "sqlite_utils"),
        "Only app.archive knows SQLite.",
        excepted=("app.archive",),
    ),
    Rule(
        "app",
        ("click",),
        "Only the command line speaks click.",
        excepted=EDGES,
    ),
    Rule(
        "app",
        ("app.cli", "app.__main__"),
        "Nothing below the command line knows of it.",
        excepted=EDGES,
    ),
    Rule(
        "ui",
        ("app.cli", "app.__main__", "docx", "lxml", "sqlite3", "sqlite_utils", "click", "babel"),
        "The window asks app for this.",
    ),
    Rule(
        "ui.widgets",
        ("app", "ui.pages", "ui.models", "ui.dialogs", "ui.preview", "ui.main_window"),
        "A widget knows Qt, not minutes: pass in what it shows, and let the page connect it.",
    ),
    Rule(
        "ui",
        ("ui.application", "ui.__main__"),
        "Only the edge wires: take what you need in the constructor.",
        excepted=EDGES,
    ),
)


@pytest.fixture(scope="module")
def program() -> list[Module]:
    return modules()


@pytest.fixture(scope="module")
def imports(program: list[Module]) -> list[Import]:
    return [found for module in program for found in module.imports()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.within}-{rule.forbidden[0]}")
def test_nothing_forbidden_is_imported(imports: list[Import], rule: Rule) -> None:
    broken = [
        found
        for found in imports
        if is_within(found.module, rule.within)
        and not any(is_within(found.module, name) for name in rule.excepted)
        and any(is_within(found.wanted, name) for name in rule.forbidden)
    ]
    assert not broken, _complaint(broken, rule.hint)


@pytest.mark.parametrize("rule", CLOSED, ids=lambda rule: rule.within)
def test_only_what_is_allowed_is_imported(imports: list[Import], rule: Closed) -> None:
    allowed = (rule.within, *rule.allowed)
    broken = [
        found
        for found in imports
        if is_within(found.module, rule.within)
        and found.wanted.partition(".")[0] not in sys.stdlib_module_names
        and not any(is_within(found.wanted, name) for name in allowed)
    ]
    assert not broken, _complaint(broken, rule.hint)


@pytest.mark.parametrize("package", sorted({rule.within for rule in (*RULES, *CLOSED)}))
def test_rules_speak_of_what_exists(program: list[Module], package: str) -> None:
    assert any(is_within(module.name, package) for module in program)


def test_enough_was_looked_at(program: list[Module], imports: list[Import]) -> None:
    assert len(imports) >= FEWEST_IMPORTS
    # What a file imports of our own is what the rules are about: most files do.
    joined = {found.module for found in imports if is_within(found.wanted, "app")}
    assert len(joined) >= len(program) / 2


def _complaint(broken: list[Import], hint: str) -> str:
    lines = (f"  {found.module}:{found.line} imports {found.wanted}" for found in broken)
    return "\n".join([hint, *lines])


def test_every_folder_of_modules_is_a_package():
    """What walks through packages, to look for modules or to pack them, passes over others."""
    root = resources_folder().parent
    folders = {path.parent for name in ("app", "ui") for path in (root / name).rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []

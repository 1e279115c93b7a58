"""Colours are the palette's and letters the system's, as the source says it."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.guards.source import is_within, modules

THEMES = "ui.appearance"
"""Where colours are said, and worked out from the palette."""
PAPER = "ui.preview"
"""Its pages are drawn as they are printed: black on white in the document's font, in every theme.
Around them, the palette holds."""
WRITTEN = re.compile(
    r"#([0-9a-f]{3}){1,2}([0-9a-f]{2})?|.*\bcolor\s*:.*|rgba?\(.*", re.IGNORECASE | re.DOTALL
)
"""A colour in a string, as Qt and style sheets take it."""
MAKERS = {
    *("fromRgb", "fromRgbF", "fromRgba", "fromHsl", "fromHslF", "fromHsv", "fromHsvF"),
    *("fromString", "setStyleSheet"),
}
NAMED = {
    *("white", "black", "red", "darkRed", "green", "darkGreen", "blue", "darkBlue", "cyan"),
    *("darkCyan", "magenta", "darkMagenta", "yellow", "darkYellow"),
    *("gray", "darkGray", "lightGray"),
}
"""Of Qt's own; `transparent` is none that is seen."""


def test_colours_are_said_in_one_place() -> None:
    wrong = [
        f"{module.path.name}:{line}"
        for module in modules()
        if not is_within(module.name, THEMES) and not is_within(module.name, PAPER)
        if module.name.startswith("ui")
        for line in colours(module.tree)
    ]
    assert wrong == [], "take it from the palette, by its role: it would be lost in another theme"


def test_families_of_letters_are_named_for_documents_alone() -> None:
    wrong = [
        f"{module.path.name}:{line}"
        for module in modules()
        if module.name.startswith("ui") and not is_within(module.name, PAPER)
        for line in families(module.tree)
    ]
    assert wrong == [], "take the font of the widget, and change its size or weight alone"


@pytest.mark.parametrize(
    "source",
    [
        'QColor("#fff")',
        'QColor("red")',
        "QColor(255, 0, 0)",
        "QColor.fromRgb(1, 2, 3)",
        "Qt.GlobalColor.red",
        "Qt.red",
        'label.setStyleSheet("QLabel { color: red }")',
        "label.setStyleSheet(made)",
        'x = "#1d64a6"',
    ],
)
def test_a_colour_is_found(source: str) -> None:
    assert list(colours(ast.parse(source))) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "QColor(self.palette().color(role))",
        "Qt.GlobalColor.transparent",
        'texts("#{number}: the colour")',
        "palette.color(QPalette.ColorRole.Base)",
    ],
)
def test_what_is_no_colour_is_left_alone(source: str) -> None:
    assert list(colours(ast.parse(source))) == []


@pytest.mark.parametrize(
    "source",
    ['QFont("Arial")', "font.setFamily(name)", "QFontDatabase.systemFont(QFontDatabase.FixedFont)"],
)
def test_a_family_is_found(source: str) -> None:
    assert list(families(ast.parse(source))) == [1]


@pytest.mark.parametrize("source", ["QFont()", "QFont(self.font())", "QFont(option.font)"])
def test_a_font_that_was_there_is_left_alone(source: str) -> None:
    assert list(families(ast.parse(source))) == []


def colours(tree: ast.AST) -> Iterator[int]:
    """The lines that say a colour."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.expr) and _says_one(node)]
    yield from sorted({node.lineno for node in found})


def families(tree: ast.AST) -> Iterator[int]:
    """The lines that name a family of letters."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    yield from (call.lineno for call in calls if _names_family(call))


def _says_one(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and WRITTEN.fullmatch(node.value) is not None
    if isinstance(node, ast.Attribute):
        return node.attr in NAMED and ast.unparse(node.value) in ("Qt", "Qt.GlobalColor")
    if not isinstance(node, ast.Call):
        return False
    name = _called(node)
    literal = any(isinstance(argument, ast.Constant) for argument in node.args)
    return name in MAKERS or (name == "QColor" and literal)


def _names_family(call: ast.Call) -> bool:
    name = _called(call)
    if name in ("setFamily", "setFamilies", "setFontFamily", "systemFont", "addApplicationFont"):
        return True
    return name == "QFont" and any(isinstance(argument, ast.Constant) for argument in call.args)


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))

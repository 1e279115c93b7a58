"""Only what is in use goes in, and all of it."""

import ast
import sys
from pathlib import Path

import pytest
from installers import selection

ROOT = Path(__file__).parents[2]


def test_every_module_of_qt_that_the_program_imports_is_known() -> None:
    modules = selection.qt_modules_in_use(ROOT)
    assert {"QtCore", "QtGui", "QtWidgets"} <= set(modules)


def test_modules_bring_those_below_them(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui/a.py").write_text("from PySide6.QtPrintSupport import QPrinter\n")
    found = selection.qt_modules_in_use(tmp_path)
    assert found == ["QtCore", "QtGui", "QtPrintSupport", "QtWidgets"]


@pytest.mark.parametrize(
    "line",
    [
        "from PySide6.QtSvg import QSvgRenderer",
        "from PySide6 import QtSvg",
        "import PySide6.QtSvg",
        "def draw():\n    from PySide6.QtSvg import QSvgRenderer",
        "renderer = importlib.import_module('PySide6.QtSvg')",
    ],
)
def test_a_module_is_found_however_and_whenever_it_is_imported(tmp_path: Path, line: str) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui/a.py").write_text(f"{line}\n")
    assert selection.qt_modules_in_use(tmp_path) == ["QtCore", "QtGui", "QtSvg"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("babel/locale-data/vi.dat", True),
        ("babel/locale-data/fr.dat", False),
        ("lxml/etree.cpython-311-x86_64-linux-gnu.so", True),
        ("lxml/includes/xpath.pxd", False),
        ("lxml-6.1.3.dist-info/METADATA", True),
    ],
)
def test_parts_of_wheels(name: str, wanted: bool) -> None:
    assert selection.is_wanted(name) == wanted


def test_python_keeps_its_library_and_not_its_network() -> None:
    assert selection.is_wanted_of_stdlib("json/decoder.py")
    assert not selection.is_wanted_of_stdlib("http/client.py")
    assert "_ssl" not in selection.EXTENSIONS


def test_every_part_of_pythons_library_that_the_program_imports_goes_in() -> None:
    sources = [path for name in ("app", "ui") for path in (ROOT / name).rglob("*.py")]
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    names = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    names |= {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
    used = {name.split(".")[0] for name in names} & sys.stdlib_module_names
    assert len(used) > 30
    left_out = {
        n for n in used if not all(map(selection.is_wanted_of_stdlib, (f"{n}.py", f"{n}/a")))
    }
    assert left_out == set()

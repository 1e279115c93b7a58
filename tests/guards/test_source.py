"""The guards see what they are to judge, in every way it can be written."""

import ast
from pathlib import Path

import pytest

from tests.guards.source import CHECKOUT, Module
from tests.guards.test_qt_habits import captures_owner

IMPORTS = {
    "import sqlite3": ["sqlite3"],
    "import os.path as path, sys": ["os.path", "sys"],
    "from app import minutes": ["app.minutes"],
    "from . import record": ["app.minutes.record"],
    "from ..word import document": ["app.word.document"],
    "def late():\n    import docx": ["docx"],
    "if TYPE_CHECKING:\n    from PySide6 import QtCore": ["PySide6.QtCore"],
}
CONNECTED = {
    "lambda: None": True,
    "partial(self.close, 1)": True,
    "functools.partial(self.close, 1)": True,
    "self.close": False,
    "Weak(self.close)": False,
}


@pytest.mark.parametrize("source", IMPORTS)
def test_imports_are_found_however_written(source: str) -> None:
    path = Path(CHECKOUT, "app/minutes/figures.py")
    module = Module("app.minutes.figures", path, ast.parse(source))
    assert [found.wanted for found in module.imports()] == IMPORTS[source]


def test_relative_import_in_a_package_starts_at_the_package() -> None:
    module = Module("app.minutes", Path("__init__.py"), ast.parse("from .record import Record"))
    assert [found.wanted for found in module.imports()] == ["app.minutes.record.Record"]


@pytest.mark.parametrize("target", CONNECTED)
def test_whatcaptures_owner_its_owner_is_told_from_a_bound_method(target: str) -> None:
    assert captures_owner(ast.parse(target, mode="eval").body) is CONNECTED[target]

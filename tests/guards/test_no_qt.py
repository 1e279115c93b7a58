"""What runs without a window, and what a start must not wait for, each seen in a fresh process."""

import subprocess
import sys

import pytest

from tests.guards.source import is_within, modules

IMPORT_WITHOUT_QT = """
import importlib, sys
sys.modules["PySide6"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
"""
IMPORT_AND_TELL = """
import importlib, sys
for name in sys.argv[2:]:
    importlib.import_module(name)
print(*(name for name in sys.argv[1].split(",") if name in sys.modules))
"""

# Each costs a start 0.1 s and more; the command line cannot do without click, the window can.
LATE = {
    "app.cli": ("docx", "lxml", "sqlite_utils"),
    "ui": ("docx", "lxml", "sqlite_utils", "click"),
}


def test_app_imports_with_qt_blocked() -> None:
    names = _names_in("app")
    assert len(names) > 20
    _run(IMPORT_WITHOUT_QT, *names)


@pytest.mark.parametrize("start", LATE)
def test_a_start_does_not_wait_for_what_it_may_not_need(start: str) -> None:
    names = _names_in(start)
    assert names
    loaded = _run(IMPORT_AND_TELL, ",".join(LATE[start]), *names).split()
    assert not loaded, f"import these inside the function that needs them: {loaded}"


def _names_in(package: str) -> list[str]:
    return [module.name for module in modules() if is_within(module.name, package)]


def _run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

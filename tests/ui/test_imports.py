"""PySide without its explanations, each time in a process that has not imported it yet."""

import subprocess
import sys

import pytest

from app.paths import resources_folder

IMPORTED = """
import builtins, sys
python = builtins.__import__
from ui.imports import import_pyside
import_pyside()
assert builtins.__import__ is python
"""
UNREAD = """
from PySide6.QtWidgets import QWidget
waiting = {name for name, module in sys.modules.items() if type(module).__name__ == "_Later"}
print(*sorted({name.rpartition(".")[2] for name in waiting if name.startswith("shiboken")}))
"""
WRONG = """
from PySide6.QtCore import QObject
try:
    QObject().setObjectName(1, 2)
except TypeError as error:
    print(error)
"""
HELP = "from PySide6.QtCore import QObject; print(QObject.objectName.__doc__)"
SIGNATURE = """
import inspect
print(inspect.signature(lambda here: 0))
from PySide6.QtCore import QObject
from shibokensupport.signature import get_signature
print(get_signature(QObject.startTimer))
"""
AT_ONCE = """
import threading
from shibokensupport.signature import mapping
found = []
start = threading.Barrier(4)
def ask():
    start.wait()
    found.append(mapping.type_map)
asking = [threading.Thread(target=ask) for _ in range(4)]
[thread.start() for thread in asking]
[thread.join() for thread in asking]
print(len(found) == 4 and all(each is mapping.type_map for each in found))
"""


def test_explanations_are_not_read_at_the_start():
    explaining = "enum_sig errorhandler feature layout mapping parser pyi_generator tool"
    assert _printed(IMPORTED + UNREAD) == explaining


@pytest.mark.parametrize("asked", [WRONG, HELP, SIGNATURE])
def test_what_pyside_explains_is_what_it_explains_without_us(asked: str):
    ours = _printed(IMPORTED + asked)
    assert ours
    assert ours == _printed(asked)


def test_a_module_that_waits_is_read_once_by_several_threads():
    assert _printed(IMPORTED + AT_ONCE) == "True"


def test_where_pyside_is_there_already_nothing_is_done():
    assert _printed("import PySide6" + IMPORTED + UNREAD) == ""


def _printed(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=resources_folder().parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()

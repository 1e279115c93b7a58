"""Habits in ui that lose windows, keys or order, each found in the source with its place."""

import ast
from collections.abc import Iterator

from tests.guards.source import Module, modules

FEWEST_CONNECTIONS = 40

# Each spins an event loop of its own inside a method: what happens meanwhile happens twice.
NESTED_LOOPS = {"exec", "exec_", "processEvents"}
# The program's own event loop is started here.
LOOP_OF_THE_PROGRAM = {"ui.application", "ui.__main__"}
# The static dialogs of Qt run `exec` themselves.
MODAL_STATICS = {
    "QMessageBox": {"about", "critical", "information", "question", "warning"},
    "QFileDialog": {
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    },
    "QInputDialog": {"getDouble", "getInt", "getItem", "getMultiLineText", "getText"},
}


def test_only_bound_methods_are_connected() -> None:
    connections = list(_connections())
    assert len(connections) >= FEWEST_CONNECTIONS
    wrong = [place for place, target in connections if captures_owner(target)]
    assert not wrong, f"a lambda or partial keeps its owner alive for ever: {wrong}"


def test_nothing_runs_a_loop_of_its_own() -> None:
    wrong = [
        _place(module, call)
        for module, call in _method_calls()
        if module.name not in LOOP_OF_THE_PROGRAM and _runs_a_loop(call.func)
    ]
    assert not wrong, f"open() the dialog and connect to its end: {wrong}"


def test_nothing_walks_the_chain_of_focus() -> None:
    """Not the tests either: their process would end as the program's did."""
    wrong = [
        f"{module.path.name}:{node.lineno}"
        for module in modules("app", "ui", "tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("nextInFocusChain", "previousInFocusChain")
    ]
    assert not wrong, (
        "PySide makes what is returned a child of the widget that was asked, and lets go of both at"
        f" once; the program crashed: {wrong}"
    )


def _connections() -> Iterator[tuple[str, ast.expr]]:
    for module, call in _method_calls():
        if call.func.attr == "connect" and call.args:
            yield _place(module, call), call.args[0]


def _method_calls() -> Iterator[tuple[Module, ast.Call]]:
    for module in modules():
        if module.name.startswith("ui"):
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield module, node


def captures_owner(target: ast.expr) -> bool:
    called = target.func if isinstance(target, ast.Call) else None
    name = getattr(called, "id", getattr(called, "attr", ""))
    return isinstance(target, ast.Lambda) or name == "partial"


def _runs_a_loop(method: ast.Attribute) -> bool:
    owner = getattr(method.value, "id", "")
    return method.attr in NESTED_LOOPS or method.attr in MODAL_STATICS.get(owner, set())


def _place(module: Module, call: ast.Call) -> str:
    return f"{module.path.name}:{call.lineno}"

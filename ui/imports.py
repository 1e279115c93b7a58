"""How PySide is imported: what explains its functions is read when it is asked for.

PySide carries some 3,000 lines of Python that say how its functions are called. It needs them for
the words of a `TypeError` and for `help()`, yet compiles them from their source at every start, and
reads the source of every module imported later for a `__feature__` that is used nowhere here.
Together that was a fifth of the start. Decision 25 has the figures.

Should a later PySide name these modules otherwise, nothing here comes to pass and all is loaded as
its makers do it; `tests/guards/test_start.py` would say so.
"""

import builtins
import importlib
import sys
import threading
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

Import = Callable[..., Any]

_SUPPORT = "shibokensupport.signature"
_WANTED_LATER: dict[str, tuple[str, ...]] = {
    f"{_SUPPORT}.loader": (
        *(f"{_SUPPORT}.{name}" for name in ("mapping", "errorhandler", "layout", "parser")),
        *(f"{_SUPPORT}.lib.{name}" for name in ("enum_sig", "pyi_generator", "tool")),
        "shibokensupport.feature",
    ),
}
"""Which module may wait for which of its imports: each is first looked into by a call."""


def import_pyside() -> None:
    """Import PySide without its explanations; do nothing where it is there already.

    Call it before anything else imports PySide. Python's own import is in its place afterwards.
    """
    if "PySide6" in sys.modules:
        return
    python_import = builtins.__import__
    builtins.__import__ = _waiting(python_import)
    try:
        importlib.import_module("PySide6")
    finally:
        builtins.__import__ = python_import
        # Where PySide keeps what it thinks to be Python's.
        vars(builtins)["__orig_import__"] = python_import


def _waiting(python_import: Import) -> Import:
    """Python's import, but for the modules that may wait."""

    def imported(name: str, *given: object, **named: object) -> object:
        if name == "PySide6.support.feature":
            # The last step before PySide puts this in the place of Python's import.
            vars(builtins)["__feature_import__"] = python_import
        who = given[0] if given else named.get("globals")
        asks = who.get("__name__") if isinstance(who, dict) else None
        for wanted in _WANTED_LATER.get(asks or "", ()):
            # `import wanted`, or `from package import wanted`.
            if name in (wanted, wanted.rpartition(".")[0]):
                _put_by(wanted)
        return python_import(name, *given, **named)

    return imported


def _put_by(name: str) -> None:
    """Put a module in its place that is read when it is first looked into."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = _Later(spec)
    sys.modules[name] = module
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)
    if name == f"{_SUPPORT}.mapping":
        # PySide takes this one function out of the module's dictionary, where no one is asked.
        module.__dict__["update_mapping"] = lambda: module.read().update_mapping()


class _Later(ModuleType):
    """A module that is read at the first question for one of its names, in whatever thread.

    The `LazyLoader` of `importlib` reads it at any question, and PySide's loader asks at once for
    `__spec__` and renames it; so the one to read by is kept apart.
    """

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__dict__.update(
            __spec__=spec,
            __loader__=spec.loader,
            __package__=spec.parent,
            _read_by=ModuleSpec(spec.name, spec.loader, origin=spec.origin),
            _reading=threading.RLock(),
        )

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.read(), name)

    def read(self) -> ModuleType:
        """The module itself, read if it was not."""
        own = self.__dict__
        with own["_reading"]:
            spec = own.pop("_read_by", None)
            if spec is not None:
                named, self.__spec__ = self.__spec__, spec
                spec.loader.exec_module(self)
                self.__spec__ = named
        object.__setattr__(self, "__class__", ModuleType)
        return self

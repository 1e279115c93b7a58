"""Python's own import, taken back from PySide."""

import builtins


def take_back_import() -> None:
    """Let modules be imported as Python does. Call it after PySide6 is there, before much else is.

    For its `__feature__`, which is used nowhere here, PySide reads the source of each module that
    is imported, and Python keeps what was read: a tenth of the start, and 8 MB for good.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

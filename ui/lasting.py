"""Keeps None, True and False alive: PySide6 6.12.0 gives one of them up with many a call.

It is compiled for Pythons in which these three never die, and does not count them; on 3.11 the
process ends after some thousand calls with "Fatal Python error: none_dealloc".
Python 3.12 and later need none of this, nor does PySide6 6.11.
"""

import ctypes
import sys

ENOUGH = 1 << 40
"""More uses than a process can give up: a million a second for twelve days."""


def keep_alive() -> None:
    """Count uses of the three that nobody will ever give back."""
    if sys.version_info < (3, 12):
        for word in (None, True, False):
            ctypes.c_ssize_t.from_address(id(word)).value += ENOUGH

"""Keeps None, True and False alive: PySide6 6.12.0 on Python 3.11 gives one up with each call.

Compiled for a Python in which these three never die, it does not count them; after some 7,000
calls (600 signals) the process ends with "none_dealloc" or "bool_dealloc". 6.11.3 counts them.
"""

import ctypes
import sys

ENOUGH = 1 << 40


def keep_alive() -> None:
    """Count more uses of the three than a process can give up."""
    if sys.version_info < (3, 12):
        for word in (None, True, False):
            ctypes.c_ssize_t.from_address(id(word)).value += ENOUGH


keep_alive()

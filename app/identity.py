"""Ids of records and their items: UUIDv7 text, so that sorting by id is sorting by time.

Made here, at the edge, and passed in: `app.minutes` has neither clock nor randomness.
"""

import os
import time
from collections.abc import Callable


def _clock() -> int:
    return time.time_ns() // 1_000_000


def new_id(
    now_ms: Callable[[], int] = _clock, random_bytes: Callable[[int], bytes] = os.urandom
) -> str:
    """A new UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits.

    Ids of one millisecond come in any order.
    """
    chance = int.from_bytes(random_bytes(10), "big")
    value = now_ms() << 80 | chance
    value = value & ~(0xF << 76) | 0x7 << 76  # version
    value = value & ~(0x3 << 62) | 0x2 << 62  # variant
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

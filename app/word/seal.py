"""The seal of an exported file: what tells whether anybody has saved it since.

It stands in the part with the anchors, for all other parts. Word and every other program write the
parts anew when they save, whatever was edited, so the seal no longer fits.
"""

import re
import zlib
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

_SEAL: Final = re.compile(rb'<bb:outline [^>]*\bseal="([0-9a-f]{32})"')
_HEAD = 2_000  # the seal stands among the first attributes
_SIZE_LIMIT: Final = 300_000_000  # unpacked


def seal_of(parts: Mapping[str, bytes], apart_from: str) -> str:
    """What tells these parts from any others; the part that is to hold the seal is left out."""
    seal = sha256()
    for name in sorted(parts.keys() - {apart_from}):
        seal.update(f"{name} {len(parts[name])} ".encode())
        seal.update(parts[name])
    return seal.hexdigest()[:32]


def is_untouched(document: bytes) -> bool:
    """Whether a file is one of our exports, just as it was written."""
    try:
        with ZipFile(BytesIO(document)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _SIZE_LIMIT:
                return False
            parts = {name: package.read(name) for name in package.namelist()}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return False  # whatever it is, it is not what we wrote
    sealed = ((name, _SEAL.search(content[:_HEAD])) for name, content in parts.items())
    return any(found and seal_of(parts, name) == found[1].decode() for name, found in sealed)

"""The errors a user can meet. Each is one plain sentence: what happened, and what to do.

Anything that is not a `KnownError` is our own mistake, and goes to the crash report instead.
"""

import errno
from collections.abc import Mapping
from typing import Protocol

from app.marking import N_

SYSTEM_REASONS: Mapping[int, str] = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("what should be its folder is a file"),
    errno.EEXIST: N_("something of that name is there already"),
    errno.EACCES: N_("you have no right to it"),
    errno.EPERM: N_("you have no right to it"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk fails"),
}
"""What the system says in its own language, which is seldom the user's."""


class Texts(Protocol):
    """What turns an English message into the user's language: in the program, a `Catalogue`."""

    def __call__(self, message: str, /, **places: object) -> str: ...


class KnownError(Exception):
    """Something of the user's machine or files stands in the way: `KnownError(N_("…"), path=…)`.

    A place may be the OSError that is the reason; it is told in the user's language.
    Make a subclass only where a caller must tell it apart.
    """

    def __init__(self, message: str, /, **places: object) -> None:
        super().__init__(message)
        self.message = message
        self.places = places

    def __str__(self) -> str:
        """The English sentence, for logs and tracebacks."""
        return self.message.format(**self.places) if self.places else self.message

    def told(self, texts: Texts) -> str:
        """The sentence in the language of `texts`, for the user."""
        places = {name: _in_words(value, texts) for name, value in self.places.items()}
        return texts(self.message, **places)


def _in_words(place: object, texts: Texts) -> object:
    if not isinstance(place, OSError):
        return place
    known = SYSTEM_REASONS.get(place.errno or 0)
    return texts(known) if known else place.strerror or place

"""The errors a user can meet. Each is one plain sentence: what happened, and what to do.

Anything that is not a `KnownError` is our own mistake, and goes to the crash report instead.
"""

from typing import Protocol


class Texts(Protocol):
    """What turns an English message into the user's language: in the program, a `Catalogue`."""

    def __call__(self, message: str, /, **places: object) -> str: ...


class KnownError(Exception):
    """Something of the user's machine or files stands in the way: `KnownError(N_("…"), path=…)`.

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
        return texts(self.message, **self.places)

"""The format checker for the window: reads a file and asks the rules of a form."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.marking import N_
from app.minutes.words import DocumentKind, Form
from app.press import Press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.word.checking import FormatFinding


class FormatChecker:
    """Any thread may use it."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def check(self, path: Path, kind: DocumentKind, form: Form) -> "Sequence[FormatFinding]":
        """What a Word file lacks to be a document of this kind and form."""
        from app.word.checking import check_document

        try:
            content = path.read_bytes()
        except OSError as error:
            raise KnownError(
                N_("The file {path} cannot be read: {reason}."), path=path, reason=error
            ) from error
        return check_document(content, self._press.rules(form), kind)

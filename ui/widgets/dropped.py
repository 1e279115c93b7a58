"""Files that are dropped with the mouse: they are the window's, and no text for a field."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent


def dropped_file(source: QMimeData, endings: tuple[str, ...]) -> str:
    """The one file of this computer that is dropped, if its name ends so; else ""."""
    files = [url.toLocalFile() for url in source.urls()]
    wanted = len(files) == 1 and files[0].lower().endswith(endings)
    return files[0] if wanted else ""


class TakesNoFiles:
    """A mixin before QLineEdit, which would take the address of a dropped file as text."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)  # type: ignore[misc]

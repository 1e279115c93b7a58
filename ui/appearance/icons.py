"""The icons: line drawings of one family (Tabler), in the colour of the letters beside them."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

ACTION_ICONS: Mapping[str, str] = {
    "new": "file-plus",
    "open_sample": "book",
    "duplicate": "copy",
    "delete": "trash",
    "empty_bin": "trash-x",
    "open_file": "package-import",
    "send_file": "package-export",
    "merge_archive": "database-import",
    "next_meeting": "calendar-plus",
    "send_for_review": "send",
    "attachments": "paperclip",
    "finish": "lock-check",
    "reopen": "lock-open",
    "register": "clipboard-list",
    "save": "device-floppy",
    "export": "file-type-docx",
    "export_report": "file-text",
    "export_minutes": "file-description",
    "export_notice": "speakerphone",
    "export_selected": "files",
    "document_options": "adjustments-horizontal",
    "paper": "printer",
    "print": "printer",
    "export_pdf": "file-type-pdf",
    "quit": "logout",
    "undo": "arrow-back-up",
    "redo": "arrow-forward-up",
    "find": "search",
    "check": "checklist",
    "check_file": "file-search",
    "zoom_in": "zoom-in",
    "zoom_out": "zoom-out",
    "fit_width": "arrow-autofit-width",
    "offices": "building",
    "settings": "settings",
    "welcome": "home",
    "guide": "help",
    "shortcuts": "keyboard",
    "about": "info-circle",
    "reset_window": "window",
}
"""The drawing of each action by the action's name; actions with a tick have none."""


class Icons:
    """Makes icons from the drawings in a folder. Make them anew when the palette has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of_action(self, name: str, colours: QPalette, size: int, dots: int = 1) -> QIcon:
        """The icon of an action, `size` high; an empty one where it has none.

        `dots`: points of the screen for each of Qt's, 2 on dense screens.
        """
        drawing = ACTION_ICONS.get(name)
        return self.icon(drawing, colours, size, dots) if drawing else QIcon()

    def icon(self, drawing: str, colours: QPalette, size: int, dots: int = 1) -> QIcon:
        """A drawing in the colour of the words of buttons, faded where it cannot be used."""
        shape = _drawn(self._folder / f"{drawing}.svg", size * dots)
        made = QIcon()
        for mode, group in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        ):
            picture = _coloured(shape, colours.color(group, QPalette.ColorRole.ButtonText))
            picture.setDevicePixelRatio(dots)
            made.addPixmap(picture, mode)
        return made


def _drawn(file: Path, dots: int) -> QPixmap:
    """A drawing in black, `dots` high."""
    drawing = QSvgRenderer(QByteArray(file.read_bytes().replace(b"currentColor", b"black")))
    shape = QPixmap(dots, dots)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    drawing.render(painter)
    painter.end()
    return shape


def _coloured(shape: QPixmap, colour: QColor) -> QPixmap:
    """The same shape in one colour."""
    picture = QPixmap(shape)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    return picture

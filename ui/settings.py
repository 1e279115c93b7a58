"""Where the user was, in a file of the settings folder. Losing it costs nothing.

What the user *chose* is in `app.settings`.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.owned import own_folder

LOG = logging.getLogger("bienban.settings")


class Settings:
    """The window's last state."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            own_folder(folder)
        except OSError as error:  # what is not remembered costs nothing; QSettings bears it too
            LOG.info("nothing will be remembered: %s", error)
        self._last = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def export_folder(self) -> str:
        return str(self._last.value("export_folder", ""))

    @export_folder.setter
    def export_folder(self, folder: str) -> None:
        self._last.setValue("export_folder", folder)

    @property
    def text_zoom(self) -> int:
        """How large the letters of the editors are, in percent."""
        kept = str(self._last.value("text_zoom", 100))
        return int(kept) if kept.isdecimal() else 100

    @text_zoom.setter
    def text_zoom(self, percent: int) -> None:
        self._last.setValue("text_zoom", percent)

    def state(self, name: str) -> QByteArray:
        """The state kept under a name ("geometry", "panels"); empty where there is none."""
        stored = self._last.value(f"state/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        self._last.setValue(f"state/{name}", state)

    def flag(self, name: str, default: bool) -> bool:
        return str(self._last.value(f"shown/{name}", default)).lower() == "true"

    def keep_flag(self, name: str, value: bool) -> None:
        self._last.setValue(f"shown/{name}", value)

    def sync(self) -> None:
        self._last.sync()

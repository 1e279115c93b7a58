"""Commands about the program itself: settings, the office's profiles, the start page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.errors import KnownError
from app.identity import new_id
from app.settings.declared import INTERFACE_SIZE, LANGUAGE, OFFICE, SETTINGS, THEME
from ui.commands.command_set import CommandSet

if TYPE_CHECKING:
    from ui.dialogs.settings_dialog import SettingsDialog

LOOKS = frozenset({LANGUAGE.key, THEME.key, INTERFACE_SIZE.key})
"""Settings that the whole window shows."""


class SettingsCommands(CommandSet):
    """`look_chosen` carries the key of a setting by which the program looks other from now on."""

    look_chosen = Signal(str)

    def listen(self) -> None:
        self._dialog: SettingsDialog | None = None

    def settings(self) -> None:
        from ui.dialogs.settings_dialog import SettingsDialog

        self._window.pages.finish()
        if self._dialog is None:
            preferences = self._tools.preferences
            choices = {OFFICE.key: self._office_choices()}
            self._dialog = SettingsDialog(self._texts, preferences, choices, self._window)
            self._dialog.chosen.connect(self._on_chosen)
            self._dialog.destroyed.connect(self._on_closed)
        self._dialog.show()
        self._dialog.activateWindow()

    def settings_at(self, key: str) -> None:
        """Open the settings at one of them."""
        self.settings()
        if self._dialog is not None:
            self._dialog.show_setting(key)

    def offices(self) -> None:
        from ui.dialogs.office_dialog import OfficeDialog

        self._window.pages.finish()
        tools = self._tools
        free = not tools.preferences.fixed_by(OFFICE)
        dialog = OfficeDialog(self._texts, tools.offices, new_id, free, self._window)
        dialog.start_chosen.connect(self._on_start_chosen)
        dialog.show()
        dialog.activateWindow()
        dialog.start_with_new()

    def welcome(self) -> None:
        self._window.pages.finish()
        if self._desk.flush():  # else it stays open: what is not saved is not put away
            self._desk.close()

    def _office_choices(self) -> list[tuple[object, str]]:
        offices = self._tools.offices.all()
        first: tuple[object, str] = ("", self._texts("The first profile there is"))
        return [first, *((office.id, office.name or office.issuing.name) for office in offices)]

    def _on_chosen(self, key: str, value: object) -> None:
        problem = self._choose(key, value)
        if self._dialog is not None:
            self._dialog.refresh()
            self._dialog.tell(problem)
        if key in LOOKS:
            self.look_chosen.emit(key)

    def _choose(self, key: str, value: object) -> str:
        """Keep a choice; "" or a sentence that says why it cannot be kept."""
        try:
            self._tools.preferences.choose(SETTINGS[key], value)  # type: ignore[misc]
        except KnownError as error:
            return error.told(self._texts)
        except ValueError:
            return self._texts("This cannot be chosen.")
        return ""

    def _on_start_chosen(self, office_id: str) -> None:
        problem = self._choose(OFFICE.key, office_id)
        if problem:
            self._window.messages.warn(problem)

    def _on_closed(self) -> None:
        self._dialog = None

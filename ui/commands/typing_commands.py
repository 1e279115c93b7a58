"""Commands that help whoever types: abbreviations, pasting."""

from PySide6.QtWidgets import QApplication

from app.errors import KnownError
from app.marking import N_
from ui.commands.command_set import CommandSet
from ui.widgets.helped import Helped

READ = N_(
    "What was pasted was written for old fonts ({writing}) and was converted to Unicode."
    " Ctrl+Z takes it back; Ctrl+Shift+V pastes it as it is."
)
LEFT = N_(
    "What was pasted is written in {font}, a font from before Unicode, and could not be converted."
    " Look at it: it may read wrong here."
)


class TypingCommands(CommandSet):
    """Write abbreviations out or not, edit their table, paste as it is."""

    def listen(self) -> None:
        self._tools.typing.old_font_read.connect(self._on_old_font_read)
        self._tools.typing.old_font_left.connect(self._on_old_font_left)
        self._tools.typing.expanding_changed.connect(self._on_expanding_changed)

    def expand(self, on: bool) -> None:
        try:
            self._tools.typing.expand(on)
        except KnownError as error:
            self._window.messages.warn(error.told(self._texts))

    def abbreviations(self) -> None:
        from ui.dialogs.abbreviations_dialog import AbbreviationsDialog

        self._window.pages.finish()
        dialog = AbbreviationsDialog(self._texts, self._tools.typing.table, self._window)
        dialog.chosen.connect(self._tools.typing.keep)
        dialog.open()

    def paste_as_it_is(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, Helped):
            field.paste_as_it_is()  # type: ignore[unreachable]

    def _on_old_font_read(self, writing: str) -> None:
        self._window.messages.tell(self._texts(READ, writing=writing))

    def _on_old_font_left(self, font: str) -> None:
        self._window.messages.warn(self._texts(LEFT, font=font))

    def _on_expanding_changed(self, on: bool) -> None:
        self._window.actions_by_name["expand"].setChecked(on)

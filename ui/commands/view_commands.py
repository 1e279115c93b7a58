"""Commands of the menus View and Help."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from app import __version__
from ui.commands.command_set import CommandSet


class ViewCommands(CommandSet):
    """Panels, zoom, sections, language, help."""

    language_chosen = Signal(str)

    def listen(self) -> None:
        self._window.sections.triggered.connect(self._on_section)
        self._window.languages.triggered.connect(self._on_language)
        self._window.help_asked.connect(self._on_help_asked)

    def archive_panel(self, shown: bool) -> None:
        self._window.show_panel("archive_panel", shown)

    def rail_panel(self, shown: bool) -> None:
        self._window.show_panel("rail_panel", shown)

    def preview_panel(self, shown: bool) -> None:
        self._window.show_panel("preview_panel", shown)

    def reset_window(self) -> None:
        self._window.reset()

    def zoom_in(self) -> None:
        self._window.preview.view.zoom_in()

    def zoom_out(self) -> None:
        self._window.preview.view.zoom_out()

    def fit_width(self) -> None:
        self._window.preview.view.fit_width()

    def guide(self) -> None:
        from ui.dialogs.guide_dialog import GuideDialog

        dialog = GuideDialog(self._texts, self._tools.help_folder, self._window)
        dialog.show()
        if self._desk.record is not None:
            dialog.show_about(self._window.pages.kinds[self._window.pages.row].title)

    def _on_help_asked(self, dialog: QDialog) -> None:
        """In front of a dialog that lets nothing behind it be used: the guide is a part of it."""
        from ui.dialogs.guide_dialog import GuideDialog

        if isinstance(dialog, GuideDialog):
            return
        guide = GuideDialog(self._texts, self._tools.help_folder, dialog)
        guide.show()
        guide.show_about_dialog(type(dialog).__name__)

    def shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog
        from ui.shortcuts import all_shortcuts

        keys = all_shortcuts(self._window, self._texts)
        ShortcutsDialog(self._texts, keys, self._window).show()

    def about(self) -> None:

        from ui.widgets.boxes import MessageBox

        box = MessageBox(self._window)
        box.setWindowTitle(self._texts("About Biên Bản"))
        box.setText(
            self._texts("Biên Bản {version}: an editor of meeting minutes.", version=__version__)
        )
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_section(self, action: QAction) -> None:
        self._window.pages.go_to(action.data())
        self._window.pages.take_focus()

    def _on_language(self, action: QAction) -> None:
        self._window.pages.finish()
        self.language_chosen.emit(action.data())

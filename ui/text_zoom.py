"""How large the letters of the text editors are, beside those of the rest: one size for all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.page_stack import PageStack
    from ui.settings import Settings
    from ui.widgets.plain_helped import PlainHelped

STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class TextZoom(QObject):
    """Ctrl and the wheel, Ctrl+plus and Ctrl+minus in any editor; it is remembered."""

    changed = Signal(int)

    def __init__(self, settings: "Settings", parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._percent = settings.text_zoom if settings.text_zoom in STEPS else 100
        self._editors: list[PlainHelped] = []

    def serve(self, pages: "PageStack") -> None:
        """Let the editors on the pages of a window that was just made be large as was chosen."""
        self._editors = []
        pages.made.connect(self._on_made)

    def _on_made(self, page: QWidget) -> None:
        from PySide6.QtWidgets import QPlainTextEdit

        from ui.widgets.plain_helped import PlainHelped

        found = page.findChildren(QPlainTextEdit)
        editors = [editor for editor in found if isinstance(editor, PlainHelped)]
        for editor in editors:
            editor.zoom_wanted.connect(self._on_wanted)
            editor.zoom(self._percent)
        self._editors += editors

    def _on_wanted(self, steps: int) -> None:
        at = STEPS.index(self._percent) + steps if steps else STEPS.index(100)
        percent = STEPS[max(0, min(at, len(STEPS) - 1))]
        if percent == self._percent:
            return
        self._percent = self._settings.text_zoom = percent
        for editor in self._editors:
            editor.zoom(percent)
        self.changed.emit(percent)

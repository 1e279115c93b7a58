"""Qt's own words: its buttons, context menus and file dialog, asked of our catalogue.

PySide6 brings no Vietnamese catalogue of Qt. The words are marked here with Qt's own contexts, so
that they are translated, counted and checked together with all the others.
"""

from PySide6.QtCore import QObject, QTranslator

from app.language.catalogue import Catalogue


def in_context(context: str, message: str) -> tuple[str, str]:
    """Marks one of Qt's texts, and gives the pair by which Qt asks for it."""
    return context, message


QT_TEXTS = frozenset(
    {
        in_context("QPlatformTheme", "OK"),
    }
)


class CatalogueTranslator(QTranslator):
    """Answers Qt's questions for its own words from a catalogue; what it does not know stays."""

    def __init__(self, texts: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, message: str, _note: str | None = None, _count: int = -1
    ) -> str | None:
        if (context, message) not in QT_TEXTS:
            return None  # an empty text would be taken for the translation
        return self._texts.in_context(context, message)

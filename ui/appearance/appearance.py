"""Lets the whole program look as the user chose: colours and size, at once."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from ui.appearance.palettes import ACCENT, QTS_ACCENT, of_boxes, palette

_TICKED = ("QCheckBox", "QRadioButton")
_EDGED = (
    *("QLineEdit", "QComboBox", "QAbstractSpinBox", "QPushButton"),
    *("QAbstractItemView", "QPlainTextEdit", "QTextEdit"),
)
"""What Fusion draws an edge around, worked out from a ground that would be too light for it."""
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class _Before(NamedTuple):
    """How Qt looked before, for `stop`."""

    font: QFont
    palette: QPalette


class Appearance(QObject):
    """What is painted in advance from the colours hears of others by Qt's event `PaletteChange`."""

    def __init__(self, qt: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qt = qt
        self._hints = qt.styleHints()
        self._needs = self._hints.accessibility()
        self._before = _Before(qt.font(), qt.palette())
        accent = qt.palette().color(QPalette.ColorRole.Accent)
        self._accent = QColor(ACCENT) if accent.name() == QTS_ACCENT else accent
        self._theme, self._size = "system", 100
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._needs.contrastPreferenceChanged.connect(self._colour)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are shown now."""
        if self._theme == "system":
            return bool(self._hints.colorScheme() is Qt.ColorScheme.Dark)
        return self._theme == "dark"

    @property
    def strong(self) -> bool:
        """Whether the system asks for strong contrast; it asks for all programs, so we do not."""
        return bool(self._needs.contrastPreference() is Qt.ContrastPreference.HighContrast)

    def choose_theme(self, theme: str) -> None:
        """Be "light", "dark", or as the "system" is."""
        self._theme = theme
        # The frame of the window is the system's: it is asked to go along.
        if theme in _SCHEMES:
            self._hints.setColorScheme(_SCHEMES[theme])
        else:
            self._hints.unsetColorScheme()
        self._colour()

    def choose_size(self, percent: int) -> None:
        """Scale letters and controls. Windows that stand already are to be made anew."""
        if percent == self._size:
            return
        self._size = percent
        font = QFont(self._before.font)
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        if percent == 100:
            self._qt.setStyle("Fusion")
        else:
            from ui.appearance.scaled_style import ScaledStyle

            self._qt.setStyle(ScaledStyle(percent / 100))
        self._qt.setFont(font)
        self._colour()

    def stop(self) -> None:
        """Leave Qt as it was."""
        self._hints.colorSchemeChanged.disconnect(self._on_scheme_changed)
        self._needs.contrastPreferenceChanged.disconnect(self._colour)
        self.choose_size(100)
        self._hints.unsetColorScheme()
        self._qt.setPalette(self._before.palette)
        QToolTip.setPalette(self._before.palette)
        self._qt.setFont(self._before.font)

    def _colour(self) -> None:
        colours = palette(self.dark, self._accent, strong=self.strong)
        self._qt.setPalette(colours)
        for boxes in (*_TICKED, *_EDGED) if self.strong else _TICKED:
            self._qt.setPalette(of_boxes(colours, self.dark), boxes)  # type: ignore[arg-type]
        QToolTip.setPalette(colours)

    def _on_scheme_changed(self) -> None:
        if self._theme == "system":
            self._colour()

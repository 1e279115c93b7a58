"""The arrow of a toolbar behind which waits what does not fit, in the colour of the letters.

Qt's own is a black picture, which cannot be seen on dark ground.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QToolBar, QToolButton

_NAME = "qt_toolbar_ext_button"
_CHEVRONS = (0.25, 0.55)
"""Where the two begin, in shares of the width."""


def draw_more(bar: QToolBar) -> None:
    """Draw the arrow anew, in the colours that the bar has now."""
    button = bar.findChild(QToolButton, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if button is not None:
        colour = bar.palette().color(QPalette.ColorRole.ButtonText)
        size, dots = bar.fontMetrics().height(), bar.devicePixelRatio()
        picture = QPixmap(round(size * dots), round(size * dots))
        picture.setDevicePixelRatio(dots)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, size / 10))
        for left in _CHEVRONS:
            shape = ((left, 0.3), (left + 0.2, 0.5), (left, 0.7))
            painter.drawPolyline([QPointF(x * size, y * size) for x, y in shape])
        painter.end()
        button.setIcon(QIcon(picture))

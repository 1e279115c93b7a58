"""Shows pages one below the other; a click goes to the field that is printed there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

if TYPE_CHECKING:
    from app.minutes.place import Place
    from ui.preview.pages import Pages

ZOOM_STEP = 1.1
SMALLEST, LARGEST = 0.2, 4.0


class PagesView(QAbstractScrollArea):
    """`zoom` 1.0 is the size of the paper; fitting to the width is kept up until one zooms."""

    place_clicked = Signal(object)
    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, label: str, parent: QWidget | None = None, *, hint: str = "") -> None:
        """`hint`: what stands where there is no page."""
        super().__init__(parent)
        self.setAccessibleName(label)
        self._hint = hint
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        ground = QWidget(self)
        ground.setBackgroundRole(QPalette.ColorRole.Mid)
        ground.setAutoFillBackground(True)
        ground.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setViewport(ground)
        self._pages: Pages | None = None
        self._zoom = 1.0
        self._fits_width = True
        self._drawn: dict[int, QPixmap] = {}
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def pages(self) -> "Pages | None":
        return self._pages

    def show_pages(self, pages: "Pages | None") -> None:
        """Show new pages at the place where one was."""
        self._keep_drawn(pages)
        self._pages = pages
        self._lay_out()
        self._tell_page()
        self.viewport().update()

    def zoom_in(self) -> None:
        self._zoom_to(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom_to(self._zoom / ZOOM_STEP)

    def fit_width(self) -> None:
        self._fits_width = True
        self._lay_out()

    def show_place(self, place: "Place") -> bool:
        """Scroll to where a place is printed, if it is and is out of sight."""
        spot = self._pages.spot_of(place) if self._pages else None
        if spot is None:
            return False
        top = self._page_area(spot.page).top() + spot.area.top() * self._dots()
        height = max(1.0, spot.area.height() * self._dots())
        view = self.viewport().height()
        bar = self.verticalScrollBar()
        if top < bar.value() or top + height > bar.value() + view:
            bar.setValue(int(top - view / 3))
        return True

    def current_page(self) -> int:
        """The page in the middle of the view, counted from 0."""
        if not self._pages:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(0, min(self._pages.count - 1, int(middle // self._step())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._pages:
            self._draw_hint(painter)
            return
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = QRect(offset, self.viewport().size())
        for page in range(self._pages.count):
            area = self._page_area(page)
            if area.intersects(QRectF(seen)):
                painter.drawPixmap(area.topLeft() - QPointF(offset), self._picture(page))
        painter.end()

    def _draw_hint(self, painter: QPainter) -> None:
        step = self.fontMetrics().height()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        inside = self.viewport().rect().adjusted(step, step, -step, -step)
        painter.drawText(inside, flags, self._hint)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._tell_page()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            place = self._place_at(event.position())
            if place is not None:
                self.place_clicked.emit(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 50, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, 100)

    def _place_at(self, point: QPointF) -> "Place | None":
        if not self._pages:
            return None
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in range(self._pages.count):
            area = self._page_area(page)
            if area.contains(point + offset):
                return self._pages.place_at(page, (point + offset - area.topLeft()) / self._dots())
        return None

    def _zoom_to(self, zoom: float) -> None:
        self._fits_width = False
        self._set_zoom(zoom)
        self._lay_out()

    def _set_zoom(self, zoom: float) -> None:
        zoom = max(SMALLEST, min(LARGEST, zoom))
        if abs(zoom - self._zoom) > 0.001:
            self._zoom = zoom
            self._drawn.clear()
            self.zoom_changed.emit(zoom)
            self.viewport().update()

    def _lay_out(self) -> None:
        if not self._pages:
            self.verticalScrollBar().setRange(0, 0)
            return
        if self._fits_width:
            paper = self._pages.size.width() / self._pages.unit
            room = self.viewport().width() - 2 * self._gap()
            self._set_zoom(room / (paper * self._screen_unit()))
        height = int(self._step() * self._pages.count + self._gap())
        width = int(self._pages.size.width() * self._dots() + 2 * self._gap())
        self._set_range(self.verticalScrollBar(), height, self.viewport().height())
        self._set_range(self.horizontalScrollBar(), width, self.viewport().width())

    def _set_range(self, bar: QScrollBar, content: int, view: int) -> None:
        bar.setPageStep(view)
        bar.setSingleStep(self.fontMetrics().height() * 2)
        bar.setRange(0, max(0, content - view))

    def _page_area(self, page: int) -> QRectF:
        assert self._pages
        size = self._pages.size * self._dots()
        left = max(float(self._gap()), (self.viewport().width() - size.width()) / 2)
        return QRectF(QPointF(left, self._gap() + page * self._step()), size)

    def _keep_drawn(self, pages: "Pages | None") -> None:
        """Forget the pictures of pages that look otherwise now."""
        before, drawn = self._pages, self._drawn
        self._drawn = {}
        if before and pages:
            same = (page for page in drawn if pages.looks_like(page, before))
            self._drawn = {page: drawn[page] for page in same}

    def _picture(self, page: int) -> QPixmap:
        if page not in self._drawn:
            self._drawn[page] = self._draw(page)
        return self._drawn[page]

    def _draw(self, page: int) -> QPixmap:
        assert self._pages
        ratio = self.devicePixelRatioF()
        size = (self._pages.size * self._dots() * ratio).toSize()
        picture = QPixmap(size)
        picture.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(self._dots() * ratio, self._dots() * ratio)
        self._pages.draw(painter, page)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _tell_page(self) -> None:
        self.page_changed.emit(self.current_page() + 1, self._pages.count if self._pages else 0)

    def _gap(self) -> int:
        return self.fontMetrics().averageCharWidth()

    def _step(self) -> float:
        """From the top of one page to the top of the next."""
        return self._pages.size.height() * self._dots() + self._gap() if self._pages else 1.0

    def _screen_unit(self) -> float:
        """Pixels of the screen in a millimetre of paper at zoom 1."""
        return self.logicalDpiX() / 25.4

    def _dots(self) -> float:
        """Pixels of the screen in a unit of the pages."""
        return self._zoom * self._screen_unit() / self._pages.unit if self._pages else 1.0

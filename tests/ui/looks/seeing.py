"""What a person would see at once: words cut off, words too faint to read, what is off the screen.

Each function gives sentences that say what is wrong where; none means that all is well.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QTextBlock
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.appearance.palettes import READABLE, contrast
from ui.widgets.list_field import ListField
from ui.widgets.rail import Rail

SLACK = 1
"""Points by which a word may be wider than its place: rounding."""
LINES = 4
"""Of an editor, so many are looked at: the others are written in the same colours."""
THIN = 6
"""The width of a letter, in dots, whose lines are one dot thick."""
EDGE = 3
"""Points that the edge of a field or a button takes."""
ALIKE = 0xFFE0E0E0
"""Colours that differ in what is left out here alone are nearly the same."""
SAMPLED = 7
"""Of the dots of an area, every such one is enough to tell which colour most of them have."""
OWN_LETTERS = {"QTextBrowser": "monospace"}
"""By class. The guide shows names of files and what one types so, as Markdown marks them."""
WORDS = (QLabel, QAbstractButton, QLineEdit, QComboBox, QGroupBox)


def shown(root: QWidget) -> list[QWidget]:
    """The widgets that are seen in a window or a part of one."""
    return [w for w in root.findChildren(QWidget) if w.isVisible() and w.window() is root.window()]


def told(widget: QWidget) -> str:
    """What to call a widget in a complaint."""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else widget.accessibleName()
    return f"{type(widget).__name__} {words or widget.accessibleName()!r}"


# Cut off


def cut_off(root: QWidget) -> list[str]:
    """Words that have less room than they need."""
    return [f"{told(w)}: {why}" for w in shown(root) if (why := _cut(w))]


def off_screen(window: QWidget) -> list[str]:
    """A window that is larger than its screen."""
    screen, size = window.screen().availableSize(), window.frameGeometry().size()
    if size.width() <= screen.width() and size.height() <= screen.height():
        return []
    return [f"{window.windowTitle()} is {_size(size)} on a screen of {_size(screen)}"]


def sideways(root: QWidget) -> list[str]:
    """Forms that must be scrolled sideways to be read."""
    areas = [w for w in (root, *shown(root)) if isinstance(w, QScrollArea)]
    return [
        f"{told(area)} must be scrolled sideways by {over}"
        for area in areas
        if (over := area.widget().width() - area.viewport().width()) > SLACK
    ]


def beyond_what_holds_it(root: QWidget) -> list[str]:
    """Words that go on beyond what they stand in, where nothing of them is seen."""
    seen = [w for w in shown(root) if isinstance(w, WORDS) and not w.isWindow()]
    return [
        f"{told(w)} is {_size(w.size())} in {_size(w.parentWidget().size())}"
        for w in seen
        if not w.objectName().startswith("qt_")
        and not _around(w.parentWidget()).contains(w.geometry())
    ]


def _around(widget: QWidget) -> QRect:
    return widget.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)


def on_top_of_others(root: QWidget) -> list[str]:
    """Words that lie over others beside them: a widget that was put into no layout."""
    seen = [w for w in shown(root) if isinstance(w, WORDS) and not isinstance(w, QGroupBox)]
    return [
        f"{told(one)} lies on {told(other)}"
        for one, other in combinations(seen, 2)
        if one.parentWidget() is other.parentWidget()
        and one.geometry().intersects(other.geometry())
    ]


def restless_heads(root: QWidget) -> list[str]:
    """Tables whose titles stand in the middle, or turn bold as one goes from cell to cell."""
    heads = [w for w in shown(root) if isinstance(w, QHeaderView) and _lies(w)]
    left = Qt.AlignmentFlag.AlignLeft
    return [
        f"the heads of {told(head.parentWidget())}"
        for head in heads
        if head.highlightSections() or not head.defaultAlignment() & left
    ]


def _lies(header: QHeaderView) -> bool:
    return header.orientation() is Qt.Orientation.Horizontal


def _cut(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        wide = isinstance(widget, QToolButton) and not _shows_words(widget)
        return "" if wide else _less(widget.size(), widget.sizeHint())
    if isinstance(widget, QComboBox):
        # What a ListField offers are the user's own words: they may be as long as they like.
        return "" if isinstance(widget, ListField) else _cut_choice(widget)
    if isinstance(widget, QHeaderView) and _lies(widget):
        return _cut_heads(widget)
    if isinstance(widget, QTabBar):
        return _less(widget.size(), widget.sizeHint())
    return _cut_sections(widget) if isinstance(widget, Rail) else _cut_hint(widget)


def _cut_sections(rail: Rail) -> str:
    needed, has = rail.sizeHintForColumn(0), rail.viewport().width()
    return f"needs {needed}, has {has}" if needed > has + SLACK else ""


def _cut_hint(field: QWidget) -> str:
    """What an empty field says in grey: its own class may say less of it than it was given."""
    if not isinstance(field, QPlainTextEdit) or field.toPlainText():
        return ""
    hint = QPlainTextEdit.placeholderText(field)
    room = field.viewport().rect()
    wrapped = field.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, hint)
    over = bool(hint) and wrapped.height() > room.height()
    return f"{hint!r} needs {wrapped.height()} lines of points, has {room.height()}" if over else ""


def _cut_label(label: QLabel) -> str:
    if not label.text() or not label.pixmap().isNull():
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        over = needed > label.height() + SLACK
        return f"needs {needed} lines of points, has {label.height()}" if over else ""
    return _less(label.size(), label.sizeHint())


def _cut_choice(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    advance = box.fontMetrics().horizontalAdvance
    # Each of its words: another may be chosen.
    words = max((box.itemText(at) for at in range(box.count())), key=advance, default="")
    over = advance(words) > field.width() + SLACK
    return f"{words!r} needs {advance(words)}, has {field.width()}" if over else ""


def _cut_heads(header: QHeaderView) -> str:
    for section in range(header.count()):
        title = header.model().headerData(section, header.orientation())
        if header.isSectionHidden(section) or not title:
            continue
        needed, has = header.sectionSizeHint(section), header.sectionSize(section)
        if needed > has + SLACK:
            return f"{title!r} needs {needed}, has {has}"
    return ""


def _shows_words(button: QToolButton) -> bool:
    return button.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly


def _less(has: QSize, needs: QSize) -> str:
    over = needs.width() > has.width() + SLACK or needs.height() > has.height() + SLACK
    return f"needs {_size(needs)}, has {_size(has)}" if over else ""


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


# Letters and colours


def other_letters(root: QWidget) -> list[str]:
    """What is not written in the font of the system, whatever size and weight it has.

    The pages of the preview are painted, in the font of the document: no widget has it.
    """
    usual = QApplication.font().family()
    return [
        f"{told(widget)} is written in {family}"
        for widget in (root, *shown(root))
        for family in _families(widget)
        if family not in (usual, OWN_LETTERS.get(type(widget).__name__))
    ]


def _families(widget: QWidget) -> set[str]:
    families = {widget.font().family()}
    heads = isinstance(widget, QHeaderView)  # their model is that of the cells
    if isinstance(widget, QAbstractItemView) and widget.model() and not heads:
        fonts = (index.data(Qt.ItemDataRole.FontRole) for index in _cells(widget.model()))
        families |= {font.family() for font in fonts if isinstance(font, QFont)}
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        formats = (each.format for block in _blocks(widget) for each in block.textFormats())
        families |= {family for form in formats for family in form.fontFamilies() or ()}
    return families


def _cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        for column in range(_columns(model)):
            yield model.index(row, column)


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _blocks(editor: QPlainTextEdit | QTextEdit) -> Iterator[QTextBlock]:
    block = editor.document().begin()
    while block.isValid():
        yield block
        block = block.next()


# Faint


def faint(root: QWidget) -> list[str]:
    """Words that cannot be told from their ground well enough, measured in the picture."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    step = max(1, root.fontMetrics().averageCharWidth() // THIN)
    return [
        f"{what}: {strongest:.1f} : 1"
        for what, area in _written(root)
        if (strongest := _strongest(picture, area, step)) < READABLE
    ]


def _written(root: QWidget) -> Iterator[tuple[str, QRect]]:
    """Everything with words on it, and where it is in the picture.

    What cannot be used now too: finished minutes are read in fields that cannot be changed.
    """
    for widget in shown(root):
        if isinstance(widget, WORDS) and _says(widget):
            yield told(widget), _seen(root, widget, _inside(widget))
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            for words, area in _rows(widget):
                yield f"{told(widget)} {words!r}", _seen(root, widget.viewport(), area)
        if isinstance(widget, QPlainTextEdit) and (
            widget.toPlainText() or widget.placeholderText()
        ):
            area = widget.viewport().rect()
            area.setHeight(min(area.height(), LINES * widget.fontMetrics().lineSpacing()))
            yield told(widget), _seen(root, widget.viewport(), area)


def _inside(widget: QWidget) -> QRect:
    """Without the edge: of a button it may be what most of its dots are."""
    edged = isinstance(widget, QPushButton | QToolButton | QComboBox | QLineEdit)
    edge = EDGE if edged else 0
    return widget.rect().adjusted(edge, edge, -edge, -edge)


def _says(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QToolButton) and not _shows_words(widget):
        return ""
    return widget.title() if isinstance(widget, QGroupBox) else widget.text()


def _rows(view: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    model = view.model()
    for row in range(min(model.rowCount() if model else 0, 6)):
        for column in range(_columns(model)):
            index = model.index(row, column)
            words = str(index.data() or "")
            if words.strip():
                yield words, view.visualRect(index)


def _seen(root: QWidget, widget: QWidget, area: QRect) -> QRect:
    """An area in the coordinates of the picture; nothing, where half of it is scrolled away."""
    region = widget.visibleRegion().boundingRect().intersected(area)
    if region.height() < area.height() * 0.8:
        return QRect()
    return QRect(widget.mapTo(root, region.topLeft()), region.size())


def _strongest(picture: QImage, area: QRect, step: int) -> float:
    """The contrast of the ground of an area with what stands out from it most.

    `step`: how many dots the thinnest line of a letter takes; one of them is looked at.
    """
    part = picture.copy(area.intersected(picture.rect()))
    if min(part.width(), part.height()) < 8:  # a sliver at the edge of what is scrolled
        return READABLE
    return _strongest_of(bytes(part.constBits()), step)


@lru_cache(maxsize=512)
def _strongest_of(dots: bytes, step: int) -> float:
    """The same of dots; most of what is seen is seen again on the next page."""
    seen = memoryview(dots).cast("I")
    ground = _ground(Counter(seen[::SAMPLED].tolist()))
    # Without words nothing is written in what is seen of it.
    found = {*seen[::step].tolist()} - {ground}
    return max((_contrast(dot, ground) for dot in found), default=READABLE)


def _ground(counts: Counter[int]) -> int:
    """The colour that most dots nearly have: the ground of a button goes from one to another."""
    alike: Counter[int] = Counter()
    for dot, count in counts.items():
        alike[dot & ALIKE] += count
    most = alike.most_common(1)[0][0]
    return max((dot for dot in counts if dot & ALIKE == most), key=counts.__getitem__)


@cache
def _contrast(dot: int, ground: int) -> float:
    return contrast(_colour(dot), _colour(ground))


def _colour(dot: int) -> QColor:
    return QColor.fromRgb(dot)


def centre(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def scrolls(widget: QWidget) -> bool:
    """Whether a widget is inside something that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False

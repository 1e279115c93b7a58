"""One of each field that text is typed in, for what must hold of them all."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.widgets.line_field import LineField
from ui.widgets.paragraphs_edit import ParagraphsEdit
from ui.widgets.passages_edit import PassagesEdit
from ui.widgets.search_line import SearchLine
from ui.widgets.text_field import TextField

MAKERS: Mapping[str, Callable[[], QWidget]] = {
    "line": lambda: LineField(50),
    "search": SearchLine,
    "text": lambda: TextField(50),
    "paragraphs": lambda: ParagraphsEdit(lambda: "k", 50),
    "passages": lambda: PassagesEdit(50),
}

"""Paragraphs on a page: the editor with its buttons, bound to a section."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.marking import N_
from app.minutes.text import LINE_LIMIT, TEXT_LIMIT
from ui.models.paragraph_items import Shape
from ui.pages.page import Page
from ui.pages.paragraphs_part import ParagraphsPart
from ui.widgets.button_row import Button, ButtonRow
from ui.widgets.form_rows import name_field
from ui.widgets.paragraphs_edit import ParagraphsEdit

HEADING_KEY = "Ctrl+Shift+H"
HELP = N_("Enter begins a paragraph, Shift+Enter a line; Alt+Up and Alt+Down move the paragraph.")
HEADING_BUTTON = N_("Headin&g")
HEADING_HELP = N_(
    "Makes the paragraph the field (lĩnh vực) of those below it, or a paragraph again"
    " (Ctrl+Shift+H)."
)
UP_BUTTON = N_("Paragraph u&p")
DOWN_BUTTON = N_("Paragraph dow&n")
UP_HELP = N_("Moves the paragraph up (Alt+Up).")
DOWN_HELP = N_("Moves the paragraph down (Alt+Down).")


class ParagraphsBox(QWidget):
    """The paragraphs of a section with their fields as headings."""

    def __init__(self, page: Page, section: str, shape: Shape, label: str, hint: str) -> None:
        super().__init__()
        texts = page.texts
        self.editor = ParagraphsEdit(page.new_id, TEXT_LIMIT, LINE_LIMIT if shape.field else 0)
        self.editor.setPlaceholderText(texts(hint))
        name_field(self.editor, texts(label), texts(HELP))
        self.part = ParagraphsPart(page, self.editor, section, shape, label)
        buttons = [
            Button(texts(UP_BUTTON), self.editor.move_up, texts(UP_HELP)),
            Button(texts(DOWN_BUTTON), self.editor.move_down, texts(DOWN_HELP)),
        ]
        if shape.field:
            key = QShortcut(QKeySequence(HEADING_KEY), self.editor)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(self.editor.toggle_heading)
            heading = self.editor.toggle_heading
            buttons.insert(0, Button(texts(HEADING_BUTTON), heading, texts(HEADING_HELP)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ButtonRow(buttons))
        column.addWidget(self.editor, 1)

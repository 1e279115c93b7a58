"""Phương hướng: the directions of the coming period as paragraphs, the targets as a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.marking import N_
from app.minutes.figures import Target
from app.minutes.record import Direction
from ui.models.indicators_model import TARGET_COLUMNS
from ui.models.indicators_pasting import TARGET_TARGETS
from ui.models.paragraph_items import Shape
from ui.pages import kinds
from ui.pages.page import Page
from ui.pages.paragraphs_box import ParagraphsBox
from ui.pages.table_part import TablePart, TableWords
from ui.widgets.form_rows import heading

SHAPE = Shape(Direction, field="field", follows="agenda_item")
HINT = N_("Type or paste the directions of the coming period.")
WORDS = TableWords(
    title=N_("Targets"),
    add=N_("Add target"),
    remove=N_("Remove target {name}"),
    remove_several=N_("Remove {count} targets"),
    move=N_("Move targets"),
    paste=N_("Paste targets"),
    hint=N_("Type the name of a target, Tab, and the figure to reach: 96,35%."),
)


class DirectionsPage(Page):
    """What is to be done in the coming period."""

    title = kinds.DIRECTIONS.title

    def build(self) -> None:
        self.directions = ParagraphsBox(self, "directions", SHAPE, self.title, HINT)
        self.targets = TablePart(
            self, "targets", TARGET_COLUMNS, self._make, WORDS, targets=TARGET_TARGETS
        )
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.texts(WORDS.title), 1.1))
        column.addWidget(self.targets.buttons())
        column.addWidget(self.targets.view, 1)
        column.addWidget(self.targets.note)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.directions)
        splitter.addWidget(below)
        self.column.addWidget(splitter, 1)

    def _make(self) -> Target:
        return Target(id=self.new_id())

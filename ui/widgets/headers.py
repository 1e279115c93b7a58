"""The heads of tables, which look the same everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView


def calm(header: QHeaderView) -> QHeaderView:
    """Titles above where their words begin, and none of them bold for the cell that one is in."""
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return header

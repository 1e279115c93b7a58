"""The heads of tables, which look the same everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView


def calm(header: QHeaderView) -> QHeaderView:
    """Titles above where their words begin, and none of them bold for the cell that one is in."""
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return header


def shared_out(widths: Sequence[int], wordy: Sequence[bool], room: int) -> list[int]:
    """The widths of columns where there is room for more: what is left goes to the wordy ones, to
    each as it is wide. All in pixels; where there is no room, or no such column, as they were.
    """
    left = room - sum(widths)
    among = sum(width for width, has in zip(widths, wordy, strict=True) if has)
    if left <= 0 or not among:
        return list(widths)
    return [
        width + left * width // among if has else width
        for width, has in zip(widths, wordy, strict=True)
    ]

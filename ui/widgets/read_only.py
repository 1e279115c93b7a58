"""Makes all that can be typed into below a widget readable only, and takes that back.

Text can still be selected, copied and scrolled: a page that is only greyed out can not be read.
"""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.widgets.table_view import TableView

READS_ONLY = "readsOnly"
"""The property of a button that changes nothing: it can always be used."""
_SHUT = "shutForReading"


def set_read_only(root: QWidget, on: bool) -> None:
    """Shut, or open again, the fields, tables, buttons and commands below `root`."""
    for field in root.findChildren(QWidget):
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit | TableView):
            field.setReadOnly(on)
        elif isinstance(field, QAbstractButton | QComboBox) and not field.property(READS_ONLY):
            _shut(field, on)
    for action in root.findChildren(QAction):
        if not action.property(READS_ONLY):
            _shut(action, on)


def _shut(thing: QWidget | QAction, on: bool) -> None:
    """What was shut already for a reason of its own stays so when the rest is opened again."""
    if on and _enabled_itself(thing):
        thing.setProperty(_SHUT, True)
        thing.setEnabled(False)
    elif not on and thing.property(_SHUT):
        thing.setProperty(_SHUT, None)
        thing.setEnabled(True)


def _enabled_itself(thing: QWidget | QAction) -> bool:
    """Whether it would be enabled if all around it were."""
    if isinstance(thing, QWidget):
        return thing.isEnabledTo(thing.parentWidget())  # type: ignore[arg-type]
    return thing.isEnabled()

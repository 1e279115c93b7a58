from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt

from app.editing.session import Session
from app.minutes.figures import Figure
from tests.ui.keys import press, type_text
from ui.pages.directions_page import DirectionsPage


def test_directions_and_targets_are_typed(
    open_page: Callable[..., DirectionsPage], session: Session
) -> None:
    page = open_page(DirectionsPage)
    page.directions.editor.setFocus()
    type_text("Năm 2022\nTriển khai")
    page.targets.view.setFocus()
    type_text("Tỷ lệ gia đình văn hóa\t96,35%\n")
    press(Qt.Key.Key_Escape)
    assert [d.text for d in session.record.directions] == ["Năm 2022", "Triển khai"]
    (target,) = session.record.targets
    (measure,) = target.measures
    assert (measure.plan, measure.unit) == (
        Figure(value=Decimal("96.35"), written="96,35"),
        "%",
    )

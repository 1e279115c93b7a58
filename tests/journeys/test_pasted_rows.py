"""Rows pasted into a table from old office files, in the running program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableView

from tests.journeys.conftest import CTRL, Hands, Start
from ui.dialogs.paste_dialog import PasteDialog

KEY = Qt.Key
UNTIDY = '• Bu\u0300i\u00a0 Phu\u0301\tBí\u200b thư\x0bchi bộ , “a"\r\n- Ðỗ Án\tHội\u00ad viên\r\n'
OLD = "Bïi V¨n Phó\tBÝ th­\r\nLª ThÞ Hoµ\tChñ tÞch\r\n"


@pytest.fixture
def hands(start: Start) -> Hands:
    hands = start()
    hands.press(KEY.Key_N, CTRL)
    hands.page(2)
    hands.push("Thêm")
    return hands


def pasted(hands: Hands, text: str) -> list[list[str]]:
    QGuiApplication.clipboard().setText(text)
    hands.press(KEY.Key_V, CTRL)
    (dialog,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, PasteDialog))
    table = dialog.findChild(QTableView)
    model = table.model()
    seen = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
    rows = [[model.index(row, at).data() for at in seen] for row in range(model.rowCount())]
    hands.press(KEY.Key_Escape)
    return rows


def test_cells_are_put_right_as_text_in_a_field_is(hands: Hands) -> None:
    rows = pasted(hands, UNTIDY)
    assert [row[:2] for row in rows] == [["Bùi Phú", "Bí thư chi bộ, “a”"], ["Đỗ Án", "Hội viên"]]


def test_cells_for_old_fonts_become_unicode(hands: Hands) -> None:
    rows = pasted(hands, OLD)
    assert [row[:2] for row in rows] == [["Bùi Văn Phú", "Bí thư"], ["Lê Thị Hoà", "Chủ tịch"]]
    assert "(TCVN3)" in hands.words()

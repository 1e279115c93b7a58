import pytest
from PySide6.QtCore import QMimeData

from ui.widgets.pasted_table import MOST_ROWS, rows_of

WORD = """<html><body><p>Danh sách</p><table><tr><td><p>STT</p></td><td><p>Họ và tên</p></td></tr>
<tr><td><p>1</p></td><td><p>Bùi Văn</p><p>Phú &amp; Co</p></td></tr>
<tr><td colspan=2>Cộng</td></tr></table></body></html>"""


def copied(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\nc", (("a", "b"), ("c", ""))),
        ("a\n\nb", (("a",), ("b",))),
        ("a\x0bb\tc\u2028d\nx\ty", (("a b", "c d"), ("x", "y"))),
        ("một", (("một",),)),
        ("", ()),
        (" \t \n", ()),
        ("a\t\tb\nc\t\td", (("a", "b"), ("c", "d"))),
        ('"Bùi\nPhú"\t"nói ""gọn"""\nx\ty', (("Bùi Phú", 'nói "gọn"'), ("x", "y"))),
        ("Bu\u0300i\u00a0Phu\u0301\tx", (("Bùi Phú", "x"),)),
    ],
)
def test_text_is_read_as_a_spreadsheet_copies_it(
    text: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    assert rows_of(copied(text)) == rows


def test_a_word_table_is_read_where_its_text_is_not_tabular() -> None:
    text = "STT\tHọ và tên\n1\tBùi Văn\nPhú & Co\nCộng"
    expected = (("STT", "Họ và tên"), ("1", "Bùi Văn Phú & Co"), ("Cộng", ""))
    assert rows_of(copied(text, WORD)) == expected


def test_tabular_text_goes_before_html() -> None:
    assert rows_of(copied("a\tb", WORD)) == (("a", "b"),)


def test_text_with_html_that_has_no_table_is_text() -> None:
    assert rows_of(copied("một\nhai", "<p>một</p><p>hai</p>")) == (("một",), ("hai",))


def test_there_is_an_end_to_the_rows() -> None:
    assert len(rows_of(copied("x\n" * (MOST_ROWS + 1)))) == MOST_ROWS

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.minutes.text import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Bùi Văn Phú", "Bùi Văn Phú"),
        (unicodedata.normalize("NFD", "Kiều Như Nguyên"), "Kiều Như Nguyên"),
        ("một\r\nhai\rba\u2028bốn\x0bnăm", "một\nhai\nba\nbốn\nnăm"),
        ("a\x00b\x1fc\x7f\ud800d\ufffe", "abcd"),
        ("e\x01\u0302", "ê"),
        ("cột\tcột", "cột cột"),
    ],
)
def test_clean_keeps_composed_text_that_xml_can_carry(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_clean_is_idempotent_and_xml_takes_what_it_gives(text):
    cleaned = clean(text)
    element = etree.Element("t")
    element.text = cleaned
    assert clean(cleaned) == cleaned
    assert etree.fromstring(etree.tostring(element)).text == (cleaned or None)

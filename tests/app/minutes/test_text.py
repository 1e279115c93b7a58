import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.minutes.text import clean, is_plainly_clean


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


def test_no_character_that_clean_changes_passes_as_plainly_clean():
    passed = filter(is_plainly_clean, map(chr, range(0x10000)))
    assert [text for text in passed if clean(text) != text] == []


_MARKED = st.text(st.sampled_from("aêồđ \u0302\u0301\u0323\u1100\u1161\u0344\n\x00"), max_size=6)


@given(st.lists(_MARKED, max_size=6))
def test_every_piece_of_what_is_plainly_clean_is_clean(pieces):
    if is_plainly_clean("".join(pieces)):
        assert [clean(piece) for piece in pieces] == pieces

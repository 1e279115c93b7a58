"""Whatever a person may paste gives a valid file that reads back as the cleaned text."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.outline import Block, Columns, Row, Table
from app.minutes.text import clean
from app.word.read import paragraph_texts
from app.word.resolving.resolve import resolve
from tests.app.word.outlines import line, part, typed, written
from tests.office.validators import faults_by_audit, faults_by_sdk, texts_by_pandoc

PASTED = {
    "no space": "x" * 10_000,
    "decomposed": "nga\u0302\u0301y \u1ee7y\u0301 thu\u031b\u0323c hie\u0323\u0302n",
    "right to left": "שלום \u202eעולם\u202c العربية",
    "emoji": "👨‍👩‍👧 🇻🇳 ❤️ 🏽",
    "breaks": "a\tb\r\nc\x0bd\x85e\u2028f\u2029g",
    "control characters": "\x00a\x01b\x1fc\x7fd\x9fe\ufffef\uffff",
    "surrogates": "\ud800a\udfff",
    "markup": "]]><w:p>&amp;<!-- x --> <?xml?>",
    "blanks": "\xa0a\u200b\u3000b  c\u00ad",
    "marks alone": "\u0301\u0323 \u20dd",
    "far planes": "\U0001f9ff\U000e0041\U0010fffd",
}
ANY = st.text(st.characters(codec=None), max_size=60)


def everywhere(text: str) -> list[Block]:
    """The text wherever a document may have one."""
    cell = (line("table_cell", typed(text, "c")),)
    letterhead = ((line("issuing_body", typed(text, "l")),), (line("party_title", text),))
    return [
        Columns("letterhead", letterhead),
        line("section_heading", typed(text, "h"), " ", typed(text, "i")),
        Table("attendees", Row((cell, cell)), (Row((cell, ())),)),
        line("body", "Ý kiến: ", typed(text, "b"), "."),
    ]


def expected(text: str) -> list[str]:
    kept = clean(text)
    lines = [kept, kept, f"{kept} {kept}", kept, kept, kept, f"Ý kiến: {kept}."]
    return [each for each in lines if each.strip()]


@given(ANY)
def test_any_text_reads_back_as_the_cleaned_text(text: str) -> None:
    document = written(*everywhere(text), title=text)
    assert paragraph_texts(document) == expected(text)
    assert (part(document, "docProps/core.xml")[0].text or "") == clean(text)


@given(ANY.filter(lambda text: clean(text).strip()))
def test_any_text_is_found_again_as_the_cleaned_text(text: str) -> None:
    passages = resolve(written(*everywhere(text))).passages
    assert [passage.text for passage in passages] == [clean(text)] * 7


@settings(max_examples=15)  # the validator is slow
@given(st.lists(ANY, max_size=4))
def test_any_texts_give_a_valid_file(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "pasted.docx")
        path.write_bytes(written(*(block for text in texts for block in everywhere(text))))
        assert faults_by_audit(path) == []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One of everything that was ever pasted."""
    path = tmp_path / "pasted.docx"
    blocks = [block for text in PASTED.values() for block in everywhere(text)]
    path.write_bytes(written(*blocks, title=" ".join(PASTED.values())))
    return path


def test_what_was_pasted_is_valid(file: Path) -> None:
    assert faults_by_sdk(file) == []
    assert faults_by_audit(file) == []


def test_what_was_pasted_reads_back(file: Path) -> None:
    assert paragraph_texts(file) == [each for text in PASTED.values() for each in expected(text)]


def test_pandoc_reads_what_was_pasted(file: Path) -> None:
    lines = [each for text in PASTED.values() for each in expected(text)]
    assert texts_by_pandoc(file) == [" ".join(each.split()) for each in lines]

"""Every part of every kind of document stays as it was, is valid, and reads the same everywhere.

After a change that is meant, `make goldens`; look at the difference, and commit it.
"""

import difflib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from app.documents.outline import Outline, paragraphs
from app.minutes.text import clean
from app.word.read import paragraph_texts
from app.word.resolving.resolve import State, resolve
from tests.app.word.goldens.documents import (
    FOLDER,
    MAIN,
    as_text,
    goldens,
    is_large,
    path_of,
    written,
)
from tests.app.word.outlines import found, part
from tests.office.validators import faults_by_audit, faults_by_sdk, text_of_pdf, texts_by_pandoc

GOLDENS = goldens()
MOST_LINES = 40  # of a difference


@pytest.fixture(params=GOLDENS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def document(name: str) -> bytes:
    return written(GOLDENS[name])


@pytest.fixture
def file(document: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "golden.docx"
    path.write_bytes(document)
    return path


def difference(name: str, now: str) -> Iterator[str]:
    was = path_of(name).read_text("utf-8") if path_of(name).exists() else ""
    lines = (text.splitlines() for text in (was, now))
    return islice(difflib.unified_diff(*lines, name, "now", n=1, lineterm=""), MOST_LINES)


def said(outline: Outline) -> list[str]:
    texts = (clean(paragraph.text) for paragraph in paragraphs(outline))
    return [text for text in texts if text.strip()]


def test_document_is_as_it_was(name: str, document: bytes) -> None:
    now = as_text(document, whole=not is_large(GOLDENS[name]))
    changed = "\n".join(difference(name, now))
    assert not changed, f"if this is meant: make goldens\n{changed}"


def test_there_is_no_golden_that_nothing_makes() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == GOLDENS.keys()


def test_document_is_valid_to_microsofts_sdk(file: Path) -> None:
    assert faults_by_sdk(file) == []


def test_document_is_valid_to_openxml_audit(file: Path) -> None:
    assert faults_by_audit(file) == []


def test_nothing_is_laid_out_by_tabs_blanks_or_numbers_of_words_own(document: bytes) -> None:
    body = part(document, MAIN)
    for tag in ("tab", "numPr", "ptab", "fldChar", "sdt"):
        assert not found(body, f"//w:{tag}")
    assert [text for text in found(body, "//w:t/text()") if "   " in text or "\t" in text] == []
    empty = found(body, "/w:document/w:body/w:p[not(w:r)]")
    assert {found(each, "string(w:pPr/w:pStyle/@w:val)") for each in empty} <= {"BBSauBang"}


def test_nothing_but_styles_says_how_letters_look(document: bytes) -> None:
    """So that an official who changes a style in Word sees all of it follow."""
    assert {each.tag.partition("}")[2] for each in found(part(document, MAIN), "//w:rPr/*")} <= {
        "rStyle"
    }


def test_python_docx_reads_what_was_said(name: str, document: bytes) -> None:
    assert paragraph_texts(document) == said(GOLDENS[name].outline)


def test_pandoc_reads_what_was_said(name: str, file: Path) -> None:
    exported = resolve(file.read_bytes()).exported
    lines = ("".join(piece.text for piece in line) for line in exported.paragraphs)
    assert texts_by_pandoc(file) == [" ".join(line.split()) for line in lines]
    assert len(exported.paragraphs) == len(said(GOLDENS[name].outline))


def letters(*texts: str) -> Counter[str]:
    return Counter(letter for text in texts for letter in text.casefold() if letter.isalnum())


def test_libreoffice_prints_what_was_said(name: str, printed: Path) -> None:
    missing = letters(*said(GOLDENS[name].outline)) - letters(text_of_pdf(printed / f"{name}.pdf"))
    assert not missing


def test_every_passage_is_found_in_a_fresh_export(document: bytes) -> None:
    resolved = resolve(document)
    assert {passage.state for passage in resolved.passages} <= {State.KEPT}
    assert resolved.added == ()

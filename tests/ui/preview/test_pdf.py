"""The PDF file, read back by programs that are not ours: text, properties, bookmarks, pages."""

import re
import subprocess
from pathlib import Path

import pdfplumber
import pytest

from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.press import Press
from app.sample import sample
from ui.preview.pdf import PdfProperties, pdf_of
from ui.preview.pdf_bookmarks import with_bookmarks
from ui.preview.typesetting import typeset

PRESS = Press(resources_folder())
TITLE = "BIÊN BẢN – Buổi làm việc"


def letters(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


@pytest.fixture(scope="module")
def pages(qapp):
    outline = PRESS.compose(sample(resources_folder()), DocumentKind.MINUTES, Form.PARTY)
    return typeset(outline, PRESS.rules(Form.PARTY))


@pytest.fixture(scope="module")
def path(pages, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "x.pdf"
    path.write_bytes(pdf_of(pages, PdfProperties(TITLE, "Biên Bản")))
    return path


def test_pages_begin_with_the_lines_of_the_preview(path, pages):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True)
    printed = text.stdout.decode().split("\f")[:-1]
    assert len(printed) == pages.count > 1
    for number, page in enumerate(printed):
        lines = [line for line in page.split("\n") if line.strip()]
        first = letters(lines[1 if number else 0])
        assert first.startswith(letters(pages.lines(number)[0]))


def test_all_text_can_be_marked(path, pages):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True)
    marked = letters(text.stdout.decode())
    paragraphs = [letters(line) for line in pages.text().split("\n") if len(line) > 40]
    assert len(paragraphs) > 20
    assert sum(line[:40] in marked for line in paragraphs) == len(paragraphs)


def test_paper_is_a4_and_nothing_is_a_picture(path):
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            assert (round(page.width), round(page.height)) == (595, 842)
            assert page.images == []


def test_fonts_are_in_the_file(path):
    told = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout
    rows = told.splitlines()[2:]
    assert rows
    for row in rows:  # embedded, and telling which letters they are
        embedded, _, letters_told = row.split()[-5:-2]
        assert (embedded, letters_told) == ("yes", "yes")


def test_properties_are_told(path):
    with pdfplumber.open(path) as pdf:
        assert pdf.metadata["Title"] == TITLE
        assert pdf.metadata["Creator"] == "Biên Bản"


def test_headings_are_bookmarks_on_their_pages(path, pages):
    with pdfplumber.open(path) as pdf:
        found = [(level, title) for level, title, *_ in pdf.doc.get_outlines()]
        ids = [page.page_obj.pageid for page in pdf.pages]
        on = [ids.index(dest[0].objid) for _, _, dest, *_ in pdf.doc.get_outlines()]
    wanted = pages.headings()
    assert found == [(heading.level, heading.text) for heading in wanted]
    assert on == [heading.spot.page for heading in wanted]
    assert {level for level, _ in found} == {1, 2}


def test_bookmarks_are_shown_when_the_file_is_opened(path):
    with pdfplumber.open(path) as pdf:
        assert pdf.doc.catalog["PageMode"].name == "UseOutlines"


def test_poppler_finds_no_fault(path):
    told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True)
    assert told.stderr == ""
    assert "Pages:" in told.stdout


def test_file_without_headings_stays_as_it_is():
    assert with_bookmarks(b"whatever", ()) == b"whatever"

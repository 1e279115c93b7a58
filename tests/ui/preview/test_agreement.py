"""The preview's pages are those of LibreOffice, but for the pages listed in the data file."""

import re
import subprocess
import tomllib
import unicodedata
from pathlib import Path

import pytest

from app.minutes.words import Form
from tests.app.word.page.conftest import Sheets, sheets  # noqa: F401 - printed once in a session
from tests.app.word.page.sheets import Sheet
from ui.preview.typesetting import Typesetter

LISTED = Path(__file__).parents[2] / "data" / "preview" / "differences.toml"


def letters_of(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text)).casefold()


def printed_pages(sheet: Sheet) -> list[str]:
    """What each page of LibreOffice begins with, below its number."""
    command = ["pdftotext", "-layout", str(sheet._path), "-"]  # noqa: SLF001
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    pages = [list(filter(str.strip, page.split("\n"))) for page in text.split("\f")[:-1]]
    return [letters_of(page[0 if number == 0 else 1]) for number, page in enumerate(pages)]


def previewed_pages(sheet: Sheet) -> list[str]:
    """What each page of the preview begins with."""
    pages = Typesetter().typeset(sheet.outline, sheet.rules)
    return [letters_of(pages.lines(page)[0]) for page in range(pages.count)]


class Compared:
    """All samples of both forms, printed and previewed."""

    def __init__(self, printed: Sheets) -> None:
        self.pairs = {
            f"{form}/{name}": (printed_pages(sheet), previewed_pages(sheet))
            for form in Form
            for name, sheet in printed[form].items()
        }

    def differences(self) -> list[tuple[str, int]]:
        return [
            (name, number)
            for name, (theirs, ours) in self.pairs.items()
            for number, (one, other) in enumerate(zip(theirs, ours, strict=False), 1)
            if not one.startswith(other)  # across cells, ours may stand a little higher
        ]


@pytest.fixture(scope="module")
def compared(sheets: Sheets, qapp: object) -> Compared:  # noqa: F811
    return Compared(sheets)


def test_number_of_pages_is_the_same(compared: Compared) -> None:
    counts = {name: (len(theirs), len(ours)) for name, (theirs, ours) in compared.pairs.items()}
    assert {name: pair for name, pair in counts.items() if pair[0] != pair[1]} == {}
    assert max(ours for _, ours in counts.values()) >= 40
    assert len(counts) > 30


def test_pages_begin_with_the_same_line_but_for_those_listed(compared: Compared) -> None:
    listed = tomllib.loads(LISTED.read_text("utf-8"))["difference"]
    assert compared.differences() == [(one["sample"], one["page"]) for one in listed]
    assert all(one["why"] for one in listed)


def test_at_least_95_of_100_pages_begin_with_the_same_line(compared: Compared) -> None:
    pages = sum(len(theirs) for theirs, _ in compared.pairs.values())
    assert pages > 200
    assert len(compared.differences()) <= 0.05 * pages

"""The seal tells whether anybody has saved an export since it was written."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from app.word.package import zipped
from app.word.seal import is_untouched, seal_of
from tests.app.word.outlines import line, part, written

PART = "customXml/item1.xml"
EXPORT = written(line("body", "a"))


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(EXPORT)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_export_is_untouched() -> None:
    assert is_untouched(EXPORT)


def test_seal_stands_for_the_parts_and_not_for_how_they_are_packed() -> None:
    assert part(EXPORT, PART).get("seal") == seal_of(parts(), apart_from=PART)
    assert is_untouched(zipped(parts(), ZIP_STORED))


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_change_of_any_part_breaks_the_seal(name: str) -> None:
    assert not is_untouched(zipped(parts() | {name: parts()[name] + b" "}))


def test_change_that_leaves_the_length_breaks_the_seal() -> None:
    main = parts()["word/document.xml"].replace(b">a<", b">b<")
    assert not is_untouched(zipped(parts() | {"word/document.xml": main}))


def test_part_added_or_taken_away_breaks_the_seal() -> None:
    assert not is_untouched(zipped(parts() | {"word/comments.xml": b"<x/>"}))
    assert not is_untouched(zipped({n: c for n, c in parts().items() if n != "docProps/app.xml"}))


def test_export_without_its_anchors_is_not_known() -> None:
    assert not is_untouched(zipped({n: c for n, c in parts().items() if n != PART}))


@pytest.mark.parametrize("content", [b"", b"PK", b"letter", EXPORT[:100], EXPORT[:-30]])
def test_what_is_no_export_is_not_untouched(content: bytes) -> None:
    assert not is_untouched(content)

"""A file that cannot be read is told in one sentence of its own, and nothing worse happens."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from app.errors import KnownError
from tests.app.word.checking.documents import MINUTES, PARTY, STATE, exported, found
from tests.app.word.checking.docx_file import Docx, zipped
from tests.app.word.checking.parts import file_of, relations, text

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
GOOD = file_of(text())
WORKBOOK = zipped(
    {"_rels/.rels": relations(officeDocument="xl/workbook.xml"), "xl/workbook.xml": b"<workbook/>"}
)
BOMB = b'<!DOCTYPE a [<!ENTITY b "0123456789"><!ENTITY c "&b;&b;&b;">]><w:document>&c;</w:document>'
NOT_WORD, OLD = "not a Word document", "older Word"
PROTECTED, DAMAGED = "protected by a password", "damaged"


def with_document(content: bytes) -> bytes:
    rels = relations(officeDocument="word/document.xml")
    return zipped({"_rels/.rels": rels, "word/document.xml": content})


def encrypted(data: bytes) -> bytes:
    """The same zip, its entries marked as encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", NOT_WORD, id="empty"),
        pytest.param("Biên bản".encode(), NOT_WORD, id="plain text"),
        pytest.param(b"%PDF-1.7", NOT_WORD, id="pdf"),
        pytest.param(zipped({"a.txt": b"a"}), NOT_WORD, id="another zip"),
        pytest.param(WORKBOOK, NOT_WORD, id="a workbook"),
        pytest.param(OLE + b"WordDocument", OLD, id="doc"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), PROTECTED, id="protected"),
        pytest.param(encrypted(GOOD), PROTECTED, id="encrypted zip"),
        pytest.param(GOOD[:400], DAMAGED, id="cut off"),
        pytest.param(with_document(b"<w:document"), DAMAGED, id="broken XML"),
        pytest.param(with_document(BOMB), DAMAGED, id="entities"),
    ],
)
def test_unreadable_file_is_told(data: bytes, told: str) -> None:
    with pytest.raises(KnownError, match=told):
        found(data, MINUTES, PARTY)


def test_damaged_letters_are_told() -> None:
    data = bytearray(exported(MINUTES, PARTY))
    with ZipFile(BytesIO(data)) as package:
        entry = package.getinfo("word/document.xml")
    start = entry.header_offset + 60
    data[start : start + 40] = bytes(40)
    with pytest.raises(KnownError, match=DAMAGED):
        found(bytes(data), MINUTES, PARTY)


def test_file_that_promises_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.word.checking.opening._SIZE_LIMIT", 10)
    with pytest.raises(KnownError, match="too large"):
        found(GOOD, MINUTES, PARTY)


def test_file_without_styles_headers_or_body_is_checked() -> None:
    docx = Docx(GOOD)
    docx.tree().remove(docx.tree()[0])
    assert found(docx.data, MINUTES, STATE)
    assert found(GOOD, MINUTES, STATE)

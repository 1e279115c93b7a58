from pathlib import Path

import pytest

from app.errors import KnownError
from app.minutes.attendees import Position
from app.minutes.directory import Person
from app.minutes.words import Honorific
from app.people_file import read_rows, write_people

TITLES = (Position(id="1", title="Phó Bí thư"), Position(id="2", title="Chủ tịch"))
PEOPLE = (
    Person(id="a", name="Bùi Văn Phú", positions=TITLES, body='UBND "thành phố"; PRTC'),
    Person(id="b", name="Lê Thị Hoà", honorific=Honorific.MRS),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "danh bạ.csv"


def test_what_was_written_is_read_again(path: Path) -> None:
    write_people(PEOPLE, path)
    assert read_rows(path) == (
        ("Họ và tên", "Xưng hô", "Chức vụ", "Đơn vị"),
        ("Bùi Văn Phú", "Đồng chí", "Phó Bí thư; Chủ tịch", 'UBND "thành phố"; PRTC'),
        ("Lê Thị Hoà", "Bà", "", ""),
    )


def test_excel_finds_its_mark_and_its_semicolons(path: Path) -> None:
    write_people(PEOPLE, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == len(PEOPLE) + 1
    assert "Họ và tên;Xưng hô".encode() in data


@pytest.mark.parametrize(
    "data",
    [
        b"a;b\n\nc;d\n",
        "a,b\r\nc,d".encode("utf-8-sig"),
        "a\tb\nc\td".encode("utf-16"),
        b"a;b\nc;d;",
        b"sep=;\r\na;b\r\nc;d\r\n",
        b"SEP=,\na,b\nc,d\n",
    ],
)
def test_other_tables_are_read_too(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    assert [row[:2] for row in read_rows(path)] == [("a", "b"), ("c", "d")]


def test_decomposed_letters_are_composed(path: Path) -> None:
    path.write_text("Bu\u0300i  Phu\u0301;x", "utf-8")
    assert read_rows(path) == (("Bùi Phú", "x"),)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        ("Bùi".encode("cp1258"), "CSV UTF-8"),
        (b"PK\x03\x04\0\0", "no text"),
        ("Họ và tên;Chức vụ\r\n".encode(), "nobody below"),
        (b'a;b\na;"b\n', "no table that can be read; look at its line 2"),
        (b"sep=;\na;b\na;" + b"b" * 2_001, "Line 3 of .* more than 2000 characters"),
    ],
)
def test_what_is_no_table_is_told(data: bytes, told: str, path: Path) -> None:
    path.write_bytes(data)
    with pytest.raises(KnownError, match=told):
        read_rows(path)


def test_a_missing_file_and_a_place_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be read"):
        read_rows(tmp_path / "none.csv")
    with pytest.raises(KnownError, match="could not be written"):
        write_people(PEOPLE, tmp_path / "none" / "x.csv")


def test_a_huge_file_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.people_file.MOST_BYTES", 3)
    path.write_bytes(b"a;b\n")
    with pytest.raises(KnownError, match="too large"):
        read_rows(path)

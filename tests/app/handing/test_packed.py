import datetime
import io
import json
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.attachments import AttachmentKind
from app.errors import KnownError
from app.handing import packed as module
from app.handing.packed import NotPackedError, Packed, PackedFile, pack, read, unpack
from app.minutes.canonical import to_json
from app.minutes.record import Minutes
from app.paths import resources_folder
from app.sample import sample
from tests.strategies import minutes

AT = datetime.datetime(2026, 6, 30, 8, tzinfo=datetime.UTC)
FILE = PackedFile("f1", "Góp ý.docx", AttachmentKind.RETURNED, "gấp", AT, b"PK\x03\x04 word")
WHOLE = Packed(sample(resources_folder()), (FILE, FILE._replace(id="f2", data=b"")))


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_json", ".json"), data)
    return held.getvalue()


RECORD = to_json(Minutes(id="m"))


def test_what_is_packed_is_unpacked():
    assert unpack(pack(WHOLE), "a.bienban") == WHOLE


def test_the_same_minutes_are_the_same_bytes():
    assert pack(WHOLE) == pack(WHOLE)


@given(minutes())
def test_any_record_can_be_handed_over(record):
    assert unpack(pack(Packed(record)), "a").record == record


def test_the_json_of_a_record_alone_is_read_too(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(RECORD)
    assert read(path) == Packed(Minutes(id="m"))


def listed(**changes: object) -> bytes:
    line = {"id": "f1", "name": "a", "kind": "other", "note": "", "at": "2026-06-30T08:00:00Z"}
    return json.dumps([line | {"hash": "0"} | changes]).encode()


@pytest.mark.parametrize(
    "data",
    [
        zipped(other_json=b"{}"),
        zipped(minutes_json=RECORD, files__x=b"unlisted"),
        zipped(minutes_json=RECORD, **{"..__evil": b"x"}),
        zipped(minutes_json=RECORD, files_json=b"{}"),
        zipped(minutes_json=RECORD, files_json=b"\xff"),
        zipped(minutes_json=RECORD, files_json=listed(id="../../etc/passwd")),
        zipped(minutes_json=RECORD, files_json=listed(kind="program")),
        zipped(minutes_json=RECORD, files_json=listed()),
        zipped(minutes_json=RECORD, files_json=listed(), files__f1=b"another content"),
        pack(WHOLE)[:-30],
        b"PK\x03\x04" + b"\0" * 100,
    ],
)
def test_what_is_no_such_file_is_told_in_a_sentence(data):
    with pytest.raises(NotPackedError, match=r"a\.bienban is"):
        unpack(data, "a.bienban")


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b"%PDF-1.7", b'{"format":"x"}'])
def test_what_is_no_record_is_told_in_a_sentence(data):
    with pytest.raises(KnownError):
        unpack(data, "a.bienban")


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_RECORD", 1000)
    with pytest.raises(NotPackedError, match="more than minutes can have"):
        unpack(zipped(minutes_json=b" " * 1_000_000), "a.bienban")


def test_files_together_are_bounded(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_FILE", 20)
    files = tuple(FILE._replace(id=f"f{n}") for n in range(3))
    with pytest.raises(NotPackedError, match="more than minutes can have"):
        unpack(pack(Packed(Minutes(id="m"), files)), "a.bienban")


def test_too_many_files_are_not_looked_at(monkeypatch):
    monkeypatch.setattr(module, "MOST_FILES", 1)
    with pytest.raises(NotPackedError, match="more than"):
        unpack(pack(WHOLE), "a.bienban")


def test_a_file_beyond_measure_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_FILE", 3)
    (tmp_path / "a.bienban").write_bytes(b"1234")
    with pytest.raises(NotPackedError, match="more than"):
        read(tmp_path / "a.bienban")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(KnownError, match="cannot be read"):
        read(tmp_path / "a.bienban")


def test_a_name_that_stands_twice_is_refused(recwarn):
    held = io.BytesIO()
    with ZipFile(held, "w") as package:
        package.writestr("minutes.json", RECORD)
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("minutes.json", RECORD)
    with pytest.raises(NotPackedError):
        unpack(held.getvalue(), "a")


def test_a_file_with_a_password_is_refused():
    data = bytearray(zipped(minutes_json=RECORD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(NotPackedError):
        unpack(bytes(data), "a")


@given(st.binary(max_size=60), st.integers(0, 400))
def test_damage_is_told_or_harmless(noise, at):
    data = pack(Packed(Minutes(id="m"), (FILE,)))
    damaged = data[:at] + noise + data[at + len(noise) :]
    try:
        found = unpack(damaged, "a")
    except KnownError:
        return
    assert found.record.id


def test_the_way_of_packing_is_one_that_every_zip_program_reads():
    with ZipFile(io.BytesIO(pack(WHOLE))) as package:
        assert {info.compress_type for info in package.infolist()} == {ZIP_DEFLATED}

"""A program that a linker dated comes out with the build's date, and changed in nothing else."""

import struct
from pathlib import Path

import pytest
from installers import zig


def a_program(path: Path, dated: int) -> Path:
    """The first bytes of a Windows program: where its head is, and the head."""
    head = struct.pack("<4sHHI", b"PE\0\0", 0x8664, 3, dated)
    path.write_bytes(
        b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x80) + bytes(0x40) + head + b"rest"
    )
    return path


def test_date_is_that_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (a_program(tmp_path / str(each), each) for each in (1, 2))
    assert zig.date(first).read_bytes() == zig.date(second).read_bytes()
    assert first.read_bytes() == a_program(tmp_path / "wanted", 1_700_000_000).read_bytes()

"""Kept files are laid out beside the archive, for the user alone, and cleared away later."""

import os
import stat

from app.archive.showing import clear_shown, show


def test_a_file_is_laid_out_read_only_in_a_folder_of_ones_own(tmp_path):
    archive = tmp_path / "bienban.sqlite"
    path = show(archive, 3, "Biên bản.docx", b"bytes")
    assert path.read_bytes() == b"bytes"
    assert path.name == "Biên bản.docx"
    assert path.is_relative_to(tmp_path)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_files_of_one_name_are_told_apart_and_the_same_is_laid_out_once(tmp_path):
    archive = tmp_path / "bienban.sqlite"
    one, other = show(archive, 1, "a.docx", b"1"), show(archive, 2, "a.docx", b"2")
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    assert show(archive, 1, "a.docx", b"1") == one


def test_what_was_laid_out_is_cleared_away(tmp_path):
    archive = tmp_path / "bienban.sqlite"
    path = show(archive, 1, "a.docx", b"1")
    clear_shown(archive)
    assert not path.exists()
    assert list(tmp_path.iterdir()) == []
    clear_shown(archive)

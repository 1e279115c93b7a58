import errno
import os
from pathlib import Path

import pytest

from app.errors import KnownError
from app.word.save import TargetLocked, save_file


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "biên bản.docx"
    path.write_bytes(b"before")
    return path


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == b"before"
    assert list(target.parent.iterdir()) == [target]


def fail(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: OSError) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(owner, name, failing)


def test_file_is_written_whole(target: Path) -> None:
    save_file(b"after", target)
    assert target.read_bytes() == b"after"
    assert list(target.parent.iterdir()) == [target]


def test_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    save_file(b"x", tmp_path / "new.docx")
    assert (tmp_path / "new.docx").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_old_file_keeps_its_rights(target: Path) -> None:
    target.chmod(0o640)
    save_file(b"after", target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link.docx")
    link.symlink_to(target)
    save_file(b"after", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_folder_in_place_of_the_file_is_told(target: Path) -> None:
    with pytest.raises(KnownError, match="is a folder"):
        save_file(b"x", target.parent)
    assert_untouched(target)


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="does not exist"):
        save_file(b"x", tmp_path / "none" / "a.docx")


def test_read_only_file_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Who runs the tests as root may write everywhere, so the answer is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (target, os.W_OK))
    with pytest.raises(KnownError, match="read-only"):
        save_file(b"x", target)
    assert_untouched(target)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_read_only_folder_is_told(target: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    with monkeypatch.context() as patch:
        fail(patch, Path, "open", OSError(code, os.strerror(code)))
        with pytest.raises(KnownError, match="Nothing may be written"):
            save_file(b"x", target)
    assert_untouched(target)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk_is_told(target: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    fail(monkeypatch, os, "fsync", OSError(code, os.strerror(code)))
    with pytest.raises(KnownError, match="is full"):
        save_file(b"x", target)
    assert_untouched(target)


def test_file_open_in_word_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, Path, "replace", PermissionError(13, "Access is denied"))
    with pytest.raises(TargetLocked, match="open in another program"):
        save_file(b"x", target)
    assert_untouched(target)


def test_any_other_error_is_told_with_its_reason(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, Path, "replace", OSError(errno.EIO, "Input/output error"))
    with pytest.raises(KnownError, match="Input/output error"):
        save_file(b"x", target)
    assert_untouched(target)

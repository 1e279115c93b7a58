import errno
import os
import pickle
from pathlib import Path

import pytest

from app.errors import KnownError
from app.word.save import TargetChanged, TargetLocked, free_name, save_file
from tests.app.word.outlines import line, written
from tests.app.word.resolving.edited import changed

BEFORE = written(line("body", "before"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An export as we wrote it: it may be replaced without a word."""
    path = tmp_path / "biên bản.docx"
    path.write_bytes(BEFORE)
    return path


def assert_untouched(target: Path, content: bytes = BEFORE) -> None:
    assert target.read_bytes() == content
    assert not list(target.parent.glob(".bienban*"))


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
            save_file(b"x", target.with_name("new.docx"))
    assert_untouched(target)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk_is_told(target: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    fail(monkeypatch, os, "fsync", OSError(code, os.strerror(code)))
    with pytest.raises(KnownError, match="is full"):
        save_file(b"x", target)
    assert_untouched(target)


def test_file_open_in_word_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, Path, "replace", PermissionError(13, "Access is denied"))
    with pytest.raises(TargetLocked, match="open in another program") as caught:
        save_file(b"x", target)
    assert caught.value.instead == target.with_name("biên bản (2).docx")
    assert_untouched(target)


def test_any_other_error_is_told_with_its_reason(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, Path, "replace", OSError(errno.EIO, "Input/output error"))
    with pytest.raises(KnownError, match="Input/output error"):
        save_file(b"x", target)
    assert_untouched(target)


# Word writes over the start of names of more than six letters.
MARKS = {
    "biên bản.docx": ["~$ên bản.docx", ".~lock.biên bản.docx#"],
    "bien-ban.docx": ["~$en-ban.docx"],
    "bienban.docx": ["~$ienban.docx"],
    "bien.docx": ["~$bien.docx"],
}

OPENED = [(name, mark) for name, marks in MARKS.items() for mark in marks]


@pytest.mark.parametrize(("name", "mark"), OPENED)
def test_file_that_is_marked_as_open_is_told(tmp_path: Path, name: str, mark: str) -> None:
    (tmp_path / name).write_bytes(BEFORE)
    (tmp_path / mark).touch()
    with pytest.raises(TargetLocked):
        save_file(b"x", tmp_path / name)
    assert_untouched(tmp_path / name)


def test_file_that_is_marked_as_open_is_replaced_when_the_user_insists(target: Path) -> None:
    target.with_name(".~lock.biên bản.docx#").touch()
    save_file(b"after", target, insist=True)
    assert target.read_bytes() == b"after"


@pytest.mark.parametrize("content", [b"", b"letter", BEFORE[:-1], BEFORE[:-200]])
def test_file_that_is_not_as_we_wrote_it_is_told(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    with pytest.raises(TargetChanged, match="changed since it was exported") as caught:
        save_file(b"x", target)
    assert caught.value.instead.name == "biên bản (2).docx"
    assert_untouched(target, content)


def test_file_that_word_has_saved_is_told(target: Path) -> None:
    target.write_bytes(changed(BEFORE, lambda tree: tree.set("saved", "by Word")))
    with pytest.raises(TargetChanged):
        save_file(b"x", target)


def test_file_that_is_not_as_we_wrote_it_is_replaced_when_the_user_insists(target: Path) -> None:
    target.write_bytes(b"letter")
    save_file(b"after", target, insist=True)
    assert target.read_bytes() == b"after"


def test_read_only_file_is_told_even_to_who_insists(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (target, os.W_OK))
    with pytest.raises(KnownError, match="read-only"):
        save_file(b"x", target, insist=True)


def test_free_name_counts_on(tmp_path: Path) -> None:
    assert free_name(tmp_path / "a.docx").name == "a (2).docx"
    (tmp_path / "a (2).docx").touch()
    assert free_name(tmp_path / "a.docx").name == "a (3).docx"
    assert free_name(tmp_path / "a (2).docx").name == "a (3).docx"


def test_error_can_be_sent_from_another_process(target: Path) -> None:
    target.write_bytes(b"letter")
    with pytest.raises(TargetChanged) as caught:
        save_file(b"x", target)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.instead) == (str(caught.value), caught.value.instead)

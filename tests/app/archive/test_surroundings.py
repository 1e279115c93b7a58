from pathlib import Path, PurePosixPath

import pytest

from app.archive import surroundings
from app.archive.archive import Archive
from app.archive.surroundings import filesystem_of, is_windows_share, on_a_share, tighten
from app.errors import KnownError

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/vol /mnt/nfs nfs4 rw 0 0
//server/van\\040phong /mnt/van\\040phong cifs rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
proc /proc proc rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/an/a.sqlite", "ext4"),
        ("/mnt/nfs/a.sqlite", "nfs4"),
        ("/mnt/nfs/local/a.sqlite", "ext4"),
        ("/mnt/nfsx/a.sqlite", "ext4"),
        ("/mnt/van phong/a.sqlite", "cifs"),
    ],
)
def test_a_path_is_on_the_innermost_mount(path, kind):
    assert filesystem_of(PurePosixPath(path), MOUNTS) == kind


def test_a_share_is_warned_of_with_the_reason():
    warning = on_a_share(Path("/mnt/van phong/a.sqlite"), MOUNTS)
    assert "a broken connection can damage it" in str(warning)
    assert on_a_share(Path("/home/an/a.sqlite"), MOUNTS) is None
    assert on_a_share(Path("/home/an/a.sqlite"), "") is None


def test_this_test_is_not_on_a_share(path):
    assert on_a_share(path) is None


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        (r"\\server\share\a.sqlite", True),
        ("//server/share/a.sqlite", True),
        (r"\\?\UNC\server\share\a.sqlite", True),
        (r"\\?\C:\a.sqlite", False),
        (r"C:\a.sqlite", False),
    ],
)
def test_windows_shares_are_known_by_their_names(path, shared):
    assert is_windows_share(path) is shared


def test_what_others_could_read_is_told_and_made_the_users_alone(archive, path):
    backups = path.parent / "backups"
    backups.mkdir()
    backup = backups / "archive-20260101-000000.sqlite"
    backup.touch()
    backup.chmod(0o644)
    backups.chmod(0o755)
    path.chmod(0o640)
    assert surroundings.is_open(path)
    assert "could read" in str(tighten(path))
    modes = [file.stat().st_mode & 0o777 for file in (path, backup, backups)]
    assert modes == [0o600, 0o600, 0o700]
    assert tighten(path) is None
    assert not surroundings.is_open(path)


def test_opening_to_write_tightens_and_tells_and_reading_touches_nothing(archive, path):
    assert archive.notices == ()
    archive.close()
    path.chmod(0o644)
    Archive.open(path, write=False).close()
    assert path.stat().st_mode & 0o777 == 0o644
    with Archive.open(path) as opened:
        (notice,) = opened.notices
    assert "now only you can" in str(notice)
    assert path.stat().st_mode & 0o777 == 0o600


def test_opening_tells_of_a_share(path, monkeypatch):
    shared = KnownError("on a share")
    monkeypatch.setattr("app.archive.archive.on_a_share", lambda _: shared)
    with Archive.open(path) as opened:
        assert opened.notices == (shared,)

"""backup, restore, doctor and rescue from the command line."""

from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.cli import run
from app.paths import resources_folder
from app.sample import sample


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.sqlite"
    with Archive.open(path) as archive:
        archive.add(sample(resources_folder()))
    return path


@pytest.fixture
def shell(capsys, path):
    def call(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in (*arguments, "--archive", path)])
        return code, *capsys.readouterr()

    return call


def test_a_backup_can_be_made_beside_an_open_window(shell, path, tmp_path):
    with Archive.open(path):
        code, out, _ = shell("backup", tmp_path / "copies")
    assert code == 0
    with Archive.open(Path(out.strip()), write=False) as copy:
        assert copy.count() == 1


def test_restore_tells_what_is_inside_and_what_is_kept(shell, path, tmp_path):
    backup = Path(shell("backup", tmp_path / "copies")[1].strip())
    with Archive.open(path) as archive:
        archive.delete(archive.entries()[0].id)
    code, _, told = shell("restore", backup)
    assert (code, "2022" in told, "a-replaced-" in told) == (0, True, True)
    with Archive.open(path, write=False) as archive:
        assert archive.count() == 1


def test_restore_beside_an_open_window_is_refused_with_the_reason(shell, path, tmp_path):
    backup = Path(shell("backup", tmp_path / "copies")[1].strip())
    with Archive.open(path):
        code, _, told = shell("restore", backup)
    assert code == 2
    assert str(path) in told


def test_doctor_says_nothing_where_all_is_well(shell, path):
    shell("backup", path.parent / "backups")
    assert shell("doctor") == (0, "", "")


def test_doctor_lists_what_is_wrong(shell, path):
    path.write_bytes(path.read_bytes()[:20_000])
    code, out, _ = shell("doctor")
    assert code == 1
    assert "bị hỏng" in out


def test_rescue_prints_the_new_archive_and_what_is_lost(shell, path):
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    code, out, told = shell("rescue")
    assert code == 1
    with Archive.open(Path(out.strip()), write=False) as rescued:
        assert rescued.count() == 1
    assert "1 biên bản" in told


def test_rescue_of_what_is_whole_is_done(shell):
    assert shell("rescue")[0] == 0

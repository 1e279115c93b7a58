"""By modes here; what Windows has in their place is tried in tests/packaging/installed."""

from pathlib import Path

from app.owned import is_open, make_alone, make_folder, own_folder


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_folder_and_those_above_it_are_made_for_the_user_alone(tmp_path):
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "a" / "b")
    assert [mode(tmp_path / "a" / "b"), mode(tmp_path / "a"), mode(tmp_path)] == [
        0o700,
        0o700,
        0o755,
    ]


def test_a_folder_that_stands_is_left_unless_it_is_the_programs_own(tmp_path):
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert mode(tmp_path) == 0o755
    own_folder(tmp_path)
    assert mode(tmp_path) == 0o700


def test_what_others_could_get_at_is_closed_and_told_once(tmp_path):
    file = tmp_path / "a"
    file.touch()
    file.chmod(0o644)
    assert is_open(file)
    assert make_alone(file)
    assert mode(file) == 0o600
    assert not make_alone(file)


def test_a_stick_that_knows_no_owners_is_no_fault(tmp_path, monkeypatch):
    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    tmp_path.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", refuse)
    assert not make_alone(tmp_path)

"""The row about Windows says when there is nothing to measure, and compares like with like."""

from pathlib import Path

import pytest

from tests.benchmarks import windows_start


@pytest.mark.parametrize(("wine", "said"), [(None, "wine is not here"), ("wine", "make packages")])
def test_what_is_missing_is_told_and_gives_no_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wine: str | None, said: str
) -> None:
    monkeypatch.setattr(windows_start.shutil, "which", lambda _name: wine)
    monkeypatch.setattr(windows_start, "HOME", tmp_path / "home")
    assert said in "".join(windows_start.told())
    assert list(windows_start._rows()) == []  # noqa: SLF001 - what ROWS is made of


def test_the_source_lacks_nothing_but_what_was_compiled_beforehand(tmp_path: Path) -> None:
    names = ("bienban.exe", "program/app/a.py", "program/app/__pycache__/a.cpython-311.pyc")
    for name in names:
        file = tmp_path / "home" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    copy = windows_start.as_source(tmp_path / "home", tmp_path)
    found = {file.relative_to(copy).as_posix() for file in copy.rglob("*") if file.is_file()}
    assert found == set(names[:2])

"""What goes into a package is pinned, the same as what the developer runs, and nothing else."""

import re

import pytest
from installers import inputs, lock
from installers.inputs import Input, MissingInputError, WrongInputError

PINNED = inputs.read_lock()


def test_lock_names_every_dependency_of_the_program_for_both_systems() -> None:
    for system in inputs.PLATFORMS:
        pinned = {
            f"{p.name}=={p.version}" for p in PINNED if (p.system, p.role) == (system, "program")
        }
        assert pinned == set(lock.program_requirements())


def test_lock_has_a_hash_for_each_file_and_names_no_host() -> None:
    assert all(re.fullmatch("[0-9a-f]{64}", each.sha256) for each in PINNED)
    assert "://" not in lock.places.LOCK.read_text(encoding="utf-8")


def test_another_file_than_the_pinned_one_is_refused(
    tmp_path: "lock.Path", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIENBAN_INPUTS", str(tmp_path))
    (tmp_path / "a.whl").write_text("not what was pinned")
    pinned = Input("wheel", "program", "linux", "a", "1", "a.whl", "0" * 64)
    with pytest.raises(WrongInputError, match="not the file that was pinned"):
        inputs.check(pinned)


def test_what_cannot_be_fetched_is_told_apart_from_what_is_wrong(
    tmp_path: "lock.Path", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIENBAN_INPUTS", str(tmp_path))
    pinned = Input("debian", "runtime", "linux", "a", "1", "a.deb", "0" * 64)
    with pytest.raises(MissingInputError, match=r"is not to be had any more"):
        inputs.check(pinned)


def test_all_that_is_missing_is_fetched_in_one_go(
    tmp_path: "lock.Path", monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, list[str]]] = []

    def download(kind: str, _system: str, requirements: list[str], folder: "lock.Path") -> None:
        asked.append((kind, requirements))
        for each in requirements:
            (folder / each).write_bytes(b"")

    monkeypatch.setenv("BIENBAN_INPUTS", str(tmp_path))
    monkeypatch.setattr(inputs, "download", download)
    nothing = inputs.hashlib.sha256(b"").hexdigest()
    pinned = [
        Input(kind, "runtime", "linux", name, "1", f"{name}==1", nothing)
        for kind, name in [("wheel", "a"), ("debian", "b"), ("wheel", "c"), ("wheel", "d")]
    ]
    (tmp_path / "d==1").write_bytes(b"")
    monkeypatch.setattr(inputs, "read_lock", lambda: pinned)
    assert inputs.wanted("linux", "runtime") == pinned
    assert asked == [("debian", ["b==1"]), ("wheel", ["a==1", "c==1"])]

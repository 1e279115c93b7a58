"""Every test lives in a folder of its own: home, data, settings, temporary files, working folder.

It fails when a test leaves something in the working folder, or in the real home.
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

# What the program might be called in a folder that is not the test's.
OUR_NAMES = ("bienban", "biên bản")
PLACES_IN_HOME = ("", ".local/share", ".local/state", ".config", ".cache")

FOLDER_VARIABLES = {
    "HOME": "home",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
    "BIENBAN_HOME": "bienban",
    "TMPDIR": "tmp",
}


@dataclass(frozen=True)
class OwnFolder:
    """Where the running test is at home; `real_home` is the one it must leave alone."""

    path: Path
    real_home: Path

    @property
    def working_folder(self) -> Path:
        return self.path / "work"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path) -> Iterator[OwnFolder]:
    # Beside tmp_path and not in it: a test may count what it finds in tmp_path.
    own = OwnFolder(tmp_path.with_name(f"{tmp_path.name}-own"), Path.home())
    before = _traces_in(own.real_home)
    with pytest.MonkeyPatch.context() as patch:
        _move_in(own, patch)
        yield own
        left = sorted(path.name for path in own.working_folder.iterdir())
    strange = sorted(_traces_in(own.real_home) - before)
    shutil.rmtree(own.path, ignore_errors=True)
    if left:
        pytest.fail(f"the test left files in the working folder: {', '.join(left)}", pytrace=False)
    if strange:
        pytest.fail(f"the test wrote in the real home: {', '.join(strange)}", pytrace=False)


def _move_in(own: OwnFolder, patch: pytest.MonkeyPatch) -> None:
    for variable, name in FOLDER_VARIABLES.items():
        folder = own.path / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        patch.setenv(variable, str(folder))
    own.working_folder.mkdir()
    patch.chdir(own.working_folder)
    patch.setattr(tempfile, "tempdir", str(own.path / "tmp"))


def _traces_in(home: Path) -> set[str]:
    folders = [folder for place in PLACES_IN_HOME if (folder := home / place).is_dir()]
    return {
        str(path)
        for folder in folders
        for path in folder.iterdir()
        if any(name in path.name.lower() for name in OUR_NAMES)
    }

"""The same commit gives the same packages, byte for byte: builds again what lies in dist/."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SUMS = ROOT / "dist/SHA256SUMS"


def test_second_build_of_a_commit_gives_the_same_sums() -> None:
    before = SUMS.read_text(encoding="utf-8").splitlines()
    commit = (ROOT / "dist/COMMIT").read_text(encoding="utf-8").strip()
    environment = os.environ | {"BIENBAN_COMMIT": commit, "PYTHONPATH": f"{ROOT}:{ROOT}/packaging"}
    subprocess.run([sys.executable, "-m", "installers"], check=True, cwd=ROOT, env=environment)
    assert SUMS.read_text(encoding="utf-8").splitlines() == before

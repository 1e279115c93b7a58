"""A screen of 3840×2160 is used, but not for lines that no eye can follow."""

import subprocess
import sys

from tests.conftest import CHECKOUT


def test_everything_is_well_on_a_large_screen(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.looks.on_large_screen", str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == []

"""A slice of `make torture`: a writing process is killed at random moments."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
# A killed process leaves to the system what it has written: the disk itself has no part in this,
# and would only make the test as slow as it is busy.
IN_MEMORY = Path("/dev/shm")


def test_after_a_hundred_kills_nothing_older_than_a_second_is_missing(tmp_path):
    folder = IN_MEMORY if IN_MEMORY.is_dir() else tmp_path
    command = [sys.executable, "-m", "tests.torture", "kill", "--times", "100", "--lanes", "8"]
    command += ["--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("100 kills")

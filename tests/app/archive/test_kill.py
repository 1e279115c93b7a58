"""A slice of `make torture`: a writing process is killed at random moments."""

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
# A killed process leaves to the system what it has written: the disk itself has no part in this,
# and would only make the test as slow as it is busy. A test's own folder has too long a name for
# the socket between the processes.
IN_MEMORY = next(folder for folder in (Path("/dev/shm"), Path("/tmp")) if folder.is_dir())


def test_after_a_hundred_kills_nothing_older_than_a_second_is_missing():
    command = [sys.executable, "-m", "tests.torture", "kill", "--times", "100", "--lanes", "8"]
    own = os.environ | {"TMPDIR": str(IN_MEMORY)}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=CHECKOUT, env=own
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("100 kills")

"""Builds packages: `python -m installers [linux] [windows] [policy]`, all where none is named.
`quick-deb` is for CI: what it makes does not go into dist/.
"""

import sys
import time
from pathlib import Path

from installers import inputs, linux, policy, windows
from installers.places import DIST, ROOT, commit

BUILDERS = {"linux": linux.build, "windows": windows.build, "policy": policy.build}
APART = {"quick-deb": linux.build_quickly}

NOT_TO_BE_HAD = 75
"""Exit code (EX_TEMPFAIL) where a pinned input is gone from its registry, or that is out of reach:
no fault of the commit."""
NOT_SUMMED = ("SHA256SUMS", "COMMIT")


def main(systems: list[str]) -> None:
    made = [path for name in systems or list(BUILDERS) for path in _timed(name)]
    if not set(systems) or set(systems) - set(APART):
        (DIST / "COMMIT").write_text(f"{commit()}\n", encoding="utf-8")
        write_sums()
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}")


def _timed(system: str) -> list[Path]:
    begun = time.perf_counter()
    made = (BUILDERS | APART)[system]()
    print(f"{system}: built in {time.perf_counter() - begun:.0f} s")
    return made


def write_sums() -> None:
    """SHA-256 of everything in dist/, in the form that `sha256sum --check` reads."""
    paths = [path for path in sorted(DIST.iterdir()) if path.name not in NOT_SUMMED]
    lines = [f"{inputs.sha256_of(path)}  {path.name}" for path in paths if path.is_file()]
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except inputs.MissingInputError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(NOT_TO_BE_HAD)

"""Puts in what IT fixes settings with: the example of a policy, and group policy's templates, which
come beside the program on Windows and as a .zip for whoever looks after the domain.
"""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from installers import tree
from installers.places import DIST, PACKAGING, VERSION, epoch

FOLDER = PACKAGING / "policy"
EXAMPLE = FOLDER / "policy-example.toml"


def put_beside_program(home: Path) -> None:
    for path in tree.files_below(FOLDER):
        tree.copy(path, home / "policy" / path.relative_to(FOLDER))


def build() -> list[Path]:
    """The .zip, laid out as a domain's PolicyDefinitions folder is."""
    DIST.mkdir(exist_ok=True)
    target = DIST / f"bienban-{VERSION}-policy-templates.zip"
    date = datetime.fromtimestamp(epoch(), UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in tree.files_below(FOLDER):
            member = zipfile.ZipInfo(path.relative_to(FOLDER).as_posix(), date)
            archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return [target]

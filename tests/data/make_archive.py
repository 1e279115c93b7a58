"""Stores an archive of this schema with the sample in it: `python -m tests.data.make_archive`.

Every later version must open it. Make it again only while its schema is not released.
"""

import datetime
from pathlib import Path

from app.archive.archive import Archive
from app.archive.evidence import Document
from app.archive.schema import SCHEMA
from app.minutes.canonical import to_json
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample

DOCUMENT = Document(DocumentKind.REPORT, Form.PARTY, "report.docx", b"a document")
ARCHIVES = Path(__file__).parent / "archives"


def make(folder: Path) -> Path:
    """The archive, and beside it what is in it as JSON."""
    path = folder / f"schema-{SCHEMA}.sqlite"
    for old in folder.glob(f"{path.name}*"):
        old.unlink()
    record = sample(resources_folder())
    with Archive.open(path, now=lambda: datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)) as made:
        made.add(record)
        made.finish(record, [DOCUMENT], office="office")
        made.reopen(record.id, "reason")
    path.with_suffix(".json").write_bytes(to_json(record))
    path.with_name(f"{path.name}.lock").unlink()
    return path


if __name__ == "__main__":
    ARCHIVES.mkdir(exist_ok=True)
    print(make(ARCHIVES))  # noqa: T201

"""How long the program takes as a whole process, beside one that does no more than it must."""

import tempfile
from pathlib import Path

from tests.benchmarks.harness import Row, Side, python

BARE = Side("python -c pass", python("-c", "pass"))
FOLDER = tempfile.TemporaryDirectory(prefix="bienban-bench-")
DOCX = Path(FOLDER.name) / "report.docx"
EMPTY_DOCX = f"import docx; docx.Document().save({str(DOCX.with_name('empty.docx'))!r})"

ROWS = (
    Row(
        "start of the command line",
        Side("python -m app --help", python("-m", "app", "--help")),
        BARE,
    ),
    Row(
        # "Under a second" on an office computer: below three empty documents of python-docx.
        "export of the sample, whole process",
        Side(
            "bienban-cli export --sample",
            python("-m", "app", "export", "--sample", "--as", "report", "--out", str(DOCX)),
        ),
        Side("python-docx saves an empty document", python("-c", EMPTY_DOCX)),
        rounds=7,
        goal=3,
    ),
)

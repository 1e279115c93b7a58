"""The Word export beside docxtpl and plain python-docx, on the same words in the same styles."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

import msgspec

from app.archive.archive import Archive
from app.batch import Batch, Order
from app.documents.options import Options
from app.documents.outline import Outline
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind
from app.paths import resources_folder
from app.word.save import save_file
from tests.benchmarks.growing import archive_of
from tests.benchmarks.harness import Row, Side
from tests.benchmarks.word_peers import (
    FORM,
    Filling,
    LoopPeer,
    PlainPeer,
    TextPeer,
    all_texts,
    filling,
    ours,
    outline_of,
    record_of,
    without_anchors,
)

ATTENDEES, PARAGRAPHS = 300, 100
MANY = 1_000  # documents of a batch
FOLDER = tempfile.TemporaryDirectory(prefix="bienban-bench-")
_FILES = (Path(FOLDER.name) / f"{number}" for number in count())
# What docxtpl is told to do with the words of many documents, in a process of its own.
_FILL_MANY = """
import json, sys
from pathlib import Path
from docxtpl import DocxTemplate
template, words, folder = sys.argv[1:]
for number, texts in enumerate(json.loads(Path(words).read_bytes())):
    document = DocxTemplate(template)
    document.render({"t": texts}, autoescape=True)
    document.save(f"{folder}/{number}.docx")
"""


@cache
def _record(attendees: int = ATTENDEES) -> Minutes:
    return record_of(attendees, PARAGRAPHS)


@cache
def _outline(attendees: int = ATTENDEES) -> Outline:
    return outline_of(_record(attendees))


@cache
def _bare_outline() -> Outline:
    return without_anchors(_outline())


@cache
def _words() -> Filling:
    return filling(_outline())


@cache
def _loop_peer() -> LoopPeer:
    return LoopPeer(_outline())


@cache
def _plain_peer() -> PlainPeer:
    return PlainPeer(_outline())


@cache
def _document() -> bytes:
    return ours(_outline())


def _written(attendees: int, times: int) -> Callable[[], None]:
    def work() -> None:
        for _ in range(times):
            ours(_outline(attendees))

    return work


def _batch() -> None:
    folder = next(_FILES)
    folder.mkdir()
    ids = _archive_ids()
    wanted = [
        Order(record_id, DocumentKind.MINUTES, FORM, folder / f"{number}.docx")
        for number, record_id in enumerate(ids)
    ]
    outcomes = list(Batch(archive_of(MANY), resources_folder(), cores=2).run(wanted))
    assert not any(outcome.error for outcome in outcomes)


@cache
def _archive_ids() -> list[str]:
    with Archive.open(archive_of(MANY), write=False) as archive:
        return [entry.id for entry in archive.entries()]


@cache
def _many_words() -> tuple[Path, Path]:
    """The peer's template, and the words of every record: made ready before the clock runs."""
    template, words = next(_FILES), next(_FILES)
    with Archive.open(archive_of(MANY), write=False) as archive:
        outlines = [outline_of(archive.load(record_id), Options()) for record_id in _archive_ids()]
    template.write_bytes(TextPeer(outlines[0]).template)
    words.write_bytes(msgspec.json.encode([all_texts(outline) for outline in outlines]))
    return template, words


def _batch_of_docxtpl() -> None:
    folder = next(_FILES)
    folder.mkdir()
    paths = [str(path) for path in (*_many_words(), folder)]
    subprocess.run([sys.executable, "-c", _FILL_MANY, *paths], check=True)


def _save() -> None:
    save_file(_document(), next(_FILES))


def _save_as_it_comes() -> None:
    next(_FILES).write_bytes(_document())


DOCXTPL = Side("docxtpl fills a template", lambda: _loop_peer().write(_words()))
SIZE = f"{ATTENDEES} attendees, {PARAGRAPHS} paragraphs"

ROWS = (
    Row(
        f"Word, {SIZE}: outline to .docx",
        Side("ours, anchors included", lambda: ours(_outline())),
        DOCXTPL,
        goal=0.5,
    ),
    Row(
        f"Word, {SIZE}: record to .docx",
        Side("ours, composing included", lambda: ours(outline_of(_record()))),
        DOCXTPL,
        goal=1,
    ),
    Row(
        f"Word, {SIZE}: beside python-docx",
        Side("ours, anchors included", lambda: ours(_outline())),
        Side("add_row, add_paragraph", lambda: _plain_peer().write(_words())),
        goal=0.2,
    ),
    Row(
        f"Word, {SIZE}: what the anchors cost",
        Side("with anchors", lambda: ours(_outline())),
        Side("without", lambda: ours(_bare_outline())),
    ),
    Row(
        f"Word, {SIZE}: what safe writing costs",
        Side("temporary file, fsync, replace", _save),
        Side("written as it comes", _save_as_it_comes),
    ),
    Row(
        "Word, growth from 100 to 1,000 attendees",
        Side("1 document of 1,000", _written(1_000, 1)),
        Side("10 documents of 100", _written(100, 10)),
        rounds=5,
        goal=1,
    ),
    Row(
        "Word, growth from 1,000 to 10,000 attendees",
        Side("1 document of 10,000", _written(10_000, 1)),
        Side("10 documents of 1,000", _written(1_000, 10)),
        rounds=3,
        goal=1.1,
    ),
    Row(
        f"Word, batch of {MANY:,} documents",
        Side("from the archive, 2 processes", _batch),
        Side("docxtpl, 1 process, words ready", _batch_of_docxtpl),
        rounds=2,
        goal=0.5,
    ),
)

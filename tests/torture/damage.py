"""Damages copies of an archive at random, rescues them, and looks for what is missing.

What must be found: every row that lies on pages which the damage did not touch, and whatever the
`.recover` of SQLite's shell finds. Debian's own shell cannot do that (its library is built without
the table `sqlite_dbpage`), so that a shell that can is named where it is to be asked.
"""

import random
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from app.archive import contents
from app.archive.archive import Archive
from app.archive.attachments import AttachmentKind, File
from app.archive.damage import salvage
from app.archive.damage.pages import Pages, Row, Value
from app.archive.damage.rescue import rescue
from app.archive.entries import Filters
from app.archive.evidence import Document
from app.archive.indexing import indexed
from app.archive.reviews import Sent
from app.archive.store import Store
from app.errors import KnownError
from app.minutes.office import Office
from app.minutes.record import Minutes
from app.minutes.renewal import with_new_ids
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample

PAGE = 4_096


class Found(NamedTuple):
    """What was found of an archive: lines that people wrote, hashes of proven contents."""

    lines: frozenset[str]
    contents: frozenset[str]


class Outcome(NamedTuple):
    """What became of one damage. `lost` is what must have been found and was not.

    The numbers say how many things were found by us and by the shell, had to be, and were there.
    """

    damage: str
    refused: bool
    ours: int
    theirs: int
    needed: int
    all: int
    lost: tuple[str, ...]


class Whole(NamedTuple):
    """An archive to be damaged: its bytes, what is in it, and which pages hold each thing."""

    data: bytes
    had: Found
    places: tuple[tuple[frozenset[int], Found], ...]


def make_whole(path: Path, records: int = 6) -> Whole:
    had = make_archive(path, records)
    return Whole(path.read_bytes(), had, tuple(_places(path, had)))


def make_archive(path: Path, records: int) -> Found:
    """An archive of records that are all different, with versions, documents and people."""
    ids = (f"id-{number}" for number in range(100_000))
    with Archive.open(path) as archive:
        for number in range(records):
            record = _told_apart(with_new_ids(sample(resources_folder()), ids.__next__), number)
            archive.add(record)
            archive.people.remember(record, ids.__next__)
            data = random.Random(number).randbytes(5_000)
            archive.finish(record, [Document(DocumentKind.REPORT, Form.PARTY, "a.docx", data)])
            archive.reopen(record.id, "reason")
            scan = File("a.pdf", AttachmentKind.SIGNED, random.Random(-number).randbytes(9_000))
            archive.attachments.add(record.id, ids.__next__(), scan)
            to, note = f"Gửi đồng chí {number}", f"Xem lại lần {number}"
            archive.reviews.add(record, Sent(to, DocumentKind.REPORT, Form.PARTY, 1, note))
            archive.offices.save(Office(id=ids.__next__(), name=f"Cơ quan {number}"))
        return _in_archive(archive)


class _Watched(Pages):
    """Notes which pages were read."""

    read: set[int]

    def page(self, number: int) -> bytes:
        self.read.add(number)
        return super().page(number)


def _places(path: Path, had: Found) -> Iterator[tuple[frozenset[int], Found]]:
    """The pages of each row, and the things in it."""
    with closing(Store(path, write=False)) as store:
        shapes, roots = salvage.shapes(store), salvage.roots(store)
    with closing(_Watched(path)) as pages:
        pages.read = set()
        leaves = salvage.find(pages, shapes, [roots]).leaves
        of_bases: dict[Value, frozenset[int]] = {None: frozenset()}
        for name, shape in shapes.items():
            for row, read in _watched_rows(pages, leaves[name]):
                if name != "content":
                    yield read, _both(_lines_in(row), had)
                    continue
                told = shape.named(row)
                # A difference is nothing without what it differs from.
                of_bases[told["number"]] = both = read | of_bases[told["base_number"]]
                yield both, Found(frozenset(), frozenset([str(told["hash"])]))


def _watched_rows(pages: _Watched, leaves: list[int]) -> Iterator[tuple[Row, frozenset[int]]]:
    for leaf in leaves:
        pages.read = {leaf}
        for row in pages.rows(leaf):
            assert row is not None
            yield row, frozenset(pages.read)
            pages.read = {leaf}


def _lines_in(row: Row) -> Found:
    texts = [value for value in row.values if isinstance(value, str)]
    return Found(frozenset(line for text in texts for line in text.split("\n")), frozenset())


def _both(one: Found, other: Found) -> Found:
    return Found(one.lines & other.lines, one.contents & other.contents)


def _told_apart(record: Minutes, number: int) -> Minutes:
    results = tuple(r.but(text=f"{r.text} ({number}.{n})") for n, r in enumerate(record.results))
    speeches = tuple(
        s.but(passages=tuple(p.but(text=f"{p.text} ({number}.{p.id})") for p in s.passages))
        for s in record.speeches
    )
    people = tuple(a.but(name=f"{a.name} {number}") for a in record.attendees)
    return record.but(results=results, speeches=speeches, attendees=people)


Damage = Callable[[bytearray, random.Random], None]


def zero_pages(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 6)):
        _fill(data, chance.randrange(len(data) // PAGE) * PAGE, bytes(PAGE))


def zero_first_page(data: bytearray, chance: random.Random) -> None:
    _fill(data, 0, bytes(chance.choice((16, 100, 512, PAGE))))


def zero_sectors(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 10)):
        _fill(data, chance.randrange(len(data) // 512) * 512, bytes(512))


def flip_bytes(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 10, 100, 1_000))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def flip_headers(data: bytearray, chance: random.Random) -> None:
    """Where a flipped byte hurts most: in the headers of pages."""
    for _ in range(chance.randint(1, 10)):
        page = chance.randrange(len(data) // PAGE) * PAGE
        data[page + chance.randrange(16)] = chance.randrange(256)


def cut_short(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def write_rubbish(data: bytearray, chance: random.Random) -> None:
    length = chance.choice((64, 512, PAGE, 5 * PAGE))
    _fill(data, chance.randrange(len(data)), chance.randbytes(length))


def swap_pages(data: bytearray, chance: random.Random) -> None:
    one, two = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    first, second = data[one : one + PAGE], data[two : two + PAGE]
    data[one : one + PAGE], data[two : two + PAGE] = second, first


def mix(data: bytearray, chance: random.Random) -> None:
    for damage in chance.sample(DAMAGES[:-1], 2):
        if len(data) > PAGE:
            damage(data, chance)


DAMAGES: tuple[Damage, ...] = (
    *(zero_pages, zero_first_page, zero_sectors, flip_bytes, flip_headers, cut_short),
    *(write_rubbish, swap_pages, mix),
)


def _fill(data: bytearray, at: int, piece: bytes) -> None:
    data[at : at + len(piece)] = piece[: len(data) - at]


def try_once(whole: Whole, seed: int, folder: Path, shell: str = "") -> Outcome:
    """Damage a copy, rescue it, and compare; with what the shell finds too, if one is named."""
    damage = DAMAGES[seed % len(DAMAGES)]
    data = bytearray(whole.data)
    damage(data, random.Random(seed))
    path = folder / f"damaged-{seed}.sqlite"
    path.write_bytes(data)
    ours = _rescued(path)
    assert path.read_bytes() == data, "the damaged file was changed"
    theirs = _both(recovered(path, shell), whole.had) if shell else NOTHING
    for file in folder.glob(f"damaged-{seed}*"):
        file.unlink()
    needed = _untouched(whole, data)
    lost = (needed.lines | theirs.lines) - (ours or NOTHING).lines
    lost |= (needed.contents | theirs.contents) - (ours or NOTHING).contents
    found = (_both(each or NOTHING, whole.had) for each in (ours, theirs, needed, whole.had))
    return Outcome(damage.__name__, ours is None, *map(_count, found), tuple(lost))


NOTHING = Found(frozenset(), frozenset())


def _count(found: Found) -> int:
    return len(found.lines) + len(found.contents)


def _rescued(path: Path) -> Found | None:
    """What a rescue brings back; None where it says that there is nothing."""
    try:
        rescued = rescue(path)
    except KnownError:
        return None
    return _opened(rescued.path)


def _untouched(whole: Whole, data: bytearray) -> Found:
    touched = {
        at // PAGE + 1
        for at in range(0, len(whole.data), PAGE)
        if whole.data[at : at + PAGE] != data[at : at + PAGE]
    }
    found = [things for pages, things in whole.places if not pages & touched]
    lines = frozenset[str]().union(*(things.lines for things in found))
    return Found(lines, frozenset[str]().union(*(things.contents for things in found)))


def _opened(path: Path) -> Found:
    with Archive.open(path) as archive:
        archive.check()
        return _in_archive(archive)


def _in_archive(archive: Archive) -> Found:
    lines: set[str] = set()
    for entry in (*archive.entries(), *archive.entries(Filters(binned=True))):
        lines.update(indexed(archive.load(entry.id)).exact.split("\n"))
        for version in archive.history.versions(entry.id):
            archive.history.version(entry.id, version.number)
        for export in archive.history.exports(entry.id):
            archive.history.exported(export.number)
        for kept in archive.attachments.of(entry.id):
            archive.attachments.content(entry.id, kept.id)
        for review in archive.reviews.of(entry.id):
            lines.update((review.sent.sent_to, review.sent.note))
    lines.update(office.name for office in archive.offices.all())
    for person in archive.people.people():
        lines.update((person.name, *(position.title for position in person.positions)))
    lines.update(body.name for body in archive.people.bodies())
    hashes = archive.store.rows("SELECT hash FROM content")
    return Found(frozenset(lines), frozenset(h for (h,) in hashes))


def recovered(path: Path, shell: str) -> Found:
    """What the shell's own command finds, in whatever table it puts it."""
    script = subprocess.run([shell, str(path), ".recover"], capture_output=True, check=False)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.text_factory = lambda data: data.decode(errors="replace")
        _run(connection, script.stdout.decode(errors="replace"))
        sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
        tables = [name for (name,) in connection.execute(sql).fetchall()]
        cells = {
            cell
            for table in (*tables, "search_content")
            for row in _rows(connection, f'SELECT * FROM "{table}"')
            for cell in row
            if isinstance(cell, str)
        }
        lines = frozenset(line for cell in cells for line in cell.split("\n"))
        return Found(lines, frozenset(_proven(connection)))


def _run(connection: sqlite3.Connection, script: str) -> None:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
            _rows(connection, statement)
            statement = ""


def _rows(connection: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    try:
        return connection.execute(sql).fetchall()
    except (sqlite3.Error, sqlite3.Warning):
        return []  # it often writes SQL that fails, and the shell goes on too


def _proven(connection: sqlite3.Connection) -> set[str]:
    rows = _rows(connection, "SELECT number, hash, packing, base_number, bytes FROM content")
    by_number: dict[object, bytes] = {}
    proven = set()
    for number, digest, packing, base, packed in sorted(rows, key=lambda row: row[3] is not None):
        try:
            data = contents.unpacked(str(packing), packed, by_number.get(base, b""))
        except (ValueError, TypeError):
            continue
        if isinstance(digest, str) and contents.hash_of(data) == digest:
            by_number[number] = data
            proven.add(digest)
    return proven


def run(first: int, times: int, shell: str) -> int:
    """So many damages, each told where something is missing; the exit code."""
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = make_whole(folder / "whole.sqlite")
        sums = [0, 0, 0, 0, 0]
        for seed in range(first, first + times):
            outcome = try_once(whole, seed, folder, shell)
            sums = [a + b for a, b in zip(sums, outcome[1:6], strict=True)]
            if outcome.lost:
                bad += 1
                print(f"seed {seed}, {outcome.damage}: lost {outcome.lost}", flush=True)
            if (seed + 1) % 500 == 0:
                print(f"up to seed {seed}: {bad} with a loss; {_told(sums, shell)}", flush=True)
    print(f"{times} damages: {_told(sums, shell)} {bad} lost something that was to be found.")
    return 1 if bad else 0


def _told(sums: list[int], shell: str) -> str:
    refused, ours, theirs, needed, there = sums
    return (
        f"of {there} things {ours} rescued, {needed} on untouched pages,"
        f" {theirs} found by the shell ({shell or 'not asked'}); {refused} times nothing at all."
    )

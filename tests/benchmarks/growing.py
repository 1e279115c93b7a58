"""Archives of any size for the benchmarks: realistic minutes of some 400 words, made fast."""

import datetime
import random
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from app.archive import entries, rows
from app.archive.archive import Archive
from app.archive.entries import State
from app.archive.indexing import indexed
from app.archive.schema import SCHEMA
from app.minutes.attendees import Attendee, Position
from app.minutes.meeting import Body, Meeting
from app.minutes.record import Minutes, Result
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Role
from app.paths import resources_folder
from app.sample import sample


def _listed(words: str) -> list[str]:
    return words.split()


CACHE = Path(tempfile.gettempdir()) / "bienban-benchmarks"
FAMILY = _listed("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Kiều")
MIDDLE = _listed("Văn Thị Hữu Đức Minh Thanh Như Quốc Xuân Thành Ngọc Hồng")
GIVEN = _listed("An Bình Cường Dũng Phú Nguyên Hương Lan Mai Sơn Tùng Yến Thảo Long Khánh Quỳnh")
PLACES = _listed("Thanh Sơn Kim Liên Phú Hòa Tân Lập Mỹ Đình Đông Ngạc Cẩm Phả Vĩnh Tuy")
_FIRST_DAY = datetime.date(2000, 1, 3)


def archive_of(size: int) -> Path:
    """The archive with so many records, made once for this schema and kept in a temporary folder.

    The same numbers give the same records on every machine.
    """
    path = CACHE / f"{size}-merged-schema-{SCHEMA}.sqlite"
    if not path.exists():
        CACHE.mkdir(mode=0o700, exist_ok=True)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        Archive.open(part).close()
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            _fill(connection, size)
        part.rename(path)
    return path


def a_record(number: int) -> Minutes:
    """Minutes of about 400 words. Numbers near each other have days near each other."""
    chance = random.Random(number)
    ids = (f"r{number}-{n}" for n in range(1_000))
    people = [_person(chance, ids, role) for role in (Role.CHAIR, Role.SECRETARY, *[Role.HOST] * 6)]
    host = Body(id=next(ids), name=f"Đảng ủy phường {_pair(chance, PLACES)}")
    day = _FIRST_DAY + datetime.timedelta(days=number // 11)
    paragraphs = [Result(id=next(ids), text=_paragraph(chance)) for _ in range(5)]
    passages = tuple(Passage(id=next(ids), text=_paragraph(chance)) for _ in range(4))
    return Minutes(
        id=f"r{number}",
        meeting=Meeting(host=host, date=day, working_party="Thường trực Thành ủy"),
        attendees=tuple(people),
        results=tuple(paragraphs),
        speeches=(Speech(id=next(ids), speaker=people[0].id, passages=passages),),
    )


def _person(chance: random.Random, ids, role: Role) -> Attendee:
    name = " ".join(map(chance.choice, (FAMILY, MIDDLE, GIVEN)))
    position = Position(id=next(ids), title="Phó Bí thư Đảng ủy")
    return Attendee(id=next(ids), name=name, role=role, positions=(position,))


def _pair(chance: random.Random, words: list[str]) -> str:
    at = chance.randrange(len(words) // 2) * 2
    return " ".join(words[at : at + 2])


_WORDS = [
    word
    for result in sample(resources_folder()).results
    for word in result.text.replace(".", "").replace(";", "").split()
]


def _paragraph(chance: random.Random) -> str:
    """Pieces of the sample's sentences, with a name, a figure and a rare word of its own."""
    pieces = [_WORDS[at : at + 6] for at in (chance.randrange(len(_WORDS) - 6) for _ in range(5))]
    words = [word for piece in pieces for word in piece]
    name = " ".join(map(chance.choice, (FAMILY, MIDDLE, GIVEN)))
    return " ".join(
        [*words, name, f"{chance.randrange(100)},{chance.randrange(10)}%,", _rare(chance)]
    )


def _rare(chance: random.Random) -> str:
    return "".join(chance.choice(letters) for letters in ("bcdghklmn", "aăâeêioôơuư", "nmtcp") * 2)


def _fill(connection: sqlite3.Connection, size: int) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA cache_size = -200000")
    connection.execute("BEGIN")
    sql = "INSERT INTO search (rowid, exact, folded) VALUES (?, ?, ?)"
    for number in range(1, size + 1):
        record = a_record(number)
        moment = f"{record.meeting.date}T08:00:00.000+00:00"
        key = entries.sort_key(record.meeting.date, moment, number)
        own = {"number": number, "sort_key": key, "state": State.DRAFT.value}
        rows.insert_root(connection, record, own | {"created_at": moment, "changed_at": moment})
        rows.insert_items(connection, number, record)
        connection.execute(sql, (key, *indexed(record)))
    connection.execute("COMMIT")
    _merge_index(connection)


def _merge_index(connection: sqlite3.Connection) -> None:
    """Bring the index to where it would be had the records come one by one.

    Filled at once it leaves merging undone, which every 16th save would go on with for weeks.
    """
    merged = True
    while merged:
        before = connection.total_changes
        connection.execute("INSERT INTO search (search, rank) VALUES ('merge', 1000)")
        merged = connection.total_changes - before > 1

"""What schema 102 brought is rescued too: profiles, reviews, attachments, progress, the past."""

import pytest

from app.archive import contents
from app.archive.archive import Archive
from app.archive.damage.rescue import rescue
from app.minutes.issuance import Recipient
from app.minutes.office import Choice, Office, Paper
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample

OFFICE = Office(
    id="o",
    name="Thành ủy",
    form=Form.PARTY,
    papers=(
        Paper(
            id="p",
            kind=DocumentKind.NOTICE,
            symbol="TB",
            recipients=(Recipient(id="r", text="Lưu"),),
        ),
    ),
    choices=(Choice(id="c", name="notice", value="long"),),
)
SCAN = b"scan" * 40_000


@pytest.fixture
def whole(archive):
    """A closed archive with a line in each table of schema 102."""
    record = sample(resources_folder())
    archive.add(record)
    archive.offices.save(OFFICE)
    task = next(t for s in record.speeches for p in s.passages for t in p.assignments)
    number = archive.store.number("SELECT number FROM minutes")
    archive.people.remember(record, iter(f"p{n}" for n in range(100)).__next__)
    with archive.store.writing() as run:
        at = "2026-06-30T08:00:00.000+00:00"
        run.execute(
            "INSERT INTO review VALUES (?, 1, ?, 'đ/c Phú', 'notice', 'party', 2, 1, 'xem')",
            (number, at),
        )
        run.execute(
            "INSERT INTO progress VALUES (?, ?, 1, ?, 'done', 'xong')", (number, task.id, at)
        )
        run.execute(
            "INSERT INTO attachment VALUES (?, 'a', ?, 'signed', 'bản ký.pdf', '', ?, ?)",
            (number, at, len(SCAN), contents.hash_of(SCAN)),
        )
        for ordinal, part in enumerate(contents.segments(SCAN)):
            run.execute(
                "INSERT INTO attachment_part VALUES (?, 'a', ?, ?)",
                (number, ordinal, contents.keep(run, part)),
            )
        run.execute("INSERT INTO abbreviation VALUES ('đc', 'đồng chí')")
        run.execute(
            "INSERT INTO person_past VALUES ('p0', 1, ?, 'Phú', 'Phó Bí thư', 'Thành ủy', '')",
            (at,),
        )
    archive.close()
    return archive.path


TABLES = (
    "review", "attachment", "attachment_part", "progress", "abbreviation", "person_past",
    "office", "office_paper", "office_recipient", "office_choice",
)  # fmt: skip


def rows(archive: Archive, table: str) -> list[tuple[object, ...]]:
    return archive.store.rows(f'SELECT * FROM "{table}"')


@pytest.mark.parametrize("table", TABLES)
def test_of_a_sound_archive_every_row_is_rescued(whole, clock, table):
    with Archive.open(whole, write=False) as archive:
        before = rows(archive, table)
    assert before
    rescued = rescue(whole, clock)
    assert rescued.whole
    with Archive.open(rescued.path) as made:
        made.check()
        after = rows(made, table)
    if table != "attachment_part":  # contents may have other numbers
        assert after == before


def test_an_attachment_is_whole_or_is_told_lost(whole, clock):
    rescued = rescue(whole, clock)
    with Archive.open(rescued.path) as made:
        assert attached(made) == SCAN
    break_contents(whole)
    broken = rescue(whole, clock)
    assert broken.lost_documents == 1
    with Archive.open(broken.path) as made:
        assert rows(made, "attachment") == rows(made, "attachment_part") == []
        made.check()


def attached(archive: Archive) -> bytes:
    parts = archive.store.rows("SELECT content_number FROM attachment_part ORDER BY ordinal")
    return b"".join(contents.read(archive.store.connection, number) for (number,) in parts)


def break_contents(path) -> None:
    with Archive.open(path) as archive:
        archive.store.connection.execute(
            "DELETE FROM attachment_part WHERE ordinal = (SELECT max(ordinal) FROM attachment_part)"
        )


def test_a_profile_without_its_own_row_keeps_what_hangs_on_it(whole, clock):
    with Archive.open(whole) as archive:
        archive.store.connection.execute("PRAGMA foreign_keys = OFF")
        archive.store.connection.execute("DELETE FROM office")
    with Archive.open(rescue(whole, clock).path) as made:
        (office,) = made.offices.all()
        assert office.papers == OFFICE.papers


def test_the_progress_of_minutes_that_are_gone_gets_minutes(whole, clock):
    with Archive.open(whole) as archive:
        run = archive.store.connection.execute
        run("PRAGMA foreign_keys = OFF")
        run("INSERT INTO progress VALUES (77, 'gone', 1, '2026-06-30T08:00:00Z', 'open', '')")
    with Archive.open(rescue(whole, clock).path) as made:
        assert made.count() == 2
        made.check()


def test_how_far_it_is_is_told(whole, clock):
    told: list[tuple[int, int]] = []
    rescue(whole, clock, progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert 0 < told[-1][0] <= told[-1][1]


def test_abbreviations_are_rescued_where_the_file_does_not_say_what_is_in_it(whole):
    with whole.open("r+b") as file:
        file.write(bytes(4096))
    with Archive.open(rescue(whole).path) as made:
        assert made.abbreviations.all() == {"đc": "đồng chí"}

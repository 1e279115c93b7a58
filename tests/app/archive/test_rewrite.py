import pytest

from app.errors import KnownError
from app.minutes.record import Minutes
from tests.app.archive.records import a_record


def shout(record: Minutes) -> Minutes:
    return record.but(results=tuple(r.but(text=r.text.upper()) for r in record.results))


def texts(archive, *ids: str) -> list[str]:
    return [archive.load(each).results[0].text for each in ids]


def test_several_records_are_changed_in_one_go_but_finished_ones(archive) -> None:
    for name in "abc":
        archive.add(a_record(name, name))
    archive.finish(archive.load("b"))
    changed = archive.rewrite(["a", "b", "c"], shout)
    assert [record.id for record in changed] == ["a", "c"]
    assert texts(archive, "a", "b", "c") == ["A", "b", "C"]
    assert [entry.id for entry in archive.search("A")] == ["a"]


def test_all_or_none_are_changed(archive) -> None:
    archive.add(a_record("a", "a"))
    with pytest.raises(KnownError):
        archive.rewrite(["a", "unknown"], shout)
    assert texts(archive, "a") == ["a"]


def test_what_stays_the_same_is_not_told(archive) -> None:
    archive.add(a_record("a", "A"))
    assert archive.rewrite(["a"], shout) == []

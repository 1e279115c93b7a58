import json
from itertools import combinations
from pathlib import Path

import pytest

from app.minutes.canonical import from_json, to_json
from app.minutes.findings import findings
from app.minutes.items import Value
from app.minutes.marked import conclusions, petitions, replies
from app.minutes.record import Minutes
from app.paths import resources_folder
from app.sample import sample

STORED = sorted((Path(__file__).parent.parent / "data" / "minutes").glob("*.json"))


def texts_of(value: object) -> list[str]:
    if isinstance(value, Value):
        return [t for name in value.__struct_fields__ for t in texts_of(getattr(value, name))]
    if isinstance(value, tuple):
        return [text for item in value for text in texts_of(item)]
    return [value] if type(value) is str else []


@pytest.fixture
def record() -> Minutes:
    return sample(resources_folder())


def test_no_sentence_of_the_sample_is_stored_twice(record):
    """Names and figures recur; words that say something (seven and more) stand in one place."""
    said = [text.casefold() for text in texts_of(record) if len(text.split()) >= 7]
    assert len(said) > 15
    doubled = [pair for pair in combinations(said, 2) if pair[0] in pair[1] or pair[1] in pair[0]]
    names = {target.name.casefold() for target in record.targets}
    names |= {indicator.name.casefold() for indicator in record.indicators}
    assert [pair for pair in doubled if not names & set(pair)] == []


def test_the_sample_holds_what_the_source_tells(record):
    assert [a.name for a in record.attendees if not a.group] == [
        *("Bùi Văn Phú", "Nguyễn Thành Phú", "Kiều Như Nguyên", "Xuân Thoa")
    ]
    assert (record.tally.met, record.tally.total) == (12, 14)
    measures = [
        [f"{m.actual.written} {m.unit}" for m in row.measures if m.actual]
        for row in record.indicators
    ]
    assert measures == [
        *(["2.317,8 tỷ đồng"], ["7 hộ", "21 khẩu"], ["16 hộ", "36 khẩu"], ["12 đảng viên"])
    ]
    assert [i.rate.written for i in record.indicators if i.rate] == ["93", "0,24", "0,54", "120"]
    assert len(conclusions(record)) == 7


def test_both_petitions_are_answered_with_the_bodies_charged(record):
    charged = [
        [a.lead.name for reply in replies(record, p.passage.id) for a in reply.passage.assignments]
        for p in petitions(record)
    ]
    assert charged == [["phòng tài chính"], ["UBND phường", "phòng quản lý đô thị"]]


def test_findings_leave_the_slips_of_the_source_alone(record):
    before = to_json(record)
    rules = {finding.rule for finding in findings(record)}
    assert rules == {"task_without_deadline"}
    assert to_json(record) == before
    assert "sữa nhà ở" in record.results[0].text


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_every_stored_sample_of_an_older_schema_imports(path, record):
    assert from_json(path.read_bytes()) == record


def test_a_stored_sample_exists_for_the_schema_of_today():
    schema = json.loads((resources_folder() / "sample" / "minutes.json").read_bytes())["schema"]
    assert f"schema-{schema}-sample" in [path.stem for path in STORED]

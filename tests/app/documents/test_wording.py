import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.documents.pieces import fixed, known, leader, text_of
from app.documents.template import Part, parse
from app.documents.wording import Sentences, WordingError, read_wording
from app.errors import KnownError
from app.minutes.place import Place
from app.minutes.words import Form
from app.paths import resources_folder

FOLDER = resources_folder() / "wording"
SENTENCES = read_wording(FOLDER).of(Form.PARTY)
PLACE = Place("meeting", field="place")
TWO_WAY = (
    "report.lede.working_visit",
    "report.delegation.working_visit",
    "report.headline.working_visit",
    "speech.opening",
    "person.dash",
    "purpose.periods",
    "task.whole_passage",
    "mark.place_date",
)


def parts_of(key: str) -> list[Part]:
    file = "headlines.toml" if key.startswith("report.headline.") else "common.toml"
    text: Any = tomllib.loads((FOLDER / file).read_text("utf-8"))
    for name in key.split("."):
        text = text[name]
    return [part for segment in parse(text).segments for part in segment.parts]


@given(st.data(), st.sampled_from(TWO_WAY))
def test_what_was_composed_reads_back(data, key):
    words = st.text("aăđêôơư BCD12", min_size=1).map(str.split).map(" ".join).filter(bool)
    said = {part.text: data.draw(words) for part in parts_of(key) if part.is_place}
    composed = SENTENCES.compose(key, {name: fixed(text) for name, text in said.items()})
    # Where a place holds the sentence's own words, more than one reading is right.
    own = [part.text.strip() for part in parts_of(key) if not part.is_place]
    assume(not any(each and each in text for each in own for text in said.values()))
    assume(key != "person.dash" or " " not in said["honorific"])
    assert SENTENCES.read(key, text_of(composed)) == said


def test_the_source_lede_reads_into_its_places():
    text = "Sáng ngày 11/5, đồng chí A – B  đã có buổi làm việc với C,\n nghe báo cáo."
    assert SENTENCES.read("report.lede.working_visit", text) == {
        "session": "Sáng ngày 11/5",
        "chair": "đồng chí A – B",
        "host": "C",
        "purpose": "nghe báo cáo",
    }


def test_a_text_that_says_something_else_is_not_read():
    assert SENTENCES.read("report.lede.working_visit", "Năm 2021 có 12/14 chỉ tiêu.") is None


def test_leaders_are_not_read_as_values():
    text = "……, ngày 11 tháng 5 năm 2022"
    assert SENTENCES.read("mark.place_date", text) == {"date": "ngày 11 tháng 5 năm 2022"}


def test_an_optional_part_goes_with_its_unknown_place():
    places = {"honorific": (), "name": known("A", PLACE), "positions": leader(PLACE)}
    assert text_of(SENTENCES.compose("person.dash", places)) == "A"


@pytest.mark.parametrize(("said", "told"), [("Kết thúc.", "."), ("Kết thúc", "."), ("và…", "")])
def test_a_full_stop_is_not_doubled(said, told):
    composed = text_of(SENTENCES.compose("opening.place", {"place": known(said, PLACE)}))
    assert composed == f"- Địa điểm: {said.rstrip('.')}{told}"


@pytest.mark.parametrize("text", ["{a", "a}", "[a", "a]", "[a[b]]", "{a}{a}", "{A}", "{}", "]["])
def test_a_template_with_wrong_brackets_is_refused(text):
    assert parse(text) is None


@pytest.mark.parametrize("written", ['place = "{a"', "place = 3", 'place = ["a"]'])
def test_a_wrong_wording_file_is_named_with_its_key(tmp_path: Path, written: str):
    folder = shutil.copytree(FOLDER, tmp_path / "wording")
    (folder / "party.toml").write_text(f"[opening]\n{written}", "utf-8")
    with pytest.raises(KnownError, match=r"party\.toml.*“opening\.place”"):
        read_wording(folder)


@pytest.mark.parametrize("bytes_", [b"= 1", b"\xff"])
def test_a_wording_file_that_is_no_toml_is_named(tmp_path: Path, bytes_: bytes):
    folder = shutil.copytree(FOLDER, tmp_path / "wording")
    (folder / "state.toml").write_bytes(bytes_)
    with pytest.raises(WordingError, match=r"state\.toml"):
        read_wording(folder)


def test_a_missing_wording_file_is_named(tmp_path: Path):
    with pytest.raises(WordingError, match=r"headlines\.toml"):
        read_wording(tmp_path)


def test_a_missing_key_and_an_unknown_place_are_named(tmp_path: Path):
    sentences = Sentences({"a": parse("{b}")}, tmp_path)
    with pytest.raises(WordingError, match="“z”"):
        sentences.text("z")
    with pytest.raises(WordingError, match="“a”: b"):
        sentences.text("a")

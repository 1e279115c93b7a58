import pytest

from app.language.catalogue import Catalogue
from app.minutes.attendees import Attendee, Position
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import Purpose
from ui.models.speaking import (
    SpeechList,
    attendee_rank,
    attendee_words,
    looks_of,
    petition_choices,
    speaker_words,
)

PHU = Attendee(id="a", name="Bùi Văn Phú", positions=(Position(id="p", title="Bí thư Thành ủy"),))
ASKED = Passage(id="q", text="Xin sửa.", purpose=Purpose.PETITION)
SPEECH = Speech(id="s", speaker="a", passages=(Passage(id="x", text="Một."), ASKED))
RECORD = Minutes(id="m", attendees=(PHU,), speeches=(SPEECH, Speech(id="t")))


def test_an_attendee_is_said_in_one_line():
    assert attendee_words(PHU) == "Bùi Văn Phú – Bí thư Thành ủy"
    assert attendee_words(PHU.but(positions=())) == "Bùi Văn Phú"


@pytest.mark.parametrize(
    ("query", "rank"), [("van phu", 0), ("bvp", 0), ("thanh uy", 1), ("bttu", 1), ("xuan", None)]
)
def test_a_name_goes_before_a_position(query, rank):
    assert attendee_rank(query, attendee_words(PHU)) == rank


def test_a_speaker_who_is_not_known_is_said_so(texts: Catalogue):
    assert speaker_words(RECORD, SPEECH, texts) == "Bùi Văn Phú"
    assert speaker_words(RECORD, RECORD.speeches[1], texts) == "Speaker not known"


def test_petitions_are_offered_by_number(texts: Catalogue):
    assert petition_choices(RECORD, texts) == [("q", "Petition 1: Xin sửa.")]


def test_only_marked_passages_look_different():
    assert list(looks_of(SPEECH.passages)) == ["q"]


def test_the_list_has_a_line_for_each_speech(texts: Catalogue, qapp):
    model = SpeechList(texts)
    model.show(RECORD)
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "1. Bùi Văn Phú · Remarks",
        "2. Speaker not known · Remarks",
    ]
    assert (model.id_at(1), model.row_of("t"), model.row_of("gone")) == ("t", 1, -1)

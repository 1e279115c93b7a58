import pytest
from hypothesis import given

from app.minutes.issuance import Recipient, Signatory
from app.minutes.meeting import IssuingBody
from app.minutes.office import Choice, Office, Paper
from app.minutes.words import DocumentKind, Form, Side
from tests.strategies import items

SIGNER = Signatory(id="s", side=Side.RIGHT, authority="T/M BAN THƯỜNG VỤ", title="BÍ THƯ")
PAPERS = (
    Paper(id="p", kind=DocumentKind.NOTICE, symbol="TB/TU", signatories=(SIGNER,)),
    Paper(id="q", kind=DocumentKind.MINUTES, recipients=(Recipient(id="r", text="Như trên"),)),
)
CITY = Office(
    id="city",
    name="Thành ủy",
    issuing=IssuingBody(name="THÀNH ỦY PRTC", place="PRTC"),
    papers=PAPERS,
    choices=(Choice(id="c", name="body_size", value="15"),),
)


@pytest.fixture
def offices(archive):
    return archive.offices


def test_a_profile_comes_back_whole_and_in_order(offices):
    offices.save(CITY)
    assert offices.all() == [CITY]


def test_profiles_stand_by_name_and_replace_their_own(offices):
    offices.save(CITY)
    offices.save(CITY.but(id="ward", name="Đảng ủy phường", form=Form.STATE))
    offices.save(CITY.but(papers=PAPERS[1:]))
    assert [(o.id, len(o.papers)) for o in offices.all()] == [("city", 1), ("ward", 2)]


def test_a_profile_can_be_forgotten_with_all_that_is_in_it(archive):
    archive.offices.save(CITY)
    archive.offices.remove("city")
    assert archive.offices.all() == []
    assert not archive.store.number("SELECT count(*) FROM office_signatory")


@given(office=items(Office))
def test_any_profile_comes_back(office, tmp_path_factory):
    from app.archive.archive import Archive

    path = tmp_path_factory.mktemp("offices") / "archive.sqlite"
    with Archive.open(path) as archive:
        archive.offices.save(office)
        assert archive.offices.all() == [office]


def test_what_is_known_of_a_kind_and_of_a_choice():
    assert CITY.paper(DocumentKind.NOTICE) == PAPERS[0]
    assert CITY.paper(DocumentKind.REPORT) is None
    assert (CITY.choice("body_size"), CITY.choice("other")) == ("15", None)

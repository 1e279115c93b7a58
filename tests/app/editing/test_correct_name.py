import pytest

from app.editing.correct_name import correct_name
from app.minutes.attendees import Attendee
from app.minutes.issuance import Issuance, Signatory
from app.minutes.record import Minutes
from app.minutes.speeches import Passage, Speech
from app.minutes.words import DocumentKind, Form
from app.paths import resources_folder
from app.sample import sample

OLD, NEW = "Kiều Như Nguyên", "Kiều Như Nguyện"


def record(person_id: str = "k") -> Minutes:
    signatory = Signatory(id="g", name=OLD)
    return Minutes(
        id="m",
        attendees=(
            Attendee(id="a", name=OLD, person_id=person_id),
            Attendee(id="b", name="An", substitute=OLD),
            Attendee(id="c", name="Kiều Như Nguyên Anh"),
        ),
        speeches=(
            Speech(
                id="s",
                speaker="a",
                passages=(
                    Passage(id="p", text=f"Đồng chí {OLD}: đồng ý, {OLD}."),
                    Passage(id="q", text="Không."),
                ),
            ),
        ),
        issuances=(
            Issuance(id="i", kind=DocumentKind.MINUTES, form=Form.PARTY, signatories=(signatory,)),
        ),
    )


def test_a_name_is_corrected_wherever_it_stands() -> None:
    before = record()
    after = correct_name(OLD, NEW, frozenset({"k"}))(before)
    assert [a.name for a in after.attendees] == [NEW, "An", f"{NEW} Anh"]
    assert after.attendees[1].substitute == NEW
    assert after.speeches[0].passages[0].text == f"Đồng chí {NEW}: đồng ý, {NEW}."
    assert after.speeches[0].passages[1] is before.speeches[0].passages[1]
    assert after.issuances[0].signatories[0].name == NEW


def test_the_texts_are_left_alone_where_one_says_so() -> None:
    after = correct_name(OLD, NEW, frozenset({"k"}), in_texts=False)(record())
    assert [a.name for a in after.attendees] == [NEW, "An", "Kiều Như Nguyên Anh"]
    assert after.speeches == record().speeches
    assert after.issuances[0].signatories[0].name == NEW


@pytest.mark.parametrize("person_id", ["", "k", "double"])
def test_the_person_and_merged_doubles_are_meant(person_id: str) -> None:
    after = correct_name(OLD, NEW, frozenset({"k", "double"}))(record(person_id))
    assert after.attendees[0].name == NEW


def test_a_namesake_is_left_alone() -> None:
    before = record("another")
    assert correct_name(OLD, NEW, frozenset({"k"}))(before) is before


@pytest.mark.parametrize(("old", "new"), [("", "x"), (OLD, OLD), ("Nguyên Như", "x"), ("iều", "x")])
def test_what_is_no_whole_name_changes_nothing(old: str, new: str) -> None:
    before = record()
    assert correct_name(old, new, frozenset())(before) is before


def test_ids_and_links_stay() -> None:
    before = sample(resources_folder())
    ids = before.attendees[0].id
    assert correct_name(ids, "x", frozenset())(before) is before
    assert correct_name("minutes", "x", frozenset())(before) is before


def test_the_new_name_is_taken_as_it_is_written() -> None:
    after = correct_name(OLD, r"\1 \g<0>", frozenset())(record(""))
    assert after.attendees[0].name == r"\1 \g<0>"
    assert r"\1 \g<0>" in after.speeches[0].passages[0].text

"""The press follows what the record's office and IT have chosen, wherever documents are made."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from app.documents.outline import Run
from app.errors import KnownError
from app.house import House
from app.minutes.issuance import Issuance
from app.minutes.office import Choice, Office
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form, MeetingKind, Security
from app.paths import resources_folder
from app.press import Press, version_of
from app.sample import sample
from app.word.read import paragraph_texts

MINUTES = DocumentKind.MINUTES


def office(**choices: str) -> Office:
    kept = (
        Choice(id=f"c{at}", name=name, value=value)
        for at, (name, value) in enumerate(choices.items())
    )
    return Office(id="o", choices=tuple(kept))


@pytest.fixture
def record() -> Minutes:
    return sample(resources_folder()).but(office="o")


@pytest.fixture
def told() -> list[str]:
    return []


def press(told: list[str], **house: object) -> Press:
    def tell(problem: KnownError) -> None:
        told.append(str(problem))

    return Press(resources_folder(), House(**house), tell)


def size(found: Press, record: Minutes) -> float | None:
    return found.rules_of(record).roles["body"].look().size


def test_office_of_the_record_chooses(record: Minutes, told: list[str], tmp_path: Path) -> None:
    found = press(told, offices=(office(body_size="15", with_results="false"),))
    found.export(record, MINUTES, record.form, tmp_path / "x.docx")
    assert "2.317,8 tỷ đồng" not in "\n".join(paragraph_texts(tmp_path / "x.docx"))
    style = part(tmp_path / "x.docx", "word/styles.xml").partition('w:styleId="BBNoiDung"')[2]
    assert '<w:sz w:val="30"/>' in style.partition("</w:style>")[0]
    assert told == []


def part(path: Path, name: str) -> str:
    with ZipFile(path) as package:
        return package.read(name).decode()


def test_document_in_the_other_form_has_the_choices_for_that_form(
    record: Minutes, told: list[str], tmp_path: Path
) -> None:
    chosen = office(**{"with_results": "false", "state.with_directions": "false"})
    press(told, offices=(chosen,)).export(record, MINUTES, Form.STATE, tmp_path / "x.docx")
    text = "\n".join(paragraph_texts(tmp_path / "x.docx"))
    assert "2.317,8 tỷ đồng" in text
    assert "96,35%" not in text


def test_file_tells_which_version_of_the_record_it_shows(
    record: Minutes, told: list[str], tmp_path: Path
) -> None:
    press(told).export(record, MINUTES, record.form, tmp_path / "x.docx")
    anchors = part(tmp_path / "x.docx", "customXml/item1.xml")
    assert f'version="{version_of(record)}"' in anchors
    assert version_of(record) != version_of(record.but(office=""))


def test_record_of_no_office_is_as_the_form_has_it(record: Minutes, told: list[str]) -> None:
    found = press(told, offices=(office(body_size="15"),))
    assert size(found, record) == 15
    assert size(found, record.but(office="")) == size(found, record.but(office="gone")) == 14


def test_rules_are_the_same_object_until_something_is_chosen(
    record: Minutes, told: list[str]
) -> None:
    found = press(told, offices=(office(body_size="15"),))
    first = found.rules_of(record)
    assert found.rules_of(record) is first
    found.use(House((office(body_size="14"),)))
    assert found.rules_of(record) is not first
    found.use(House((office(body_size="15"),)))
    assert found.rules_of(record) is first


@pytest.mark.parametrize("kind", MeetingKind)
def test_what_a_meeting_is_called_is_read_alone_as_in_the_whole_wording(
    told: list[str], kind: MeetingKind
) -> None:
    found, said = press(told), {name: (Run(name),) for name in ("party", "host")}
    key = f"report.headline.{kind}"
    for form in Form:
        whole = found.wording.of(form).compose(key, said)
        assert found.headlines.compose(key, said) == whole
    assert "purpose.periods" not in found.headlines


def test_a_house_to_be_read_later_is_read_once_when_it_is_needed(
    record: Minutes, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "party.toml").write_text("role.body.size = 15\n", "utf-8")
    asked = []

    def read() -> House:
        asked.append(1)
        return House(forms=tmp_path)

    found = press(told)
    found.use_later(read)
    assert asked == []
    assert size(found, record) == 15
    assert found.house.forms == tmp_path
    assert asked == [1]
    found.use_later(read)
    found.use(House())
    assert size(found, record) == 14
    assert asked == [1]


def test_its_form_lies_over_ours(record: Minutes, told: list[str], tmp_path: Path) -> None:
    (tmp_path / "party.toml").write_text("role.body.size = 15\n", "utf-8")
    found = press(told, forms=tmp_path)
    assert size(found, record) == 15
    found.use(House())
    assert size(found, record) == 14


def test_wrong_form_of_its_is_told_once_with_its_line_and_ours_is_used(
    record: Minutes, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "party.toml").write_text("\nrole.body.size = 99\n", "utf-8")
    found = press(told, forms=tmp_path)
    found.read_forms()
    assert size(found, record) == 14
    (problem,) = told
    assert str(tmp_path / "party.toml") in problem
    assert "2" in problem


def test_choice_that_the_form_forbids_is_told_once(record: Minutes, told: list[str]) -> None:
    found = press(told, offices=(office(body_size="40", title_size="15"),))
    for _ in range(3):
        assert size(found, record) == 14
    assert found.rules_of(record).roles["document_title"].look().size == 15
    (problem,) = told
    assert "40" in problem


def classified(record: Minutes) -> Minutes:
    mark = Issuance(id="i", kind=MINUTES, form=Form.STATE, security=Security.SECRET)
    return record.but(issuances=(mark,))


@pytest.mark.parametrize("kind", DocumentKind)
def test_classified_minutes_are_refused_as_any_document_where_policy_forbids_them(
    record: Minutes, told: list[str], tmp_path: Path, kind: DocumentKind
) -> None:
    found = press(told, classified=False)
    with pytest.raises(KnownError, match="forbidden on this computer"):
        found.export(classified(record), kind, record.form, tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []
    assert found.compose(classified(record), kind, record.form)  # one may still read it
    assert found.final(record, kind, record.form)


def test_classified_minutes_are_allowed_elsewhere(record: Minutes, told: list[str]) -> None:
    assert press(told).final(classified(record), MINUTES, record.form)

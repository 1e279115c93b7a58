"""What holds for every record, document kind and form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.documents.compose import compose
from app.documents.options import AttendeesAs, IndicatorsAs, Options, Part
from app.documents.outline import Outline, Run, paragraphs
from app.documents.unknown import unknown_places
from app.documents.wording import read_wording
from app.minutes.meeting import Meeting
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.structure import find
from app.minutes.words import DocumentKind, Form, MeetingKind
from app.paths import resources_folder
from tests.strategies import minutes

WORDING = read_wording(resources_folder() / "wording")
OPTIONS = st.builds(
    Options,
    indicators=st.sampled_from(IndicatorsAs),
    attendees=st.sampled_from(AttendeesAs),
    without=st.frozensets(st.sampled_from(Part)),
)
FORMS = st.sampled_from(Form)


@st.composite
def outlines(draw: st.DrawFn, record: Minutes) -> Outline:
    kind, form = draw(st.sampled_from(DocumentKind)), draw(FORMS)
    return compose(record, kind, form, WORDING, draw(OPTIONS))


def field_at(record: Minutes, place: Place) -> object:
    value: object = getattr(record, place.section)
    if place.item:
        value = find(record, place.item)
    for name in place.field.split("."):
        value = getattr(value, name)
    return value


def runs_of(outline: Outline) -> list[Run]:
    return [run for paragraph in paragraphs(outline) for run in paragraph.runs]


@given(st.data(), minutes())
def test_composing_never_fails_and_prints_no_empty_paragraph(data, record):
    outline = data.draw(outlines(record))
    assert [p.role for p in paragraphs(outline) if not p.text.strip()] == []
    assert [run for run in runs_of(outline) if not run.text] == []


@given(st.data(), minutes())
def test_verbatim_runs_are_exactly_their_fields(data, record):
    for run in runs_of(data.draw(outlines(record))):
        if run.origin and run.origin.verbatim:
            assert run.text == field_at(record, run.origin.place)
        if run.origin and run.origin.capitalised:
            typed = str(field_at(record, run.origin.place))
            assert run.text == typed[0].upper() + typed[1:]


@given(st.data(), minutes())
def test_every_origin_names_an_item_that_is_there(data, record):
    for run in runs_of(data.draw(outlines(record))):
        if run.origin:
            assert run.origin.place.section in Minutes.__struct_fields__
            assert not run.origin.place.item or find(record, run.origin.place.item)


@given(minutes(), FORMS)
def test_the_report_says_every_passage(record, form):
    said = "\n".join(
        p.text for p in paragraphs(compose(record, DocumentKind.REPORT, form, WORDING))
    )
    for speech in record.speeches:
        for passage in speech.passages:
            assert passage.text in said or not passage.text.strip()


@given(minutes(), FORMS, OPTIONS)
def test_the_minutes_print_every_passage_once(record, form, options):
    whole = replace(options, without=frozenset())
    outline = compose(record, DocumentKind.MINUTES, form, WORDING, whole)
    printed = [r.origin.place.item for r in runs_of(outline) if r.origin and _is_text(r)]
    said = [p.id for s in record.speeches for p in s.passages if p.text.strip()]
    assert sorted(printed) == sorted(said)


def _is_text(run: Run) -> bool:
    place = run.origin.place if run.origin else Place("")
    return (place.section, place.field) == ("speeches", "text")


@given(minutes(), FORMS)
def test_unknown_places_are_those_of_the_leaders(record, form):
    outline = compose(record, DocumentKind.MINUTES, form, WORDING)
    leaders = {r.origin.place for r in runs_of(outline) if r.role == "unknown" and r.origin}
    assert set(unknown_places(outline)) == leaders


@pytest.mark.parametrize("meeting", MeetingKind)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("kind", DocumentKind)
def test_nothing_is_said_to_have_been_reported_where_nobody_typed_it(kind, form, meeting):
    outline = compose(Minutes(id="m", meeting=Meeting(kind=meeting)), kind, form, WORDING)
    assert not any("kết quả thực hiện" in paragraph.text for paragraph in paragraphs(outline))
    assert Place("meeting", field="purpose") in unknown_places(outline)

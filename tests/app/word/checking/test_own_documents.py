"""In what the program itself writes there is nothing to find."""

import pytest

from app.documents.form_settings import settings
from app.documents.options import AttendeesAs, IndicatorsAs, Options
from app.minutes.issuance import Signatory
from app.minutes.words import DocumentKind, Form, Security, Side, Urgency
from app.sample import sample
from tests.app.word.checking.documents import (
    NOTICE,
    RESOURCES,
    exported,
    found,
    record_of,
    rules_of,
    told,
    written,
)

TABLES = Options(indicators=IndicatorsAs.FULL_TABLE, attendees=AttendeesAs.TABLE)
MARKS = {"urgency": Urgency.EXPRESS, "security": Security.SECRET, "draft": 2, "copies": 12}


@pytest.fixture(params=Form)
def form(request: pytest.FixtureRequest) -> Form:
    return request.param


@pytest.fixture(params=DocumentKind)
def kind(request: pytest.FixtureRequest) -> DocumentKind:
    return request.param


def test_sample_as_it_is_has_no_finding(kind: DocumentKind, form: Form) -> None:
    data = written(sample(RESOURCES), kind, form)
    assert not told(found(data, kind, form))


def test_issued_document_has_no_finding(kind: DocumentKind, form: Form) -> None:
    assert not told(found(exported(kind, form), kind, form))


def test_marks_and_tables_are_no_findings(kind: DocumentKind, form: Form) -> None:
    data = written(record_of(kind, form, **MARKS), kind, form, TABLES)
    assert not told(found(data, kind, form))


def test_second_and_third_signatures_are_no_findings(kind: DocumentKind, form: Form) -> None:
    sign = "T/L" if form is Form.PARTY else "TL."
    signatories = (
        Signatory(id="a", authority=f"{sign} BAN\nKIỂM TRA", title="TRƯỞNG BAN", name="Lê An"),
        Signatory(id="b", side=Side.CONFIRMING, title="CHÁNH VĂN PHÒNG", name="Đoàn Văn Ba"),
    )
    data = written(record_of(kind, form, signatories=signatories), kind, form)
    assert not told(found(data, kind, form))


def test_whatever_an_office_chooses_is_no_finding(form: Form) -> None:
    record = record_of(NOTICE, form, **MARKS)
    for name, setting in settings(rules_of(form)).items():
        ends = [True] if isinstance(setting.value, bool) else [setting.least, setting.most]
        for value in ends:
            if value is not None:
                data = written(record, NOTICE, form, **{name: value})
                assert not told(found(data, NOTICE, form)), (name, value)


def test_form_of_the_other_kind_is_told(form: Form) -> None:
    other = next(each for each in Form if each is not form)
    rules = {finding.rule.property for finding in found(exported(NOTICE, other), NOTICE, form)}
    assert {"form", "text", "size", "text_end", "filing", "sign"} <= rules

import datetime

import pytest

from app.documents.outline import Columns
from app.minutes.issuance import Issuance
from app.minutes.meeting import IssuingBody, Meeting
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form, Security, Urgency
from tests.app.documents.outline_text import texts
from tests.app.documents.records import issued, minutes_of, notice_of

PARTY, STATE = Form.PARTY, Form.STATE
BODY = IssuingBody(name="Đảng ủy X", parent="Đảng bộ Y", symbol="ĐU", place="Thanh Sơn")


@pytest.mark.parametrize(
    ("form", "number", "symbol", "told"),
    [
        (PARTY, "12", "ĐU", "Số 12-BB/ĐU"),
        (PARTY, "5", "BB/ĐU", "Số 05-BB/ĐU"),
        (PARTY, "", "ĐU", "Số ……-BB/ĐU"),
        (STATE, "5", "UBND", "Số: 05/BB-UBND"),
        (STATE, "05", "BB-UBND", "Số: 05/BB-UBND"),
        (STATE, "12a", "", "Số: 12a/BB-……"),
    ],
)
def test_number_and_symbol_are_written_as_the_form_has_them(form, number, symbol, told):
    outline = minutes_of(issued(form=form, number=number, symbol=symbol), form)
    assert texts(outline, "number") == [told]


def test_the_symbol_of_the_issuing_body_is_used_where_the_document_has_none():
    record = Minutes(id="m", meeting=Meeting(issuing=BODY))
    assert texts(minutes_of(record), "number") == ["Số ……-BB/ĐU"]


def test_the_notice_has_its_own_abbreviation():
    assert texts(notice_of(issued(DocumentKind.NOTICE, number="9")), "number") == ["Số 09-TB/……"]


def test_the_party_letterhead_has_its_star_and_five_hyphens():
    outline = minutes_of(Minutes(id="m", meeting=Meeting(issuing=BODY)))
    [left, right] = next(b for b in outline.blocks if isinstance(b, Columns)).columns
    assert [p.text for p in left[:3]] == ["Đảng bộ Y", "Đảng ủy X", "*"]
    assert right[0].text == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert texts(outline, "abstract_mark") == ["-----"]


@pytest.mark.parametrize(
    ("compose", "form", "told"),
    [
        (minutes_of, PARTY, ["Thanh Sơn, ngày 05 tháng 02 năm 2026"]),
        (minutes_of, STATE, []),
        (notice_of, STATE, ["Thanh Sơn, ngày 05 tháng 02 năm 2026"]),
    ],
)
def test_only_state_minutes_have_no_place_and_date(compose, form, told):
    dated = {"form": form, "date": datetime.date(2026, 2, 5)}
    issuances = tuple(Issuance(id=kind, kind=kind, **dated) for kind in DocumentKind)
    record = Minutes(id="m", meeting=Meeting(issuing=BODY), issuances=issuances)
    assert texts(compose(record, form), "place_date") == told


def test_the_marks_of_a_draft_stand_in_the_letterhead():
    outline = minutes_of(issued(draft=2, urgency=Urgency.EXPRESS, security=Security.SECRET))
    assert texts(outline, "draft_mark") == ["Dự thảo lần 2"]
    assert texts(outline, "security_mark", "urgency_mark") == ["TỐI MẬT", "HỎA TỐC"]
    assert outline.draft == 2

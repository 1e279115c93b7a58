import pytest

from app.documents.outline import Columns
from app.minutes.issuance import Recipient, Signatory
from app.minutes.meeting import IssuingBody, Meeting
from app.minutes.words import DocumentKind, Form, Side
from tests.app.documents.outline_text import texts
from tests.app.documents.records import CHAIR, issued, minutes_of, notice_of

NOTICE = DocumentKind.NOTICE


def signatures(outline) -> list[list[list[str]]]:
    blocks = [b for b in outline.blocks if isinstance(b, Columns) and b.role == "signatures"]
    return [[[p.text for p in column] for column in block.columns] for block in blocks]


@pytest.mark.parametrize(
    ("form", "captions"),
    [
        (Form.PARTY, ["NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"]),
        (Form.STATE, ["THƯ KÝ", "CHỦ TỌA"]),
    ],
)
def test_the_writer_signs_at_the_left_and_the_chair_at_the_right(form, captions):
    [[left, right]] = signatures(minutes_of(issued(form=form).but(attendees=(CHAIR,)), form))
    assert [left, right] == [[captions[0], "……"], [captions[1], "Hoa"]]


def test_a_signatory_of_the_document_goes_before_the_record():
    signatory = Signatory(id="s", authority="T/M BAN THƯỜNG VỤ", title="BÍ THƯ", name="Hòa")
    [[_, right]] = signatures(minutes_of(issued(signatories=(signatory,))))
    assert right == ["CHỦ TRÌ HỘI NGHỊ", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Hòa"]


def test_the_first_of_two_signatories_gives_the_name():
    both = Signatory(id="s", name="Hòa"), Signatory(id="t", title="PHÓ BÍ THƯ", name="Mai")
    [[_, right]] = signatures(minutes_of(issued(signatories=both)))
    assert right == ["CHỦ TRÌ HỘI NGHỊ", "PHÓ BÍ THƯ", "Hòa"]


def test_a_signature_is_confirmed_in_a_block_below():
    confirming = Signatory(id="s", side=Side.CONFIRMING, title="CHÁNH VĂN PHÒNG", name="Mai")
    record = issued(signatories=(confirming,)).but(attendees=(CHAIR,))
    _, [left, right] = signatures(minutes_of(record))
    assert left == ["Xác nhận chữ ký của đồng chí Hoa", "CHÁNH VĂN PHÒNG", "Mai"]
    assert right == []


def test_a_notice_is_signed_beside_its_recipients():
    [[left, right]] = signatures(notice_of(issued(NOTICE)))
    assert left[0] == "Nơi nhận:"
    assert right == ["……", "……"]


@pytest.mark.parametrize(
    ("form", "told", "lines"),
    [
        (
            Form.PARTY,
            ["Thường trực;", "Các ban."],
            ["- Thường trực;", "- Các ban;", "- Lưu Văn phòng X."],
        ),
        (Form.STATE, [], ["- ……;", "- Lưu: VT, Hồ sơ."]),
        (Form.STATE, ["UBND", "Lưu: VT"], ["- UBND;", "- Lưu: VT."]),
    ],
)
def test_recipients_end_with_where_it_is_filed(form, told, lines):
    recipients = tuple(Recipient(id=f"r{n}", text=text) for n, text in enumerate(told))
    meeting = Meeting(issuing=IssuingBody(name="X"))
    record = issued(form=form, recipients=recipients).but(meeting=meeting)
    assert texts(minutes_of(record, form), "recipient") == lines


def test_the_number_of_copies_stands_below():
    assert texts(minutes_of(issued(copies=15)), "copies") == ["(15 bản)"]

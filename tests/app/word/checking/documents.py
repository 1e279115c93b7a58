"""Documents to check: the sample as an office would issue it, written by the program itself."""

import datetime
from functools import cache

import msgspec

from app.documents.compose import compose
from app.documents.form_settings import Choice, with_options
from app.documents.forms import FormRules, read_form
from app.documents.options import Options
from app.documents.wording import read_wording
from app.minutes.issuance import Issuance, Recipient, Signatory
from app.minutes.meeting import IssuingBody
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form, Side
from app.paths import resources_folder
from app.sample import sample
from app.word.checking import FormatFinding, check_document
from app.word.write import write_document

RESOURCES = resources_folder()
PARTY, STATE = Form.PARTY, Form.STATE
MINUTES, NOTICE, REPORT = DocumentKind.MINUTES, DocumentKind.NOTICE, DocumentKind.REPORT
BODIES = {
    PARTY: IssuingBody(
        name="Đảng ủy phường Thanh Sơn", parent="Đảng bộ tỉnh Lâm Đồng", symbol="ĐU"
    ),
    STATE: IssuingBody(
        name="Ủy ban nhân dân phường Thanh Sơn",
        parent="Ủy ban nhân dân tỉnh Lâm Đồng",
        symbol="UBND",
    ),
}
AUTHORITIES = {
    PARTY: ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
    STATE: ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
}


@cache
def rules_of(form: Form) -> FormRules:
    return read_form(form, RESOURCES / "forms")


def record_of(kind: DocumentKind, form: Form, **issued: object) -> Minutes:
    """The sample with everything that its issue needs."""
    record = sample(RESOURCES)
    authority, title = AUTHORITIES[form]
    signatory = Signatory(
        id="s1", side=Side.RIGHT, authority=authority, title=title, name="Lê Văn An"
    )
    issuance = Issuance(
        id="issuance",
        kind=kind,
        form=form,
        number="5",
        place="Thanh Sơn",
        date=datetime.date(2022, 2, 5),
        signatories=(signatory,) if kind is NOTICE else (),
        recipients=(
            Recipient(id="r1", text="Thường trực Tỉnh ủy"),
            Recipient(id="r2", text="Đảng ủy viên"),
        ),
    )
    meeting = record.meeting.but(issuing=BODIES[form], place="trụ sở Đảng ủy phường")
    issuance = msgspec.structs.replace(issuance, **issued)
    return record.but(meeting=meeting, issuances=(issuance,))


def written(
    record: Minutes,
    kind: DocumentKind,
    form: Form,
    options: Options = Options(),  # noqa: B008 - a frozen value
    **choices: Choice,
) -> bytes:
    wording = read_wording(RESOURCES / "wording")
    outline = compose(record, kind, form, wording, options)
    rules = with_options(rules_of(form), choices)
    return write_document(outline, rules, RESOURCES / "templates" / "blank")


@cache
def exported(kind: DocumentKind, form: Form) -> bytes:
    """A document without fault."""
    return written(record_of(kind, form), kind, form)


def found(data: bytes, kind: DocumentKind, form: Form) -> tuple[FormatFinding, ...]:
    return check_document(data, rules_of(form), kind)


def told(findings: tuple[FormatFinding, ...]) -> list[str]:
    """The findings as English lines: what a failing test should show."""
    return [
        finding.told(lambda message, /, **places: message.format(**places)) for finding in findings
    ]

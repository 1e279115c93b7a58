"""The documents that are printed and measured: the sample record's own, and the hard cases."""

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from app.documents.compose import compose
from app.documents.form_settings import with_options
from app.documents.forms import FormRules
from app.documents.options import AttendeesAs, IndicatorsAs, Options
from app.documents.wording import Wording, read_wording
from app.minutes.attendees import Attendee, Position
from app.minutes.issuance import Issuance, Recipient, Signatory
from app.minutes.record import Minutes, Result
from app.minutes.words import (
    AttendanceState,
    DocumentKind,
    Form,
    Role,
    Security,
    Side,
    Urgency,
)
from app.paths import resources_folder
from app.sample import sample
from tests.app.word.outlines import rules_of
from tests.app.word.page.sheets import Sample
from tests.app.word.page.specimens import breaks, gallery, tables

LONG_NAME = "Công Tằng Tôn Nữ Huyền Trân Nguyễn Phúc Hoàng Bảo Ngọc Quỳnh"  # 60 letters
LONG_BODY = "Ban Quản lý dự án đầu tư xây dựng và phát triển đô thị thành phố"
OPTIONS = {
    Form.PARTY: {"body_size": 15, "line_spacing": 22, "title_size": 15, "paragraph_space": 8},
    Form.STATE: {
        "size_pair": 12,
        "body_size": 13,
        "title_size": 13,
        "line_spacing": 1.5,
        "first_line": 12.7,
        "margin_left": 35,
        "margin_right": 20,
        "margin_top": 25,
    },
}


def samples(form: Form) -> list[Sample]:
    """All of one form."""
    rules = rules_of(form)
    chosen = with_options(rules, OPTIONS[form])
    two_sided = with_options(rules, {"two_sided": True})
    return [
        *_made_by_hand(rules),
        Sample("gallery-chosen", gallery(chosen), chosen),
        *_of_records(form, rules),
        *(_composed("chosen", sample_record(), kind, chosen) for kind in DocumentKind),
        _composed("two_sided", sample_record(), DocumentKind.MINUTES, two_sided),
    ]


def sample_record() -> Minutes:
    return sample(resources_folder())


def _made_by_hand(rules: FormRules) -> Iterator[Sample]:
    for made in (gallery, tables, breaks):
        yield Sample(made.__name__, made(rules), rules)


def _of_records(form: Form, rules: FormRules) -> Iterator[Sample]:
    record, empty = sample_record(), Minutes(id="m")
    for kind in DocumentKind:
        yield _composed("sample", record, kind, rules)
        yield _composed("empty", empty, kind, rules)
        yield _composed("marked", marked(record, kind, form), kind, rules)
        yield _composed("long", long_names(record, kind, form), kind, rules)
    full = Options(attendees=AttendeesAs.TABLE, indicators=IndicatorsAs.FULL_TABLE)
    crowd = crowded(record)
    yield _composed("crowd", crowd, DocumentKind.MINUTES, rules)
    yield _composed("crowd_table", crowd, DocumentKind.MINUTES, rules, full)
    yield _composed("forty", long_record(record), DocumentKind.MINUTES, rules)


def _composed(
    name: str,
    record: Minutes,
    kind: DocumentKind,
    rules: FormRules,
    options: Options = Options(),  # noqa: B008 - a frozen value
) -> Sample:
    outline = compose(record, kind, rules.form, _wording(), options)
    return Sample(f"{name}-{kind}", outline, rules)


def _wording() -> Wording:
    return read_wording(resources_folder() / "wording")


def marked(record: Minutes, kind: DocumentKind, form: Form) -> Minutes:
    """With every mark, a third signature, copies and recipients."""
    party = form is Form.PARTY
    issuance = Issuance(
        id="marked",
        kind=kind,
        form=form,
        number="7",
        place="Thanh Sơn",
        date=datetime.date(2022, 5, 11),
        draft=3,
        copies=25,
        urgency=Urgency.VERY_URGENT,
        security=Security.CONFIDENTIAL,
        recipients=tuple(Recipient(id=f"r{n}", text=f"Cơ quan nhận thứ {n}") for n in range(4)),
        signatories=(
            Signatory(
                id="r",
                side=Side.RIGHT,
                authority="T/M Thường trực" if party else "TM. Ủy ban",
                title="Bí thư",
            ),
            Signatory(
                id="c",
                side=Side.CONFIRMING,
                authority="T/L Ban Thường vụ" if party else "TL. Chủ tịch",
                title="Chánh Văn phòng",
                name="Trần Văn Xác",
            ),
        ),
    )
    return _issued(record, issuance)


def long_names(record: Minutes, kind: DocumentKind, form: Form) -> Minutes:
    """With bodies and people whose names take several lines, and a right column that is longer."""
    issuance = Issuance(
        id="long",
        kind=kind,
        form=form,
        number="123",
        symbol="BQLDAĐTXDPTĐT",
        place="Thành phố Phan Rang - Tháp Chàm",
        date=datetime.date(2022, 12, 30),
        recipients=tuple(Recipient(id=f"r{n}", text=LONG_BODY) for n in range(8)),
        signatories=(
            Signatory(id="l", side=Side.LEFT, title=LONG_BODY, name=LONG_NAME),
            Signatory(id="r", side=Side.RIGHT, authority=LONG_BODY, name=LONG_NAME),
        ),
    )
    issuing = replace(record.meeting.issuing, name=LONG_BODY, parent=f"{LONG_BODY} Thanh Sơn")
    meeting = replace(record.meeting, issuing=issuing)
    return replace(_issued(record, issuance), meeting=meeting)


def crowded(record: Minutes) -> Minutes:
    """With 300 attendees, every tenth of them away and every twentieth named at length."""
    return replace(record, attendees=(*record.attendees, *map(_attendee, range(300))))


def _attendee(number: int) -> Attendee:
    return Attendee(
        id=f"a{number}",
        name=LONG_NAME if number % 20 == 0 else f"Nguyễn Văn {number}",
        positions=(Position(id=f"p{number}", title=f"Trưởng khu phố {number}"),),
        role=Role.HOST,
        attendance=AttendanceState.EXCUSED if number % 10 == 0 else AttendanceState.PRESENT,
        reason="đi công tác" if number % 10 == 0 else "",
    )


def long_record(record: Minutes) -> Minutes:
    """With results for forty pages."""
    text = record.results[0].text
    results = (Result(id=f"r{n}", text=text[: 400 + 37 * n]) for n in range(84))
    return replace(record, results=tuple(results))


def _issued(record: Minutes, issuance: Issuance) -> Minutes:
    return replace(record, issuances=(issuance,))

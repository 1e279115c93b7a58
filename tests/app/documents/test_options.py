"""What an office leaves out of its documents, and that nothing else goes with it."""

import pytest
from msgspec.structs import replace

from app.documents.compose import compose
from app.documents.options import Options, Part
from app.documents.outline import paragraphs
from app.documents.wording import Wording
from app.minutes.issuance import Issuance, Recipient
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form

MINUTES, NOTICE, REPORT = DocumentKind.MINUTES, DocumentKind.NOTICE, DocumentKind.REPORT


@pytest.fixture(params=Form)
def form(request: pytest.FixtureRequest) -> Form:
    return request.param


@pytest.fixture
def full(record: Minutes, form: Form) -> Minutes:
    """The sample with everything that may be left out."""
    issuances = tuple(
        Issuance(
            id=f"i-{kind}",
            kind=kind,
            form=form,
            draft=2,
            copies=25,
            recipients=(Recipient(id=f"r-{kind}", text="Như trên"),),
        )
        for kind in DocumentKind
    )
    meeting = replace(record.meeting, documents_used="Báo cáo số 12", recording="Ghi âm")
    return record.but(form=form, issuances=issuances, meeting=meeting)


def texts(record: Minutes, kind: DocumentKind, wording: Wording, *without: Part) -> list[str]:
    options = Options(without=frozenset(without))
    outline = compose(record, kind, record.form, wording, options)
    return [paragraph.text for paragraph in paragraphs(outline)]


# For each part, what the sample says in it, and in which documents it does.
SAID = {
    Part.DOCUMENTS: ("Báo cáo số 12", {MINUTES}),
    Part.RESULTS: ("2.317,8 tỷ đồng", {MINUTES, REPORT}),
    Part.DIRECTIONS: ("96,35%", {MINUTES, REPORT}),
    Part.SPEECHES: ("khu đô thị K1", {MINUTES, REPORT}),
    Part.PETITIONS: ("trụ sở khu phố 8", {MINUTES, NOTICE}),
    Part.RECIPIENTS: ("Như trên", {MINUTES}),
    Part.COPIES: ("25 bản", {MINUTES, NOTICE}),
    Part.DRAFT: ("Dự thảo lần 2", {MINUTES, NOTICE, REPORT}),
}


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("part", Part)
def test_part_that_is_left_out_is_gone(
    full: Minutes, wording: Wording, kind: DocumentKind, part: Part
) -> None:
    words, kinds = SAID[part]
    before, after = texts(full, kind, wording), texts(full, kind, wording, part)
    if kind in kinds:
        assert any(words in text for text in before)
        assert not any(words in text for text in after)
    elif part is not Part.SPEECHES:
        assert after == before


@pytest.mark.parametrize("part", [Part.DOCUMENTS, Part.DRAFT])
def test_what_stays_is_not_touched(full: Minutes, wording: Wording, part: Part) -> None:
    words, _ = SAID[part]
    before = texts(full, MINUTES, wording)
    gone = set(before) - set(texts(full, MINUTES, wording, part))
    assert [text for text in gone if words not in text] == []


def test_sections_are_numbered_without_what_is_left_out(full: Minutes, wording: Wording) -> None:
    record = full.but(form=Form.STATE)
    numbered = [t for t in texts(record, MINUTES, wording, Part.DIRECTIONS) if t[:2] == "2."]
    assert numbered == ["2. Ý kiến phát biểu"]


def test_form_keeps_what_it_demands(full: Minutes, wording: Wording) -> None:
    told = "\n".join(texts(full, MINUTES, wording, *Part))
    for words in ("Bùi Văn Phú", "Kết luận", "kết thúc vào", "Ghi âm"):
        assert words in told

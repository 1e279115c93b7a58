"""What each form asks of the words, where resources/forms/*.toml tells of their looks only.

The keys of sources are those of the TOML's [sources].
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from app.minutes.words import DocumentKind, Form

FONT: Final = "Times New Roman"
HOUSE: Final = "house"

# Sources whose values are no rule: our own choices, and what was measured on a printed sample.
NOT_BINDING: Final = frozenset({HOUSE, "mau19", "mau14"})


class KindWords(NamedTuple):
    """A kind of document: its title, and its abbreviation in the symbol."""

    title: str
    abbreviation: str


KINDS: Final[Mapping[DocumentKind, KindWords]] = {
    DocumentKind.MINUTES: KindWords("BIÊN BẢN", "BB"),
    DocumentKind.NOTICE: KindWords("THÔNG BÁO", "TB"),
}


class FormWords(NamedTuple):
    """The words of one form, and the sources that ask for them.

    `titles`: at the right of the letterhead, by role. `mark` and `abstract_mark`: printed below
    the issuing body and below the abstract instead of a line. `model` and `joints`: of the number.
    `captions`: above the signatures of minutes, left and right. `filing`: how the last recipient
    begins; `filing_like`: a whole line as a model.
    """

    source: str
    titles: Mapping[str, str]
    mark: str
    abstract_mark: str
    model: str
    after_number: str
    after_kind: str
    colon: str
    undated: frozenset[DocumentKind]
    undated_source: str
    text_end: str
    captions: tuple[str, str]
    captions_source: str
    authority_joint: str
    authority_model: str
    filing: str
    filing_model: str
    page_number_in_margin: bool


WORDS: Final[Mapping[Form, FormWords]] = {
    Form.PARTY: FormWords(
        source="hd05",
        titles={"party_title": "ĐẢNG CỘNG SẢN VIỆT NAM"},
        mark="*",
        abstract_mark="-----",
        model="Số 05-{kind}/ĐU",
        after_number="-",
        after_kind="/",
        colon="",
        undated=frozenset(),
        undated_source="hd16",
        text_end=".",
        captions=("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"),
        captions_source="hd05",
        authority_joint="/",
        authority_model="T/M, K/T, T/L",
        filing="Lưu Văn phòng",
        filing_model="- Lưu Văn phòng Đảng ủy.",
        page_number_in_margin=False,
    ),
    Form.STATE: FormWords(
        source="nd30",
        titles={
            "national_title": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "motto": "Độc lập - Tự do - Hạnh phúc",
        },
        mark="",
        abstract_mark="",
        model="Số: 05/{kind}-UBND",
        after_number="/",
        after_kind="-",
        colon=":",
        undated=frozenset({DocumentKind.MINUTES}),
        undated_source="mau19",
        text_end="./.",
        captions=("THƯ KÝ", "CHỦ TỌA"),
        captions_source="mau19",
        authority_joint=".",
        authority_model="TM., KT., TL., TUQ.",
        filing="Lưu: VT",
        filing_model="- Lưu: VT, Hồ sơ.",
        page_number_in_margin=True,
    ),
}

"""The roles at the end of a document: who signs, and who receives it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.word.checking.letterhead_roles import BODY_BEGINS
from app.word.checking.pieces import folded, is_shouted
from app.word.checking.placed import Placed
from app.word.checking.reading import Paragraph

CAPTION: Final = re.compile(
    r"(nguoi |ghi bien ban|nguoi ghi bien ban|thu ky)( (cuoc hop|hoi nghi|buoi lam viec))?"
    r"|chu (tri|toa|toa)( (cuoc hop|hoi nghi|buoi lam viec|phien hop))?"
)
AUTHORITY: Final = re.compile(r"(t/?\.?m|k/?\.?t|t/?\.?l|t/?\.?u/?\.?q|q)(\s*[./]\s*|\s+)(?=\S).*")
_LABEL: Final = re.compile(r"noi nhan\W*")
_COPIES: Final = re.compile(r"\(?\s*[0-9…. ]+ ban\s*\)?\.?|[a-z]{1,4}[.,]? ?\([0-9]+\)\.?")
_NOTE: Final = re.compile(r"\(.*\)|(xac nhan chu ky|da ky|ky ten)\b.*")
_TITLES: Final = (
    *("bi thu", "pho bi thu", "chu tich", "pho chu tich", "chanh van phong", "pho chanh"),
    *("pho truong", "giam doc", "pho giam doc", "uy vien", "hieu truong", "pho hieu truong"),
)
_RECIPIENT: Final = re.compile(r"[-–•+*]\s*\S.*|(nhu tren|luu)\b.*")


def closing_start(text: Sequence[Paragraph]) -> int:
    """Where the signatures and recipients begin; the length of `text` where there are none."""
    for piece in filter(_begins_closing, text):
        if piece.spot:  # with the table it stands in
            return next(i for i, each in enumerate(text) if _same_table(each, piece))
        # A piece of a paragraph that was taken apart begins with that paragraph.
        return next(i for i, each in enumerate(text) if each.number == piece.number)
    return len(text)


def place_closing(closing: Sequence[Paragraph]) -> Iterator[Placed]:
    """The roles at the end, column by column where there are columns."""
    for column in _columns(closing):
        yield from _place_column(column)


def _begins_closing(piece: Paragraph) -> bool:
    said = folded(piece)
    if _LABEL.fullmatch(said):
        return True
    return is_shouted(piece) and bool(CAPTION.fullmatch(said) or AUTHORITY.fullmatch(said))


def _same_table(one: Paragraph, other: Paragraph) -> bool:
    return bool(one.spot and other.spot and one.spot.table == other.spot.table)


def _columns(closing: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The pieces by column, tables and what stands outside of them apart; in order."""
    found: dict[tuple[int, int], list[Paragraph]] = {}
    outside = 0
    for before, piece in zip((None, *closing), closing, strict=False):
        if piece.spot:
            key = (piece.spot.table, piece.spot.column)
        else:
            outside -= bool(before and before.spot)
            key = (outside, piece.across)
        found.setdefault(key, []).append(piece)
    return list(found.values())


def _place_column(column: Sequence[Paragraph]) -> Iterator[Placed]:
    roles = list(_known_roles(column))
    for piece, role, following in zip(column, roles, (*roles[1:], "end"), strict=True):
        yield Placed(role or _title_or_name(piece, following), piece)


def _title_or_name(piece: Paragraph, following: str) -> str:
    """A name is the last before something else begins, unless it says that it is none."""
    said = folded(piece)
    if said.startswith(_TITLES):
        return "signature_title"
    if said.startswith(BODY_BEGINS) and is_shouted(piece):
        return "signature_authority"
    return "signature_title" if following in ("", "signature_note") else "signature_name"


def _known_roles(column: Sequence[Paragraph]) -> Iterator[str]:
    receiving = False
    for piece in column:
        role = _role(piece, receiving=receiving)
        receiving = role in ("recipients_label", "recipient", "copies")
        yield role


def _role(piece: Paragraph, *, receiving: bool) -> str:
    said = folded(piece)
    if _LABEL.fullmatch(said):
        return "recipients_label"
    if _COPIES.fullmatch(said):
        return "copies"
    if receiving and (_RECIPIENT.fullmatch(said) or piece.label):
        return "recipient"
    if _NOTE.fullmatch(said):
        return "signature_note"
    if is_shouted(piece) and (CAPTION.fullmatch(said) or AUTHORITY.fullmatch(said)):
        return "signature_authority"
    return ""

"""The roles at the end of a document: who signs, and who receives it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.word.checking.letterhead_roles import BODY_BEGINS
from app.word.checking.pieces import folded, is_shouted
from app.word.checking.placed import Placed
from app.word.checking.reading import Paragraph

CAPTION: Final = re.compile(
    r"((nguoi )?ghi bien ban|thu ky|chu (tri|toa))( (cuoc hop|hoi nghi|buoi lam viec|phien hop))?"
)
AUTHORITY: Final = re.compile(r"(t/?\.?m|k/?\.?t|t/?\.?l|t/?\.?u/?\.?q|q)(\s*[./]\s*|\s+)(?=\S).*")
_LIMIT: Final = 60  # pieces; captions farther from the end are headings of the text
_LABEL: Final = re.compile(r"noi nhan\W*")
_COPIES: Final = re.compile(r"\(?\s*[0-9…. ]+ ban\s*\)?\.?|[a-z]{1,4}[.,]? ?\([0-9]+\)\.?")
_STARTS: Final = ("signature_authority", "signature_title")
_ENDS: Final = ("recipient", "copies")
_NOTE: Final = re.compile(r"\(.*|.*\)+|(xac nhan chu ky|da ky|ky ten)\b.*")
_TITLES: Final = re.compile(
    r"(bi thu|pho bi thu|chu tich|pho chu tich|chanh van phong|pho chanh|pho truong|giam doc"
    r"|pho giam doc|uy vien|hieu truong|pho hieu truong)\b.*"
)
_RECIPIENT: Final = re.compile(r"[-–•+*]\s*\S.*|(nhu tren|luu)\b.*")

_SAYINGS: Final = (
    ("recipients_label", _LABEL),
    ("copies", _COPIES),
    ("signature_note", _NOTE),
    ("signature_title", _TITLES),
)


def closing_start(text: Sequence[Paragraph]) -> int:
    """Where the signatures and recipients begin; the length of `text` where there are none."""
    start = max(0, len(text) - _LIMIT)
    for piece in filter(_begins_closing, text[start:]):
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
    started = False
    for piece, role, following in zip(column, roles, (*roles[1:], "end"), strict=True):
        # Below signatures without a table, notes may follow that are none of the form's.
        started = started or bool(piece.spot) or role in _STARTS
        yield Placed(role or (_by_place(following) if started else ""), piece)
        started = started and role not in _ENDS


def _by_place(following: str) -> str:
    """A name is the last before something else begins."""
    return "signature_title" if following in ("", "signature_note") else "signature_name"


def _known_roles(column: Sequence[Paragraph]) -> Iterator[str]:
    receiving, above, role = False, 0, ""
    for piece in column:
        # A title may run over two lines of one paragraph.
        runs_on = piece.number == above and role in _STARTS and is_shouted(piece)
        above, role = piece.number, _role(piece, receiving=receiving) or (role if runs_on else "")
        receiving = role in ("recipients_label", "recipient", "copies")
        yield role


def _role(piece: Paragraph, *, receiving: bool) -> str:
    said = folded(piece)
    if receiving and (_RECIPIENT.fullmatch(said) or piece.label) and not _COPIES.fullmatch(said):
        return "recipient"
    found = next((role for role, pattern in _SAYINGS if pattern.fullmatch(said)), "")
    authority = CAPTION.fullmatch(said) or AUTHORITY.fullmatch(said)
    if not found and is_shouted(piece) and (authority or said.startswith(BODY_BEGINS)):
        return "signature_authority"
    return found

"""The roles at the top of a document: letterhead, title, abstract and the mark below it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.minutes.words import DocumentKind
from app.word.checking.facts import KINDS
from app.word.checking.pieces import fold_wide, folded
from app.word.checking.placed import Placed
from app.word.checking.reading import Paragraph

_LEADER = r"[.…_\s]"
# What only one component of a letterhead can say, folded.
_SAYINGS: Final = (
    ("party_title", re.compile(r"dang cong san viet nam")),
    ("national_title", re.compile(r"(nuoc )?cong hoa xa hoi chu nghia viet nam")),
    ("motto", re.compile(r"doc lap\W+tu do\W+hanh phuc")),
    ("number", re.compile(rf"so\s*[:.]?{_LEADER}*[0-9]*{_LEADER}*[-–/].*")),
    ("place_date", re.compile(r".*\bngay\b.*\bthang\b.*\bnam\b.*|.*ngay [0-9]+[/.-][0-9]+.*")),
    ("draft_mark", re.compile(r"\(?du thao\b.*")),
    ("urgency_mark", re.compile(r"(thuong )?khan|hoa toc")),
    ("security_mark", re.compile(r"(toi |tuyet )?mat")),
    ("letterhead_mark", re.compile(r"[*★☆⁎∗ ]+")),
    ("typed_line", re.compile(r"[-–—_=‾. ]{3,}")),
)
_TITLES: Final = ("party_title", "national_title", "motto")
_ONLY_DASHES: Final = re.compile(r"[-–—_=*~ .]{3,}")
BODY_BEGINS: Final = (
    *("dang bo", "dang uy", "thanh uy", "tinh uy", "huyen uy", "quan uy", "chi bo", "ban "),
    *("uy ban", "ubnd", "hoi dong", "hdnd", "van phong", "so ", "bo ", "hoi ", "lien doan"),
    *("cong an", "phong ", "trung tam", "cong ty", "doan ", "mat tran", "thuong truc"),
)
_TEXT_BEGINS: Final = re.compile(
    r"[-+]?\s*(thoi gian|hom nay|can cu|ngay [0-9]|thuc hien|vao (luc|hoi)|dia diem|thanh phan)\b.*"
)
_ABSTRACT_LIMIT: Final = 400  # characters; a longer first paragraph is text
_ABSTRACT_LINES: Final = 4
_TITLE_LIMIT: Final = 40  # pieces; what stands below is no title


class Title(NamedTuple):
    """Which piece is the document's title, and of which kind of document."""

    at: int
    kind: DocumentKind


def title_at(split: Sequence[Paragraph], wanted: DocumentKind) -> Title | None:
    """The title: of the kind that is wanted, else of another."""
    kinds = sorted(KINDS, key=lambda kind: kind is not wanted)
    for kind in kinds:
        for exactly in (True, False):
            for at, piece in enumerate(split[:_TITLE_LIMIT]):
                if _says_title(piece, kind, exactly):
                    return Title(at, kind)
    return None


def place_letterhead(top: Sequence[Paragraph]) -> list[Placed]:
    """The roles before the title."""
    named = [Placed(_saying(piece), piece) for piece in top]
    titles = [piece for role, piece in named if role in _TITLES]
    # Where the titles stand at the left, the bodies are at the right.
    at_left = not titles or not all(map(_is_left, titles))
    unnamed = [piece for role, piece in named if not role]
    bodies = _bodies([p for p in unnamed if _is_left(p) is at_left or _is_alone(p)])
    roles = {id(piece): "parent_body" for body in bodies for piece in body}
    roles |= {id(piece): "issuing_body" for body in bodies[-1:] for piece in body}
    return [Placed(role or roles.get(id(piece), ""), piece) for role, piece in named]


def place_title(pieces: Sequence[Paragraph]) -> tuple[list[Placed], list[Paragraph]]:
    """The title (the first of `pieces`), abstract and mark with their roles; then the rest."""
    placed = [Placed("document_title", pieces[0])]
    rest = list(pieces[1:])
    while rest and _goes_on(rest[0], placed):
        piece = rest.pop(0)
        mark = _ONLY_DASHES.fullmatch(piece.text.strip())
        placed.append(Placed("abstract_mark" if mark else "abstract", piece))
        if mark:
            break
    return placed, rest


def _says_title(piece: Paragraph, kind: DocumentKind, exactly: bool) -> bool:
    title = KINDS[kind].title
    said = folded(piece)
    if exactly:
        return said.rstrip(" .:") == fold_wide(title)
    return piece.shown.strip().startswith(f"{title} ") and len(said) < _ABSTRACT_LIMIT


def _saying(piece: Paragraph) -> str:
    said = folded(piece)
    return next((role for role, pattern in _SAYINGS if pattern.fullmatch(said)), "")


def _is_left(piece: Paragraph) -> bool:
    return piece.spot.column == 0 if piece.spot else piece.across == 0


def _is_alone(piece: Paragraph) -> bool:
    """Whether nothing stands beside it."""
    return piece.spot.columns == 1 if piece.spot else piece.part == piece.across == 0


def _bodies(pieces: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The names of bodies, each with the lines that it runs over."""
    found: list[list[Paragraph]] = []
    for piece in pieces:
        begins = not found or folded(piece).startswith(BODY_BEGINS)
        if begins or (_is_bold(piece) and not _is_bold(found[-1][-1])):
            found.append([])
        found[-1].append(piece)
    return found


def _goes_on(piece: Paragraph, placed: Sequence[Placed]) -> bool:
    """Whether the piece still belongs to the abstract."""
    if _ONLY_DASHES.fullmatch(piece.text.strip()):
        return True
    if piece.spot or len(piece.text) > _ABSTRACT_LIMIT or _TEXT_BEGINS.fullmatch(folded(piece)):
        return False
    if len(placed) == 1:  # whatever it looks like: how it should look is judged later
        return True
    return len(placed) <= _ABSTRACT_LINES and piece.look.align == "center" and _is_bold(piece)


def _is_bold(piece: Paragraph) -> bool:
    return all(run.look.bold for run in piece.runs if run.text.strip())

"""The roles of the text between the abstract and the signatures, and those of a report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.word.checking.pieces import folded, is_shouted
from app.word.checking.placed import Placed
from app.word.checking.reading import Paragraph

# A style of ours tells the role of what stands in the text; elsewhere the words tell it better.
_BY_STYLE: Final = frozenset(
    {
        *("lede", "body", "opening_data", "section_heading", "subsection_heading", "list_item"),
        *("table_caption", "table_head", "table_cell", "table_figure", "headline", "writer_name"),
    }
)
_OPENING: Final = re.compile(
    r"(- )?(thoi gian|dia diem|thanh phan|chu tri|thu ky|nguoi chu tri|nguoi ghi bien ban|noi dung"
    r"|tai lieu su dung|thong tin khac)\b[^:]{0,60}:.*"
)
_ITEM: Final = re.compile(r"([-–+•*●○▪]|[a-zđ]\)|[0-9]+\)) ?\S.*")
_SECTION: Final = re.compile(r"[ivxlc]+\s*[-.:]\s?\S.*")
# Parts and chapters, which minutes do not have, are set in ways of their own.
_PART: Final = re.compile(r"(phan|chuong) ([ivxlc]+|[0-9]+|thu \S+)\b.*")
_NUMBERED: Final = re.compile(r"[0-9]+(\.[0-9]+)*[.)-]?\s?\S.*")
_HEADING_LIMIT: Final = 120  # characters
_ENDS_A_SENTENCE: Final = (".", ";", ",", ":", "…")
_MARKS: Final = (
    ("draft_mark", re.compile(r"\(?du thao\b.*")),
    ("security_mark", re.compile(r"(toi |tuyet )?mat")),
)
_NAME_LIMIT: Final = 60


def body_role(paragraph: Paragraph, styles: Mapping[str, str]) -> str:
    """The role of a paragraph of the text. `styles`: the roles that styles of ours stand for."""
    styled = styles.get(paragraph.style_id, "")
    if styled in _BY_STYLE:
        return styled
    if paragraph.spot:
        return "table_head" if paragraph.spot.row == 0 else "table_cell"
    said = folded(paragraph)
    if _PART.fullmatch(said) and len(said) <= _HEADING_LIMIT:
        return ""
    if _is_heading(paragraph, said):
        return "section_heading" if _SECTION.fullmatch(said) else "subsection_heading"
    if _OPENING.fullmatch(said):
        return "opening_data"
    return "list_item" if paragraph.label or _ITEM.fullmatch(said) else "body"


def report_roles(shown: Sequence[Paragraph], styles: Mapping[str, str]) -> Iterator[Placed]:
    """The roles of a report: headline, the first paragraph, the text, the writer's name."""
    rest = list(shown)
    while rest and (mark := _mark(folded(rest[0]))):
        yield Placed(mark, rest.pop(0))
    if rest:
        yield Placed("headline", rest.pop(0))
    writer = rest.pop() if rest and _is_writer(rest[-1]) else None
    for at, paragraph in enumerate(rest):
        role = body_role(paragraph, styles)
        yield Placed("lede" if at == 0 and role == "body" else role, paragraph)
    if writer:
        yield Placed("writer_name", writer)


def _mark(said: str) -> str:
    """The role of a mark above the headline, or ""."""
    return next((role for role, pattern in _MARKS if pattern.fullmatch(said)), "")


def _is_heading(paragraph: Paragraph, said: str) -> bool:
    if len(said) > _HEADING_LIMIT or said.endswith(_ENDS_A_SENTENCE):
        return False
    if paragraph.look.outline is not None:
        return True
    if _SECTION.fullmatch(said) and (is_shouted(paragraph) or _mostly_bold(paragraph)):
        return True
    return bool(_NUMBERED.fullmatch(said)) and _mostly_bold(paragraph)


def _mostly_bold(paragraph: Paragraph) -> bool:
    bold = sum(len(run.text) for run in paragraph.runs if run.look.bold)
    return bold * 2 > len(paragraph.text)


def _is_writer(paragraph: Paragraph) -> bool:
    short = len(paragraph.text) <= _NAME_LIMIT and not paragraph.text.rstrip().endswith(".")
    return short and not paragraph.spot

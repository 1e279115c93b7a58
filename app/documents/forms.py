"""A form (hệ thể thức) as data: how each typographic role looks, who says so, and how surely.

Read from resources/forms/*.toml; Word, the preview and the checker all read the same rules. Nothing
is kept here: the caller keeps what `read_form` gives.
"""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Generic, Literal, NamedTuple, TypeVar

import msgspec

from app.documents.form_file import FormFile
from app.minutes.words import Form

CHARACTER_ROLES = frozenset({"emphasis", "unknown", "speaker"})
PARAGRAPH_ROLES = frozenset(
    {
        *("parent_body", "issuing_body", "number", "place_date", "draft_mark"),
        *("urgency_mark", "security_mark", "document_title", "abstract", "headline"),
        *("lede", "body", "opening_data", "section_heading", "subsection_heading", "list_item"),
        *("table_caption", "table_head", "table_cell", "table_figure", "table_end"),
        *("signature_authority", "signature_title", "signature_note", "signature_name"),
        *("recipients_label", "recipient", "copies", "writer_name", "page_number"),
    }
)
OWN_ROLES = {
    Form.PARTY: frozenset({"letterhead_mark", "party_title", "abstract_mark"}),
    Form.STATE: frozenset({"national_title", "motto"}),
}
_LEAST_ROOM = 50  # millimetres
LAYOUTS = {
    "columns": ("letterhead", "signatures"),
    "table": ("indicators", "attendees", "register"),
}

T = TypeVar("T")
Size = Annotated[float, msgspec.Meta(gt=0, le=100)]
Room = Annotated[float, msgspec.Meta(ge=0, le=400)]
Level = Annotated[int, msgspec.Meta(ge=0, le=9)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Indent = Annotated[float, msgspec.Meta(ge=-100, le=100)]
Colour = Annotated[str, msgspec.Meta(pattern="^[0-9A-F]{6}$")]
StyleId = Annotated[str, msgspec.Meta(pattern="^[A-Za-z][A-Za-z0-9]*$")]
# Word separates a style's other names by commas.
StyleName = Annotated[str, msgspec.Meta(pattern="^[^,]+$", max_length=60)]
Align = Literal["left", "center", "right", "justify"]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a form file: an unknown word there is a mistake, not a comment."""


class Rule(_Strict, Generic[T], frozen=True):
    """A value, the source that asks for it, and how sure we are of that (see the files' heads).

    `min` and `max` bound what the source allows. Rules with the same `setting` are chosen together
    by the office.
    """

    value: T
    source: str
    sure: Literal["A", "B", "C2", "C1", "K", ""] = ""
    min: float | None = None
    max: float | None = None
    setting: str = ""

    def __post_init__(self) -> None:
        if not self.sure and self.source != "house":
            raise ValueError("a rule with a source needs `sure`")
        if isinstance(self.value, int | float) and not self.allows(self.value):
            raise ValueError(f"the value {self.value} is outside its own range")
        if self.setting and not isinstance(self.value, int | float):
            raise ValueError("only a number, or true and false, can be a setting")

    def allows(self, value: float) -> bool:
        """Whether `value` is within the bounds."""
        return (self.min is None or self.min <= value) and (self.max is None or value <= self.max)


class LineRule(Rule[Size], frozen=True):
    """Line spacing: exactly so many points ("pt"), or a multiple of single spacing ("lines")."""

    unit: Literal["pt", "lines"] = "lines"


class Look(NamedTuple):
    """How a role looks, as plain values: points for type and spacing, millimetres for indents.

    `rule_below` is the drawn line's share of the text's length, 0 for none. `outline` is the level
    in the navigation pane, 0 for none. A box is `box_height` millimetres high, and as wide as
    `box_widths` says for its words as they print.
    """

    size: float | None
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    box: bool
    colour: str
    align: Align
    first_line: float
    left: float
    right: float
    before: float
    after: float
    line: float
    line_unit: Literal["pt", "lines"]
    keep_next: bool
    keep_lines: bool
    outline: int
    rule_below: float
    box_height: float
    box_widths: Mapping[str, float]


class RoleRules(_Strict, frozen=True):
    """A typographic role: its Word style (shown name, stable id) and its rules."""

    name: StyleName
    id: StyleId
    kind: Literal["paragraph", "character"] = "paragraph"
    size: Rule[Size] | None = None
    bold: Rule[bool] | None = None
    italic: Rule[bool] | None = None
    underline: Rule[bool] | None = None
    caps: Rule[bool] | None = None
    box: Rule[bool] | None = None
    colour: Rule[Colour] | None = None
    align: Rule[Align] | None = None
    first_line: Rule[Indent] | None = None
    left: Rule[Indent] | None = None
    right: Rule[Indent] | None = None
    before: Rule[Room] | None = None
    after: Rule[Room] | None = None
    line: LineRule | None = None
    keep_next: Rule[bool] | None = None
    keep_lines: Rule[bool] | None = None
    outline: Rule[Level] | None = None
    rule_below: Rule[Share | Literal["text"]] | None = None
    box_height: Rule[Size] | None = None
    box_widths: Rule[dict[str, Size]] | None = None

    def look(self) -> Look:
        """The values alone; a rule that is left out has its plainest value."""
        below = _value(self.rule_below, 0.0)
        return Look(
            size=self.size.value if self.size else None,
            bold=_value(self.bold, False),
            italic=_value(self.italic, False),
            underline=_value(self.underline, False),
            caps=_value(self.caps, False),
            box=_value(self.box, False),
            colour=_value(self.colour, ""),
            align=self.align.value if self.align else "left",
            first_line=_value(self.first_line, 0.0),
            left=_value(self.left, 0.0),
            right=_value(self.right, 0.0),
            before=_value(self.before, 0.0),
            after=_value(self.after, 0.0),
            line=self.line.value if self.line else 1.0,
            line_unit=self.line.unit if self.line else "lines",
            keep_next=_value(self.keep_next, False),
            keep_lines=_value(self.keep_lines, False),
            outline=_value(self.outline, 0),
            rule_below=1.0 if isinstance(below, str) else below,
            box_height=_value(self.box_height, 0.0),
            box_widths=self.box_widths.value if self.box_widths else {},
        )


class PageRules(_Strict, frozen=True):
    """The paper, its margins and where the page number stands, in millimetres.

    `two_sided`: on back pages the left and right margins change places.
    """

    width: Rule[Room]
    height: Rule[Room]
    top: Rule[Room]
    bottom: Rule[Room]
    left: Rule[Room]
    right: Rule[Room]
    number_edge: Rule[Room]
    number_first: Rule[Literal[1, 2]]
    two_sided: Rule[bool]

    def __post_init__(self) -> None:
        if min(self.text_width, self.text_height) < _LEAST_ROOM:
            raise ValueError("the margins leave no room for text")

    @property
    def text_width(self) -> float:
        """From margin to margin."""
        return self.width.value - self.left.value - self.right.value

    @property
    def text_height(self) -> float:
        """From margin to margin."""
        return self.height.value - self.top.value - self.bottom.value


class DrawnLine(_Strict, frozen=True):
    """The line drawn below a title: its weight, and how far below the text it stands."""

    weight: Rule[Size]
    gap: Rule[Room]


class ColumnsRules(_Strict, frozen=True):
    """Columns without lines: widths in millimetres, room above in points, roles that open a row."""

    widths: Rule[tuple[Room, ...]]
    space_above: Rule[Room]
    row_starts: tuple[str, ...] = ()


class TableRules(_Strict, frozen=True):
    """A table with lines: the columns' shares of the text width, and the room above in points."""

    shares: Rule[tuple[Share, ...]]
    space_above: Rule[Room]

    def __post_init__(self) -> None:
        if not math.isclose(sum(self.shares.value), 1, abs_tol=0.01):
            raise ValueError("the shares do not add up to 1")


class FormRules(NamedTuple):
    """All rules of one form."""

    form: Form
    sources: Mapping[str, str]
    page: PageRules
    drawn_line: DrawnLine
    columns: Mapping[str, ColumnsRules]
    tables: Mapping[str, TableRules]
    roles: Mapping[str, RoleRules]


def read_form(form: Form, folder: Path) -> FormRules:
    """The rules of `form` from its file in `folder`. KnownError names the file and the line."""
    return rules_from(FormFile(folder / f"{form}.toml"), form)


def rules_from(file: FormFile, form: Form) -> FormRules:
    """The rules that stand in `file`. KnownError names the file and the line."""
    file.check_names(("sources", "page", "drawn_line", "columns", "table", "role"))
    rules = FormRules(
        form=form,
        sources=file.table(dict[str, str], "sources"),
        page=file.table(PageRules, "page"),
        drawn_line=file.table(DrawnLine, "drawn_line"),
        columns=file.tables(ColumnsRules, "columns", LAYOUTS["columns"]),
        tables=file.tables(TableRules, "table", LAYOUTS["table"]),
        roles=file.tables(RoleRules, "role", PARAGRAPH_ROLES | CHARACTER_ROLES | OWN_ROLES[form]),
    )
    file.check_sources(rules.sources)
    _check_styles(rules.roles, file)
    for key, columns in rules.columns.items():
        if sum(columns.widths.value[1:]) >= rules.page.text_width:
            raise file.wrong(f"columns.{key}", "widths", "the columns are wider than the text")
    return rules


def _check_styles(roles: Mapping[str, RoleRules], file: FormFile) -> None:
    """Word knows a style by its id and by its name: no two may have the same."""
    for field in ("id", "name"):
        owners: dict[str, str] = {}
        for key, role in roles.items():
            other = owners.setdefault(getattr(role, field), key)
            if other != key:
                blamed = other if file.names(f"role.{other}.{field}") else key
                reason = f"another role has the {field} {getattr(role, field)!r}"
                raise file.wrong(f"role.{blamed}", field, reason)


def _value(rule: Rule[T] | None, default: T) -> T:
    return rule.value if rule else default

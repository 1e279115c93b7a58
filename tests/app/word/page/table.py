"""The table of measurements: for each rule of a form how it is measured, and how exactly."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tests.app.word.page import measures, page_measures
from tests.app.word.page.sheets import Sheet


class Way(NamedTuple):
    """How to measure, and how far a measurement may be from the rule."""

    measure: Callable[..., Iterator[object]]
    off: float = 0


# By the last part of a rule's place: millimetres for indents and boxes, points for the rest, shares
# of the text's length for what is drawn below.
ROLE = {
    "size": Way(measures.size, 0.05),
    "bold": Way(measures.bold),
    "italic": Way(measures.italic),
    "underline": Way(measures.underline),
    "caps": Way(measures.caps),
    "colour": Way(measures.colour),
    "align": Way(measures.align),
    "first_line": Way(measures.first_line, 0.3),
    "left": Way(measures.left, 2),
    "right": Way(measures.right, 2),
    "before": Way(measures.before, 0.75),
    "after": Way(measures.after, 0.75),
    "line": Way(measures.line, 0.15),
    "keep_next": Way(measures.keep_next),
    "keep_lines": Way(measures.keep_lines),
    "outline": Way(measures.outline),
    "rule_below": Way(measures.rule_below, 0.015),
    "box": Way(measures.box),
    "box_height": Way(measures.box_height, 0.5),
    "box_widths": Way(measures.box_widths, 0.3),
}
PAGE = {
    "width": Way(page_measures.page_width, 0.1),
    "height": Way(page_measures.page_height, 0.1),
    "top": Way(page_measures.page_top, 0.3),
    "bottom": Way(page_measures.page_bottom, 1.5),
    "left": Way(page_measures.page_left, 0.3),
    "right": Way(page_measures.page_right, 0.5),
    "number_edge": Way(page_measures.number_edge, 0.3),
    "number_first": Way(page_measures.number_first),
    "two_sided": Way(page_measures.two_sided),
}
DRAWN_LINE = {
    "weight": Way(page_measures.line_weight, 0.05),
    "gap": Way(page_measures.line_gap, 0.5),
}
COLUMNS = {
    "widths": Way(page_measures.widths, 0.5),
    "space_above": Way(page_measures.columns_space_above, 0.75),
}
TABLE = {
    "shares": Way(page_measures.shares, 0.005),
    "space_above": Way(page_measures.table_space_above, 0.75),
}
GROUPS = {"role": ROLE, "page": PAGE, "drawn_line": DRAWN_LINE, "columns": COLUMNS, "table": TABLE}

# Rules that no page shows, each with the reason; a key ends as the place of a rule does.
UNMEASURED: dict[str, str] = {}


def way_of(place: str) -> Way | None:
    """How the rule at "role.body.size" or "page.left" is measured, on any sheet."""
    group, *owner, rule = place.split(".")
    way = GROUPS[group].get(rule)
    if way is None or not owner:
        return way
    return way._replace(measure=partial(_of, way.measure, owner[0]))


def _of(measure: Callable[..., Iterator[object]], owner: str, sheet: Sheet) -> Iterator[object]:
    return measure(sheet, owner)

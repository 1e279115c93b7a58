"""How the rules of the page, of the columns and of the tables are measured: see measures.py."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import mean

from tests.app.word.page.measures import NEAR, drop, rise
from tests.app.word.page.printed import Stroke
from tests.app.word.page.sheets import MM, Printed, Sheet
from tests.app.word.page.specimens import SINGLE


def page_width(sheet: Sheet) -> Iterator[float]:
    yield from {wide / MM for wide, _ in sheet.pdf.sizes}


def page_height(sheet: Sheet) -> Iterator[float]:
    yield from {high / MM for _, high in sheet.pdf.sizes}


def page_top(sheet: Sheet) -> Iterator[float]:
    """Down to the first line of every page that begins in the middle of a paragraph."""
    for printed in sheet.paragraphs:
        up = rise(sheet.looks[printed.role])
        for above, below in zip(printed.lines, printed.lines[1:], strict=False):
            if below.page > above.page and printed.area.kind == "text":
                yield (below.base - up) / MM


def page_bottom(sheet: Sheet) -> Iterator[float]:
    """What the fullest page leaves free: less than a line fits there."""
    ends = {p.last.page: p.last.base + drop(sheet.looks[p.role]) for p in sheet.paragraphs}
    for printed in sheet.paragraphs:
        for each in printed.lines:
            ends[each.page] = max(ends[each.page], each.base + drop(sheet.looks[printed.role]))
    if len(ends) > 30:
        yield sheet.rules.page.height.value - max(ends.values()) / MM


def page_left(sheet: Sheet) -> Iterator[float]:
    """Where justified lines begin on front pages."""
    for first, _ in _justified(sheet, 1):
        yield first / MM


def page_right(sheet: Sheet) -> Iterator[float]:
    for _, last in _justified(sheet, 1):
        yield sheet.rules.page.width.value - last / MM


def two_sided(sheet: Sheet) -> Iterator[bool]:
    """Whether justified lines stand elsewhere on back pages than on front pages."""
    front, back = list(_justified(sheet, 1)), list(_justified(sheet, 0))
    if front and back:
        moved = [
            mean(of_front) - mean(of_back)
            for of_front, of_back in zip(
                zip(*front, strict=True), zip(*back, strict=True), strict=True
            )
        ]
        page = sheet.rules.page
        wanted = (page.left.value - page.right.value) * MM
        yield all(abs(each - wanted) < NEAR for each in moved)


def number_edge(sheet: Sheet) -> Iterator[float]:
    """From the paper's edge to the top of the line of the page number."""
    look = sheet.looks["page_number"]
    for number in sheet.numbers:
        yield (number.base - rise(look)) / MM


def number_first(sheet: Sheet) -> Iterator[int]:
    """The first of the pages that show their number, which all that follow must do too."""
    shown = [(number.page, int(number.text)) for number in sheet.numbers]
    if len(sheet.pdf.sizes) > 1:
        wanted = [(page, page) for page in range(shown[0][0], len(sheet.pdf.sizes) + 1)]
        yield shown[0][0] if shown == wanted else 0


def line_weight(sheet: Sheet) -> Iterator[float]:
    for _, stroke in _lines_below(sheet):
        yield stroke.weight


def line_gap(sheet: Sheet) -> Iterator[float]:
    for printed, stroke in _lines_below(sheet):
        yield (
            mean((stroke.top, stroke.bottom)) - printed.last.base - drop(sheet.looks[printed.role])
        )


def widths(sheet: Sheet, role: str) -> Iterator[tuple[float, ...]]:
    """From the middles of what is centred in two columns."""
    middles = {0: [], 1: []}
    page = 0
    for printed in sheet.paragraphs:
        centred = sheet.looks[printed.role].align == "center"
        if (printed.area.kind, printed.area.role) == ("columns", role) and centred:
            middles[printed.area.column] += [(e.x0 + e.x1) / 2 for e in printed.lines]
            page = printed.first.page
    if middles[0] and middles[1]:
        edge = sheet.left_edge(page)
        first = 2 * (mean(middles[0]) - edge)
        yield first / MM, 2 * (mean(middles[1]) - edge - first) / MM


def columns_space_above(sheet: Sheet, role: str) -> Iterator[float]:
    """Between the line above and the first row; to the margin, for what opens the page."""
    for above, below in zip((None, *sheet.paragraphs), sheet.paragraphs, strict=False):
        if (below.area.kind, below.area.role) != ("columns", role):
            continue
        look = sheet.looks[below.role]
        top = below.first.base - rise(look) - look.before
        if above is None:
            yield top - sheet.rules.page.top.value * MM
        elif above.area.kind == "text" and above.last.page == below.first.page:
            room = top - above.last.base - drop(sheet.looks[above.role])
            yield room - sheet.looks[above.role].after


def shares(sheet: Sheet, role: str) -> Iterator[tuple[float, ...]]:
    """From the lines between the columns."""
    for printed in _first_cells(sheet, role):
        down = {round(s.x0) for s in _beside(sheet, printed)}
        edges = sorted(down)
        if len(edges) == len(sheet.rules.tables[role].shares.value) + 1:
            steps = [b - a for a, b in pairwise(edges)]
            yield tuple(step / (edges[-1] - edges[0]) for step in steps)


def table_space_above(sheet: Sheet, role: str) -> Iterator[float]:
    """Between the words above and the topmost line of the table."""
    for above, below in sheet.around(role):
        if above.area.kind == "text" and above.last.page == below.first.page:
            border = [s.top for s in sheet.strokes(below.first.page) if s.across]
            tops = [top for top in border if above.last.base < top < below.first.base]
            yield min(tops) - above.last.base - drop(sheet.looks[above.role])


def _justified(sheet: Sheet, odd: int) -> Iterator[tuple[float, float]]:
    """Where the full lines of justified paragraphs begin and end, on front or on back pages."""
    for printed in sheet.paragraphs:
        if sheet.looks[printed.role].align != "justify" or "\n" in printed.paragraph.text:
            continue
        for each in printed.lines[1:-1]:
            if each.page % 2 == odd:
                yield each.x0, each.x1


def _lines_below(sheet: Sheet) -> Iterator[tuple[Printed, Stroke]]:
    for printed in sheet.paragraphs:
        last = printed.last
        if sheet.looks[printed.role].rule_below:
            yield from (
                (printed, stroke)
                for stroke in sheet.strokes(last.page)
                if stroke.across
                and 0 < stroke.top - last.base < SINGLE * last.letters[0].size
                and stroke.x0 < (last.x0 + last.x1) / 2 < stroke.x1
            )


def _first_cells(sheet: Sheet, role: str) -> Iterator[Printed]:
    for printed in sheet.paragraphs:
        area = printed.area
        if (area.kind, area.role, area.column) == ("table", role, 0):
            yield printed


def _beside(sheet: Sheet, printed: Printed) -> list[Stroke]:
    """The vertical lines at the height of a cell."""
    base = printed.first.base
    return [
        s for s in sheet.strokes(printed.first.page) if not s.across and s.top < base < s.bottom
    ]

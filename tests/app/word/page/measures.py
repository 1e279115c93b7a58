"""How each rule of a form is measured on the printed page.

A measure gives every value it sees on a sheet, and none where it cannot tell; what it saw on all
sheets must agree with the rule. Lengths of the page are in millimetres, type and spacing in points,
as in the form files.
"""

from collections.abc import Callable, Iterator
from statistics import mean

from app.documents.forms import Look
from tests.app.word.page.printed import Line, Stroke
from tests.app.word.page.sheets import MM, Printed, Sheet
from tests.app.word.page.specimens import SINGLE, height

NEAR = 1.0  # points
_FAR = 30

Measure = Callable[[Sheet, str], Iterator[object]]


def size(sheet: Sheet, role: str) -> Iterator[float]:
    for printed in _printed(sheet, role):
        yield from {letter.size for letter in _own_letters(printed, role)}


def bold(sheet: Sheet, role: str) -> Iterator[bool]:
    return _in_font(sheet, role, "Bold")


def italic(sheet: Sheet, role: str) -> Iterator[bool]:
    return _in_font(sheet, role, "Italic")


def caps(sheet: Sheet, role: str) -> Iterator[bool]:
    """Only words that are not written in capitals tell."""
    for printed in _printed(sheet, role):
        seen = "".join(letter.text for letter in printed.letters)
        if printed.paragraph.text != printed.paragraph.text.upper():
            yield seen == seen.upper()


def underline(sheet: Sheet, role: str) -> Iterator[bool]:
    for printed in _printed(sheet, role):
        yield any(_is_under(stroke, printed.last) for stroke in _near(sheet, printed))


def colour(sheet: Sheet, role: str) -> Iterator[str]:
    for printed in _printed(sheet, role):
        yield from {letter.colour for letter in _own_letters(printed, role)}


def align(sheet: Sheet, role: str) -> Iterator[str]:
    for printed in _printed(sheet, role):
        fitting = [name for name, fits in _ALIGNED.items() if fits(sheet, printed)]
        if fitting:
            yield " or ".join(fitting)


def first_line(sheet: Sheet, role: str) -> Iterator[float]:
    for printed in _printed(sheet, role):
        left, _ = sheet.edges(printed)
        yield (printed.first.x0 - left) / MM - sheet.looks[role].left


def left(sheet: Sheet, role: str) -> Iterator[float]:
    """From where lines begin; of centred ones, from the room they have and their middle."""
    for begins, _ in _rooms(sheet, role):
        yield begins


def right(sheet: Sheet, role: str) -> Iterator[float]:
    for _, ends in _rooms(sheet, role):
        yield ends


def line(sheet: Sheet, role: str) -> Iterator[float]:
    look = sheet.looks[role]
    for printed in _printed(sheet, role):
        for above, below in _neighbours(printed):
            distance = below.base - above.base
            single = (look.size or 0) * SINGLE
            yield distance if look.line_unit == "pt" else distance / single


def before(sheet: Sheet, role: str) -> Iterator[float]:
    """Of the room below one paragraph and that above the next, the greater stands."""
    for above, below in sheet.pairs():
        if below.role == role and sheet.looks[above.role].after <= sheet.looks[role].before:
            yield _between(sheet, above, below)


def after(sheet: Sheet, role: str) -> Iterator[float]:
    for above, below in sheet.pairs():
        if above.role == role and sheet.looks[below.role].before <= sheet.looks[role].after:
            yield _between(sheet, above, below)


def keep_next(sheet: Sheet, role: str) -> Iterator[bool]:
    """True where it would have fitted on the page before, but has gone on with what follows it.

    In the gallery more keeps together than a page can hold.
    """
    found = () if sheet.name.startswith("gallery") else sheet.paragraphs
    for earlier, printed, later in zip(found, found[1:], found[2:], strict=False):
        if printed.role != role or printed.area.kind != "text":
            continue
        if later.area.kind == "text" and printed.last.page != later.first.page:
            yield False
        elif _has_moved(sheet, earlier, printed, len(printed.lines)):
            yield True


def keep_lines(sheet: Sheet, role: str) -> Iterator[bool]:
    """True where half of it would have fitted on the page before."""
    for earlier, printed in zip(sheet.paragraphs, sheet.paragraphs[1:], strict=False):
        if printed.role != role:
            continue
        if printed.first.page != printed.last.page:
            yield False
        elif len(printed.lines) >= 4 and _has_moved(sheet, earlier, printed, 2):
            yield True


def outline(sheet: Sheet, role: str) -> Iterator[int]:
    """The level among the bookmarks, which LibreOffice makes of what the navigation pane shows."""
    levels = {_bare(mark.title): mark.level for mark in sheet.pdf.bookmarks}
    for printed in _printed(sheet, role):
        yield levels.get(_bare(printed.paragraph.text), 0)


def rule_below(sheet: Sheet, role: str) -> Iterator[float]:
    """The length of the line drawn below, in that of the text; it must stand in the middle."""
    for printed in _printed(sheet, role):
        drawn = [stroke for stroke in _near(sheet, printed) if _is_below(stroke, printed.last)]
        middle = mean(sheet.edges(printed))
        centred = [s for s in drawn if abs((s.x0 + s.x1) / 2 - middle) < NEAR]
        yield (centred[0].x1 - centred[0].x0) / printed.width if len(drawn) == 1 else 0


def box(sheet: Sheet, role: str) -> Iterator[bool]:
    for printed in _printed(sheet, role):
        yield _frame(sheet, printed) is not None


def box_height(sheet: Sheet, role: str) -> Iterator[float]:
    for printed in _printed(sheet, role):
        if len(printed.lines) == 1 and (frame := _frame(sheet, printed)):
            yield (frame.bottom - frame.top) / MM


def box_widths(sheet: Sheet, role: str) -> Iterator[tuple[str, float]]:
    known = sheet.looks[role].box_widths
    for printed in _printed(sheet, role):
        words = printed.paragraph.text.upper()
        if words in known and (frame := _frame(sheet, printed)):
            yield words, (frame.x1 - frame.x0) / MM


def drop(look: Look) -> float:
    """From the base of a line to where it ends: LibreOffice gives a fifth of a fixed height to it,
    and puts below the letters what a line is higher than single."""
    size = look.size or 0
    if look.line_unit == "pt":
        return look.line / 5
    return 0.216 * size + (look.line - 1) * size * SINGLE


def rise(look: Look) -> float:
    """From where a line begins to its base."""
    return height(look) - drop(look)


def _printed(sheet: Sheet, role: str) -> list[Printed]:
    """The paragraphs of a role, or those with letters of a character role."""
    return [p for p in sheet.paragraphs if p.role == role or role in p.roles]


def _own_letters(printed: Printed, role: str) -> list:
    wanted = "" if printed.role == role else role
    return [
        letter for letter, own in zip(printed.letters, printed.roles, strict=True) if own == wanted
    ]


def _in_font(sheet: Sheet, role: str, word: str) -> Iterator[bool]:
    for printed in _printed(sheet, role):
        yield from {word in letter.font for letter in _own_letters(printed, role)}


def _neighbours(printed: Printed) -> Iterator[tuple[Line, Line]]:
    for above, below in zip(printed.lines, printed.lines[1:], strict=False):
        if above.page == below.page:
            yield above, below


def _limits(sheet: Sheet, printed: Printed) -> tuple[float, float]:
    """Where the lines may begin and end, as its indents say."""
    left_edge, right_edge = sheet.edges(printed)
    look = sheet.looks[printed.role]
    return left_edge + look.left * MM, right_edge - look.right * MM


def _full_lines(printed: Printed) -> list[Line]:
    """Lines that were broken for want of room: all but the last, when nobody broke them."""
    if "\n" in printed.paragraph.text:
        return []
    return [a for a, _ in _neighbours(printed)]


def _begins(sheet: Sheet, printed: Printed) -> list[float]:
    """How far each line begins from where it would at the left."""
    start, _ = _limits(sheet, printed)
    indent = sheet.looks[printed.role].first_line * MM
    return [
        each.x0 - start - (0 if number else indent) for number, each in enumerate(printed.lines)
    ]


def _is_left(sheet: Sheet, printed: Printed) -> bool:
    _, end = _limits(sheet, printed)
    ragged = any(abs(each.x1 - end) > 2 for each in _full_lines(printed))
    return ragged and all(abs(begin) < NEAR for begin in _begins(sheet, printed))


def _is_right(sheet: Sheet, printed: Printed) -> bool:
    _, end = _limits(sheet, printed)
    ragged = any(begin > 2 for begin in _begins(sheet, printed))
    return ragged and all(abs(each.x1 - end) < NEAR for each in printed.lines)


def _is_centred(sheet: Sheet, printed: Printed) -> bool:
    middle = mean(_limits(sheet, printed))
    ragged = any(begin > 2 for begin in _begins(sheet, printed))
    return ragged and all(abs((each.x0 + each.x1) / 2 - middle) < NEAR for each in printed.lines)


def _is_justified(sheet: Sheet, printed: Printed) -> bool:
    _, end = _limits(sheet, printed)
    full = _full_lines(printed)
    even = all(abs(each.x1 - end) < NEAR for each in full)
    return len(full) > 1 and even and all(abs(b) < NEAR for b in _begins(sheet, printed))


_ALIGNED = {
    "left": _is_left,
    "center": _is_centred,
    "right": _is_right,
    "justify": _is_justified,
}


def _rooms(sheet: Sheet, role: str) -> Iterator[tuple[float, float]]:
    """The indents at both sides, from paragraphs of many lines.

    A line is as long as its room less the word that no longer fitted: over many lines the room
    shows to within a short word.
    """
    for at in {printed.area for printed in _printed(sheet, role)}:
        alike = [p for p in _printed(sheet, role) if p.area == at]
        if sum(len(_full_lines(p)) for p in alike) < 8:
            continue
        pairs = [pair for printed in alike if _full_lines(printed) for pair in _neighbours(printed)]
        least = max(above.x1 - above.x0 for above, _ in pairs)
        most = min(above.x1 - above.x0 + _first_word(below) for above, below in pairs)
        room = max(least, (least + most) / 2)
        begins = mean(above.x0 for above, _ in pairs[1:])
        if sheet.looks[role].align == "center":
            begins = mean((above.x0 + above.x1) / 2 for above, _ in pairs) - room / 2
        left_edge, right_edge = sheet.edges(alike[0])
        yield (begins - left_edge) / MM, (right_edge - begins - room) / MM


def _first_word(each: Line) -> float:
    """The width of a line's first word and the space before it, from the gap that ends it."""
    for one, other in zip(each.letters, each.letters[1:], strict=False):
        if other.x0 - one.x1 > one.size / 8:
            return other.x0 - each.x0
    return each.x1 - each.x0


def _between(sheet: Sheet, above: Printed, below: Printed) -> float:
    """The room from the last line of one paragraph to the first of the next."""
    upper, lower = sheet.looks[above.role], sheet.looks[below.role]
    padding = _padding(upper) + _padding(lower)
    return below.first.base - above.last.base - drop(upper) - rise(lower) - padding


def _padding(look: Look) -> float:
    """Between a line and the box around it."""
    return (look.box_height * MM - height(look)) / 2 if look.box else 0


def _has_moved(sheet: Sheet, earlier: Printed, printed: Printed, lines: int) -> bool:
    """Whether `lines` of it would have fitted below what stands before it."""
    look = sheet.looks[printed.role]
    end = (sheet.rules.page.height.value - sheet.rules.page.bottom.value) * MM
    rest = end - earlier.last.base - drop(sheet.looks[earlier.role])
    fits = rest > look.before + lines * height(look)
    return printed.first.page == earlier.last.page + 1 and fits


def _bare(text: str) -> str:
    return "".join(text.split())


def _near(sheet: Sheet, printed: Printed) -> list[Stroke]:
    return sheet.strokes(printed.last.page)


def _is_under(stroke: Stroke, each: Line) -> bool:
    """An underline: as long as the words, and close to their base line."""
    long_enough = stroke.x0 < each.x0 + NEAR and stroke.x1 > each.x1 - NEAR
    return stroke.across and long_enough and 0 < stroke.top - each.base < 3


def _is_below(stroke: Stroke, each: Line) -> bool:
    over = stroke.x0 < (each.x0 + each.x1) / 2 < stroke.x1
    return stroke.across and over and 3 <= stroke.top - each.base < 14


def _frame(sheet: Sheet, printed: Printed) -> Stroke | None:
    """The outer edge of the four strokes nearest around a paragraph, as one."""
    text = printed.lines
    x0, x1 = min(each.x0 for each in text), max(each.x1 for each in text)
    strokes = sheet.strokes(text[0].page)
    lying = [s for s in strokes if s.across and s.x0 < x0 and x1 < s.x1]
    above = [s for s in lying if text[0].base - _FAR < s.top < text[0].base]
    below = [s for s in lying if text[-1].base < s.top < text[-1].base + _FAR]
    if not above or not below:
        return None
    top, bottom = max(above, key=_height_of), min(below, key=_height_of)
    weight = top.weight / 2
    standing = [s for s in strokes if not s.across and s.top < text[0].base < s.bottom]
    if {round(s.x0) for s in standing} < {round(top.x0 + weight), round(top.x1 - weight)}:
        return None
    return top._replace(top=top.top - weight, bottom=bottom.bottom + weight)


def _height_of(stroke: Stroke) -> float:
    return stroke.top

"""The boxes around the marks of urgency and secrecy, which have the size of a rubber stamp.

The border is the style's, so that it can be changed in Word; how wide a box is depends on its words
and is set on the paragraph, by the room it leaves at both sides.
"""

from app.documents.forms import Look
from app.word.elements import POINTS
from app.word.rule_lines import SINGLE
from app.word.widths import text_width

_WEIGHT = 1  # of the border, in points
_PADDING = 2 * POINTS  # at each side of words that no stamp is known for


def border(look: Look) -> str:
    """The `w:pBdr` of a boxed role: as far above and below the text as makes up its height."""
    text = (look.size or 0) * SINGLE * look.line
    space = max(0, min(31, round((look.box_height * POINTS - 2 * _WEIGHT - text) / 2)))
    lines = (("top", space), ("left", 0), ("bottom", space), ("right", 0))
    colour = look.colour or "auto"
    sides = (
        f'<w:{side} w:val="single" w:sz="{_WEIGHT * 8}" w:space="{room}" w:color="{colour}"/>'
        for side, room in lines
    )
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def box_sides(text: str, look: Look, width: float) -> str:
    """The `w:ind` of a boxed paragraph that stands in `width` points."""
    printed = text.strip().upper() if look.caps else text.strip()
    known = look.box_widths.get(printed)
    wanted = known * POINTS if known else _wide_enough(printed, look)
    side = max(0, round((width - wanted) * 10 + 20 * _WEIGHT))
    return f'<w:ind w:left="{side}" w:right="{side}"/>'


def _wide_enough(printed: str, look: Look) -> float:
    return text_width(printed, look.size or 0, bold=look.bold) + 2 * _PADDING

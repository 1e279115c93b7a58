"""Numbers as officials write them: a dot between thousands, a comma before decimals.

"24,661 tỷ đồng" has three decimals; it is never twenty-four thousand.
"""

import re
from decimal import Decimal, localcontext

DIGITS_LIMIT = 28
"""More digits than this are no figure of a meeting, and more than Decimal computes with."""

_SIGNS = "\u2212\u2013-"  # as typeset, as Word corrects it, and (last: no range) as typed
_NUMBER = re.compile(
    rf"(?P<sign>[+{_SIGNS}]?)(?P<whole>[0-9]+|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+)"
    r"(?:,(?P<decimals>[0-9]+))?"
)


def read_number(text: str) -> Decimal | None:
    """The number that `text` says in Vietnamese, or None.

    Whatever could be meant in the English way ("2,317.8", "1.25", "0.500") is None, not a guess.
    """
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        return None
    whole = match["whole"].replace(".", "")
    decimals = match["decimals"] or ""
    if len(whole) + len(decimals) > DIGITS_LIMIT:
        return None
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return value.copy_negate() if value and match["sign"] in tuple(_SIGNS) else value


def write_number(value: Decimal) -> str:
    """`value` in Vietnamese ("2.317,8") with just the decimals it has ("2,50" keeps its zero)."""
    from babel.numbers import format_decimal

    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is not a number that can be written")
    decimals = max(0, -exponent)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    with localcontext(prec=max(1, len(value.as_tuple().digits)) + abs(exponent) + 1):
        return format_decimal(value, format=pattern, locale="vi")


def two_digits(count: int) -> str:
    """As counts of people and papers are written: "05 đồng chí", "12 đồng chí"."""
    return f"{count:02d}"

"""What the columns of a pasted table of indicators or targets can be, as reports head them."""

import re

from app.language.folding import fold
from app.language.numbers import read_number
from app.marking import N_
from app.minutes.figures import Measure
from app.minutes.items import Item
from app.minutes.words import Reading
from ui.models.columns import Column, NewId
from ui.models.indicators_model import INDICATOR_COLUMNS, TARGET_COLUMNS, Counted
from ui.models.pasting import Target

_CALLED = {
    "Indicator": ("chi tieu", "ten chi tieu", "noi dung", "noi dung chi tieu", "muc tieu"),
    "Target": ("chi tieu", "ten chi tieu", "noi dung", "noi dung chi tieu", "muc tieu"),
    "Actual": ("thuc hien", "ket qua", "ket qua thuc hien", "dat duoc", "uoc thuc hien", "th"),
    "Plan": ("ke hoach", "chi tieu giao", "kh", "chi tieu ke hoach", "nghi quyet giao"),
    "To reach": ("ke hoach", "chi tieu giao", "kh", "phan dau", "muc phan dau"),
    "Rate (%)": ("ty le", "dat ty le", "so sanh", "th kh", "ti le", "dat"),
    "Reading": ("danh gia", "muc do dat", "ket luan"),
    "Field": ("linh vuc", "nhom"),
}
_READINGS = {
    "dat": Reading.MET,
    "vuot": Reading.EXCEEDED,
    "vuot ke hoach": Reading.EXCEEDED,
    "khong dat": Reading.MISSED,
    "chua dat": Reading.MISSED,
}
_FIGURE = re.compile(r"[+-]?\d[\d.,]*\s*(?P<unit>%?)")


def _read_unit(row: Counted, text: str, new_id: NewId) -> Item:
    """The unit of figures that were read without one."""
    if not row.measures:
        return row.but(measures=(Measure(id=new_id(), unit=text),))
    measures = tuple(each if each.unit else each.but(unit=text) for each in row.measures)
    return row if measures == row.measures else row.but(measures=measures)


def _no_text(_row: Counted) -> str:
    return ""


def _is_wording(text: str) -> bool:
    """Whether a cell is a name: words, and more than an abbreviation or a unit."""
    return len(fold(text)) > 6 and not _FIGURE.match(text)


def _is_figure(text: str) -> bool:
    found = _FIGURE.match(text)
    return found is not None and (found.end() < len(text) or read_number(text) is not None)


UNIT = Target(
    Column("measures", N_("Unit"), _no_text, _read_unit),
    ("don vi", "don vi tinh", "dvt", "dv tinh"),
)


def _targets(columns: tuple[Column, ...]) -> tuple[Target, ...]:
    likes = {"Indicator": _is_wording, "Target": _is_wording}
    words = {"Reading": _READINGS}
    made = (
        Target(each, _CALLED.get(each.label, ()), likes.get(each.label), words.get(each.label, {}))
        for each in columns
    )
    return (*made, UNIT)


INDICATOR_TARGETS = _targets(INDICATOR_COLUMNS)
TARGET_TARGETS = _targets(TARGET_COLUMNS)

"""Rates of indicators: worked out when one asks for it, shown as bars, read as met or missed."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt

from app.marking import N_
from app.minutes.figures import Figure, Indicator, reading_of
from app.minutes.findings.figures import worked_out_rate
from app.minutes.spoken import READINGS
from app.minutes.words import Reading
from ui.models.items_model import ItemsModel, Step
from ui.widgets.table_model import CellRole, Index

RATE, READING = "rate", "reading"
BY_RATE = N_("{reading} (by the rate)")
SMALLEST = Decimal("0.01")
WHOLE = Decimal(100)


def rate_of(indicator: Indicator) -> Figure | None:
    """The rate that follows from plan and actual, with two decimals at most; None: none does."""
    rate = worked_out_rate(indicator)
    if rate is None:
        return None
    whole, _, decimals = f"{rate.quantize(SMALLEST, ROUND_HALF_UP):f}".partition(".")
    decimals = decimals.rstrip("0")
    return Figure(
        value=Decimal(f"{whole}.{decimals}" if decimals else whole),
        written=f"{whole},{decimals}" if decimals else whole,
    )


class IndicatorsModel(ItemsModel):
    """Shows besides what was typed: how far a rate goes, and what a rate says of the plan."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, CellRole.BAR) and index.isValid():
            indicator, field = self.item_at(index.row()), self.columns[index.column()].field
            if isinstance(indicator, Indicator):
                if role == CellRole.BAR:
                    return _bar(indicator) if field == RATE else None
                if field == READING and (told := self._told(indicator)):
                    return told
        return super().data(index, role)

    def take_in(self, more: Sequence[Indicator]) -> int:
        """Add indicators whose names do not stand here yet, as one step; the row of the first.

        -1 where all stand here.
        """
        items = self.kept()
        there = {item.name for item in items if isinstance(item, Indicator)}
        new = [each for each in more if each.name not in there]
        if not new:
            return -1
        self.store(Step((*items, *new), "paste", new[0], count=len(new)))
        return self.row_of(new[0].id)

    def work_out(self, rows: Sequence[int]) -> bool:
        """Write the rates that follow from plan and actual into rows, as one step; if any does."""
        items, changed = list(self.kept()), []
        for row in rows:
            old = self.item_at(row)
            rate = rate_of(old) if isinstance(old, Indicator) else None
            if isinstance(old, Indicator) and rate is not None and rate != old.rate:
                items[items.index(old)] = new = old.but(rate=rate)
                changed.append(new)
        if changed:
            column = next(each for each in self.columns if each.field == RATE)
            self.store(Step(tuple(items), "change", changed[0], column))
        return bool(changed)

    def _told(self, indicator: Indicator) -> str:
        reading = reading_of(indicator)
        if indicator.reading is not None or reading is None:
            return ""
        return self.texts(BY_RATE, reading=self.texts(dict(READINGS)[reading]))


def _bar(indicator: Indicator) -> tuple[float, bool] | None:
    """How full the bar is, from 0 to 1, and whether the plan is missed."""
    rate = indicator.rate.value if indicator.rate else None
    if rate is None or rate < 0:
        return None
    return float(min(rate, WHOLE) / WHOLE), reading_of(indicator) is Reading.MISSED

from decimal import Decimal

import pytest

from app.minutes.figures import Figure, Indicator, Tally, counted, reading_of
from app.minutes.words import Better, RateKind, Reading


def an_indicator(rate: str | None = None, **fields: object) -> Indicator:
    figure = Figure(value=Decimal(rate), written=rate) if rate else None
    return Indicator(id=f"i{rate}", rate=figure, **fields)


@pytest.mark.parametrize(
    ("indicator", "reading"),
    [
        (an_indicator("93"), Reading.MISSED),
        (an_indicator("100"), Reading.MET),
        (an_indicator("120"), Reading.EXCEEDED),
        (an_indicator("90", better=Better.LOWER), Reading.EXCEEDED),
        (an_indicator("110", better=Better.LOWER), Reading.MISSED),
        (an_indicator("93", reading=Reading.MET), Reading.MET),
        (an_indicator("0.24", rate_kind=RateKind.SHARE), None),
        (an_indicator(), None),
    ],
)
def test_reading_of_an_indicator(indicator, reading):
    assert reading_of(indicator) is reading


def test_only_rows_that_can_be_read_are_counted():
    rows = (an_indicator("93"), an_indicator("120"), an_indicator())
    assert counted(rows) == Tally(met=1, total=2)

"""The columns of the tables of indicators and targets: figures typed the Vietnamese way."""

import re
from collections.abc import Callable, Sequence

from app.archive.vocabulary import Known
from app.marking import N_
from app.minutes.figures import Figure, Indicator, Measure, Target
from app.minutes.items import Item
from app.minutes.spoken import BETTER, ESTIMATED, RATE_KINDS, READINGS
from ui.models.columns import Column, NewId, choice, line
from ui.models.measures import actual_text, plan_text, read_actual, read_plan, read_rate
from ui.models.offering import offered, whole_line
from ui.models.rates import rate_of
from ui.models.suggestions import Suggestions
from ui.widgets.offers import Offer, Offered

Counted = Indicator | Target
ReadMeasures = Callable[[tuple[Measure, ...], str, NewId], tuple[Measure, ...]]

NUMBER_DOUBT = N_("This is not a number as numbers are written here (2.317,8); the text is kept.")
ACTUAL_HELP = N_(
    "Figure and unit; several are separated by slashes: 7 hộ/21 khẩu; an estimate has “ước” or “~”"
    " before it."
)
PLAN_HELP = N_("What was planned: 10, or 10 with its unit.")
TARGET_HELP = N_("The figure to reach, with its unit: 96,35%.")
RATE_HELP = N_("In percent, as reported: 93, or 0,24; “=” works it out from plan and actual.")
WORKED_OUT = "="
NOT_WORKED_OUT = N_(
    "No rate can be worked out: it needs one plan and one actual figure, and to be of the plan."
)
BETTER_HELP = N_("Whether a higher or a lower figure is the better one.")


def _reading_measures(read: ReadMeasures) -> Callable[[Counted, str, NewId], Item]:
    def reading(row: Counted, text: str, new_id: NewId) -> Item:
        measures = read(row.measures, text, new_id)
        return row if measures == row.measures else row.but(measures=measures)

    return reading


def _read_actual(row: Counted, text: str, new_id: NewId) -> Item:
    """The actual figures; "ước" or "~" before them says that they are estimated."""
    said = _ESTIMATED.match(text)
    item = _reading_measures(read_actual)(row, text[said.end() :] if said else text, new_id)
    return item.but(estimated=True) if said and isinstance(item, Indicator) else item


def _show_actual(row: Counted) -> str:
    return actual_text(row.measures)


def _show_plan(row: Counted) -> str:
    return plan_text(row.measures)


def _doubt_actual(row: Counted) -> str:
    return _doubt(*(measure.actual for measure in row.measures))


def _doubt_plan(row: Counted) -> str:
    return _doubt(*(measure.plan for measure in row.measures))


def _show_rate(indicator: Indicator) -> str:
    return indicator.rate.written if indicator.rate else ""


def _read_rate(indicator: Indicator, text: str, _new_id: NewId) -> Item:
    """The rate as typed; "=" works it out, as in a spreadsheet."""
    works_out = text.strip() == WORKED_OUT
    rate = rate_of(indicator) if works_out else read_rate(text)
    if works_out and rate is None:
        raise ValueError(text)
    return indicator if rate == indicator.rate else indicator.but(rate=rate)


def _doubt_rate(indicator: Indicator) -> str:
    return _doubt(indicator.rate)


def _doubt(*figures: Figure | None) -> str:
    unread = any(figure is not None and figure.value is None for figure in figures)
    return NUMBER_DOUBT if unread else ""


def _look_up(suggestions: Suggestions, text: str, items: Sequence[Item]) -> Offered:
    """Indicators reported before that are not in the table yet."""
    there = {getattr(item, "name", "") for item in items} - {text.strip()}
    known = suggestions.indicators(text)
    return offered(text, [Offer(each.name, value=each) for each in known if each.name not in there])


def as_known(indicator: Indicator, known: Indicator, new_id: NewId) -> Indicator:
    """The indicator as it was last reported: what it is, and its units where it has no figures."""
    units = tuple(measure.but(id=new_id()) for measure in known.measures)
    return indicator.but(
        name=known.name,
        field=indicator.field or known.field,
        rate_kind=known.rate_kind,
        better=known.better,
        measures=indicator.measures or units,
    )


def _look_up_unit(suggestions: Suggestions, text: str, _items: Sequence[Item]) -> Offered:
    found = _UNIT.search(text)
    if found is None:
        return Offered()
    typed = found["unit"]
    offers = [Offer(unit) for unit in suggestions.words(Known.UNIT, typed)]
    return offered(typed, offers, found.start("unit"))


_UNIT = re.compile(r"\d\s*(?P<unit>[^\W\d][^\d;]*)$")
"""The unit being typed after a figure."""

_ESTIMATED = re.compile(r"\s*(?:~|ước(?:\s+(?:tính|đạt|thực hiện))?\s)\s*", re.IGNORECASE)

NAME = line("name", N_("Indicator"), width=30, look=_look_up)._replace(take=as_known)
FIELD = line(
    "field",
    N_("Field"),
    N_("The field (lĩnh vực) that it belongs to."),
    16,
    whole_line(Known.FIELD),
)
BETTER_COLUMN = choice("better", N_("Better"), BETTER, BETTER_HELP, 10)

INDICATOR_COLUMNS: tuple[Column, ...] = (
    NAME,
    Column(
        "measures",
        N_("Actual"),
        _show_actual,
        _read_actual,
        ACTUAL_HELP,
        live=False,
        width=18,
        doubt=_doubt_actual,
        look=_look_up_unit,
        ends="/;",
    ),
    Column(
        "measures",
        N_("Plan"),
        _show_plan,
        _reading_measures(read_plan),
        PLAN_HELP,
        live=False,
        width=14,
        doubt=_doubt_plan,
        look=_look_up_unit,
        ends="/;",
    ),
    Column(
        "rate",
        N_("Rate (%)"),
        _show_rate,
        _read_rate,
        RATE_HELP,
        unread=NOT_WORKED_OUT,
        width=9,
        doubt=_doubt_rate,
    ),
    choice("rate_kind", N_("Rate of"), RATE_KINDS, N_("What the rate is a rate of.")),
    choice("reading", N_("Reading"), READINGS, N_("How the report itself reads it."), 25),
    choice("estimated", N_("Estimated"), ESTIMATED, N_("Whether the figure is final."), 10),
    BETTER_COLUMN,
    FIELD,
)

TARGET_COLUMNS: tuple[Column, ...] = (
    line("name", N_("Target"), width=40, look=whole_line(Known.TARGET)),
    Column(
        "measures",
        N_("To reach"),
        _show_plan,
        _reading_measures(read_plan),
        TARGET_HELP,
        live=False,
        width=18,
        doubt=_doubt_plan,
        look=_look_up_unit,
        ends="/;",
    ),
    BETTER_COLUMN,
    FIELD,
)

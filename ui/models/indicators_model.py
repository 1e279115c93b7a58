"""The columns of the tables of indicators and targets: figures typed the Vietnamese way."""

from collections.abc import Callable

from app.marking import N_
from app.minutes.figures import Figure, Indicator, Measure, Target
from app.minutes.items import Item
from app.minutes.spoken import BETTER, ESTIMATED, RATE_KINDS, READINGS
from ui.models.columns import Column, NewId, choice, line
from ui.models.measures import actual_text, plan_text, read_actual, read_plan, read_rate

Counted = Indicator | Target
ReadMeasures = Callable[[tuple[Measure, ...], str, NewId], tuple[Measure, ...]]

NUMBER_DOUBT = N_("This is not a number as numbers are written here (2.317,8); the text is kept.")
ACTUAL_HELP = N_("Figure and unit; several are separated by slashes: 7 hộ/21 khẩu.")
PLAN_HELP = N_("What was planned: 10, or 10 with its unit.")
TARGET_HELP = N_("The figure to reach, with its unit: 96,35%.")
RATE_HELP = N_("In percent, as reported: 93, or 0,24.")
BETTER_HELP = N_("Whether a higher or a lower figure is the better one.")


def _reading_measures(read: ReadMeasures) -> Callable[[Counted, str, NewId], Item]:
    def reading(row: Counted, text: str, new_id: NewId) -> Item:
        measures = read(row.measures, text, new_id)
        return row if measures == row.measures else row.but(measures=measures)

    return reading


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
    rate = read_rate(text)
    return indicator if rate == indicator.rate else indicator.but(rate=rate)


def _doubt_rate(indicator: Indicator) -> str:
    return _doubt(indicator.rate)


def _doubt(*figures: Figure | None) -> str:
    unread = any(figure is not None and figure.value is None for figure in figures)
    return NUMBER_DOUBT if unread else ""


NAME = line("name", N_("Indicator"), width=30)
FIELD = line("field", N_("Field"), N_("The field (lĩnh vực) that it belongs to."), 16)
BETTER_COLUMN = choice("better", N_("Better"), BETTER, BETTER_HELP, 10)

INDICATOR_COLUMNS: tuple[Column, ...] = (
    NAME,
    Column(
        "measures",
        N_("Actual"),
        _show_actual,
        _reading_measures(read_actual),
        ACTUAL_HELP,
        live=False,
        width=18,
        doubt=_doubt_actual,
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
    ),
    Column("rate", N_("Rate (%)"), _show_rate, _read_rate, RATE_HELP, width=8, doubt=_doubt_rate),
    choice("rate_kind", N_("Rate of"), RATE_KINDS, N_("What the rate is a rate of.")),
    choice("reading", N_("Reading"), READINGS, N_("How the report itself reads it."), 10),
    choice("estimated", N_("Estimated"), ESTIMATED, N_("Whether the figure is final."), 10),
    BETTER_COLUMN,
    FIELD,
)

TARGET_COLUMNS: tuple[Column, ...] = (
    line("name", N_("Target"), width=40),
    Column(
        "measures",
        N_("To reach"),
        _show_plan,
        _reading_measures(read_plan),
        TARGET_HELP,
        live=False,
        width=18,
        doubt=_doubt_plan,
    ),
    BETTER_COLUMN,
    FIELD,
)

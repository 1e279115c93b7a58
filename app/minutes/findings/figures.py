"""Findings in figures: the tally, rates, readings, numbers that cannot be read."""

from collections.abc import Iterator
from decimal import Decimal

from app.marking import N_
from app.minutes.figures import Figure, Indicator, counted, reading_of
from app.minutes.findings.finding import Finding, Rule, Severity
from app.minutes.place import Place
from app.minutes.record import Minutes
from app.minutes.words import RateKind, Reading


def _tally(record: Minutes) -> Iterator[Finding]:
    told, rows = record.tally, counted(record.indicators)
    if told.met is None or told.total is None:
        return
    if told.met > told.total:
        yield Finding(
            "tally_over_total",
            Severity.ERROR,
            Place("tally", field="met"),
            N_("{met} of {total} targets cannot be met: the first figure is larger."),
            N_("Correct the reported tally."),
            {"met": str(told.met), "total": str(told.total)},
        )
    elif _contradicts(told.met, told.total, rows.met or 0, rows.total or 0):
        yield Finding(
            "tally_differs",
            Severity.WARNING,
            Place("tally", field="met"),
            N_("Reported {told}, but the rows of the table count {rows}."),
            N_("Correct the reported tally or the rows."),
            {"told": f"{told.met}/{told.total}", "rows": f"{rows.met}/{rows.total}"},
        )


def _contradicts(met: int, total: int, rows_met: int, rows_total: int) -> bool:
    """A table may hold fewer rows than the report counts; it cannot hold more, or miss more."""
    missed, rows_missed = total - met, rows_total - rows_met
    return rows_total > total or rows_met > met or rows_missed > missed


def _rate(record: Minutes) -> Iterator[Finding]:
    for indicator in record.indicators:
        worked_out = worked_out_rate(indicator)
        rate = indicator.rate
        if worked_out is None or rate is None or rate.value is None:
            continue
        if not _follows(rate.value, worked_out):
            yield Finding(
                "rate_does_not_follow",
                Severity.WARNING,
                Place("indicators", indicator.id, "rate"),
                N_("“{name}”: {written}% does not follow from plan and actual ({rate}%)."),
                N_("Check plan, actual and rate against the report; none is changed by itself."),
                {
                    "name": indicator.name,
                    "written": rate.written,
                    "rate": str(round(worked_out, 2)).replace(".", ","),
                },
            )


def worked_out_rate(indicator: Indicator) -> Decimal | None:
    """Actual in percent of plan, where one measure has both and the rate is a rate of the plan."""
    if indicator.rate_kind is not RateKind.OF_PLAN or len(indicator.measures) != 1:
        return None
    measure = indicator.measures[0]
    actual = measure.actual.value if measure.actual else None
    plan = measure.plan.value if measure.plan else None
    return actual / plan * 100 if actual is not None and plan else None


def _follows(rate: Decimal, worked_out: Decimal) -> bool:
    """Rounded or cut off at the decimals that are written: reports do both."""
    exponent = rate.as_tuple().exponent
    return abs(rate - worked_out) < Decimal(1).scaleb(min(int(exponent), 0))


def _reading(record: Minutes) -> Iterator[Finding]:
    for indicator in record.indicators:
        by_rate = reading_of(indicator.but(reading=None))
        if indicator.reading in (None, by_rate) or by_rate is None:
            continue
        if {indicator.reading, by_rate} == {Reading.MET, Reading.EXCEEDED}:
            continue
        yield Finding(
            "reading_against_rate",
            Severity.WARNING,
            Place("indicators", indicator.id, "reading"),
            N_("“{name}” is read as met or missed against its own rate."),
            N_("Check the rate, the reading, and whether a higher or a lower figure is better."),
            {"name": indicator.name},
        )


def _unread_figures(record: Minutes) -> Iterator[Finding]:
    for section, rows in (("indicators", record.indicators), ("targets", record.targets)):
        for row in rows:
            figures = [f for measure in row.measures for f in (measure.actual, measure.plan)]
            if isinstance(row, Indicator):
                figures.append(row.rate)
            for figure in figures:
                if figure is not None and figure.written and figure.value is None:
                    yield _unread(section, row.id, row.name, figure)


def _unread(section: str, item: str, name: str, figure: Figure) -> Finding:
    return Finding(
        "figure_not_read",
        Severity.WARNING,
        Place(section, item, "measures"),
        N_("“{name}”: “{written}” is not a number as numbers are written here (2.317,8)."),
        N_("Write a dot for thousands and a comma for decimals."),
        {"name": name, "written": figure.written},
    )


RULES: tuple[Rule, ...] = (_tally, _rate, _reading, _unread_figures)

"""Indicators, tally and targets that the prose does not say: as sentences or as a table."""

from collections.abc import Iterable, Sequence

from app.documents.outline import Paragraph, Row, Table
from app.documents.pieces import (
    Runs,
    capitalised,
    composed,
    field,
    fixed,
    is_known,
    joined,
    known,
    leader,
    paragraph,
    text_of,
)
from app.documents.source import Source
from app.documents.stated import Prose
from app.language.numbers import write_number
from app.minutes.figures import Figure, Indicator, Measure, Tally, Target
from app.minutes.place import Place
from app.minutes.words import RateKind

COLUMNS = ("number", "indicator", "plan", "actual", "rate", "reading")


def unstated(src: Source, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Those of the indicators that no paragraph of the results says."""
    prose = Prose(result.text for result in src.record.results if rows)
    return tuple(row for row in rows if not prose.says_indicator(row))


def indicators(src: Source) -> tuple[Indicator, ...]:
    """The indicators in which something was written."""
    return tuple(i for i in src.record.indicators if i != Indicator(id=i.id))


def result_sentences(src: Source, tally: Runs, rows: Iterable[Indicator]) -> Runs:
    """The tally's sentence, then one for each indicator."""
    return joined([tally, *(_sentence(src, i) for i in rows)], " ")


def tally_sentence(src: Source) -> Runs:
    """ "Có 12/14 chỉ tiêu đạt và vượt kế hoạch." where the prose does not say it."""
    tally = src.record.tally
    if tally == Tally() or Prose(r.text for r in src.record.results).says_tally(tally):
        return ()
    return src.say(
        "figures.tally", met=_count(tally.met, "met"), total=_count(tally.total, "total")
    )


def target_sentences(src: Source) -> Runs:
    """The targets that no paragraph of the directions says."""
    written = [t for t in src.record.targets if t != Target(id=t.id)]
    prose = Prose(direction.text for direction in src.record.directions if written)
    targets = [t for t in written if not prose.says_target(t)]
    return joined([_target(src, target) for target in targets], " ")


def table(src: Source, rows: Iterable[Indicator]) -> Table:
    """The indicators as a table; figures of several measures stand one below the other."""
    head = Row(tuple((src.line("table_head", f"table.{name}"),) for name in COLUMNS))
    body = (_row(src, number, indicator) for number, indicator in enumerate(rows, start=1))
    return Table("indicators", head, tuple(body))


def _row(src: Source, number: int, indicator: Indicator) -> Row:
    measures = indicator.measures
    blank = src.line("table_figure", "table.blank")
    cells = (
        (paragraph("table_figure", fixed(str(number))),),
        (paragraph("table_cell", _name(indicator, "indicators")),),
        tuple(_cell(src, m, "plan") for m in measures) or (blank,),
        tuple(_cell(src, m, "actual") for m in measures) or (blank,),
        (_figure_or_blank(src, _percent(src, indicator)),),
        (paragraph("table_cell", _reading(src, indicator) or src.say("table.blank")),),
    )
    return Row(cells, indicator.id)


def _cell(src: Source, measure: Measure, name: str) -> Paragraph:
    return _figure_or_blank(src, _with_unit(src, measure, name, "indicators"))


def _figure_or_blank(src: Source, runs: Runs) -> Paragraph:
    return paragraph("table_figure", runs or src.say("table.blank"))


def _percent(src: Source, indicator: Indicator) -> Runs:
    rate = _rate(indicator)
    return src.say("figures.percent", rate=rate) if rate else ()


def _sentence(src: Source, indicator: Indicator) -> Runs:
    share = indicator.rate_kind is RateKind.SHARE
    said = src.say(
        "figures.share" if share else "figures.of_plan",
        name=_name(indicator, "indicators"),
        verb=_verb(src, indicator, share),
        measures=_measures(src, indicator.measures, indicator.id),
        rate=_rate(indicator),
        reading=_reading(src, indicator),
    )
    return capitalised(said)


def _verb(src: Source, indicator: Indicator, share: bool) -> Runs:
    word = {
        (True, True): "figures.estimated_share",
        (True, False): "figures.estimated",
        (False, False): "figures.reached",
    }.get((indicator.estimated, share))
    if word is None:
        return ()
    return composed(src.sentences.text(word), Place("indicators", indicator.id, "estimated"))


def _target(src: Source, target: Target) -> Runs:
    figures = [_with_unit(src, m, "plan", "targets") for m in target.measures]
    reached = joined(figures, src.sentences.text("joins.measures"))
    unknown = leader(Place("targets", target.id, "measures"))
    return src.say("figures.target", name=_name(target, "targets"), measures=reached or unknown)


def _measures(src: Source, measures: Iterable[Measure], indicator_id: str) -> Runs:
    said = [_measure(src, measure) for measure in measures]
    unknown = leader(Place("indicators", indicator_id, "measures"))
    return joined(said, src.sentences.text("joins.measures")) or unknown


def _measure(src: Source, measure: Measure) -> Runs:
    actual = _with_unit(src, measure, "actual", "indicators")
    plan = _with_unit(src, measure, "plan", "indicators")
    if not actual and not plan:
        return ()
    place = Place("indicators", measure.id, "actual.written")
    return src.say("figures.measure", figure=actual or leader(place), plan=plan)


def _with_unit(src: Source, measure: Measure, name: str, section: str) -> Runs:
    figure: Figure | None = getattr(measure, name)
    number = _written(figure, Place(section, measure.id, f"{name}.written"))
    unit = known(measure.unit, Place(section, measure.id, "unit"))
    if not is_known(number) or not unit:
        return number
    key = "figures.with_sign" if text_of(unit).startswith("%") else "figures.with_unit"
    return src.say(key, figure=number, unit=unit)


def _written(figure: Figure | None, place: Place) -> Runs:
    if figure is None:
        return ()
    if figure.written.strip():
        return field(figure.written, place)
    return () if figure.value is None else composed(write_number(figure.value), place)


def _rate(indicator: Indicator) -> Runs:
    return _written(indicator.rate, Place("indicators", indicator.id, "rate.written"))


def _reading(src: Source, indicator: Indicator) -> Runs:
    if indicator.reading is None:
        return ()
    return src.word("reading", indicator.reading, Place("indicators", indicator.id, "reading"))


def _name(item: Indicator | Target, section: str) -> Runs:
    return field(item.name, Place(section, item.id, "name"))


def _count(count: int | None, name: str) -> Runs:
    place = Place("tally", field=name)
    return leader(place) if count is None else composed(str(count), place)

"""Every rule of both forms, measured on the pages that LibreOffice prints."""

from collections.abc import Iterator
from itertools import zip_longest

import pytest

from app.documents.form_settings import every_rule
from app.minutes.words import Form
from tests.app.word.outlines import rules_of
from tests.app.word.page.conftest import Sheets
from tests.app.word.page.sheets import Sheet
from tests.app.word.page.table import UNMEASURED, Way, way_of

RULES = [(form, place) for form in Form for place, _ in every_rule(rules_of(form))]
MEASURED = [(form, place) for form, place in RULES if not place.endswith(tuple(UNMEASURED))]


@pytest.mark.parametrize(("form", "place"), MEASURED)
def test_pages_agree_with_the_rule(sheets: Sheets, form: Form, place: str) -> None:
    way = way_of(place)
    assert way, "say in table.py how to measure it, or why it cannot be measured"
    seen = [found for sheet in sheets[form].values() for found in _seen(sheet, place, way)]
    assert seen, "no sample has anything to measure it on"
    wrong = {(name, has, needs) for name, has, needs in seen if not _agrees(has, needs, way.off)}
    assert not wrong


@pytest.mark.parametrize("form", Form)
def test_hardly_a_rule_is_left_unmeasured(form: Form) -> None:
    assert sum(measured is form for measured, _ in MEASURED) > 200
    for ending, reason in UNMEASURED.items():
        assert reason
        assert any(place.endswith(ending) for _, place in RULES)


def _seen(sheet: Sheet, place: str, way: Way) -> Iterator[tuple[str, object, object]]:
    """Each measurement on a sheet beside what its rule asks for."""
    needs = dict(every_rule(sheet.rules))[place].value
    for has in way.measure(sheet):
        if isinstance(needs, dict):
            words, width = has
            yield sheet.name, width, needs[words]
        else:
            yield sheet.name, has, 1.0 if needs == "text" else needs


def _agrees(has: object, needs: object, off: float) -> bool:
    if isinstance(has, str):  # an alignment may look like two
        return needs in has.split(" or ")
    if isinstance(has, tuple):
        return all(_agrees(*pair, off) for pair in zip_longest(has, needs, fillvalue=-1))
    return abs(has - needs) <= off

"""Whoever adds a field to the record is told here to say what it is called."""

import pytest

from app.minutes.record import Minutes
from app.minutes.speeches import Passage
from app.minutes.structure import child_fields, own_fields
from app.telling.fields import FIELDS, KINDS, LOOKED_INTO, UNTOLD


def kinds() -> list[type]:
    """Every kind of item in the record, and the record itself."""
    found: list[type] = [Minutes]
    for kind in found:
        found += [each for each in child_fields(kind).values() if each not in found]
    return found


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_field_has_a_name_or_a_reason_to_have_none(kind):
    told = {*FIELDS.get(kind, {}), *LOOKED_INTO.get(kind, ()), *UNTOLD.get(kind, ("id",))}
    assert set(own_fields(kind)) == told


@pytest.mark.parametrize("kind", [kind for each in LOOKED_INTO for kind in (each,)])
def test_every_field_of_a_value_looked_into_has_a_name(kind):
    for field in LOOKED_INTO[kind]:
        inner = type(getattr(kind() if kind is not Minutes else Minutes(id="m"), field))
        told = {*FIELDS[inner], *LOOKED_INTO.get(inner, ())}
        assert set(own_fields(inner)) == told


def test_every_kind_of_item_has_a_name():
    assert {*KINDS, Passage, Minutes} == set(kinds())

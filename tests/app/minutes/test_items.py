import unicodedata
from decimal import Decimal

import pytest

from app.minutes.attendees import Attendee
from app.minutes.figures import Figure


def test_an_item_cleans_its_own_text_however_it_is_made():
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thành Phú")
    assert Attendee(id="a", name=decomposed).name == "Nguyễn Thành Phú"
    assert Attendee(id="a").but(name=decomposed + "\x00").name == "Nguyễn Thành Phú"


def test_each_text_of_an_item_is_cleaned_by_itself():
    person = Attendee(id="a", name="một\r\nhai", reason="e\x00\u0302")
    assert (person.name, person.reason) == ("một\nhai", "ê")


def test_a_figure_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        Figure(value=Decimal("NaN"))


def test_an_item_cannot_be_changed_in_place():
    with pytest.raises(AttributeError):
        Attendee(id="a").name = "khác"  # type: ignore[misc]


def test_three_decimals_stay_three_decimals():
    figure = Figure(value=Decimal("24.661"), written="24,661")
    assert (str(figure.value), figure.written) == ("24.661", "24,661")

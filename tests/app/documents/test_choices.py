"""What an office chose: kept as text, read for each form, followed as far as the form allows."""

import pytest

from app.documents.choices import (
    Offered,
    Value,
    choices_of,
    follow,
    offered,
    text_of,
    value_of,
    with_choice,
    with_part,
    without_choices,
)
from app.documents.forms import FormRules, read_form
from app.documents.options import AttendeesAs, IndicatorsAs, Options, Part
from app.minutes.office import Choice, Office
from app.minutes.words import Form
from app.paths import resources_folder

PARTY, STATE = Form.PARTY, Form.STATE
OFFICE = Office(id="o", form=PARTY)


def rules(form: Form = PARTY) -> FormRules:
    return read_form(form, resources_folder() / "forms")


def body_size(found: FormRules) -> float | None:
    return found.roles["body"].look().size


def test_office_that_chose_nothing_has_what_the_form_says() -> None:
    found = follow(rules(), choices_of(None, PARTY))
    assert found == (rules(), Options(), ())


def test_choices_of_looks_and_of_content_are_followed() -> None:
    found = follow(
        rules(),
        {
            "body_size": "15",
            "two_sided": "true",
            "indicators": "prose",
            "attendees": "table",
            with_part(Part.RESULTS): "false",
            with_part(Part.DRAFT): "true",
        },
    )
    assert body_size(found.rules) == 15
    assert found.rules.page.two_sided.value is True
    assert found.options == Options(
        indicators=IndicatorsAs.PROSE,
        attendees=AttendeesAs.TABLE,
        without=frozenset({Part.RESULTS}),
    )
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("colour", "red"),
        ("body_size", "large"),
        ("two_sided", "15"),
        ("indicators", "pie"),
        (with_part(Part.RESULTS), "no"),
        ("with_everything", "true"),
    ],
)
def test_what_is_not_known_is_passed_over(name: str, text: str) -> None:
    assert follow(rules(), {name: text}) == (rules(), Options(), ())


@pytest.mark.parametrize("text", ["40", "nan", "inf", "-3"])
def test_what_the_form_forbids_is_told_and_the_rest_is_followed(text: str) -> None:
    found = follow(rules(), {"body_size": text, "title_size": "15"})
    assert body_size(found.rules) == 14
    assert found.rules.roles["document_title"].look().size == 15
    (problem,) = found.problems
    assert "14–15" in str(problem)


@pytest.mark.parametrize("form", Form)
def test_every_choice_that_is_offered_can_be_kept_and_read_again(form: Form) -> None:
    for choice in offered(rules(form)).values():
        values: tuple[Value, ...] = choice.values or (choice.usual,)
        for value in values:
            assert value_of(choice, text_of(value)) == value


def test_choices_are_offered_with_their_range() -> None:
    found = offered(rules(STATE))
    assert found["body_size"] == Offered("body_size", 14, 13, 14)
    assert found["indicators"].values == ("table", "prose", "full_table")
    assert found[with_part(Part.COPIES)].usual is True


def test_numbers_are_kept_as_one_writes_them() -> None:
    assert [text_of(value) for value in (15.0, 1.5, True, "prose")] == [
        "15",
        "1.5",
        "true",
        "prose",
    ]


def test_choice_is_kept_in_place_of_the_one_before() -> None:
    first = with_choice(OFFICE, PARTY, "body_size", 15.0, "a")
    second = with_choice(first, PARTY, "body_size", 14.0, "b")
    assert second.choices == (Choice(id="a", name="body_size", value="14"),)
    assert with_choice(second, PARTY, "body_size", None, "c").choices == ()
    assert with_choice(OFFICE, PARTY, "body_size", None, "c") == OFFICE


def test_each_form_has_choices_of_its_own() -> None:
    both = with_choice(OFFICE, PARTY, "body_size", 15.0, "a")
    both = with_choice(both, STATE, "body_size", 13.0, "b")
    assert choices_of(both, PARTY) == {"body_size": "15"}
    assert choices_of(both, STATE) == {"body_size": "13"}
    assert choices_of(without_choices(both, PARTY), STATE) == {"body_size": "13"}
    assert choices_of(without_choices(both, PARTY), PARTY) == {}
    assert choices_of(without_choices(both, STATE), PARTY) == {"body_size": "15"}
    assert choices_of(without_choices(both, STATE), STATE) == {}

"""What holds for an office on this computer: its own profile, with IT's before it."""

from pathlib import Path

from app.house import House, fixed_choices, house_of, offices_of
from app.minutes.office import Choice, Office
from app.minutes.words import Form
from app.settings.policy import Policy
from app.settings.preferences import Preferences


def choice(name: str, value: str) -> Choice:
    return Choice(id=f"{name}-{value}", name=name, value=value)


OWN = Office(id="a", name="Ours", choices=(choice("body_size", "15"), choice("title_size", "15")))
BY_IT = Office(id="a", name="By IT", form=Form.STATE, choices=(choice("body_size", "14"),))
OTHER = Office(id="b", name="Other")


def test_its_profile_goes_before_the_archives_but_for_choices_left_open() -> None:
    first, second = offices_of([OTHER, OWN], Policy(offices=(BY_IT,)))
    assert (first.name, first.form, second) == ("By IT", Form.STATE, OTHER)
    assert [(c.name, c.value) for c in first.choices] == [("body_size", "14"), ("title_size", "15")]


def test_profile_that_only_it_knows_is_there() -> None:
    assert offices_of([], Policy(offices=(BY_IT,))) == [BY_IT]


def test_choices_that_it_has_made_are_fixed_for_their_form() -> None:
    given = BY_IT.but(choices=(*BY_IT.choices, choice("party.line_spacing", "20")))
    policy = Policy(offices=(given,))
    assert fixed_choices("a", Form.STATE, policy) == {"body_size"}
    assert fixed_choices("a", Form.PARTY, policy) == {"line_spacing"}
    assert fixed_choices("b", Form.STATE, policy) == frozenset()


def test_house_holds_what_policy_says(tmp_path: Path) -> None:
    values = {"forms": "~/forms", "allow_classified": False}
    preferences = Preferences(tmp_path / "preferences.json", Policy(values))
    environment = {"HOME": str(tmp_path)}
    found = house_of([OWN], preferences, environment)
    assert (found.offices, found.classified) == ((OWN,), False)
    assert found.forms is not None
    assert found.forms.name == "forms"
    assert "~" not in str(found.forms)


def test_house_without_policy_allows_and_lays_nothing_over(tmp_path: Path) -> None:
    assert house_of((), Preferences(tmp_path / "preferences.json"), {}) == House()


def test_office_is_found_by_its_id() -> None:
    house = House((OWN, OTHER))
    assert house.office("b") == OTHER
    assert house.office("") is None

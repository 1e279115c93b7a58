import pytest

from app.documents.form_settings import Choice, Setting, every_rule, settings, with_options
from app.documents.forms import FormRules, read_form
from app.errors import KnownError
from app.minutes.words import Form
from app.paths import resources_folder


@pytest.fixture(params=Form)
def rules(request: pytest.FixtureRequest) -> FormRules:
    return of(request.param)


def of(form: Form) -> FormRules:
    return read_form(form, resources_folder() / "forms")


def chosen(form: Form, **options: Choice) -> dict[str, object]:
    """The values that are otherwise once an office has chosen, by the place of their rules."""
    before = dict(every_rule(of(form)))
    after = every_rule(with_options(of(form), options))
    return {place: rule.value for place, rule in after if rule != before[place]}


def refused(form: Form, **options: Choice) -> str:
    with pytest.raises(KnownError) as raised:
        with_options(of(form), options)
    return str(raised.value)


def test_nothing_chosen_changes_nothing(rules: FormRules) -> None:
    assert with_options(rules, {}) == rules


def test_what_stands_may_be_chosen(rules: FormRules) -> None:
    now = {name: setting.value for name, setting in settings(rules).items()}
    assert with_options(rules, now) == rules
    assert len(now) > 10


def test_one_setting_changes_all_its_rules() -> None:
    changed = chosen(Form.PARTY, body_size=15)
    assert set(changed.values()) == {15}
    assert {"role.body.size", "role.lede.size", "role.list_item.size"} <= changed.keys()
    assert "role.table_cell.size" not in changed


def test_sizes_of_the_states_titles_rise_and_fall_together() -> None:
    assert chosen(Form.STATE, size_pair=12) == {
        "role.parent_body.size": 12,
        "role.issuing_body.size": 12,
        "role.national_title.size": 12,
        "role.motto.size": 13,
        "role.place_date.size": 13,
    }


def test_line_spacing_keeps_the_unit_of_its_form() -> None:
    party = with_options(of(Form.PARTY), {"line_spacing": 20}).roles["body"].look()
    state = with_options(of(Form.STATE), {"line_spacing": 1.5}).roles["body"].look()
    assert (party.line, party.line_unit) == (20, "pt")
    assert (state.line, state.line_unit) == (1.5, "lines")


def test_two_sided_is_yes_or_no(rules: FormRules) -> None:
    assert chosen(rules.form, two_sided=True) == {"page.two_sided": True}


def test_columns_stay_as_wide_as_the_text() -> None:
    rules = with_options(of(Form.STATE), {"margin_left": 35, "margin_right": 20})
    assert rules.columns["letterhead"].widths.value == (56, 99)
    assert rules.columns["signatures"].widths.value == (57, 98)


def test_settings_tell_what_is_allowed() -> None:
    state = settings(of(Form.STATE))
    assert state["size_pair"] == Setting("size_pair", 13, 12, 13)
    assert state["line_spacing"] == Setting("line_spacing", 1, 1, 1.5)
    assert state["paragraph_space"] == Setting("paragraph_space", 6, 6, None)
    assert state["two_sided"] == Setting("two_sided", False)


def test_bounds_may_be_chosen_and_no_more(rules: FormRules) -> None:
    for name, setting in settings(rules).items():
        for bound, step in ((setting.least, -0.5), (setting.most, 0.5)):
            if bound is not None:
                assert with_options(rules, {name: bound})
                assert "asks for" in refused(rules.form, **{name: bound + step})


@pytest.mark.parametrize(
    "option",
    [
        {"body_size": 13},
        {"body_size": float("nan")},
        {"body_size": True},
        {"two_sided": 1},
        {"paragraph_space": 1000},
        {"paragraph_space": float("inf")},
    ],
)
def test_choice_that_the_form_forbids_is_told(option: dict[str, Choice]) -> None:
    assert "cannot be" in refused(Form.PARTY, **option)


def test_refusal_names_the_rule_its_source_and_what_it_allows() -> None:
    sentence = refused(Form.PARTY, body_size=16)
    assert "role." in sentence
    assert "14–15" in sentence
    assert "05-HD/VPTW" in sentence


def test_setting_of_the_other_form_is_told() -> None:
    assert "party has no setting size_pair" in refused(Form.PARTY, size_pair=12)


def test_every_number_that_is_chosen_has_a_least_value(rules: FormRules) -> None:
    for setting in settings(rules).values():
        assert isinstance(setting.value, bool) or setting.least is not None

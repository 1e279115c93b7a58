"""What an office chose about its documents, as its profile keeps it: a name and a value as text.

The choices are those of the form's settings ("body_size" → "15"), of the content ("indicators" →
"prose"), and of the parts that go in ("with_results" → "false"). What is unknown here is passed
over, so that a profile outlives the program that wrote it; what a form forbids is told.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from app.documents import form_settings
from app.documents.form_settings import with_options
from app.documents.forms import FormRules
from app.documents.options import AttendeesAs, IndicatorsAs, Options, Part
from app.errors import KnownError
from app.minutes.items import Id
from app.minutes.office import Choice, Office
from app.minutes.words import Form

Value = float | bool | str
INDICATORS, ATTENDEES = "indicators", "attendees"
_SETS: Mapping[str, type[StrEnum]] = {INDICATORS: IndicatorsAs, ATTENDEES: AttendeesAs}
_WITH = "with_"
_SWITCH = {"true": True, "false": False}


class Offered(NamedTuple):
    """A choice that an office has: what stands where nothing is chosen, and what it may be.

    A number goes from `least` to `most` (None: no bound); text is one of `values`.
    """

    name: str
    usual: Value
    least: float | None = None
    most: float | None = None
    values: tuple[str, ...] = ()


class Chosen(NamedTuple):
    """What an office's choices come to, and what of them could not be followed."""

    rules: FormRules
    options: Options
    problems: tuple[KnownError, ...] = ()


def offered(rules: FormRules) -> dict[str, Offered]:
    """All choices of a form by name: how it looks, then what it says, then what goes in."""
    looks = (
        Offered(each.name, each.value, each.least, each.most)
        for each in form_settings.settings(rules).values()
    )
    sets = (
        Offered(INDICATORS, IndicatorsAs.TABLE, values=tuple(IndicatorsAs)),
        Offered(ATTENDEES, AttendeesAs.LIST, values=tuple(AttendeesAs)),
    )
    parts = (Offered(with_part(part), usual=True) for part in Part)
    return {each.name: each for each in (*looks, *sets, *parts)}


def with_part(part: Part) -> str:
    """The name of the choice whether a part goes in."""
    return f"{_WITH}{part}"


def follow(rules: FormRules, choices: Mapping[str, str]) -> Chosen:
    """The rules and options as chosen."""
    known = offered(rules)
    values = {name: value_of(known[name], text) for name, text in choices.items() if name in known}
    followed = {name: value for name, value in values.items() if value is not None}
    looks, problems = _looks(rules, followed)
    return Chosen(with_options(rules, looks), _options(followed), problems)


def value_of(choice: Offered, text: str) -> Value | None:
    """The value that a text in a profile means, or None where it can mean none."""
    if choice.values:
        return text if text in choice.values else None
    if isinstance(choice.usual, bool):
        return _SWITCH.get(text)
    try:
        return float(text)
    except ValueError:
        return None


def text_of(value: Value) -> str:
    """A value as a profile keeps it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def choices_of(office: Office | None, form: Form) -> dict[str, str]:
    """What an office chose for documents of a form. Those of the form that is not its own have the
    form's name before theirs: sizes of the one make no sense in the other.
    """
    if office is None:
        return {}
    before = _before(office, form)
    named = ((each.name.removeprefix(before), each) for each in office.choices)
    return {
        name: each.value
        for name, each in named
        if f"{before}{name}" == each.name and "." not in name
    }


def with_choice(office: Office, form: Form, name: str, value: Value | None, item_id: Id) -> Office:
    """The office with a choice, which gets the id if it is new; None takes the choice back."""
    own = f"{_before(office, form)}{name}"
    kept = {choice.name: choice for choice in office.choices}
    if value is None:
        kept.pop(own, None)
    else:
        before = kept.get(own)
        kept[own] = Choice(id=before.id if before else item_id, name=own, value=text_of(value))
    return office.but(choices=tuple(kept.values()))


def without_choices(office: Office, form: Form) -> Office:
    """The office with nothing chosen for a form."""
    before = _before(office, form)
    gone = {f"{before}{name}" for name in choices_of(office, form)}
    return office.but(choices=tuple(each for each in office.choices if each.name not in gone))


def _before(office: Office, form: Form) -> str:
    return "" if office.form is form else f"{form}."


def _looks(
    rules: FormRules, values: Mapping[str, Value]
) -> tuple[dict[str, form_settings.Choice], tuple[KnownError, ...]]:
    """Those that the form has and allows, and why the others are not followed."""
    followed: dict[str, form_settings.Choice] = {}
    problems: list[KnownError] = []
    for name in form_settings.settings(rules).keys() & values.keys():
        value = values[name]
        assert not isinstance(value, str)
        try:
            with_options(rules, {name: value})
        except KnownError as error:
            problems.append(error)
        else:
            followed[name] = value
    return followed, tuple(problems)


def _options(values: Mapping[str, Value]) -> Options:
    return Options(
        indicators=IndicatorsAs(str(values.get(INDICATORS, IndicatorsAs.TABLE))),
        attendees=AttendeesAs(str(values.get(ATTENDEES, AttendeesAs.LIST))),
        without=frozenset(_left_out(values)),
    )


def _left_out(values: Mapping[str, Value]) -> Iterator[Part]:
    return (part for part in Part if values.get(with_part(part)) is False)

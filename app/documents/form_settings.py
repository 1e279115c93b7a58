"""What an office may choose of a form: rules with the same `setting` change together, within what
their sources allow. Pure: from rules to rules.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from app.documents.forms import ColumnsRules, FormRules, PageRules, Rule
from app.errors import KnownError
from app.marking import N_

Choice = float | bool
AnyRule = Rule[Any]  # a walk meets rules of every kind of value
_MOST = 100  # of any number that its source does not bound
S = TypeVar("S", bound=msgspec.Struct)


class Setting(NamedTuple):
    """A choice: what stands now, and from where to where it may go (None: no bound)."""

    name: str
    value: Choice
    least: float | None = None
    most: float | None = None


def settings(rules: FormRules) -> dict[str, Setting]:
    """All that may be chosen, by name. The value of a setting is that of its first rule."""
    found: dict[str, Setting] = {}
    for _, rule in every_rule(rules):
        if rule.setting:
            found[rule.setting] = _with_bounds(found.get(rule.setting), rule)
    return found


def with_options(rules: FormRules, options: Mapping[str, Choice]) -> FormRules:
    """The rules as an office has chosen. A number moves every rule of its setting by as much, so
    that sizes rise and fall together. KnownError names the rule that forbids a choice.
    """
    known = settings(rules)
    for name in options.keys() - known.keys():
        raise KnownError(
            N_("The form {form} has no setting {name}. Leave it out."), form=rules.form, name=name
        )

    def chosen(place: str, rule: AnyRule) -> AnyRule:
        if rule.setting not in options:
            return rule
        return _moved(place, rule, known[rule.setting], options[rule.setting], rules.sources)

    return fitted(_mapped(rules, chosen))


def fitted(rules: FormRules) -> FormRules:
    """Columns as wide as the text: the first gives or takes, for the titles stand at the right."""
    return rules._replace(
        columns={key: _fitted(table, rules.page) for key, table in rules.columns.items()}
    )


def every_rule(rules: FormRules) -> Iterator[tuple[str, AnyRule]]:
    """Each rule under its place in the form file: "page.left", "role.body.size"."""
    for place, table in _tables(rules):
        for field in table.__struct_fields__:
            rule = getattr(table, field)
            if isinstance(rule, Rule):
                yield f"{place}.{field}", rule


def _tables(rules: FormRules) -> Iterator[tuple[str, msgspec.Struct]]:
    yield "page", rules.page
    yield "drawn_line", rules.drawn_line
    yield from ((f"columns.{key}", table) for key, table in rules.columns.items())
    yield from ((f"table.{key}", table) for key, table in rules.tables.items())
    yield from ((f"role.{key}", table) for key, table in rules.roles.items())


def _mapped(rules: FormRules, change: Callable[[str, AnyRule], AnyRule]) -> FormRules:
    return rules._replace(
        page=_changed("page", rules.page, change),
        drawn_line=_changed("drawn_line", rules.drawn_line, change),
        columns=_all_changed("columns", rules.columns, change),
        tables=_all_changed("table", rules.tables, change),
        roles=_all_changed("role", rules.roles, change),
    )


def _all_changed(
    group: str, tables: Mapping[str, S], change: Callable[[str, AnyRule], AnyRule]
) -> dict[str, S]:
    return {key: _changed(f"{group}.{key}", table, change) for key, table in tables.items()}


def _changed(place: str, table: S, change: Callable[[str, AnyRule], AnyRule]) -> S:
    now = {field: getattr(table, field) for field in table.__struct_fields__}
    new = {
        field: change(f"{place}.{field}", rule)
        for field, rule in now.items()
        if isinstance(rule, Rule)
    }
    differs = any(new[field] is not now[field] for field in new)
    return msgspec.structs.replace(table, **new) if differs else table


def _with_bounds(before: Setting | None, rule: AnyRule) -> Setting:
    """The setting, bounded by one more of its rules."""
    if before is None:
        return Setting(rule.setting, rule.value, rule.min, rule.max)
    further = rule.value - before.value  # two sizes of a pair are a point apart
    least = [bound for bound in (before.least, _less(rule.min, further)) if bound is not None]
    most = [bound for bound in (before.most, _less(rule.max, further)) if bound is not None]
    return before._replace(least=max(least, default=None), most=min(most, default=None))


def _less(bound: float | None, further: float) -> float | None:
    return None if bound is None else bound - further


def _moved(
    place: str, rule: AnyRule, setting: Setting, choice: Choice, sources: Mapping[str, str]
) -> AnyRule:
    if isinstance(choice, bool) or isinstance(rule.value, bool):
        value, right = choice, isinstance(choice, bool) and isinstance(rule.value, bool)
    else:
        value = rule.value + choice - setting.value
        right = 0 <= value <= _MOST and rule.allows(value)
    if not right:
        raise _refused(place, rule, value, sources)
    return msgspec.structs.replace(rule, value=value)


def _refused(place: str, rule: AnyRule, value: Choice, sources: Mapping[str, str]) -> KnownError:
    return KnownError(
        N_("{rule} cannot be {value}; {source} asks for {allowed}. Choose another value."),
        rule=place,
        value=value,
        allowed=_allowed(rule),
        source=sources[rule.source],
    )


def _allowed(rule: AnyRule) -> str:
    if isinstance(rule.value, bool):
        return "true, false"
    return f"{0 if rule.min is None else rule.min:g}–{_MOST if rule.max is None else rule.max:g}"


def _fitted(columns: ColumnsRules, page: PageRules) -> ColumnsRules:
    others = columns.widths.value[1:]
    widths = msgspec.structs.replace(columns.widths, value=(page.text_width - sum(others), *others))
    return msgspec.structs.replace(columns, widths=widths)

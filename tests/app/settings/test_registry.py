"""The registry's policy key, through a reader that answers as Windows would."""

import pytest

from app.minutes.words import DocumentKind, Form
from app.settings.computer import with_registry
from app.settings.policy import Policy, policy_from
from app.settings.registry import KEY, MACHINE, USER, ReadKey, Values, read_key, registry_policy


def reader(**values: Values) -> ReadKey:
    """A registry whose policy key holds these values below each root."""

    def read(root: str, key: str) -> Values:
        assert key == KEY
        return values.get(root, {})

    return read


def machine(**values: object) -> Policy:
    return registry_policy(MACHINE, reader(HKLM=values))


def test_no_key_fixes_nothing():
    assert machine() == Policy()


def test_numbers_are_numbers_or_yes_and_no_as_declared():
    policy = machine(language="en", backup_budget=500, feature_pdf=0, clean_paste=1)
    assert policy.values == {
        "language": "en",
        "backup_budget": 500,
        "feature_pdf": False,
        "clean_paste": True,
    }
    assert policy.values["feature_pdf"] is False
    assert not policy.problems


def test_origin_is_the_key():
    assert machine(language="en").origins == {"language": r"HKLM\Software\Policies\BienBan"}


def test_names_are_found_in_any_case_and_the_nameless_value_is_passed_over():
    policy = registry_policy(MACHINE, reader(HKLM={"Language": "en", "": "nothing"}))
    assert (policy.values, policy.problems) == ({"language": "en"}, ())


@pytest.mark.parametrize(
    ("name", "value"), [("feature_pdf", 2), ("feature_pdf", "0"), ("language", 1), ("mood", 1)]
)
def test_a_wrong_value_is_told_and_passed_over(name, value):
    policy = machine(**{name: value, "theme": "dark"})
    assert policy.values == {"theme": "dark"}
    assert len(policy.problems) == 1
    assert name in str(policy.problems[0])


OFFICE = """\
[[office]]
id = "city"
name = "Thành ủy"
form = "party"
[[office.papers]]
kind = "notice"
symbol = "TB/TU"
"""


@pytest.mark.parametrize("written", [OFFICE.splitlines(), OFFICE])
def test_offices_are_lines_of_a_policy_file(written):
    (office,) = machine(offices=written).offices
    assert (office.id, office.name, office.form) == ("city", "Thành ủy", Form.PARTY)
    paper = office.paper(DocumentKind.NOTICE)
    assert paper is not None
    assert paper.symbol == "TB/TU"


def test_offices_that_are_no_toml_are_told():
    (problem,) = machine(offices=["[[office"], language="en").problems
    assert "Policies" in str(problem)


def test_a_key_that_may_not_be_read_is_told():
    def refuse(_root: str, _key: str) -> Values:
        raise PermissionError(13, "no")

    (problem,) = registry_policy(USER, refuse).problems
    assert r"HKCU\Software\Policies\BienBan" in str(problem)


def test_machine_goes_over_file_and_file_over_user():
    file = policy_from({"settings": {"theme": "light", "language": "en"}}, "file")
    key = reader(HKLM={"theme": "dark"}, HKCU={"theme": "system", "language": "vi", "office": "a"})
    policy = with_registry(file, key)
    assert policy.values == {"theme": "dark", "language": "en", "office": "a"}
    assert policy.origins["language"] == "file"


def test_there_is_no_registry_elsewhere():
    assert read_key(MACHINE, KEY) == {}

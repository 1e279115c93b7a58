import pytest

from app.minutes.words import DocumentKind, Form, Side
from app.settings.policy import Policy, policy_from, read_policy

WHOLE = """
[settings]
language = "en"
allow_classified = false

[[office]]
id = "city"
name = "Thành ủy"
form = "state"
[[office.papers]]
kind = "notice"
symbol = "TB/TU"
[[office.papers.signatories]]
side = "right"
authority = "T/L"
"""


@pytest.fixture
def policy(tmp_path):
    def written(text: str) -> Policy:
        path = tmp_path / "policy.toml"
        path.write_text(text, "utf-8")
        return read_policy(path)

    return written


def test_no_file_fixes_nothing(tmp_path):
    assert read_policy(tmp_path / "none" / "policy.toml") == Policy()


def test_a_policy_fixes_settings_and_says_where(policy, tmp_path):
    read = policy(WHOLE)
    assert read.values == {"language": "en", "allow_classified": False}
    assert set(read.origins.values()) == {str(tmp_path / "policy.toml")}
    assert not read.problems


def test_a_policy_gives_offices_and_numbers_what_is_in_them(policy):
    (office,) = policy(WHOLE).offices
    assert (office.id, office.form) == ("city", Form.STATE)
    paper = office.paper(DocumentKind.NOTICE)
    (signatory,) = paper.signatories
    assert (paper.symbol, signatory.side, signatory.authority) == ("TB/TU", Side.RIGHT, "T/L")
    assert len({office.id, paper.id, signatory.id}) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[settings]\nmood = 1", "speaks of “mood”"),
        ("[settings]\nlanguage = 'fr'", "“language” the value fr"),
        ("[mood]\n", "speaks of “mood”"),
        ("[[office]]\nform = 'other'", "Office 1 in the policy"),
        ("not toml", "cannot be read"),
    ],
)
def test_what_is_wrong_is_told_and_passed_over(policy, text, told):
    read = policy(text + "\n")
    (problem,) = read.problems
    assert told in str(problem)
    assert not read.values
    assert not read.offices


def test_the_rest_of_a_policy_holds(policy):
    assert policy("[settings]\nmood = 1\ntheme = 'dark'").values == {"theme": "dark"}


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    assert "cannot be read" in str(read_policy(tmp_path).problems[0])


def test_one_policy_over_another():
    office = {"id": "city", "name": "above"}
    above = policy_from({"settings": {"theme": "dark"}, "office": [office]}, "machine")
    below = policy_from(
        {
            "settings": {"theme": "light", "language": "en"},
            "office": [{**office, "name": "below"}, {"id": "ward"}],
        },
        "user",
    )
    both = above.over(below)
    assert both.values == {"theme": "dark", "language": "en"}
    assert both.origins == {"theme": "machine", "language": "user"}
    assert [(o.id, o.name) for o in both.offices] == [("city", "above"), ("ward", "")]

from pathlib import Path

import pytest

from app.documents.forms import FormRules, Rule, read_form
from app.documents.office_form import read_office_form
from app.minutes.words import Form
from app.paths import resources_folder

FORMS = resources_folder() / "forms"


def laid(folder: Path, text: str) -> FormRules:
    """Our form with `text` over it, which must be right."""
    (folder / "state.toml").write_text(text, "utf-8")
    rules, problem = read_office_form(Form.STATE, FORMS, folder)
    assert problem is None
    return rules


def told(folder: Path, text: str) -> str:
    """What is wrong with `text`; ours is used instead."""
    (folder / "state.toml").write_text(text, "utf-8")
    rules, problem = read_office_form(Form.STATE, FORMS, folder)
    assert rules == read_form(Form.STATE, FORMS)
    assert problem is not None
    assert str(folder / "state.toml") in str(problem)
    return str(problem)


def test_ours_is_used_where_the_office_has_none(tmp_path: Path) -> None:
    assert read_office_form(Form.STATE, FORMS, tmp_path) == (read_form(Form.STATE, FORMS), None)


def test_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    rules, problem = read_office_form(Form.STATE, FORMS, tmp_path / "none")
    assert rules == read_form(Form.STATE, FORMS)
    assert str(tmp_path / "none") in str(problem)


def test_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert laid(tmp_path, "") == read_form(Form.STATE, FORMS)


def test_only_what_the_file_names_is_otherwise(tmp_path: Path) -> None:
    rules, ours = laid(tmp_path, "[role.body]\nsize = { value = 13 }"), read_form(Form.STATE, FORMS)
    assert rules.roles["body"].size == Rule(13.0, "nd30", "A", 13.0, 14.0, "body_size")
    assert rules.roles["body"].line == ours.roles["body"].line
    assert {**rules.roles, "body": ours.roles["body"]} == ours.roles
    assert rules._replace(roles=ours.roles) == ours


def test_bare_value_is_that_of_the_rule(tmp_path: Path) -> None:
    rules = laid(tmp_path, 'role.body.size = 13\n[role.recipient]\nname = "Nơi gửi"\nbold = true')
    assert rules.roles["body"].size == Rule(13.0, "nd30", "A", 13.0, 14.0, "body_size")
    assert rules.roles["recipient"].bold == Rule(True, "nd30", "A")
    assert rules.roles["recipient"].name == "Nơi gửi"


def test_office_may_name_a_source_of_its_own(tmp_path: Path) -> None:
    size = 'size = { value = 15, max = 15, source = "ubnd", sure = "A" }'
    rules = laid(tmp_path, f'[sources]\nubnd = "Quy chế"\n[role.body]\n{size}')
    assert rules.roles["body"].size == Rule(15.0, "ubnd", "A", 13.0, 15.0, "body_size")
    assert rules.sources["ubnd"] == "Quy chế"


def test_columns_follow_the_margins(tmp_path: Path) -> None:
    rules = laid(tmp_path, "[page]\nleft = 35\nright = 20")
    assert rules.columns["letterhead"].widths.value == (56, 99)
    assert sum(rules.columns["signatures"].widths.value) == rules.page.text_width == 155


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[role.body]\nsize = 16", 2, "role.body.size: the value 16.0 is outside"),
        ("# a\n\n[role.body.size]\nvalue = 16", 3, "role.body.size"),
        ("role.body.size.value = 16", 1, "role.body.size"),
        ("[page]\ntop = 20\n[role.body]\nbefore = 6\nsize = { min = 15 }", 5, "role.body.size"),
        ('[role.body]\nbold = false\nalign = "middle"', 3, "role.body.align.value"),
        ("[page]\ntop = 20\n[role.boddy]\nsize = 14", 3, "role.boddy: there is no such role"),
        ("\n[pages]\ntop = 20", 2, "pages: there is no such table"),
        ("[page]\ntop = 25\nleft = 200", 3, "outside its own range"),
        ("[columns.letterhead]\nwidths = [1, 165]", 2, "wider than the text"),
        ('[page]\n[role.body]\nsize = { source = "x" }', 3, "the source 'x' is not in"),
        ('[role.body]\nbold = true\nid = "BBSoTrang"', 3, "role.body.id: another role has"),
        ('[role.page_number]\nid = "BBNoiDung"', 2, "role.page_number.id: another role has"),
    ],
)
def test_wrong_file_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    sentence = told(tmp_path, text)
    assert f"line {line}," in sentence
    assert said in sentence


def test_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    assert "line 2" in told(tmp_path, "[page]\ntop = = 20")


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "state.toml").mkdir()
    rules, problem = read_office_form(Form.STATE, FORMS, tmp_path)
    assert rules == read_form(Form.STATE, FORMS)
    assert "cannot be read" in str(problem)

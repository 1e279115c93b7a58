import shutil
from pathlib import Path

import pytest

from app.documents.forms import (
    CHARACTER_ROLES,
    OWN_ROLES,
    PARAGRAPH_ROLES,
    FormRules,
    Rule,
    read_form,
)
from app.errors import KnownError
from app.minutes.words import Form
from app.paths import resources_folder

BODY_SIZE = 'id = "BBNoiDung"\nsize = { value = 14, min = 14, max = 15, source = "hd05"'


@pytest.fixture(params=Form)
def rules(request: pytest.FixtureRequest) -> FormRules:
    return read_form(request.param, resources_folder() / "forms")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resources_folder() / "forms", tmp_path / "forms"))


def spoil(folder: Path, old: str, new: str) -> str:
    """Puts a mistake into the Party's form, and gives the sentence that tells of it."""
    path = folder / "party.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(KnownError) as raised:
        read_form(Form.PARTY, folder)
    assert raised.value.places["path"] == path
    return str(raised.value)


def line_of(folder: Path, start: str) -> int:
    lines = (folder / "party.toml").read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.startswith(start))


def test_every_role_has_its_rules(rules: FormRules) -> None:
    wanted = PARAGRAPH_ROLES | CHARACTER_ROLES | OWN_ROLES[rules.form]
    assert set(rules.roles) == wanted
    characters = {key for key, role in rules.roles.items() if role.kind == "character"}
    assert characters == CHARACTER_ROLES


def test_style_ids_and_names_are_unique(rules: FormRules) -> None:
    roles = rules.roles.values()
    assert len({role.id for role in roles}) == len({role.name for role in roles}) == len(roles)


def test_same_role_has_the_same_style_id_in_both_forms() -> None:
    party, state = (read_form(form, resources_folder() / "forms") for form in Form)
    shared = party.roles.keys() & state.roles.keys()
    assert {party.roles[key].id for key in shared} == {state.roles[key].id for key in shared}


def test_columns_are_as_wide_as_the_text(rules: FormRules) -> None:
    for columns in rules.columns.values():
        assert sum(columns.widths.value) == rules.page.text_width == 165
    for table in rules.tables.values():
        assert sum(table.shares.value) == pytest.approx(1)


def test_rules_with_one_setting_allow_the_same_range_for_type(rules: FormRules) -> None:
    sizes = [r.size for r in rules.roles.values() if r.size and r.size.setting == "body_size"]
    assert len({(size.value, size.min, size.max) for size in sizes}) == 1


@pytest.mark.parametrize(
    ("form", "role", "field", "value"),
    [
        (Form.PARTY, "party_title", "size", 15),
        (Form.PARTY, "party_title", "rule_below", 1),
        (Form.PARTY, "number", "size", 14),
        (Form.PARTY, "body", "line", 18),
        (Form.PARTY, "signature_title", "bold", False),
        (Form.PARTY, "recipients_label", "underline", True),
        (Form.PARTY, "recipient", "size", 12),
        (Form.STATE, "national_title", "size", 13),
        (Form.STATE, "motto", "size", 14),
        (Form.STATE, "motto", "rule_below", 1),
        (Form.STATE, "issuing_body", "rule_below", 0.4),
        (Form.STATE, "number", "size", 13),
        (Form.STATE, "signature_title", "bold", True),
        (Form.STATE, "recipients_label", "italic", True),
        (Form.STATE, "recipient", "size", 11),
        (Form.STATE, "urgency_mark", "box", True),
    ],
)
def test_role_looks_as_its_form_asks(form: Form, role: str, field: str, value: object) -> None:
    look = read_form(form, resources_folder() / "forms").roles[role].look()
    assert getattr(look, field) == value


def test_rule_knows_its_source_and_range() -> None:
    size = read_form(Form.PARTY, resources_folder() / "forms").roles["body"].size
    assert size == Rule(14.0, "hd05", "C1", 14.0, 15.0, "body_size")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (BODY_SIZE, BODY_SIZE.replace("value = 14", "value = 12"), "outside its own range"),
        (BODY_SIZE, BODY_SIZE.replace("value = 14", 'value = "to"'), "Expected `float`"),
        (BODY_SIZE, BODY_SIZE.replace("hd05", "hd99"), "hd99"),
        (BODY_SIZE, BODY_SIZE.replace("max", "most"), "most"),
    ],
)
def test_wrong_rule_is_told_with_its_line(folder: Path, old: str, new: str, told: str) -> None:
    sentence = spoil(folder, old, new)
    assert told in sentence
    line = line_of(folder, 'id = "BBNoiDung"') + 1
    assert f"line {line}, role.body.size" in sentence


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[role.body]", "[role.boddy]", "role.boddy: there is no such role"),
        ("[table.attendees]", "[table.guests]", "table.guests: there is no such table"),
        ("[drawn_line]", "[drawn]", "drawn: there is no such table"),
        ("shares = { value = [0.08, 0.28", "shares = { value = [0.08, 0.38", "do not add up"),
        ("top = { value = 20", "top = { value = 250", "no room for text"),
        ("widths = { value = [80, 85]", "widths = { value = [8, 165]", "wider than the text"),
        ('id = "BBDauSao"', 'id = "BBSoKyHieu"', "another role has the id"),
        ('name = "Dấu sao"', 'name = "Nội dung"', "another role has the name"),
        ("letterhead_mark_bold", 'x", min = 0, setting_ = "', "setting_"),
        ('weight = { value = 0.75, source = "house" }', "", "`weight`"),
        ('name = "Nội dung"', 'name = "Nội, dung"', "role.body.name"),
        ('id = "BBNoiDung"', 'id = "BB Noi"', "role.body.id"),
        ('value = 15, source = "hd05", sure = "C2"', 'value = 15, source = "hd05"', "`sure`"),
    ],
)
def test_wrong_table_is_told(folder: Path, old: str, new: str, told: str) -> None:
    assert told in spoil(folder, old, new)


def test_table_that_is_left_out_is_told(folder: Path) -> None:
    text = (folder / "party.toml").read_text("utf-8")
    start, end = text.index("[drawn_line]"), text.index("# A paragraph with one")
    assert "drawn_line: it is missing" in spoil(folder, text[start:end], "")


def test_setting_on_a_text_is_told(folder: Path) -> None:
    line = 'align = { value = "center", source = "hd05", sure = "C1"'
    assert "can be a setting" in spoil(folder, line, f'{line}, setting = "x"')


def test_broken_toml_is_told_with_its_line(folder: Path) -> None:
    sentence = spoil(folder, "[page]", "[page")
    assert f"line {line_of(folder, '[page')}" in sentence


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"state\.toml cannot be read"):
        read_form(Form.STATE, tmp_path)


def test_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "party.toml").write_bytes("[page] # Trang giấy".encode("utf-16"))
    with pytest.raises(KnownError, match="cannot be read"):
        read_form(Form.PARTY, folder)

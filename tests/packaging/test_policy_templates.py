"""What IT gets for fixing settings is in step with the declared settings, and does what it says."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.documents.form_settings import settings
from app.documents.forms import FormFile, rules_from
from app.minutes.words import DocumentKind
from app.paths import resources_folder
from app.settings.declared import GROUPS, SETTINGS
from app.settings.policy import Policy, read_policy
from app.settings.registry import KEY, MACHINE, OFFICES, registry_policy
from policy_templates import FOLDER, files

NAMES = ["BienBan.admx", "vi-VN/BienBan.adml", "en-US/BienBan.adml", "policy-example.toml"]
SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def root_of(name: str) -> ET.Element:
    return ET.fromstring((FOLDER / name).read_text(encoding="utf-8"))


def policies() -> dict[str, ET.Element]:
    return {each.get("name", ""): each for each in root_of(NAMES[0]).iter(f"{SPACE}policy")}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_is_what_the_declared_settings_say(name: str) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")
    assert kept == files()[name], "a setting or its words have changed: run `make schema`"


def test_nothing_else_is_kept() -> None:
    assert {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*.*")} == set(NAMES)


def test_group_policy_has_every_setting_and_the_offices() -> None:
    found = policies()
    assert set(found) == {*SETTINGS, OFFICES}
    assert {each.get("key") for each in found.values()} == {KEY}
    assert len(list(root_of(NAMES[0]).iter(f"{SPACE}category"))) == len(GROUPS) + 1


@pytest.mark.parametrize("name", NAMES[1:3])
def test_every_word_that_the_template_asks_for_is_there(name: str) -> None:
    asked = set(re.findall(r"\$\((string|presentation)\.(\w+)\)", files()[NAMES[0]]))
    adml = root_of(name)
    given = {
        (kind, e.get("id", ""))
        for kind in ("string", "presentation")
        for e in adml.iter(SPACE + kind)
    }
    assert given == asked
    assert all(each.text for each in adml.iter(f"{SPACE}string"))
    fields = {e.get("id") for p in policies().values() for e in p.findall(f"{SPACE}elements/*")}
    assert {e.get("refId") for e in adml.iter() if e.get("refId")} == fields


@pytest.mark.parametrize("key", SETTINGS)
def test_what_group_policy_writes_is_understood(key: str) -> None:
    """Every value that the editor can write for a setting is one that the program takes."""
    written = list(values_of(policies()[key]))
    assert written
    for value in written:
        policy = registry_policy(MACHINE, lambda _root, _key, value=value: {key: value})  # type: ignore[misc]
        assert not policy.problems
        assert set(policy.values) == {key}


def values_of(policy: ET.Element) -> list[object]:
    for each in policy.findall(f"{SPACE}elements/*"):
        assert each.get("valueName") == policy.get("name")
        match each.tag.removeprefix(SPACE):
            case "enum":
                return [e.text for e in each.iter(f"{SPACE}string")]
            case "decimal":
                return [int(each.get("minValue", "")), int(each.get("maxValue", ""))]
            case "text":
                return ["C:\\Biên bản"]
    assert policy.get("valueName") == policy.get("name")
    return [int(each.get("value", "")) for each in policy.iter(f"{SPACE}decimal")]


def test_example_fixes_nothing_until_it_takes_a_mark_away() -> None:
    assert read_policy(FOLDER / NAMES[3]) == Policy()


@pytest.fixture
def example(tmp_path: Path) -> Policy:
    """The example with every line put into action."""
    lines = files()[NAMES[3]].splitlines()
    text = "\n".join(line.removeprefix("#") for line in lines if not line.startswith("##"))
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path)


def test_example_shows_every_setting_as_it_usually_is(example: Policy) -> None:
    assert example.values == {key: setting.default for key, setting in SETTINGS.items()}
    assert not example.problems


def test_example_shows_an_office_that_can_be_used(example: Policy) -> None:
    (office,) = example.offices
    paper = office.paper(DocumentKind.NOTICE)
    assert office.issuing.parent
    assert paper is not None
    assert paper.signatories[0].authority
    assert len(paper.recipients) == 2
    rules = rules_from(FormFile(resources_folder() / "forms" / f"{office.form}.toml"), office.form)
    assert {choice.name for choice in office.choices} <= set(settings(rules))

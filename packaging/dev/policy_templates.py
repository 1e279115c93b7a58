"""Writes what IT needs to fix settings, all from their declarations: templates for Windows' group
policy (ADMX, and ADML for each language) and an example of policy.toml. Run by `make schema`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from app.settings.declared import GROUPS, SETTINGS, AnySetting
from app.settings.registry import KEY, OFFICES
from policy_example import example
from policy_words import LANGUAGES, Speaker

FOLDER = Path(__file__).parents[1] / "policy"
SCHEMA = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
NUMBERS = {"revision": "1.0", "schemaVersion": "1.0"}
SUPPORTED = "supported"
PARENT = "bienban"
GROUP_OF_OFFICES = "Documents"


def files() -> Mapping[str, str]:
    """Everything that is written, by its path below packaging/policy."""
    adml = {f"{name}/BienBan.adml": _adml(Speaker(ours)) for name, ours in LANGUAGES.items()}
    return {"BienBan.admx": _admx(), **adml, "policy-example.toml": example()}


def _admx() -> str:
    root = ET.Element("policyDefinitions", {"xmlns": SCHEMA, **NUMBERS})
    namespaces = ET.SubElement(root, "policyNamespaces")
    ET.SubElement(namespaces, "target", prefix="bienban", namespace="BienBan.Policies")
    ET.SubElement(root, "resources", minRequiredRevision="1.0")
    definitions = ET.SubElement(ET.SubElement(root, "supportedOn"), "definitions")
    ET.SubElement(definitions, "definition", name=SUPPORTED, displayName=_string(SUPPORTED))
    categories = ET.SubElement(root, "categories")
    ET.SubElement(categories, "category", name=PARENT, displayName=_string(PARENT))
    for number in range(len(GROUPS)):
        name = _group(number)
        category = ET.SubElement(categories, "category", name=name, displayName=_string(name))
        ET.SubElement(category, "parentCategory", ref=PARENT)
    policies = ET.SubElement(root, "policies")
    for number, (heading, group) in enumerate(GROUPS.items()):
        for setting in group:
            _add_value(_policy(policies, setting.key, number), setting)
        if heading == GROUP_OF_OFFICES:
            elements = ET.SubElement(_policy(policies, OFFICES, number), "elements")
            ET.SubElement(elements, "multiText", id=OFFICES, valueName=OFFICES, required="true")
    return _written(root)


def _policy(policies: ET.Element, name: str, group: int) -> ET.Element:
    told = {"displayName": _string(name), "explainText": _string(f"{name}_help")}
    policy = ET.SubElement(policies, "policy", {"name": name, "class": "Both", **told, "key": KEY})
    ET.SubElement(policy, "parentCategory", ref=_group(group))
    ET.SubElement(policy, "supportedOn", ref=SUPPORTED)
    if isinstance(SETTINGS[name].default if name in SETTINGS else "", bool):
        policy.set("valueName", name)
    else:
        policy.set("presentation", f"$(presentation.{name})")
    return policy


def _add_value(policy: ET.Element, setting: AnySetting) -> None:
    if isinstance(setting.default, bool):
        for name, value in (("enabledValue", "1"), ("disabledValue", "0")):
            ET.SubElement(ET.SubElement(policy, name), "decimal", value=value)
        return
    elements = ET.SubElement(policy, "elements")
    named = {"id": setting.key, "valueName": setting.key, "required": "true"}
    if setting.choices:
        chosen = ET.SubElement(elements, "enum", named)
        for value, _ in setting.choices:
            item = ET.SubElement(chosen, "item", displayName=_string(f"{setting.key}_{value}"))
            ET.SubElement(ET.SubElement(item, "value"), "string").text = value
    elif setting.most:
        bounds = {"minValue": str(setting.least), "maxValue": str(setting.most)}
        ET.SubElement(elements, "decimal", {**named, **bounds})
    else:
        ET.SubElement(elements, "text", {**named, "maxLength": "1023"})


def _adml(speaker: Speaker) -> str:
    root = ET.Element("policyDefinitionResources", {"xmlns": SCHEMA, **NUMBERS})
    ET.SubElement(root, "displayName").text = speaker.words.title
    ET.SubElement(root, "description").text = speaker.words.title
    resources = ET.SubElement(root, "resources")
    strings = ET.SubElement(resources, "stringTable")
    for name, text in _strings(speaker):
        ET.SubElement(strings, "string", id=name).text = text
    presentations = ET.SubElement(resources, "presentationTable")
    for setting in SETTINGS.values():
        if not isinstance(setting.default, bool):
            _present(ET.SubElement(presentations, "presentation", id=setting.key), setting, speaker)
    shown = ET.SubElement(presentations, "presentation", id=OFFICES)
    ET.SubElement(shown, "text").text = speaker.words.lines
    ET.SubElement(shown, "multiTextBox", refId=OFFICES)
    return _written(root)


def _strings(speaker: Speaker) -> Iterator[tuple[str, str]]:
    yield PARENT, speaker.words.title
    yield SUPPORTED, speaker.words.supported
    for number, heading in enumerate(GROUPS):
        yield _group(number), speaker.texts(heading)
    for setting in SETTINGS.values():
        yield setting.key, speaker.name(setting)
        sentences = speaker.told(setting)
        if isinstance(setting.default, bool):
            sentences.insert(1, speaker.words.yes_and_no)
        yield f"{setting.key}_help", "\n\n".join(sentences)
        for value, _ in setting.choices:
            yield f"{setting.key}_{value}", speaker.value(setting, value)
    yield OFFICES, speaker.words.offices
    yield f"{OFFICES}_help", speaker.words.offices_help


def _present(shown: ET.Element, setting: AnySetting, speaker: Speaker) -> None:
    label = f"{speaker.name(setting)}:"
    if setting.choices:
        at = [value for value, _ in setting.choices].index(str(setting.default))
        told = {"refId": setting.key, "noSort": "true", "defaultItem": str(at)}
        ET.SubElement(shown, "dropdownList", told).text = label
    elif setting.most:
        told = {"refId": setting.key, "defaultValue": str(setting.default)}
        ET.SubElement(shown, "decimalTextBox", told).text = label
    else:
        ET.SubElement(ET.SubElement(shown, "textBox", refId=setting.key), "label").text = label


def _string(name: str) -> str:
    return f"$(string.{name})"


def _group(number: int) -> str:
    return f"group_{number}"


def _written(root: ET.Element) -> str:
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


if __name__ == "__main__":
    for name, text in files().items():
        target = FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

"""What setup.exe and the .msi do to a computer is the same, and is what IT is told. Read from their
sources; tests/packaging/installed tries the installers themselves.
"""

import re
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from installers import launchers, msi, msi_words, nsis

PACKAGING = Path(__file__).parents[2] / "packaging"
SETUP = (PACKAGING / "windows/setup.nsi").read_text(encoding="utf-8")
README = (PACKAGING / "README.md").read_text(encoding="utf-8")
OPENS = r'bienban.exe" "%1"'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """What is to be installed, small."""
    for name in ("bienban.exe", "program/app/a.py", "program/ui/b.py", "thư mục/c.txt"):
        path = tmp_path / "home" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "home"


def test_both_open_files_of_minutes_with_the_path_as_it_is() -> None:
    assert rf"""shell\open\command" "" '"$INSTDIR\{OPENS}'""" in SETUP
    keys = dict(msi.REGISTRY)
    assert keys[r"BienBan.Minutes\shell\open\command"] == rf'"[INSTALLDIR]{OPENS}'
    assert keys[".bienban"] == "BienBan.Minutes"
    assert '!define TYPE "BienBan.Minutes"' in SETUP


def test_what_setup_changes_in_the_registry_its_removal_takes_back() -> None:
    install, removal = SETUP.split("Section Uninstall")
    written = set(re.findall(r'WriteReg\w+ SHCTX "([^"]+)"', install))
    removed = set(re.findall(r'DeleteRegKey (?:/ifempty )?SHCTX "([^"]+)"', removal))
    assert len(written) > 3
    assert {key for key in written if not any(key.startswith(each) for each in removed)} == set()


@pytest.mark.parametrize("begins", ["Mã kết thúc của setup.exe:", "Exit codes of setup.exe:"])
def test_exit_codes_are_those_that_it_is_told(begins: str) -> None:
    codes = set(re.findall(r"!insertmacro STOP (\d)", SETUP)) | {"2"}
    told = README.partition(begins)[2].partition(".")[0].replace("64 bit", "").replace("64-bit", "")
    assert set(re.findall(r"\b[2-9]\b", told)) == codes


def test_setup_lists_each_file_for_both_ways(home: Path) -> None:
    lists = nsis._lists(home)  # noqa: SLF001 - the list is what matters
    install, removal = lists.split("!macro REMOVE_FILES")
    assert install.count('  File "') == removal.count('  Delete "$INSTDIR') == 4
    assert r'SetOutPath "$INSTDIR\program\app"' in install
    assert removal.index(r'RMDir "$INSTDIR\program\app"') < removal.index(
        r'RMDir "$INSTDIR\program"'
    )


def test_msi_keeps_one_identity_a_file_through_versions(home: Path) -> None:
    def components(version: str) -> dict[str, str]:
        root = ET.fromstring(msi._source(home, version))  # noqa: SLF001
        found = [each for each in root.iter() if each.tag.endswith("}Component")]
        return {each.get("Id", ""): each.get("Guid", "") for each in found}

    first, second = components("0.1.0"), components("0.2.0")
    assert first == second
    assert len(set(first.values())) == 4


def test_msi_is_another_product_with_each_version_and_the_same_for_upgrades(home: Path) -> None:
    def product(version: str) -> tuple[str | None, str | None]:
        root = ET.fromstring(msi._source(home, version))  # noqa: SLF001
        return root[0].get("Id"), root[0].get("UpgradeCode")

    assert product("0.1.0")[0] == product("0.1.0")[0] != product("0.2.0")[0]
    assert product("0.1.0")[1] == product("0.2.0")[1] == msi.UPGRADE_CODE
    assert uuid.UUID(msi.UPGRADE_CODE)


def test_words_of_the_msi_fit_and_are_asked_for() -> None:
    source = msi.HEAD + msi.SHORTCUT + msi.TAIL + str(msi.REGISTRY)
    assert len(msi_words.NEWER.format(version="10.10.10")) <= 255
    for _table, _column, text, row in msi_words.CHANGES:
        assert "'" not in text
        (named,) = re.findall(r"= '([^']+)'", row)
        made_by_wixl = named in ("ProductName", "Manufacturer", "NOT WIX_DOWNGRADE_DETECTED")
        assert made_by_wixl or f'"{named}"' in source or f"'{named}'" in source


@pytest.mark.parametrize(("version", "numbers"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0")])
def test_windows_counts_versions_in_four_numbers(version: str, numbers: str) -> None:
    assert launchers.four_numbers(version) == numbers

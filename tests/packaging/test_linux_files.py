"""The files that describe the Linux package agree with one another."""

import itertools
from pathlib import Path
from xml.etree import ElementTree as ET

LINUX = Path(__file__).parents[2] / "packaging/linux"
MIME = "application/vnd.bienban.minutes+zip"


def test_each_override_of_lintian_is_explained() -> None:
    lines = (LINUX / "lintian-overrides").read_text(encoding="utf-8").splitlines()
    blocks = [[*g] for _, g in itertools.groupby(lines, lambda line: line.startswith("#"))]
    assert lines[0].startswith("#")
    assert all(line.startswith("bienban: ") for block in blocks[1::2] for line in block)
    assert len(blocks) % 2 == 0


def test_desktop_entry_type_and_metadata_name_the_same_type_of_file() -> None:
    entry = (LINUX / "bienban.desktop").read_text(encoding="utf-8")
    mime = ET.parse(LINUX / "bienban.xml").getroot()
    metadata = ET.parse(LINUX / "vn.bienban.bienban.metainfo.xml").getroot()
    assert f"MimeType={MIME};" in entry
    assert [each.get("type") for each in mime] == [MIME]
    assert metadata.findtext("provides/mediatype") == MIME
    assert metadata.findtext("launchable") == "bienban.desktop"

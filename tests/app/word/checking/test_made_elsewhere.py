"""Files that LibreOffice and pandoc have written, whose styles and defaults are their own."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.minutes.words import DocumentKind, Form
from tests.app.word.checking.documents import (
    MINUTES,
    NOTICE,
    STATE,
    exported,
    found,
    told,
)
from tests.app.word.checking.docx_file import Docx
from tests.app.word.checking.seeding import (
    PARTY_MINUTES,
    PARTY_NOTICE,
    STATE_MINUTES,
    STATE_NOTICE,
    Defect,
    in_base_style,
    in_style,
    on_paragraph,
    page,
    says,
    without,
)

CLEAN = tuple((kind, form) for kind in (MINUTES, NOTICE) for form in Form)
ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
DOUBLE = '<w:spacing w:line="480"/>'
THROUGH_LIBREOFFICE = (
    Defect("left margin", PARTY_MINUTES, page("w:pgMar", left="1418"), "page.left"),
    Defect("no star", PARTY_NOTICE, without("*"), "letterhead_mark.text"),
    Defect("other end", STATE_NOTICE, says("Trên đây", "Trên đây là kết luận."), "body.text_end"),
    Defect("lines", PARTY_MINUTES, in_style("BBNoiDung", "w:pPr", DOUBLE), "body.line"),
    Defect("font", STATE_MINUTES, in_base_style("BBNoiDung", "w:rPr", ARIAL), "text.font"),
    Defect("align", STATE_MINUTES, on_paragraph("Năm 2021", '<w:jc w:val="left"/>'), "body.align"),
)


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every document after it was saved as .odt and back as .docx, by name."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for kind, form in CLEAN:
        (folder / f"{kind}-{form}.docx").write_bytes(exported(kind, form))
    for defect in THROUGH_LIBREOFFICE:
        docx = Docx(exported(*defect.document))
        defect.spoil(docx)
        (folder / f"{defect.name}.docx").write_bytes(docx.data)
    _convert(folder, "docx", "odt")
    _convert(folder, "odt", "docx")
    return {path.stem: path.read_bytes() for path in folder.glob("*.docx")}


@pytest.fixture(scope="module")
def pandoc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which pandoc has made minutes: in its own styles, and in those of an export."""
    folder = tmp_path_factory.mktemp("pandoc")
    given = folder / "export.docx"
    given.write_bytes(exported(MINUTES, STATE))
    for name, options in (("own", ()), ("ours", (f"--reference-doc={given}",))):
        reader = "docx+styles" if options else "docx"
        made = folder / f"{name}.docx"
        command = ["pandoc", "-f", reader, "-t", "docx", *options, str(given), "-o", str(made)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    return folder


@pytest.mark.parametrize(("kind", "form"), CLEAN)
def test_libreoffice_spoils_nothing(
    libreoffice: Mapping[str, bytes], kind: DocumentKind, form: Form
) -> None:
    assert not told(found(libreoffice[f"{kind}-{form}"], kind, form))


@pytest.mark.parametrize("defect", THROUGH_LIBREOFFICE, ids=lambda defect: defect.name)
def test_defect_is_found_after_libreoffice(
    libreoffice: Mapping[str, bytes], defect: Defect
) -> None:
    findings = found(libreoffice[defect.name], *defect.document)
    rules = {f"{each.rule.role}.{each.rule.property}" for each in findings}
    assert rules == {defect.rules}, told(findings)


def test_pandocs_own_looks_are_found(pandoc: Path) -> None:
    lines = told(found((pandoc / "own.docx").read_bytes(), MINUTES, STATE))
    wanted = (
        "Page: paper of 215.9 mm × 279.4 mm; needed: paper of 210 mm × 297 mm",
        "font Cambria, from the theme; needed: font Times New Roman. Change the style “Normal”",
        "“BIÊN BẢN”: size 12; needed: size 13 to 14",
        "first line indented by 0 mm; needed: first line indented by 10 to 12.7 mm",
        "“Độc lập - Tự do - Hạnh phúc”: no line below it",
        "“Nơi nhận:”: upright; needed: italic",
    )
    assert not [each for each in wanted if not any(each in line for line in lines)], lines


def test_only_what_pandoc_dropped_is_found(pandoc: Path) -> None:
    """It keeps the styles and the page that it is given, not drawings, nor alignment in cells."""
    findings = found((pandoc / "ours.docx").read_bytes(), MINUTES, STATE)
    assert {finding.rule.property for finding in findings} == {"align", "rule_below"}
    aligned = {finding.rule.role for finding in findings if finding.rule.property == "align"}
    in_cells = {"parent_body", "issuing_body", "number", "national_title", "motto"}
    assert aligned == in_cells | {"signature_authority", "signature_name"}


def _convert(folder: Path, before: str, after: str) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", after, "--outdir", str(folder)),
        *map(str, sorted(folder.glob(f"*.{before}"))),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)

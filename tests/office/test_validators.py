"""The validators find what is wrong: a check that finds nothing in anything proves nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.minutes.words import Form
from tests.app.word.outlines import found, full_outline, written
from tests.app.word.resolving.edited import Tree, changed
from tests.office.validators import faults_by_audit, faults_by_sdk, texts_by_pandoc

GOOD = written(*full_outline(Form.PARTY).blocks)


def wrong_order(tree: Tree) -> None:
    properties = found(tree, "//w:tblPr")[0]
    properties.append(properties[0])


def cell_without_paragraph(tree: Tree) -> None:
    cell = found(tree, "//w:tc[w:p]")[0]
    for paragraph in found(cell, "w:p"):
        cell.remove(paragraph)


def number_twice(tree: Tree) -> None:
    first, second, *_ = found(tree, "//w:bookmarkStart")
    second.attrib.update(first.attrib)


SEEDED = [
    (wrong_order, faults_by_sdk),
    (wrong_order, faults_by_audit),
    (cell_without_paragraph, faults_by_audit),
    (number_twice, faults_by_sdk),
]


@pytest.mark.parametrize(("defect", "faults"), SEEDED, ids=lambda each: each.__name__)
def test_seeded_defect_is_found(
    tmp_path: Path, defect: Callable[[Tree], None], faults: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "seeded.docx"
    path.write_bytes(GOOD)
    assert faults(path) == []
    path.write_bytes(changed(GOOD, defect))
    assert faults(path)


def test_pandoc_reads_every_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "read.docx"
    path.write_bytes(GOOD)
    assert "Đồng chí An: Lời nói." in texts_by_pandoc(path)

"""Every seeded defect is told, and nothing else is."""

import pytest

from tests.app.word.checking.defects_end import CLOSING_DEFECTS, TEXT_DEFECTS
from tests.app.word.checking.defects_letterhead import LETTERHEAD_DEFECTS, TITLE_DEFECTS
from tests.app.word.checking.defects_page import LETTER_DEFECTS, PAGE_DEFECTS
from tests.app.word.checking.defects_shape import SHAPE_DEFECTS
from tests.app.word.checking.documents import exported, found, told
from tests.app.word.checking.docx_file import Docx
from tests.app.word.checking.seeding import Defect

DEFECTS = (
    *(*PAGE_DEFECTS, *LETTER_DEFECTS, *SHAPE_DEFECTS),
    *(*LETTERHEAD_DEFECTS, *TITLE_DEFECTS, *CLOSING_DEFECTS, *TEXT_DEFECTS),
)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name.replace(" ", "-"))
def test_defect_is_found(defect: Defect) -> None:
    docx = Docx(exported(*defect.document))
    defect.spoil(docx)
    findings = found(docx.data, *defect.document)
    rules = {f"{each.rule.role}.{each.rule.property}" for each in findings}
    assert rules == set(defect.rules.split()), told(findings)


def test_names_of_defects_differ() -> None:
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS) > 90

import re
from pathlib import Path

import pytest

from app.language.syllables import is_syllable

SOURCE = Path(__file__).parents[2] / "data" / "source-report.txt"


GOOD = "gì gìn giếng giết giữ quốc quýt quỳnh uỷ ủy hoà hòa nghiệp thuở khuya ghế kính ý yêu ỦY"
BAD = "tôt mat kẹu gế nge cính ghà q qu xyz für été Tieáng tíế đươc Kông1 trước\u0301"


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", BAD.split())
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_nearly_every_word_of_the_source_report_is_one() -> None:
    words = set(re.findall(r"[^\W\d_]+", SOURCE.read_text("utf-8")))
    strange = sorted(word for word in words if not is_syllable(word))
    assert len(strange) * 20 < len(words), strange

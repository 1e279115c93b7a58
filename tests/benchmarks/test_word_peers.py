"""The peers of the Word benchmarks write the very words that we write, and no fewer."""

from collections import Counter
from io import BytesIO

from app.word.read import paragraph_texts
from tests.benchmarks.word_peers import (
    LoopPeer,
    PlainPeer,
    TextPeer,
    all_texts,
    filling,
    ours,
    outline_of,
    record_of,
    rendered,
    without_anchors,
)

OUTLINE = outline_of(record_of(12, 7))


def words(document: bytes) -> Counter[str]:
    return Counter(paragraph_texts(document))


def test_docxtpl_writes_the_same_words_in_its_loops() -> None:
    assert paragraph_texts(LoopPeer(OUTLINE).write(filling(OUTLINE))) == paragraph_texts(
        ours(OUTLINE)
    )


def test_docxtpl_writes_the_same_words_in_its_places() -> None:
    document = rendered(BytesIO(TextPeer(OUTLINE).template), {"t": all_texts(OUTLINE)})
    assert paragraph_texts(document) == paragraph_texts(ours(OUTLINE))


def test_python_docx_writes_the_same_words() -> None:
    assert words(PlainPeer(OUTLINE).write(filling(OUTLINE))) >= words(ours(OUTLINE))


def test_document_without_anchors_has_the_same_words() -> None:
    assert paragraph_texts(ours(without_anchors(OUTLINE))) == paragraph_texts(ours(OUTLINE))

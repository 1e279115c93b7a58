"""What is searched in a record is the same whether it was folded before or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.archive.indexing import Indexed, Indexer, indexed, texts_of
from app.editing import finding
from app.language.folding import fold
from tests.app.archive.records import a_record
from tests.strategies import minutes

TEXTS = st.lists(st.one_of(st.text(), st.sampled_from(["Đồng chí", "họp", " ", "Σας", "một\nhai"])))


@given(st.lists(TEXTS))
def test_what_was_folded_before_changes_nothing(records):
    indexer = Indexer()
    for pieces in records:
        exact = "\n".join(pieces)
        assert indexer.indexed(pieces) == Indexed(exact, fold(exact))


def test_only_what_is_new_is_folded(monkeypatch):
    folded = []
    monkeypatch.setattr("app.archive.indexing.fold", lambda text: folded.append(text) or text)
    indexer = Indexer()
    indexer.indexed(["một", "hai", "hai"])
    assert folded == ["một", "hai"]
    indexer.indexed(["ba", "hai", "một"])
    assert folded == ["một", "hai", "ba"]


def test_text_of_a_record_is_folded_as_one():
    record = a_record("m", "Đồng chí Kiều Như", "Họp  giao ban")
    assert indexed(record) == Indexed(
        "\n".join(texts_of(record)), fold("\n".join(texts_of(record)))
    )
    assert "kieu nhu hop giao ban" in indexed(record).folded


@settings(max_examples=30)
@given(minutes())
def test_all_that_people_wrote_is_searched(record):
    assert {written.text for written in finding.texts_of(record)} <= set(texts_of(record))

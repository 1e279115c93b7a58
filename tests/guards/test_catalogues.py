"""Every text of the interface is translated, and every translation belongs to a text."""

import string
from collections.abc import Iterator

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message

import catalogues

pytestmark = pytest.mark.parametrize("language", catalogues.LANGUAGES)


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    return catalogues.extracted()


@pytest.fixture
def translated(language: str) -> Catalog:
    return catalogues.read(language)


def test_nothing_is_missing_and_nothing_is_stale(extracted: Catalog, translated: Catalog) -> None:
    said, known = set(_keys(extracted)), set(_keys(translated))
    assert len(said) > 50, "the extraction found next to nothing"
    assert said == known, f"run make catalogues. New: {said - known}. Stale: {known - said}"


def test_everything_is_translated_and_sure(translated: Catalog) -> None:
    unsure = [message.id for message in _messages(translated) if message.fuzzy]
    empty = [message.id for message in _messages(translated) if not all(_forms(message.string))]
    assert not unsure
    assert not empty


def test_places_are_the_same_in_text_and_translation(translated: Catalog) -> None:
    wrong = [
        (message.id, form)
        for message in _messages(translated)
        for form in _forms(message.string)
        if _places(form) != _places(_forms(message.id)[-1])
    ]
    assert not wrong


def test_who_reads_is_spoken_to_as_in_an_office(translated: Catalog) -> None:
    """“Anh, chị”, as the guide has it; “bạn” is for friends."""
    said = (form for message in _messages(translated) for form in _forms(message.string))
    assert [form for form in said if "bạn" in form.lower().split()] == []


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _keys(catalogue: Catalog) -> Iterator[tuple[object, object]]:
    return ((message.context, message.id) for message in _messages(catalogue))


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.language.catalogue import Catalogue, load_catalogue
from app.marking import N_
from app.paths import resources_folder

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""
MESSAGES = """
msgid "Saved {time}"
msgstr "Đã lưu {time}"

msgid "{count} item"
msgid_plural "{count} items"
msgstr[0] "{count} mục"

msgctxt "QPlatformTheme"
msgid "&Yes"
msgstr "&Có"

msgid "Not yet"
msgstr ""
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(messages: str) -> Path:
        po = tmp_path / "vi/LC_MESSAGES/bienban.po"
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_text(HEADER + messages, encoding="utf-8")
        return po

    return written


@pytest.fixture
def texts(write: Write, tmp_path: Path) -> Catalogue:
    write(MESSAGES)
    return load_catalogue(tmp_path)


def test_message_is_translated_and_its_places_filled(texts: Catalogue) -> None:
    assert texts("Saved {time}", time="10:42:05") == "Đã lưu 10:42:05"


def test_plural_has_one_form_in_vietnamese(texts: Catalogue) -> None:
    counted = [texts.plural("{count} item", "{count} items", count=n) for n in (1, 2)]
    assert counted == ["1 mục", "2 mục"]


def test_message_is_translated_in_its_own_context_only(texts: Catalogue) -> None:
    assert texts.in_context("QPlatformTheme", "&Yes") == "&Có"
    assert texts("&Yes") == "&Yes"


def test_untranslated_message_is_shown_in_english(texts: Catalogue) -> None:
    assert texts("Not yet") == "Not yet"
    assert texts("Unheard of {thing}", thing=1) == "Unheard of 1"


def test_empty_message_is_not_the_header(texts: Catalogue) -> None:
    assert texts("") == ""


def test_message_without_places_keeps_its_braces(texts: Catalogue) -> None:
    assert texts("{") == "{"


def test_english_needs_no_file(tmp_path: Path) -> None:
    texts = load_catalogue(tmp_path, "en")
    assert texts.language == "en"
    assert texts.plural("{count} item", "{count} items", count=1) == "1 item"
    assert texts.plural("{count} item", "{count} items", count=2) == "2 items"
    assert texts.in_context("QPlatformTheme", "&Yes") == "&Yes"


def _compile(po: Path) -> Path:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    mo = po.with_suffix(".mo")
    with po.open("rb") as source, mo.open("wb") as target:
        write_mo(target, read_po(source, locale="vi"))
    return mo


@pytest.mark.parametrize(("age", "spoken"), [(-1, "mới"), (0, "cũ"), (1, "cũ")])
def test_compiled_file_is_read_unless_it_is_older(
    write: Write, tmp_path: Path, age: int, spoken: str
) -> None:
    mo = _compile(write('\nmsgid "state"\nmsgstr "cũ"\n'))
    po = write('\nmsgid "state"\nmsgstr "mới"\n')
    os.utime(po, (1000, 1000))
    os.utime(mo, (1000 + age, 1000 + age))
    assert load_catalogue(tmp_path)("state") == spoken


def test_compiled_file_is_enough(write: Write, tmp_path: Path) -> None:
    po = write(MESSAGES)
    _compile(po)
    po.unlink()
    assert load_catalogue(tmp_path)("Saved {time}", time=1) == "Đã lưu 1"


def test_program_speaks_vietnamese_by_default() -> None:
    assert load_catalogue(resources_folder() / "catalogues").language == "vi"


def test_mark_changes_nothing() -> None:
    assert N_("Saved {time}") == "Saved {time}"

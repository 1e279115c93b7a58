"""The words of the interface in the user's language. The message in the code is the English text.

A `Catalogue` is made once, at the edge, and handed to whoever shows text; there is no global one.
"""

import gettext
from io import BytesIO
from pathlib import Path

LANGUAGES = ("vi", "en")
"""What the interface can speak; the first is the default."""
DOMAIN = "bienban"


class Catalogue:
    """Translates messages and fills their named places: `texts("Saved {time}", time=…)`.

    A message without places is taken as it is, braces and all.
    """

    def __init__(self, language: str, messages: gettext.NullTranslations) -> None:
        self._language = language
        self._messages = messages

    @property
    def language(self) -> str:
        """Which of LANGUAGES it speaks."""
        return self._language

    def __call__(self, message: str, /, **places: object) -> str:
        # gettext keeps the header of the file under the empty message.
        return _fill(self._messages.gettext(message), places) if message else ""

    def plural(self, one: str, many: str, /, *, count: int, **places: object) -> str:
        """The form of `one` / `many` that goes with `count`, which is also a named place."""
        return _fill(self._messages.ngettext(one, many, count), {"count": count, **places})

    def in_context(self, context: str, message: str, /, **places: object) -> str:
        """For a text that needs two translations, or belongs to a context of Qt's own."""
        return _fill(self._messages.pgettext(context, message), places)


def load_catalogue(folder: Path, language: str = LANGUAGES[0]) -> Catalogue:
    """The catalogue of `language` below `folder` (resources/catalogues).

    The compiled .mo is read when it is there and current. Else the .po is compiled in memory, so
    that a checkout speaks Vietnamese before anything is built, at the price of Babel's import and
    about 30 ms for each thousand messages.
    """
    if language == "en":
        return Catalogue(language, gettext.NullTranslations())
    source = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    data = compiled.read_bytes() if _is_current(compiled, source) else _compile(source, language)
    return Catalogue(language, gettext.GNUTranslations(BytesIO(data)))


def _fill(text: str, places: dict[str, object]) -> str:
    return text.format(**places) if places else text


def _is_current(compiled: Path, source: Path) -> bool:
    if not compiled.exists():
        return False
    return not source.exists() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _compile(source: Path, language: str) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    return compiled.getvalue()

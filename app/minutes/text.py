"""What text in a record may hold: composed Vietnamese (NFC) that XML can carry."""

import re
import unicodedata

LINE_LIMIT = 2_000
"""Characters in a one-line field: a name, a position, a headline."""
TEXT_LIMIT = 200_000
"""Characters in one paragraph. The longest real one seen is below 3,000."""

# XML 1.0, section 2.2: what no document may hold, not even escaped. Tabs go too: they are layout.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNCLEAN = re.compile(f"{_FORBIDDEN.pattern}|{_LINE_BREAKS.pattern}")


def clean(text: str) -> str:
    """`text` as the record keeps it: NFC, line breaks as "\\n", nothing that XML cannot carry.

    A tab becomes a space. Every other forbidden character is dropped *before* composing, since
    a control character between a letter and its mark would keep them apart. Idempotent.
    """
    if is_plainly_clean(text):
        return text
    if _UNCLEAN.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    text = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", text))


def is_plainly_clean(text: str) -> bool:
    """Whether a text is clean, and any piece of it too, as one look can tell; if not, ask `clean`.

    What is forbidden cannot be printed, and a piece of composed text is composed.
    """
    return text.isprintable() and unicodedata.is_normalized("NFC", text)

"""Whether letters spell a Vietnamese syllable: onset, rime and tone as they may go together.

The rules are those of the spelling taught at school (Từ điển tiếng Việt, Viện Ngôn ngữ học, its
list of rimes). Names of other peoples ("Krông", "Đắk Pék") are none, and need not be: this tells
how a text is written, and never whether a word may be.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_STOPS = ("c", "p", "t", "ch")

_RIMES_WRITTEN = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_RIMES = frozenset(_RIMES_WRITTEN.split())
_AFTER_QU = frozenset(rime for rime in _RIMES if rime[0] in "aăâeêiyơ") | {"ôc", "ynh", "yt"}
_AFTER_GI = frozenset(rime for rime in _RIMES if rime[0] not in "iy") | {"êng", "êt"}
_SPELT = re.compile("(?P<onset>ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?P<rime>.+)")
_NARROW = frozenset("eêiy")
"""The vowels that ask for k, gh and ngh in the place of c, g and ng."""


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether a word, in any case, is one syllable of Vietnamese as it is spelt."""
    bare, tone = _without_tone(word.lower())
    if len(tone) > 1:
        return False
    return any(_fits(onset, rime, tone) for onset, rime in _parts(bare))


def _without_tone(word: str) -> tuple[str, str]:
    apart = unicodedata.normalize("NFD", word)
    tone = "".join(mark for mark in apart if mark in _TONES)
    bare = "".join(letter for letter in apart if letter not in _TONES)
    return unicodedata.normalize("NFC", bare), tone


def _parts(bare: str) -> list[tuple[str, str]]:
    found = _SPELT.fullmatch(bare)
    if found is None:
        return []
    onset, rime = found["onset"] or "", found["rime"]
    parts = [(onset, rime)]
    if onset == "gi":  # "gìn", "giếng": the i belongs to the rime
        parts.append(("g", "i" + rime))
    return [*parts, ("g", "i")] if bare == "gi" else parts


def _fits(onset: str, rime: str, tone: str) -> bool:
    rimes = {"qu": _AFTER_QU, "gi": _AFTER_GI}.get(onset, _RIMES)
    if rime not in rimes or (rime.endswith(_STOPS) and tone not in _SHARP_OR_HEAVY):
        return False
    narrow = rime[0] in _NARROW
    if onset in {"k", "gh", "ngh"}:
        return narrow
    if onset in {"c", "ng"}:
        return not narrow
    return onset != "g" or not narrow or rime[0] == "i"

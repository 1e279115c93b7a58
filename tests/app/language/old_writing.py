"""Vietnamese written for old fonts, as their keyboard drivers did it: the way there that the
program never goes. The tables are inverted from the published ones, letter by letter.
"""

import unicodedata

TCVN3 = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9,
    "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC, "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6,
    "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA, "ậ": 0xCB,
    "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1,
    "ê": 0xAA, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6,
    "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC, "í": 0xDD, "ị": 0xDE,
    "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4,
    "ô": 0xAB, "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9,
    "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB, "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE,
    "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9,
    "ỳ": 0xFA, "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
    "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7,
}  # fmt: skip
VNI_ALONE = {
    "đ": "ñ", "ơ": "ô", "ư": "ö", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î",
}  # fmt: skip
VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_ROOFS = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_BOWLS = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}


def in_tcvn3(text: str) -> str:
    """A capital with a tone is written as the small letter: only a font shows it large."""
    return "".join(
        chr(TCVN3.get(letter) or TCVN3.get(letter.lower()) or ord(letter)) for letter in text
    )


def in_vni(text: str) -> str:
    return "".join(map(_in_vni, text))


def _in_vni(letter: str) -> str:
    small = letter.lower()
    written = VNI_ALONE.get(small) or _pair(small)
    return written.upper() if letter.isupper() else written


def _pair(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in VNI_TONES)
    if "\u0302" in marks:
        return base + VNI_ROOFS[tone]
    if "\u0306" in marks:
        return base + VNI_BOWLS[tone]
    horned = VNI_ALONE[unicodedata.normalize("NFC", base + "\u031b")] if "\u031b" in marks else base
    return horned + VNI_TONES[tone] if tone else horned

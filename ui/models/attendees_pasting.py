"""What the columns of a pasted list of attendees can be, as offices head them and fill them in."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.language.folding import fold
from app.minutes.attendees import Attendee
from app.minutes.directory import Person
from app.minutes.items import Item
from app.minutes.words import AttendanceState, Honorific, Role
from ui.models.attendees_model import COLUMNS
from ui.models.columns import Column, NewId
from ui.models.pasting import Target

_SPOKEN = {
    "dong chi": Honorific.COMRADE,
    "d/c": Honorific.COMRADE,
    "dc": Honorific.COMRADE,
    "ong": Honorific.MR,
    "ba": Honorific.MRS,
}
_HONORIFIC = re.compile(r"(đồng chí|đ/c|đc|ông|bà)[.:]?\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_]+[.'’-]?\s+){1,5}[^\W\d_]+")
_POST = re.compile(
    r"\b(bi thu|chu tich|truong|pho|giam doc|uy vien|uvtv|uvbtv|chuyen vien|thu ky|can bo"
    r"|vien chuc|dai bieu|chu nhiem|tong|hieu truong|ke toan|thuong truc)\b"
)
_PLACE = re.compile(
    r"\b(ban|so|phong|uy ban|ubnd|hdnd|dang uy|thanh uy|tinh uy|huyen uy|cong an|hoi|truong"
    r"|cong ty|van phong|trung tam|mat tran|doan|chi bo|chi cuc|to dan pho|phuong|xa)\b"
)


class Hint(NamedTuple):
    """How people head a column, what its cells look like, how they say its choices."""

    called: tuple[str, ...] = ()
    like: Callable[[str], bool] | None = None
    words: Mapping[str, object] = {}


def _read_name(somebody: Attendee | Person, text: str, _new_id: NewId) -> Item:
    """The name without the honorific before it, which is read off."""
    spoken = _HONORIFIC.match(text)
    name = text[spoken.end() :] if spoken else text
    changes: dict[str, object] = {"name": name}
    if spoken:
        changes["honorific"] = _SPOKEN[fold(spoken[1])]
    if isinstance(somebody, Attendee) and name != somebody.name:
        changes["person_id"] = ""
    return somebody.but(**changes)


def _is_name(text: str) -> bool:
    bare = _HONORIFIC.sub("", text, count=1)
    words = bare.split()
    return _NAME.fullmatch(bare) is not None and all(word[:1].isupper() for word in words)


def _is_post(text: str) -> bool:
    return not _is_name(text) and _POST.search(fold(text)) is not None


def _is_place(text: str) -> bool:
    return _PLACE.match(fold(text)) is not None


_HINTS = {
    "name": Hint(
        ("ho va ten", "ho ten", "ten", "dai bieu", "thanh phan", "ho va ten dai bieu"),
        _is_name,
    ),
    "positions": Hint(("chuc vu", "chuc danh", "chuc vu chuc danh"), _is_post),
    "role": Hint(
        ("vai tro",),
        words={
            "chu toa": Role.CHAIR,
            "chu tri": Role.CHAIR,
            "thu ky": Role.SECRETARY,
            "dai bieu chinh thuc": Role.MEMBER,
            "khach moi": Role.INVITEE,
            "moi du": Role.INVITEE,
        },
    ),
    "attendance": Hint(
        ("diem danh", "tinh trang", "tham du"),
        words={
            "vang co phep": AttendanceState.EXCUSED,
            "vang khong phep": AttendanceState.ABSENT,
            "vang khong ly do": AttendanceState.ABSENT,
            "di thay": AttendanceState.SUBSTITUTED,
        },
    ),
    "honorific": Hint(("xung ho", "danh xung", "ong ba"), words=_SPOKEN),
    "body": Hint(
        ("don vi", "co quan", "don vi cong tac", "noi cong tac", "co quan don vi"),
        _is_place,
    ),
    "reason": Hint(("ly do", "ly do vang", "ghi chu")),
    "substitute": Hint(("nguoi di thay", "nguoi du thay", "cu nguoi du thay")),
    "arrived": Hint(("gio den", "thoi gian den")),
    "left": Hint(("gio ve", "thoi gian ve")),
    "head_count": Hint(("so luong", "so nguoi")),
}


def _target(column: Column) -> Target:
    reading = column._replace(read=_read_name) if column.field == "name" else column
    return Target(reading, *_HINTS.get(column.field, Hint()))


TARGETS = tuple(_target(column) for column in COLUMNS)

"""What a setting is: its key, what values it takes, and how it is told to people."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from app.minutes.text import clean

T = TypeVar("T", bool, int, str)


class Setting(NamedTuple, Generic[T]):
    """A setting. Its type is that of its default.

    `choices` are (value, words) where only some values will do; `least` and `most` bound a number,
    in `unit`. `path`: the text is a folder or file. `it_only`: IT alone sets it, by policy.
    """

    key: str
    default: T
    text: str
    help: str
    choices: Sequence[tuple[str, str]] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    path: bool = False
    it_only: bool = False


def fits(setting: "Setting[bool] | Setting[int] | Setting[str]", value: object) -> bool:
    """Whether this may be the setting's value."""
    of_its_type = type(value) is type(setting.default)  # a bool is an int, but no number
    if not of_its_type:
        return False
    if setting.choices:
        return value in [choice for choice, _ in setting.choices]
    if setting.most:
        return isinstance(value, int) and setting.least <= value <= setting.most
    return not isinstance(value, str) or value == clean(value)

"""Reads a TOML file table by table, and names file, line and place of whatever is wrong in it.

It knows TOML and msgspec, not what the rules mean.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from app.errors import KnownError
from app.marking import N_

T = TypeVar("T")


class FormFile:
    """A form file that could be parsed; its tables are checked when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = _text_of(path)
        self._content = _parsed(self._text, path)

    def table(self, kind: type[T], *names: str) -> T:
        """The table `[name.name]` as a `kind`."""
        found: object = self._content
        for name in names:
            found = found.get(name) if isinstance(found, dict) else None
        place = ".".join(names)
        if found is None:
            raise self.wrong(place, "", "it is missing")
        try:
            return msgspec.convert(found, kind)
        except msgspec.ValidationError as error:
            message, _, path = str(error).partition(" - at `$")
            raise self.wrong(place, path.strip("`."), message) from error

    def tables(self, kind: type[T], group: str, wanted: Iterable[str]) -> dict[str, T]:
        """Every table of `group` in the file's order; those `wanted` must be among them."""
        present = self._content.get(group)
        names = [*(present if isinstance(present, dict) else ()), *sorted(wanted)]
        return {name: self.table(kind, group, name) for name in dict.fromkeys(names)}

    def check_sources(self, cited: Mapping[str, str]) -> None:
        """Every `source` in the file is one of those `cited`."""
        for place, key, source in _named_sources(self._content, ()):
            if source not in cited:
                raise self.wrong(place, key, f"the source {source!r} is not in [sources]")

    def wrong(self, place: str, key: str, reason: str) -> KnownError:
        """What to raise for a mistake at `key` ("size.value") of the table `place`."""
        return KnownError(
            N_("The form file {path} is wrong in line {line}, {place}: {reason}."),
            path=self._path,
            line=self._line(place, key.partition(".")[0]),
            place=".".join(part for part in (place, key) if part),
            reason=reason,
        )

    def _line(self, place: str, key: str) -> int:
        """The line of `key` in its table, else of the table's head, else the first."""
        head = 1
        in_table = False
        for number, line in enumerate(self._text.splitlines(), 1):
            if line.startswith("["):
                in_table = line.startswith(f"[{place}]")
                head = number if in_table else head
            elif in_table and key and line.partition("=")[0].strip() == key:
                return number
        return head


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            N_("The form file {path} cannot be read: {reason}. Put the original file back."),
            path=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnownError(
            N_("The form file {path} is not valid TOML: {reason}."),
            path=path,
            reason=error,  # it names line and column itself
        ) from error


def _named_sources(
    table: Mapping[str, object], place: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    for key, value in table.items():
        if not isinstance(value, dict):
            continue
        source = value.get("source")
        if isinstance(source, str):
            yield ".".join(place), key, source
        elif place or key != "sources":
            yield from _named_sources(value, (*place, key))

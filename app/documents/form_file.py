"""Reads a TOML file table by table, and names file, line and place of whatever is wrong in it.

It knows TOML and msgspec, not what the rules mean.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from app.errors import KnownError
from app.marking import N_

T = TypeVar("T")


class FormFile:
    """A form file that could be parsed; its tables are checked when they are asked for.

    Laid over `base`, it need only say what is otherwise than there; what is wrong is looked for in
    itself.
    """

    def __init__(self, path: Path, base: "FormFile | None" = None) -> None:
        self._path = path
        self._text = _text_of(path)
        content = _parsed(self._text, path)
        self.content: dict[str, object] = _laid_over(base.content, content) if base else content

    def table(self, kind: type[T], *names: str) -> T:
        """The table `[name.name]` as a `kind`."""
        found: object = self.content
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

    def tables(self, kind: type[T], group: str, wanted: Collection[str]) -> dict[str, T]:
        """The tables of `group` in the file's order: those `wanted`, and no others."""
        present = self.content.get(group)
        given = list(present) if isinstance(present, dict) else []
        for name in given:
            if name not in wanted:
                raise self.wrong(f"{group}.{name}", "", f"there is no such {group}")
        names = dict.fromkeys([*given, *sorted(wanted)])
        return {name: self.table(kind, group, name) for name in names}

    def check_names(self, known: Collection[str]) -> None:
        """Nothing stands in the file beside what is `known`."""
        for name in self.content:
            if name not in known:
                raise self.wrong(name, "", "there is no such table")

    def check_sources(self, cited: Mapping[str, str]) -> None:
        """Every `source` in the file is one of those `cited`."""
        for place, key, source in _named_sources(self.content, ()):
            if source not in cited:
                raise self.wrong(place, key, f"the source {source!r} is not in [sources]")

    def names(self, where: str) -> bool:
        """Whether the file itself, not what it is laid over, has a line for `where`."""
        return any(named == where.split(".") for _, named in _named_lines(self._text))

    def wrong(self, place: str, key: str, reason: str) -> KnownError:
        """What to raise for a mistake at `key` ("size.value") of the table `place`."""
        where = ".".join(part for part in (place, key) if part)
        return KnownError(
            N_("The form file {path} is wrong in line {line}, {place}: {reason}."),
            path=self._path,
            line=_line_of(where, self._text),
            place=where,
            reason=reason,
        )


def _line_of(where: str, text: str) -> int:
    """The line that says most of `where` ("role.body.size"), else the first."""
    parts = where.split(".")
    nearest = max(_named_lines(text), key=lambda named: _shared(named[1], parts), default=(1, []))
    return nearest[0] if _shared(nearest[1], parts) else 1


def _named_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line's number, and the place of the table or key that it begins with."""
    table: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            table = _names(line.partition("]")[0].lstrip(" ["))
            yield number, table
        elif "=" in line and not line.lstrip().startswith("#"):
            yield number, [*table, *_names(line.partition("=")[0])]


def _names(dotted: str) -> list[str]:
    return [name.strip(" \t\"'") for name in dotted.split(".")]


def _shared(named: list[str], parts: list[str]) -> int:
    """How many names of `parts` a line has; none when it goes on elsewhere."""
    return len(named) if named == parts[: len(named)] else 0


def _laid_over(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """`base` with what `over` says otherwise. A bare value stands for the value of a rule."""
    laid = dict(base)
    for name, told in over.items():
        was = base.get(name)
        if isinstance(was, dict):
            told_of = told if isinstance(told, dict) else {"value": told}
            laid[name] = _laid_over(was, told_of)
        else:
            laid[name] = told
    return laid


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            N_("The form file {path} cannot be read: {reason}. Put the original file back."),
            path=path,
            reason=error,
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

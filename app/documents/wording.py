"""Wording: the sentences around what was typed, as data with named places, read both ways.

`resources/wording/*.toml` says how they are written. Nothing here knows what they are about.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.documents.outline import Run
from app.documents.pieces import LEADER, Runs, is_known, merged, text_of
from app.documents.template import Part, Template, parse
from app.errors import KnownError
from app.marking import N_
from app.minutes.words import Form

_HEADLINES = "headlines.toml"


class WordingError(KnownError):
    """A wording file is wrong; the message names the file and the key."""


class Sentences:
    """The wording of one form."""

    def __init__(self, templates: Mapping[str, Template], folder: Path) -> None:
        self._templates = templates
        self._folder = folder

    def __contains__(self, key: str) -> bool:
        """Whether this form has such a sentence."""
        return key in self._templates

    def compose(self, key: str, places: Mapping[str, Runs]) -> Runs:
        """The sentence with its places filled. An optional part with an unknown place goes.

        A full stop does not follow a text that brings its own, or another sign that ends it.
        """
        template = self._template(key)
        runs: list[Run] = []
        for segment in template.segments:
            filled = [self._filled(part, key, places) for part in segment.parts]
            pairs = zip(segment.parts, filled, strict=True)
            if segment.optional and not all(is_known(r) for part, r in pairs if part.is_place):
                continue
            for piece in filled:
                runs.extend(_without_doubled_stop(runs, piece))
        return merged(runs)

    def text(self, key: str) -> str:
        """A sentence without places."""
        return text_of(self.compose(key, {}))

    def read(self, key: str, text: str) -> dict[str, str] | None:
        """The places of a sentence as they stand in `text`, or None where it says something else.

        White space is taken as one blank. A place left out or not known is left out.
        """
        match = self._template(key).pattern.fullmatch(" ".join(text.split()))
        if match is None:
            return None
        return {name: said for name, said in match.groupdict().items() if said and said != LEADER}

    def _template(self, key: str) -> Template:
        if key not in self._templates:
            raise WordingError(
                N_("The wording in {path} lacks “{key}”; install the program again."),
                path=self._folder,
                key=key,
            )
        return self._templates[key]

    def _filled(self, part: Part, key: str, places: Mapping[str, Runs]) -> Runs:
        if not part.is_place:
            return (Run(part.text),)
        if part.text not in places:
            raise WordingError(
                N_("The wording in {path} has a place that is not known at “{key}”: {place}."),
                path=self._folder,
                key=key,
                place=part.text,
            )
        return places[part.text]


class Wording:
    """The sentences of both forms."""

    def __init__(self, forms: Mapping[Form, Sentences]) -> None:
        self._forms = forms

    def of(self, form: Form) -> Sentences:
        """The sentences of a form."""
        return self._forms[form]


def read_wording(folder: Path) -> Wording:
    """The wording in a folder: what both forms share, with what each form has of its own."""
    common = {**_read_file(folder / _HEADLINES), **_read_file(folder / "common.toml")}
    return Wording(
        {
            form: Sentences({**common, **_read_file(folder / f"{form}.toml")}, folder)
            for form in Form
        }
    )


def read_headlines(folder: Path) -> Sentences:
    """What meetings are called, alone: the list of the archive needs no more of the wording."""
    return Sentences(_read_file(folder / _HEADLINES), folder)


def _read_file(path: Path) -> dict[str, Template]:
    try:
        tree = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WordingError(
            N_("The wording file {path} cannot be opened; install the program again."), path=path
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WordingError(
            N_("The wording file {path} is not readable as TOML: {reason}."),
            path=path,
            reason=str(error).rstrip("."),
        ) from error
    return {key: _parsed(key, text, path) for key, text in _leaves(tree)}


def _leaves(tree: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _parsed(key: str, text: object, path: Path) -> Template:
    template = parse(text) if isinstance(text, str) else None
    if template is None:
        raise WordingError(
            N_("The wording file {path} is wrong at “{key}”: a text with places in {brackets}."),
            path=path,
            key=key,
            brackets="{ } [ ]",
        )
    return template


def _without_doubled_stop(before: list[Run], piece: Runs) -> Runs:
    if not before or not piece or not before[-1].text.rstrip().endswith((".", "…", ";", "!", "?")):
        return piece
    first = piece[0]
    doubles = before[-1].role == "" and first.origin is None and first.text.startswith(".")
    if not doubles:
        return piece
    return (first._replace(text=first.text[1:]), *piece[1:])

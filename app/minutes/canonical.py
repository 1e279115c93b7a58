"""The record as canonical JSON: one record, one sequence of bytes.

Defaults are left out, so that a field added later does not change the bytes of what is stored.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.errors import KnownError
from app.marking import N_
from app.minutes.items import Value
from app.minutes.record import Minutes
from app.minutes.structure import walk

FORMAT = "bienban-minutes"
SCHEMA = 1
"""Raise it when old JSON no longer decodes as it is, and add the step to `UPGRADES`."""

Tree = dict[str, Any]
UPGRADES: Mapping[int, Callable[[Tree], Tree]] = {}
"""schema number -> what turns the "minutes" object of that schema into that of the next."""


_FOREIGN = N_("This is not a file of minutes made by this program.")


class RecordFile(Value, frozen=True):
    """What stands in a file: the record and which schema it was written in."""

    format: str
    schema: int
    minutes: Minutes


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str = ""
    schema: int = 0
    minutes: msgspec.Raw = msgspec.Raw(b"{}")


class NotARecordError(KnownError):
    """The bytes are no record that this program can read; the message names the place."""


def to_json(record: Minutes) -> bytes:
    """The canonical bytes of a record: UTF-8, compact, fields in the order of the types."""
    return msgspec.json.encode(RecordFile(format=FORMAT, schema=SCHEMA, minutes=record))


def from_json(data: bytes) -> Minutes:
    """The record in `data`, cleaned. NotARecordError says what is wrong and where."""
    try:
        header = msgspec.json.decode(data, type=_Header)
    except msgspec.ValidationError as error:
        raise NotARecordError(_FOREIGN) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotARecordError(
            N_("This is not a file of minutes: it is not readable as JSON.")
        ) from error
    if header.format != FORMAT:
        raise NotARecordError(_FOREIGN)
    if header.schema > SCHEMA:
        raise NotARecordError(
            N_(
                "These minutes were made by a newer program (schema {theirs}, this program reads"
                " up to {ours}); install the newer program to open them."
            ),
            theirs=header.schema,
            ours=SCHEMA,
        )
    return _checked(_decoded(header))


def _decoded(header: _Header) -> Minutes:
    try:
        tree = msgspec.json.decode(header.minutes)
        for schema in range(header.schema, SCHEMA):
            tree = UPGRADES[schema](tree)
        return msgspec.convert(tree, Minutes)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise _told(str(error)) from error
    except KeyError as error:
        raise NotARecordError(_FOREIGN) from error


def _checked(record: Minutes) -> Minutes:
    ids = Counter(item.id for item in walk(record))
    doubled = next((item_id for item_id, times in ids.items() if times > 1), None)
    if doubled is not None:
        raise NotARecordError("The file of minutes uses the id {id} for two things.", id=doubled)
    return record


# msgspec's sentences, each with ours. They are matched, not shown: ours are in the catalogue.
_AT = r"(?: - at `\$?\.?(?P<place>[^`]*)`)?$"
_REASONS: tuple[tuple[str, str], ...] = (
    (
        r"Object contains unknown field `(?P<field>[^`]*)`" + _AT,
        N_("The file of minutes has an unknown field “{field}” at {place}."),
    ),
    (
        r"Object missing required field `(?P<field>[^`]*)`" + _AT,
        N_("The file of minutes lacks the field “{field}” at {place}."),
    ),
    (
        r"Expected `(?P<needs>[^`]*)`, got `(?P<has>[^`]*)`" + _AT,
        N_(
            "The file of minutes has a value of the wrong type at {place}: {needs} is needed,"
            " {has} is there."
        ),
    ),
    (
        r"Invalid enum value (?P<has>.*?)" + _AT,
        N_("The file of minutes has an unknown word {has} at {place}."),
    ),
    (
        r"Expected `str` of length <= \d+" + _AT,
        N_("The file of minutes has a text too long at {place}."),
    ),
    (r".*?" + _AT, N_("The file of minutes has a value that cannot be read at {place}.")),
)


def _told(reason: str) -> NotARecordError:
    for pattern, message in _REASONS:
        if match := re.match(pattern, reason):
            places = {name: value or "…" for name, value in match.groupdict().items()}
            places["place"] = places.get("place", "…").strip("…") or "minutes"
            return NotARecordError(message, **places)
    raise AssertionError(reason)

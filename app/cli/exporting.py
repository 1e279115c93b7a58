"""Export from the command line: one document, or one of every record with a progress bar."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from app.cli.setting import COULD_NOT, DONE, Setting
from app.errors import KnownError
from app.marking import N_
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form
from app.press import Press

if TYPE_CHECKING:
    from app.archive.archive import Archive


class Order(NamedTuple):
    """Which document is wanted; `form` None is the record's own."""

    kind: DocumentKind
    form: Form | None


def export_one(setting: Setting, record: Minutes, order: Order, target: Path) -> int:
    _write(Press(setting.resources), record, order, target)
    return DONE


def export_all(setting: Setting, archive: "Archive", order: Order, folder: Path) -> int:
    """Write every record of the archive; what failed is told at the end, and the rest is there."""
    _make(folder)
    press = Press(setting.resources)
    names: set[str] = set()
    failed: list[str] = []
    ids = [entry.id for entry in archive.entries()]
    label = setting.texts("Exporting")
    with click.progressbar(ids, label=label, file=sys.stderr) as bar:
        for record_id in bar:
            try:
                record = archive.load(record_id)
                name = _free(press.name(record, order.kind), names)
                _write(press, record, order, folder / f"{name}.docx")
            except KnownError as error:
                failed.append(f"{record_id}: {error.told(setting.texts)}")
    for line in failed:
        click.echo(line, err=True)
    return COULD_NOT if failed else DONE


def _write(press: Press, record: Minutes, order: Order, target: Path) -> None:
    press.export(record, order.kind, order.form or record.form, target)


def _free(name: str, taken: set[str]) -> str:
    """The name, or "name (2)" where two meetings of one day have the same."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            N_("The folder {path} cannot be made: {reason}."), path=folder, reason=error.strerror
        ) from error

"""Export from the command line: one document, or one of every record with a progress bar."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from app.batch import Batch, orders
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


def export_one(press: Press, record: Minutes, order: Order, target: Path) -> int:
    press.export(record, order.kind, order.form or record.form, target)
    return DONE


def export_all(setting: Setting, archive: "Archive", order: Order, folder: Path) -> int:
    """Write every record of the archive; what failed is told at the end, and the rest is there."""
    _make(folder)
    press = setting.press(archive)
    press.read_forms()  # what is wrong with them is told here, not by each process
    wanted = orders(archive.entries(), order.kind, order.form, folder, press)
    label = setting.texts("Exporting")
    failed: list[str] = []
    with (
        click.progressbar(length=len(wanted), label=label, show_pos=True, file=sys.stderr) as bar,
        closing(Batch(archive.path, setting.resources, press.house).run(wanted)) as outcomes,
    ):
        for outcome in outcomes:
            bar.update(1)
            if outcome.error:
                failed.append(f"{outcome.order.record_id}: {outcome.error.told(setting.texts)}")
    for line in failed:
        click.echo(line, err=True)
    return COULD_NOT if failed else DONE


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            N_("The folder {path} cannot be made: {reason}."), path=folder, reason=error
        ) from error

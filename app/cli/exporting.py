"""Export from the command line: one document, or one of every record with a progress bar.

What comes from an archive that was opened for writing is kept there, as the window keeps it.
"""

import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from app.batch import Batch, orders
from app.cli.setting import COULD_NOT, DONE, Setting
from app.errors import KnownError
from app.keeping import Keeper, document_of
from app.marking import N_
from app.minutes.words import DocumentKind, Form
from app.sample import sample

if TYPE_CHECKING:
    from app.archive.archive import Archive


class Order(NamedTuple):
    """Which document is wanted; `form` None is the record's own."""

    kind: DocumentKind
    form: Form | None


def export_sample(setting: Setting, order: Order, target: Path) -> int:
    """Write the sample, which is in no archive."""
    record = sample(setting.resources)
    setting.press().export(record, order.kind, order.form or record.form, target)
    return DONE


def export_one(
    setting: Setting, archive: "Archive", record_id: str, order: Order, target: Path
) -> int:
    """Write one record of the archive."""
    record = archive.load(record_id)
    form = order.form or record.form
    data = setting.press(archive).export(record, order.kind, form, target)
    if archive.writable:
        path = str(target.absolute())
        Keeper(archive).keep(record, document_of(record, order.kind, form, path, data))
    return DONE


def export_all(setting: Setting, archive: "Archive", order: Order, folder: Path) -> int:
    """Write every record of the archive; what failed is told at the end, and the rest is there."""
    _make(folder)
    press = setting.press(archive)
    press.read_forms()  # what is wrong with them is told here, not by each process
    wanted = orders(archive.entries(), order.kind, order.form, folder.absolute(), press)
    label = setting.texts("Exporting")
    batch = Batch(archive.path, setting.resources, press.house)
    run = partial(Keeper(archive).run, batch) if archive.writable else batch.run
    failed: list[str] = []
    not_kept: KnownError | None = None
    with (
        click.progressbar(length=len(wanted), label=label, show_pos=True, file=sys.stderr) as bar,
        closing(run(wanted)) as outcomes,
    ):
        for outcome in outcomes:
            bar.update(1)
            not_kept = outcome.not_kept or not_kept
            if outcome.error:
                failed.append(f"{outcome.order.record_id}: {outcome.error.told(setting.texts)}")
    if not_kept:
        setting.tell_not_kept(not_kept)
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

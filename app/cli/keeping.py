"""The commands that keep the archive safe: backup, restore, doctor, rescue."""

from pathlib import Path

import click

from app.cli.setting import DONE, FOUND, Setting
from app.marking import N_


def backup(setting: Setting, folder: Path, archive: Path | None) -> int:
    """Make a verified copy; the archive may be open elsewhere."""
    from app.archive.archive import utc_now
    from app.archive.backups import copy_into

    with setting.archive(archive) as opened:
        click.echo(copy_into(folder, opened.store, utc_now()).path)
    return DONE


def restore(setting: Setting, file: Path, archive: Path | None) -> int:
    """Say what is inside, put it in the archive's place, and say where that is kept."""
    from app.archive.archive import utc_now
    from app.archive.backups import inside
    from app.archive.restoring import restore as put_back

    told = inside(file)
    years = ", ".join(map(str, told.years)) or "–"
    said = setting.texts.plural(
        "{count} record in the backup, of {years}",
        "{count} records in the backup, of {years}",
        count=told.records,
        years=years,
    )
    click.echo(said, err=True)
    kept = put_back(setting.path(archive), file, utc_now)
    if kept is not None:
        click.echo(setting.texts("What it replaces is kept as {path}.", path=kept), err=True)
    return DONE


def doctor(setting: Setting, archive: Path | None) -> int:
    """Each thing that is wrong, one a line."""
    from app.archive.damage.doctor import doctor as look_over

    found = look_over(setting.path(archive))
    for finding in found:
        click.echo(finding.told(setting.texts))
    return FOUND if found else DONE


def rescue(setting: Setting, archive: Path | None) -> int:
    """Print where the rescued archive is; a finding is that something could not be rescued."""
    from app.archive.damage.rescue import rescue as save_what_can_be_read

    done = save_what_can_be_read(setting.path(archive))
    click.echo(done.path)
    if done.whole:
        return DONE
    said = N_(
        "{records} minutes were rescued, {mended} of them put together anew; lost: {pages} pages,"
        " {rows} rows, {versions} versions, {documents} documents."
    )
    numbers = {"pages": done.lost_pages, "rows": done.lost_rows, "versions": done.lost_versions}
    numbers |= {"documents": done.lost_documents, "mended": len(done.mended)}
    click.echo(setting.texts(said, records=done.records, **numbers), err=True)
    return FOUND

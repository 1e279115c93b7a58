"""What each command does. A command returns its exit code; KnownError is told by the caller."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.checking import check_file, is_file_name
from app.cli.exporting import Order, export_all, export_one, export_sample
from app.cli.setting import DONE, FOUND, Setting
from app.errors import KnownError
from app.marking import N_
from app.minutes.canonical import to_json
from app.minutes.findings import findings
from app.minutes.findings.finding import Finding
from app.minutes.words import DocumentKind, Form
from app.sample import sample as sample_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.archive.entries import Entry


def sample(setting: Setting, archive: Path | None) -> int:
    """Put the sample into the archive, each time as a record of its own."""
    from app.identity import new_id
    from app.minutes.renewal import with_new_ids

    record = with_new_ids(sample_record(setting.resources), new_id)
    with setting.archive(archive, write=True) as opened:
        opened.add(record)
    click.echo(record.id)
    return DONE


def export(  # noqa: PLR0913 - one parameter for each option
    setting: Setting,
    *,
    record_id: str | None,
    of_sample: bool,
    of_all: bool,
    kind: str | None,
    form: str | None,
    out: Path,
    no_copy: bool,
    archive: Path | None,
) -> int:
    """Write one document, or with `of_all` one of every record. The archive keeps what is its own,
    if it can be had for writing and nobody says that it shall not."""
    if [bool(record_id), of_sample, of_all].count(True) != 1:
        raise KnownError(N_("Name one of: the id of the minutes, --sample, --all."))
    order = Order(DocumentKind(kind or DocumentKind.MINUTES), Form(form) if form else None)
    if of_sample:
        return export_sample(setting, order, out)
    with setting.archive_for_documents(archive, keep=not no_copy) as opened:
        if record_id:
            return export_one(setting, opened, record_id, order, out)
        return export_all(setting, opened, order, out)


def list_all(setting: Setting, as_json: bool, archive: Path | None) -> int:
    with setting.archive(archive) as opened:
        _print_entries(opened.entries(), as_json)
    return DONE


def search(setting: Setting, text: str, as_json: bool, archive: Path | None) -> int:
    with setting.archive(archive) as opened:
        _print_entries(opened.search(text), as_json)
    return DONE


def show(setting: Setting, record_id: str, archive: Path | None) -> int:
    with setting.archive(archive) as opened:
        record = opened.load(record_id)
    click.echo(to_json(record))
    return DONE


def import_file(setting: Setting, file: Path, archive: Path | None) -> int:
    """Take a record that is not here yet; the file is read and checked before anything is made."""
    from app.handing.packed import read
    from app.handing.taking import take_new

    came = read(file)
    with setting.archive(archive, write=True) as opened:
        take_new(opened, came)
    click.echo(came.record.id)
    return DONE


def pack(setting: Setting, record_id: str, out: Path, archive: Path | None) -> int:
    """Write a record with the files kept with it as one file that can be handed over."""
    from app.handing.packed import pack as to_bytes
    from app.handing.taking import packed
    from app.word.save import save_file

    with setting.archive(archive) as opened:
        whole = packed(opened, opened.load(record_id))
    save_file(to_bytes(whole), out)
    return DONE


def check(
    setting: Setting, record_id: str, kind: str | None, form: str | None, archive: Path | None
) -> int:
    """What a record lacks, or where a Word file named in its place departs from its form."""
    if is_file_name(record_id):
        return check_file(setting, _content(Path(record_id)), kind, form)
    with setting.archive(archive) as opened:
        record = opened.load(record_id)
    found = findings(
        record, DocumentKind(kind) if kind else None, Form(form) if form else record.form
    )
    for finding in found:
        click.echo(_line(setting, finding))
    return FOUND if found else DONE


def _line(setting: Setting, finding: Finding) -> str:
    """Where, what is wrong, how to mend it, which rule, how bad."""
    where = ".".join(part for part in finding.place if part)
    what = setting.texts(finding.message, **finding.places)
    mend = setting.texts(finding.mend)
    return f"{where}: {what} {mend} [{finding.rule}, {finding.severity}]"


def _print_entries(entries: "Iterable[Entry]", as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([_plain(e) for e in entries], ensure_ascii=False, indent=1))
        return
    for entry in entries:
        date = entry.date.isoformat() if entry.date else "-" * 10
        name = entry.headline or " – ".join(filter(None, (entry.working_party, entry.host)))
        click.echo(f"{entry.id}  {date}  {name}".rstrip())


def _plain(entry: "Entry") -> dict[str, object]:
    return {
        "id": entry.id,
        "date": entry.date.isoformat() if entry.date else None,
        "headline": entry.headline,
        "working_party": entry.working_party,
        "host": entry.host,
        "kind": entry.kind,
        "state": entry.state,
        "created_at": entry.created_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
    }


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KnownError(
            N_("The file {path} cannot be read: {reason}."), path=file, reason=error
        ) from error

"""Check of a Word file from the command line: a finding a line, errors first."""

import click

from app.cli.setting import DONE, FOUND, Setting
from app.errors import KnownError
from app.marking import N_
from app.minutes.words import DocumentKind, Form

_ONLY_IN_PATHS = frozenset("./\\")


def is_file_name(text: str) -> bool:
    """Whether `text` names a file; the id of a record has no full stop and no folder."""
    return not _ONLY_IN_PATHS.isdisjoint(text)


def check_file(setting: Setting, content: bytes, kind: str | None, form: str | None) -> int:
    """Tell in what the Word file in `content` departs from a document of this kind and form."""
    from app.word.checking import check_document

    if kind is None or form is None:
        raise KnownError(N_("Say what the file should be, for example: --as minutes --form party."))
    rules = setting.press().rules(Form(form))
    findings = check_document(content, rules, DocumentKind(kind))
    for finding in findings:
        click.echo(finding.told(setting.texts))
    return FOUND if findings else DONE

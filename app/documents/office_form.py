"""A form as an office wants it: a file of the office's own, put on the computer by IT, over ours.

Only what that file names is otherwise. A wrong one is told, and ours is used.
"""

from pathlib import Path
from typing import NamedTuple

from app.documents.form_file import FormFile
from app.documents.form_settings import fitted
from app.documents.forms import FormRules, rules_from
from app.errors import KnownError
from app.marking import N_
from app.minutes.words import Form


class OfficeForm(NamedTuple):
    """The rules to work with, and what is wrong with the office's file where ours stand in."""

    rules: FormRules
    problem: KnownError | None = None


def read_office_form(form: Form, folder: Path, office: Path) -> OfficeForm:
    """Our rules from `folder` with those of the same file in `office` over them, if it is there.

    KnownError only where our own file is wrong.
    """
    ours = FormFile(folder / f"{form}.toml")
    rules = rules_from(ours, form)
    if not _is_there(office):
        return OfficeForm(
            rules,
            KnownError(
                N_(
                    "The folder {path} for the office's own forms does not exist; the program's own"
                    " forms are used."
                ),
                path=office,
            ),
        )
    theirs = office / f"{form}.toml"
    if not _is_there(theirs):
        return OfficeForm(rules)
    try:
        return OfficeForm(fitted(rules_from(FormFile(theirs, ours), form)))
    except KnownError as error:
        return OfficeForm(rules, error)


def _is_there(path: Path) -> bool:
    """Also when it may not be looked at: then it is told, not passed over."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True

"""The command line: reads what was asked, calls the rest, prints. Nothing is worked out here.

Results go to stdout, all else to stderr; errors in one plain sentence of the chosen language.
"""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from app.cli.parser import make_parser, told
from app.cli.setting import COULD_NOT, DONE, Setting
from app.errors import KnownError
from app.language.catalogue import LANGUAGES, load_catalogue
from app.paths import policy_path, preferences_path, resources_folder
from app.settings.computer import policy_of_computer
from app.settings.declared import LANGUAGE
from app.settings.preferences import Preferences


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code: 0 done, 1 findings, 2 could not."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    resources = resources_folder()
    policy = policy_of_computer(policy_path(os.environ))
    preferences = Preferences(preferences_path(os.environ), policy)
    language = _language(arguments) or preferences[LANGUAGE]
    texts = load_catalogue(resources / "catalogues", language)
    for problem in policy.problems:
        click.echo(problem.told(texts), err=True)
    setting = Setting(texts, resources, os.environ, preferences)
    try:
        code = make_parser(texts).main(
            list(arguments), "bienban-cli", standalone_mode=False, obj=setting
        )
    except click.Abort:
        return COULD_NOT
    except click.ClickException as error:
        click.echo(told(error, texts), err=True)
        return COULD_NOT
    except KnownError as error:
        click.echo(error.told(texts), err=True)
        return COULD_NOT
    return code or DONE


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, or "": it is needed before anything can be said about the rest."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            named = value or "".join(arguments[at + 1 : at + 2])
            return named if named in LANGUAGES else ""
    return ""


def _speak_utf8(stream: TextIO) -> None:
    """Windows gives a redirected stream the old code page, which lacks half the letters."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")

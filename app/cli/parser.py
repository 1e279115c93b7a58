"""The commands and their options as data, and how click's complaints are told."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import click

from app import __version__
from app.cli import commands, keeping, policies
from app.language.catalogue import LANGUAGES, Catalogue
from app.marking import N_
from app.minutes.words import DocumentKind, Form

_PATH = click.Path(path_type=Path)


def _words(kind: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([word.value for word in kind])


class Given(NamedTuple):
    """An argument ("id") or option ("--json"). `into` is the name of the function's parameter."""

    name: str
    help: str = ""
    type: click.ParamType[Any] | None = None
    required: bool = False
    flag: bool = False
    into: str = ""


class Command(NamedTuple):
    """A command: its name, what it is for, the function that does it, and what it is given."""

    name: str
    help: str
    function: Callable[..., int]
    given: tuple[Given, ...] = ()


_ARCHIVE = Given("--archive", N_("The archive, if not your own."), _PATH)
_LANGUAGE = Given("--language", N_("The language of messages."), click.Choice(LANGUAGES))
_ID = Given("record_id", required=True)
_KIND = Given("--as", N_("The kind of document."), _words(DocumentKind), into="kind")
_FORM = Given("--form", N_("The form, if not the record's own."), _words(Form))
_JSON = Given("--json", N_("Print JSON."), flag=True, into="as_json")

COMMANDS = (
    Command(
        "sample", N_("Put the sample minutes into the archive; print their id."), commands.sample
    ),
    Command(
        "export",
        N_(
            "Write minutes from the archive, or the sample, as Word documents. The archive keeps a"
            " copy of each, unless another program has it open for writing."
        ),
        commands.export,
        (
            _ID._replace(required=False),
            Given(
                "--sample",
                N_("Write the sample; no archive is opened."),
                flag=True,
                into="of_sample",
            ),
            Given("--all", N_("Write all of the archive into a folder."), flag=True, into="of_all"),
            _KIND,
            _FORM,
            Given("--no-copy", N_("Let the archive keep no copy."), flag=True),
            Given("--out", N_("The file, or with --all the folder."), _PATH, required=True),
        ),
    ),
    Command("list", N_("List the archive, newest first."), commands.list_all, (_JSON,)),
    Command(
        "search",
        N_("Find minutes, with or without diacritics."),
        commands.search,
        (Given("text", required=True), _JSON),
    ),
    Command("show", N_("Print minutes as JSON."), commands.show, (_ID,)),
    Command(
        "import",
        N_("Take minutes from a .bienban or JSON file; print their id."),
        commands.import_file,
        (Given("file", type=_PATH, required=True),),
    ),
    Command(
        "pack",
        N_("Write minutes, with the files kept with them, as one file to hand over."),
        commands.pack,
        (_ID, Given("--out", N_("The file."), _PATH, required=True)),
    ),
    Command(
        "check",
        N_("List what is wrong in minutes, or in a Word file, one finding a line."),
        commands.check,
        (_ID, _KIND, _FORM),
    ),
    Command(
        "backup",
        N_("Make a verified copy of the archive in a folder; print its name."),
        keeping.backup,
        (Given("folder", type=_PATH, required=True),),
    ),
    Command(
        "restore",
        N_("Put a backup in the archive's place; what it replaces is kept."),
        keeping.restore,
        (Given("file", type=_PATH, required=True),),
    ),
    Command(
        "doctor",
        N_("Look the archive over; list what is wrong, one finding a line."),
        keeping.doctor,
    ),
    Command(
        "settings",
        N_("Say what each setting is and who said so; list what is wrong in IT's policy."),
        policies.settings,
    ),
    Command(
        "rescue",
        N_("Write what can be read of a damaged archive into a new one; print its name."),
        keeping.rescue,
    ),
)


CLICK_WORDS = (
    N_("Usage:"),
    N_("Options:"),
    N_("Commands:"),
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("[required]"),
)


class _Local:
    """A mixin for click's commands: the words that click writes into the help by itself."""

    texts: Catalogue

    def get_help(self, context: click.Context) -> str:
        text: str = super().get_help(context)  # type: ignore[misc]
        for words in CLICK_WORDS:
            text = text.replace(words, self.texts(words))
        return text

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option: click.Option | None = super().get_help_option(context)  # type: ignore[misc]
        if option is not None:
            option.help = self.texts("Print this help.")
        return option


class _LocalCommand(_Local, click.Command):
    pass


class _LocalGroup(_Local, click.Group):
    pass


def make_parser(texts: Catalogue) -> click.Group:
    """The whole command line in one language."""
    group = _LocalGroup(
        help=texts("Biên Bản: minutes of meetings from the command line."),
        params=[_version(texts), _made(_LANGUAGE, texts, expose=False)],
    )
    group.texts = texts
    for command in COMMANDS:
        group.add_command(_command(command, texts))
    return group


def told(error: click.ClickException, texts: Catalogue) -> str:
    """One sentence about a command line that cannot be understood."""
    context = getattr(error, "ctx", None)
    help_line = f"{context.command_path if context else 'bienban-cli'} --help"
    name = _named(error)
    match error:
        case click.MissingParameter():
            return texts(
                "{name} is missing; “{help}” says what is needed.", name=name, help=help_line
            )
        case click.NoSuchOption():
            return texts(
                "There is no option {name}; “{help}” lists them.", name=name, help=help_line
            )
        case click.BadParameter():
            return texts(
                "{name} cannot have this value; “{help}” lists what it can have.",
                name=name,
                help=help_line,
            )
        case _:
            return texts(
                "This command is not understood; “{help}” lists what there is.", help=help_line
            )


def _named(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return error.option_name
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "?"
    return parameter.opts[0] if isinstance(parameter, click.Option) else str(parameter.name).upper()


def _command(row: Command, texts: Catalogue) -> click.Command:
    given = (*row.given, _ARCHIVE)
    parameters = [_made(each, texts) for each in given]
    parameters.append(_made(_LANGUAGE, texts, expose=False))
    function = click.pass_obj(row.function)
    made = _LocalCommand(row.name, callback=function, params=parameters, help=texts(row.help))
    made.texts = texts
    return made


def _made(given: Given, texts: Catalogue, *, expose: bool = True) -> click.Parameter:
    if not given.name.startswith("--"):
        return click.Argument([given.name], type=given.type, required=given.required)
    names = [given.name, *([given.into] if given.into else [])]
    shared: dict[str, Any] = {"help": texts(given.help), "expose_value": expose}
    if given.flag:
        return click.Option(names, is_flag=True, **shared)
    return click.Option(names, type=given.type, required=given.required, **shared)


def _version(texts: Catalogue) -> click.Option:
    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_print_version,
        help=texts("Print the version."),
    )


def _print_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"Biên Bản {__version__}")
        context.exit()

"""The command that shows IT what holds on this computer for this user."""

import json
from pathlib import Path
from typing import cast

import click

from app.cli.setting import DONE, FOUND, Setting
from app.marking import N_
from app.settings.declared import SETTINGS
from app.settings.preferences import Origin
from app.settings.setting import Setting as Declared

WHO = {
    Origin.USER: N_("chosen by the user"),
    Origin.PROGRAM: N_("as the program has it"),
}


def settings(setting: Setting, archive: Path | None) -> int:
    """A line for each setting, as a policy would have it; then the profiles of the policy, and the
    archive that opens. What is wrong in the policy was told when it was read.
    """
    policy = setting.preferences.policy
    for each in SETTINGS.values():
        click.echo(_line(setting, cast("Declared[str]", each)))  # whatever its type is
    for office in policy.offices:
        click.echo(setting.texts("# profile by policy: {name}", name=office.name or office.id))
    click.echo(setting.texts("# archive that opens: {path}", path=setting.path(archive)))
    return FOUND if policy.problems else DONE


def _line(setting: Setting, each: Declared[str]) -> str:
    preferences = setting.preferences
    value = json.dumps(preferences[each], ensure_ascii=False)  # TOML writes these the same
    who = preferences.fixed_by(each) or setting.texts(WHO[preferences.origin(each)])
    return f"{each.key} = {value}  # {who}"

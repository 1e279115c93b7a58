"""What holds on this computer for this user: IT's policy, else what the user chose, else ours."""

import contextlib
import json
import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.marking import N_
from app.owned import own_folder
from app.settings.declared import SETTINGS
from app.settings.policy import Policy
from app.settings.setting import fits

if TYPE_CHECKING:
    from app.settings.setting import Setting, T


class Origin(Enum):
    """Who said what a setting is."""

    POLICY = "policy"
    USER = "user"
    PROGRAM = "program"


class Preferences:
    """The values of all settings. Only what differs from the defaults is written, at once."""

    def __init__(self, file: Path, policy: Policy = Policy()) -> None:  # noqa: B008 - frozen
        self.policy = policy
        self.problem: KnownError | None = None
        """Why the user's choices could not be read, or None; the next choice replaces the file."""
        self._file = file
        self._chosen = self._read()

    def __getitem__(self, setting: "Setting[T]") -> "T":
        """What holds."""
        for values in (self.policy.values, {} if setting.it_only else self._chosen):
            value = values.get(setting.key)
            if value is not None and fits(setting, value):
                return value  # type: ignore[return-value]
        return setting.default

    def origin(self, setting: "Setting[T]") -> Origin:
        """Who said so."""
        if setting.key in self.policy.values:
            return Origin.POLICY
        chosen = not setting.it_only and fits(setting, self._chosen.get(setting.key))
        return Origin.USER if chosen else Origin.PROGRAM

    def fixed_by(self, setting: "Setting[T]") -> str:
        """Where the policy stands that fixes the setting, or "" where the user may choose."""
        return self.policy.origins.get(setting.key, "")

    def choose(self, setting: "Setting[T]", value: "T") -> None:
        """Keep what the user chose. KnownError where it cannot be written; it holds all the same.

        What IT alone sets, or has fixed, cannot be chosen.
        """
        if setting.it_only or setting.key in self.policy.values:
            raise ValueError(f"{setting.key} is not the user's to choose")
        if not fits(setting, value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        self._chosen[setting.key] = value
        if value == setting.default:
            del self._chosen[setting.key]
        self._write()

    def _read(self) -> dict[str, object]:
        try:
            tree = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            self.problem = KnownError(
                N_("Your settings in {path} cannot be read, and the usual ones hold: {reason}."),
                path=self._file,
                reason=error,
            )
            return {}
        return _known(tree) if isinstance(tree, dict) else {}

    def _write(self) -> None:
        import secrets  # no start writes

        beside = self._file.with_name(f".{self._file.name}-{secrets.token_hex(4)}.tmp")
        try:
            own_folder(self._file.parent)
            with beside.open("x", encoding="utf-8") as file:
                json.dump(self._chosen, file, ensure_ascii=False, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._file)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise KnownError(
                N_("Your settings cannot be kept in {path}: {reason}."),
                path=self._file,
                reason=error,
            ) from error


def _known(tree: Mapping[str, object]) -> dict[str, object]:
    """What a newer or older program wrote and this one does not know is dropped."""
    return {key: value for key, value in tree.items() if key in SETTINGS}

"""Live notes: the page of speeches as one follows the meeting, with all else folded away."""

import datetime
from typing import TYPE_CHECKING, cast

from ui.commands.command_set import CommandSet
from ui.pages.kinds import SPEECHES

if TYPE_CHECKING:
    from ui.pages.speeches_page import SpeechesPage

FOLDED = ("archive_panel", "preview_panel")


class LiveCommands(CommandSet):
    """One key goes there and back; the panels that were folded are shown again after."""

    def listen(self) -> None:
        self._folded: list[str] = []
        self._window.pages.went_to.connect(self._on_went_to)
        self._desk.opened.connect(self._on_opened)

    def live(self, on: bool) -> None:
        row = self._row()
        if row < 0:
            return
        self._window.pages.finish()
        actions = self._window.actions_by_name
        if on:
            self._folded = [name for name in FOLDED if actions[name].isChecked()]
            self._window.pages.go_to(row)
        for name in self._folded:
            actions[name].setChecked(not on)
        page = cast("SpeechesPage", self._window.pages.page(row))
        page.take_notes(_this_minute if on else None)

    def _row(self) -> int:
        """Where the page of speeches stands; -1 where there is none."""
        kinds = self._window.pages.kinds
        return kinds.index(SPEECHES) if SPEECHES in kinds else -1

    def _on_went_to(self, row: int) -> None:
        if row != self._row():
            self._end()

    def _on_opened(self, session: object) -> None:
        if session is None:
            self._end()

    def _end(self) -> None:
        self._window.actions_by_name["live"].setChecked(False)


def _this_minute() -> datetime.time:
    return datetime.datetime.now().time().replace(second=0, microsecond=0)

"""The register of tasks: opening it, and what is done from there."""

from ui.commands.command_set import CommandSet


class RegisterCommands(CommandSet):
    """Register of tasks."""

    def register(self) -> None:
        self._settled()

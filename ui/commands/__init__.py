"""What the actions of the window do: sets of methods, each with its row's name in `actions.py`.

A new set is a class here and a name in `SETS`; `Application` makes one of each.
"""

from ui.commands.archive_commands import ArchiveCommands
from ui.commands.command_set import CommandSet, Tools
from ui.commands.edit_commands import EditCommands
from ui.commands.erasing_commands import ErasingCommands
from ui.commands.export_commands import ExportCommands
from ui.commands.file_commands import FileCommands
from ui.commands.find_commands import FindCommands
from ui.commands.handing_commands import HandingCommands
from ui.commands.leaving import Leaving
from ui.commands.list_commands import ListCommands
from ui.commands.live_commands import LiveCommands
from ui.commands.past_commands import PastCommands
from ui.commands.people_commands import PeopleCommands
from ui.commands.register_commands import RegisterCommands
from ui.commands.review_commands import ReviewCommands
from ui.commands.settings_commands import SettingsCommands
from ui.commands.state_commands import StateCommands
from ui.commands.typing_commands import TypingCommands
from ui.commands.view_commands import ViewCommands

SETS: tuple[type[CommandSet], ...] = (
    FileCommands,
    ListCommands,
    ExportCommands,
    EditCommands,
    StateCommands,
    ReviewCommands,
    RegisterCommands,
    HandingCommands,
    FindCommands,
    PeopleCommands,
    TypingCommands,
    ViewCommands,
    LiveCommands,
    PastCommands,
    ArchiveCommands,
    ErasingCommands,
    SettingsCommands,
    Leaving,
)

__all__ = [
    "SETS",
    "CommandSet",
    "HandingCommands",
    "PeopleCommands",
    "SettingsCommands",
    "Tools",
    "ViewCommands",
]

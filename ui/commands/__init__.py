"""What the actions of the window do: sets of methods, each with its row's name in `actions.py`.

A new set is a class in a module here and a row in `SETS`.
"""

from typing import NamedTuple


class SetRow(NamedTuple):
    """A set: its module and class here, and its methods. `listens`: it hears of what happens in
    the window, and so is there from the start; the others are made when first wanted.
    """

    module: str
    name: str
    actions: tuple[str, ...]
    listens: bool = False


FILE = SetRow(
    "file_commands",
    "FileCommands",
    ("new", "open_sample", "duplicate", "delete", "save", "quit"),
    listens=True,
)
LIST = SetRow("list_commands", "ListCommands", ("empty_bin",), listens=True)
EXPORT = SetRow(
    "export_commands",
    "ExportCommands",
    (
        *("export", "paper", "print", "export_pdf", "export_report", "export_minutes"),
        *("export_notice", "export_selected", "document_options"),
    ),
)
EDIT = SetRow(
    "edit_commands",
    "EditCommands",
    ("undo", "redo", "find", "check", "check_file"),
    listens=True,
)
STATE = SetRow("state_commands", "StateCommands", ("next_meeting", "finish", "reopen"))
REVIEW = SetRow("review_commands", "ReviewCommands", ("send_for_review", "attachments"))
REGISTER = SetRow("register_commands", "RegisterCommands", ("register",))
HANDING = SetRow("handing_commands", "HandingCommands", ("send_file", "open_file", "merge_archive"))
FIND = SetRow("find_commands", "FindCommands", ("find_here", "replace_here", "count_words"))
PEOPLE = SetRow("people_commands", "PeopleCommands", ("people", "correct_name"))
TYPING = SetRow(
    "typing_commands",
    "TypingCommands",
    ("expand", "abbreviations", "paste_as_it_is"),
    listens=True,
)
VIEW = SetRow(
    "view_commands",
    "ViewCommands",
    (
        *("archive_panel", "rail_panel", "preview_panel", "reset_window", "zoom_in", "zoom_out"),
        *("fit_width", "guide", "shortcuts", "about"),
    ),
    listens=True,
)
LIVE = SetRow("live_commands", "LiveCommands", ("live",))
PAST = SetRow("past_commands", "PastCommands", ("versions", "exported"))
ARCHIVE = SetRow(
    "archive_commands",
    "ArchiveCommands",
    ("back_up", "restore_backup", "open_to_write"),
    listens=True,
)
ERASING = SetRow("erasing_commands", "ErasingCommands", ("erase",), listens=True)
SETTINGS = SetRow("settings_commands", "SettingsCommands", ("settings", "offices", "welcome"))
LEAVING = SetRow("leaving", "Leaving", (), listens=True)

SETS = (
    *(FILE, LIST, EXPORT, EDIT, STATE, REVIEW, REGISTER, HANDING, FIND, PEOPLE, TYPING, VIEW),
    *(LIVE, PAST, ARCHIVE, ERASING, SETTINGS, LEAVING),
)

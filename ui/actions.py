"""Every action of the window as data: its words, its keys, and where it stands.

A new menu item is a row here and a method of the same name in one of the sets in `commands/`.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from app.archive.entries import State
from app.marking import N_
from app.settings.declared import HAND_OVER, PDF, PRINT

if TYPE_CHECKING:
    from app.language.catalogue import Catalogue
    from app.settings.preferences import Preferences
    from app.settings.setting import Setting


class ActionRow(NamedTuple):
    """One action. `needs_record`: it can be used only while a record is open; `states`: only
    while that is in one of these, "()" being any. `feature`: the setting by which IT takes it away.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    needs_record: bool = True
    checkable: bool = False
    feature: "Setting[bool] | None" = None
    states: tuple[State, ...] = ()


class MenuRow(NamedTuple):
    """A menu: its title and the names of its actions; "-" is a line, a MenuRow a submenu."""

    title: str
    entries: tuple["str | MenuRow", ...]


WORKED_ON = (State.DRAFT, State.REVIEW)

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new", N_("&New minutes"), ("Ctrl+N",), N_("Start new minutes"), needs_record=False),
    ActionRow(
        "open_sample",
        N_("Open the sa&mple"),
        (),
        N_("Put the sample minutes into the archive and open them"),
        needs_record=False,
    ),
    ActionRow("duplicate", N_("&Duplicate"), ("Ctrl+Shift+D",), N_("Make a copy of these minutes")),
    ActionRow(
        "delete",
        N_("De&lete…"),
        ("Ctrl+Shift+Delete",),
        N_("Delete these minutes; this can be undone"),
    ),
    ActionRow(
        "empty_bin",
        N_("Empty the &bin…"),
        (),
        N_("Remove for good what lies in the bin"),
        needs_record=False,
    ),
    ActionRow(
        "next_meeting",
        N_("Ne&xt meeting"),
        ("Ctrl+Shift+N",),
        N_("Start the minutes of the next meeting: same people and place, tasks not yet done"),
    ),
    ActionRow(
        "send_for_review",
        N_("&Sent for review…"),
        ("Ctrl+Shift+Y",),
        N_("Note whom the draft was sent to, and which draft it was"),
        states=WORKED_ON,
    ),
    ActionRow(
        "attachments",
        N_("&Files kept with it…"),
        ("Ctrl+Shift+T",),
        N_("Drafts that came back, the scan of the signed copy"),
    ),
    ActionRow(
        "finish",
        N_("Fin&ish…"),
        ("Ctrl+Shift+K",),
        N_("Look the minutes over, keep them with their documents, and lock them"),
        states=WORKED_ON,
    ),
    ActionRow(
        "reopen",
        N_("Re&open…"),
        (),
        N_("Let finished minutes be changed again; the reason is kept"),
        states=(State.FINAL,),
    ),
    ActionRow(
        "people",
        N_("&People…"),
        ("Ctrl+Shift+P",),
        N_("Who is known: positions, doubles, in and out of a file"),
        needs_record=False,
    ),
    ActionRow(
        "correct_name",
        N_("&Correct a name…"),
        ("Ctrl+Shift+R",),
        N_("Write a name as it should be, here and in other drafts"),
        states=WORKED_ON,
    ),
    ActionRow(
        "register",
        N_("&Register of tasks…"),
        ("Ctrl+Shift+G",),
        N_("All tasks of the archive, the overdue ones first"),
        needs_record=False,
    ),
    ActionRow(
        "open_file",
        N_("&Open a file…"),
        ("Ctrl+O",),
        N_("Take in minutes that somebody has sent as a file"),
        needs_record=False,
        feature=HAND_OVER,
    ),
    ActionRow(
        "send_file",
        N_("Send as a f&ile…"),
        ("Ctrl+Shift+S",),
        N_("Write these minutes, with the files kept with them, as one file for a colleague"),
        feature=HAND_OVER,
    ),
    ActionRow(
        "merge_archive",
        N_("&Merge an archive…"),
        (),
        N_("Take over minutes of another archive; what is here stays as it is"),
        needs_record=False,
        feature=HAND_OVER,
    ),
    ActionRow(
        "save",
        N_("&Save now"),
        ("Ctrl+S",),
        N_("Everything is saved by itself; this does it at once"),
    ),
    ActionRow(
        "export",
        N_("&Export to Word"),
        ("Ctrl+E",),
        N_("Choose what to write as a Word document"),
    ),
    ActionRow(
        "export_report",
        N_("Narrative &report…"),
        (),
        N_("Write the narrative report as a Word document"),
    ),
    ActionRow("export_minutes", N_("&Minutes…"), (), N_("Write the minutes as a Word document")),
    ActionRow(
        "export_notice",
        N_("&Notice of conclusions…"),
        (),
        N_("Write the notice of conclusions as a Word document"),
    ),
    ActionRow(
        "export_selected",
        N_("Export selec&ted…"),
        ("Ctrl+Shift+W",),
        N_("Write all minutes that are selected in the list as Word documents"),
        needs_record=False,
    ),
    ActionRow(
        "document_options",
        N_("Document &options…"),
        ("Ctrl+Shift+O",),
        N_("Choose how the documents of this office look and what goes in"),
    ),
    ActionRow(
        "paper",
        N_("Print / &PDF"),
        (),
        N_("Print what the preview shows, or write it as a PDF file"),
    ),
    ActionRow(
        "print", N_("&Print…"), ("Ctrl+P",), N_("Print what the preview shows"), feature=PRINT
    ),
    ActionRow(
        "export_pdf",
        N_("Export to PD&F…"),
        ("Ctrl+Shift+E",),
        N_("Write what the preview shows as a PDF file"),
        feature=PDF,
    ),
    ActionRow("quit", N_("&Quit"), ("Ctrl+Q",), needs_record=False),
    ActionRow(
        "versions",
        N_("&Versions…"),
        ("Ctrl+Shift+H",),
        N_("See what these minutes were before, and return to it"),
    ),
    ActionRow(
        "exported",
        N_("Exporte&d documents…"),
        (),
        N_("Show a document again exactly as it was exported"),
    ),
    ActionRow(
        "back_up",
        N_("&Back up now"),
        (),
        N_("Make a copy of the archive, here and in the second place"),
        needs_record=False,
    ),
    ActionRow(
        "restore_backup",
        N_("&Restore a backup…"),
        (),
        N_("See what is in a backup, and go back to it"),
        needs_record=False,
    ),
    ActionRow(
        "erase",
        N_("&Erase these minutes for good…"),
        (),
        N_("From the archive, its history, the backups and the files kept with it"),
    ),
    ActionRow(
        "open_to_write",
        N_("&Try to open it to write"),
        (),
        N_("Once no other program writes to the archive any more"),
        needs_record=False,
    ),
    ActionRow("undo", N_("&Undo"), ("Ctrl+Z",)),
    ActionRow("redo", N_("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionRow(
        "paste_as_it_is",
        N_("Paste as it &is"),
        ("Ctrl+Shift+V",),
        N_("Paste without putting right what Word, Zalo and PDF leave in a text"),
    ),
    ActionRow(
        "expand",
        N_("Write out a&bbreviations"),
        ("F12",),
        N_("Write out what stands in the table of abbreviations as you type, or leave it"),
        needs_record=False,
        checkable=True,
    ),
    ActionRow(
        "abbreviations",
        N_("Abbreviation &table…"),
        (),
        N_("See and change the office's abbreviations"),
        needs_record=False,
    ),
    ActionRow("find_here", N_("Fin&d…"), ("Ctrl+F",), N_("Find words in these minutes")),
    ActionRow("replace_here", N_("Re&place…"), ("Ctrl+H",), N_("Replace words in these minutes")),
    ActionRow(
        "count_words",
        N_("Cou&nt words"),
        ("Ctrl+Shift+C",),
        N_("Say how many words these minutes have, and how many are selected"),
    ),
    ActionRow("find", N_("&Find in the archive"), ("Ctrl+Shift+F",), needs_record=False),
    ActionRow("check", N_("&Check"), ("F7",), N_("List what is missing or does not add up")),
    ActionRow(
        "check_file",
        N_("Check a &Word file…"),
        ("Shift+F7",),
        N_("See where a Word file departs from the form, whoever made it"),
        needs_record=False,
    ),
    ActionRow(
        "offices",
        N_("&Office profiles…"),
        (),
        N_("What new minutes start from: letterhead, signatures, recipients, secretary"),
        needs_record=False,
    ),
    ActionRow(
        "settings",
        N_("&Settings…"),
        ("Ctrl+,",),
        N_("Language, colours, size and everything else that can be chosen"),
        needs_record=False,
    ),
    ActionRow(
        "live",
        N_("Li&ve notes"),
        ("F11",),
        N_("Follow the meeting: who speaks, when, and what is said; nothing else is shown"),
        checkable=True,
    ),
    ActionRow("archive_panel", N_("&Archive panel"), ("F9",), needs_record=False, checkable=True),
    ActionRow(
        "rail_panel", N_("&Sections panel"), ("Shift+F9",), needs_record=False, checkable=True
    ),
    ActionRow("preview_panel", N_("&Preview panel"), ("F8",), needs_record=False, checkable=True),
    ActionRow(
        "reset_window",
        N_("&Reset the window"),
        (),
        N_("Give the window its first size, place and panels again"),
        needs_record=False,
    ),
    ActionRow("zoom_in", N_("Zoom &in"), ("Ctrl++", "Ctrl+="), needs_record=False),
    ActionRow("zoom_out", N_("Zoom &out"), ("Ctrl+-",), needs_record=False),
    ActionRow("fit_width", N_("Fit &width"), ("Ctrl+0",), needs_record=False),
    ActionRow(
        "welcome",
        N_("Start &page"),
        (),
        N_("Put these minutes away and show the page that one starts from"),
    ),
    ActionRow("guide", N_("User &guide"), ("F1",), needs_record=False),
    ActionRow(
        "shortcuts",
        N_("&Keys"),
        ("Shift+F1",),
        N_("A sheet of every key of the program"),
        needs_record=False,
    ),
    ActionRow("about", N_("&About Biên Bản"), needs_record=False),
)

WRITING = (
    *("new", "open_sample", "duplicate", "delete", "save", "next_meeting"),
    *("send_for_review", "finish", "reopen", "offices", "back_up"),
    *("erase", "merge_archive", "empty_bin", "correct_name", "abbreviations"),
)
"""What can only be done where the archive can be written."""
TO_WRITE = "open_to_write"
"""What can be tried where it cannot."""

EXPORT = ("export_report", "export_minutes", "export_notice", "document_options")
"""What the action "export" opens: in the menu, in the toolbar, and by its keys."""
PAPER = ("print", "export_pdf")
"""What the action "paper" opens in the toolbar."""
OPENERS: Mapping[str, tuple[str, ...]] = {"export": EXPORT, "paper": PAPER}
ARCHIVE = MenuRow(
    N_("Arc&hive"),
    ("back_up", "restore_backup", "-", "merge_archive", "-", "erase", "-", "open_to_write"),
)
SECTIONS = MenuRow(N_("&Go to section"), ())
LANGUAGE = MenuRow(N_("&Language"), ())

MENUS: tuple[MenuRow, ...] = (
    MenuRow(
        N_("&File"),
        (
            *("new", "open_sample", "open_file", "-", "duplicate", "delete", "-"),
            *("save", "send_file", ARCHIVE, "-"),
            *("export", "export_pdf", "export_selected", "print", "-", "quit"),
        ),
    ),
    MenuRow(
        N_("&Edit"),
        (
            *("undo", "redo", "-", "paste_as_it_is", "-", "find_here", "replace_here", "find"),
            *("count_words", "-", "expand", "abbreviations"),
            *("-", "check", "check_file", "-", "offices", "settings"),
        ),
    ),
    MenuRow(
        N_("Organi&ze"),
        (
            *("next_meeting", "-", "send_for_review", "attachments", "-"),
            *("finish", "reopen", "-", "versions", "exported", "-", "register"),
            *("people", "correct_name", "-", "empty_bin"),
        ),
    ),
    MenuRow(
        N_("&View"),
        (
            SECTIONS,
            "live",
            "-",
            "archive_panel",
            "rail_panel",
            "preview_panel",
            "reset_window",
            "-",
            "zoom_in",
            "zoom_out",
            "fit_width",
            "-",
            LANGUAGE,
        ),
    ),
    MenuRow(N_("&Help"), ("guide", "shortcuts", "welcome", "about")),
)

TOOLBAR: tuple[str, ...] = (
    *("new", "next_meeting", "-", "undo", "redo", "-", "check", "-", "export", "paper"),
    *("-", "finish"),
)


class Doing(Protocol):
    """Gives what an action is to be connected to, by its name: `ui.commands.commands` has it."""

    def slot(self, action: str, /, *, checkable: bool) -> Callable[..., object]: ...


def make_actions(texts: "Catalogue", doing: Doing, parent: QWidget) -> dict[str, QAction]:
    """The actions by name, each connected to what does it."""
    made = {}
    for row in ACTIONS:
        action = QAction(texts(row.text), parent)
        action.setObjectName(row.name)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setCheckable(row.checkable)
        action.setToolTip(_tip(texts, row))
        signal = action.toggled if row.checkable else action.triggered
        signal.connect(doing.slot(row.name, checkable=row.checkable))
        made[row.name] = action
    for opener, names in OPENERS.items():
        menu = QMenu(parent)
        menu.addActions([made[name] for name in names])
        made[opener].setMenu(menu)
    return made


def take_away(actions: Mapping[str, QAction], preferences: "Preferences") -> None:
    """Hide what IT has switched off, with its keys; and a button that opens nothing any more."""
    for row in ACTIONS:
        if row.feature is not None and not preferences[row.feature]:
            actions[row.name].setVisible(False)
    for opener, names in OPENERS.items():
        actions[opener].setVisible(any(actions[name].isVisible() for name in names))


def show_for(actions: Mapping[str, QAction], *, writable: bool) -> None:
    """Hide, with their keys, the actions that write, where the archive can only be read."""
    actions[TO_WRITE].setVisible(not writable)
    if not writable:
        for name in WRITING:
            actions[name].setVisible(False)


def usable(is_open: bool, state: State, *, binned: bool = False) -> dict[str, bool]:
    """Whether each action that needs an open record can be used, by its name.

    `binned`: the record lies in the bin, where it neither comes further nor is deleted again.
    """
    return {
        row.name: is_open
        and (not row.states or (state in row.states and not binned))
        and not (binned and row.name == "delete")
        for row in ACTIONS
        if row.needs_record
    }


def fill_menu_bar(
    bar: QMenuBar, texts: "Catalogue", actions: Mapping[str, QAction]
) -> dict[str, QMenu]:
    """All menus, by their untranslated titles, so that the window can fill the dynamic ones."""
    menus: dict[str, QMenu] = {}
    for row in MENUS:
        _fill(bar.addMenu(texts(row.title)), row, texts, actions, menus)
    return menus


def fill_tool_bar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    for name in TOOLBAR:
        if name == "-":
            bar.addSeparator()
            continue
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        if isinstance(button, QToolButton):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)


def _fill(
    menu: QMenu,
    row: MenuRow,
    texts: "Catalogue",
    actions: Mapping[str, QAction],
    menus: dict[str, QMenu],
) -> None:
    menus[row.title] = menu
    for entry in row.entries:
        if isinstance(entry, MenuRow):
            _fill(menu.addMenu(texts(entry.title)), entry, texts, actions, menus)
        elif entry == "-":
            menu.addSeparator()
        else:
            menu.addAction(actions[entry])


def _tip(texts: "Catalogue", row: ActionRow) -> str:
    words = texts(row.tip or row.text).replace("&", "").rstrip("…")
    if not row.keys:
        return words
    keys = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({keys})"

"""Wires the program: what is made first, what waits until the window stands, and how it ends."""

import logging
import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.archive.writer import NotSaved, Saved
from app.house import House, house_of
from app.identity import new_id
from app.language.catalogue import Catalogue, load_catalogue
from app.paths import (
    archive_path,
    policy_path,
    preferences_path,
    resources_folder,
    settings_folder,
)
from app.press import Press
from app.settings.computer import own_archive, policy_of_computer
from app.settings.declared import CLASSIFIED, HAND_OVER, INTERFACE_SIZE, LANGUAGE, THEME
from app.settings.preferences import Preferences
from ui.actions import show_for, take_away
from ui.appearance.appearance import Appearance
from ui.appearance.icons import Icons
from ui.archive_life import ArchiveLife, World
from ui.commands import HANDING, PEOPLE, SETTINGS, VIEW, SetRow
from ui.commands.commands import Commands
from ui.commands.tools import Program, Tools
from ui.fetching import close_fetchers
from ui.follower import Follower
from ui.for_archive import ForArchive
from ui.last_place import LastPlace
from ui.list_filters import ListFilters
from ui.listing import Listing
from ui.main_window import MainWindow
from ui.offices import Kept, Offices
from ui.opened import Needs, Opened
from ui.preview.preview_panel import PreviewPanel
from ui.qt_texts import CatalogueTranslator
from ui.remembered import Remembered
from ui.rescue import Rescue, Ways
from ui.settings import Settings
from ui.single import Door, Request, door_of, hand_over
from ui.state_notice import StateNotice
from ui.teller import Teller
from ui.text_zoom import TextZoom
from ui.typing_help import TypingHelper

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.documents.wording import Wording
    from app.minutes.record import Minutes
    from ui.commands.command_set import CommandSet
    from ui.commands.handing_commands import HandingCommands
    from ui.commands.people_commands import PeopleCommands
    from ui.commands.settings_commands import SettingsCommands
    from ui.commands.view_commands import ViewCommands
    from ui.desk import Desk
    from ui.exporting import Exporter
    from ui.options import Options
    from ui.pages.kinds import PageKind
    from ui.pages.page import Page

LOG = logging.getLogger("bienban.start")
_LISTENS_AFTER = 100
"""Milliseconds from when the window can be used: what it listens with takes 8 ms to load."""


class Application(QObject):
    """The program with a window. `start` opens it; `stop` ends it with everything written."""

    ready = Signal()
    """The archive is open and the window can be used."""
    file_came = Signal(str)
    """The path of minutes to take in: from the command line, a double click, another start."""
    not_opened = Signal(object)
    """The archive cannot be opened: the KnownError that says why. The user is asked what to do."""
    reported = Signal(object)
    """What became of a save. The writer emits it from its thread; Qt brings it to the window's."""

    noticed = Signal(object)
    """A KnownError that the user should know of, though the work goes on. From any thread."""

    def __init__(self, qt: QApplication, options: "Options", kinds: Sequence["PageKind"]) -> None:
        super().__init__()
        self._qt = qt
        self._options = options
        self._kinds = kinds
        self._begun = time.perf_counter()
        self._resources = resources_folder()
        self._settings = Settings(settings_folder(os.environ))
        policy = options.policy or policy_of_computer(policy_path(os.environ))
        self._preferences = Preferences(preferences_path(os.environ), policy)
        self._appearance = Appearance(qt, self)
        self._icons = Icons(self._resources / "icons" / "tabler")
        self._press = Press(self._resources, tell=self.noticed.emit)
        self._offices = Offices(self._preferences, new_id, self)
        self._offices.changed.connect(self._use_house)
        self._typing = TypingHelper(qt, self._preferences, self)
        self._text_zoom = TextZoom(self._settings, self)
        self._remembered = Remembered(self)
        self._translator: CatalogueTranslator | None = None
        self.reported.connect(self._on_reported)
        usual = archive_path(os.environ)
        path = options.archive or own_archive(self._preferences, usual, os.environ)
        world = World(self._get_texts, self._get_window, self._preferences)
        needs = Needs(self.reported.emit, self._offices.start)
        self._life = ArchiveLife(path, world, needs, self)
        self._life.opened.connect(self._on_opened)
        self._life.not_opened.connect(self.not_opened)
        self._life.left.connect(qt.quit)
        self._door = Door(self)
        self._door.knocked.connect(self._on_knocked)
        self._begin_to_listen = QTimer(self, singleShot=True, interval=_LISTENS_AFTER)
        self._begin_to_listen.timeout.connect(self._listen)
        self._ends = False
        self._life.closing.connect(self._note_place)
        self._teller = Teller(world, self._life, self)
        self.noticed.connect(self._teller.tell_known)
        self._remembered.failed.connect(self._teller.tell_known)
        self._remembered.changed.connect(self._typing.offer_again)
        self.texts: Catalogue
        self.window: MainWindow
        self.listing: Listing
        self._shared = Program(
            self._press,
            self._preferences,
            self._offices,
            self._typing,
            self._resources,
            self._new_sample,
            self._on_kept,
        )
        self.file_came.connect(self._on_file_came)

    def is_elsewhere(self) -> bool:
        """Whether a window of the same archive, open already, took over what was asked for."""
        file = str(self._options.file or "")
        return hand_over(door_of(self._life.path, os.environ), Request(file))

    def be_the_one(self) -> None:
        """Be the only window of its archive: later starts hand over to it what they are asked for.

        It hears of them when it can be used. Until then they find the archive in use, and wait.
        """
        self._life.let_take_over(self.is_elsewhere)
        self.ready.connect(self._begin_to_listen.start)
        self.not_opened.connect(self._begin_to_listen.start)

    def _listen(self) -> None:
        self._door.open(door_of(self._life.path, os.environ))

    def tell_crash(self, report: str) -> None:
        """Tell of an earlier crash once the window can be used; "" for none."""
        self._teller.crash = report

    def start(self) -> None:
        """Take the steps that the window needs and show it; the archive comes after that."""
        self._speak(self._options.language or self._preferences[LANGUAGE])
        self._appearance.choose_size(self._preferences[INTERFACE_SIZE])
        self._appearance.choose_theme(self._preferences[THEME])
        self._rescue = Rescue(Ways(self.flush, self._teller.tell_known, self._teller.tell_problem))
        self._make_window()
        self._note("window")
        QTimer.singleShot(0, self._life, self._life.open)

    def wait(self, milliseconds: int = 0) -> int:
        """Let the program run until its window is closed, or for some milliseconds."""
        if milliseconds:
            QTimer.singleShot(milliseconds, self, self._leave)
        return int(self._qt.exec())

    def _leave(self) -> None:
        self._qt.exit(0)

    def stop(self) -> bool:
        """Let go of everything. False where something could not be written."""
        self.window.hide()
        self._typing.stop()
        self._begin_to_listen.stop()
        self._door.close()
        self._ends = True
        saved = self._life.close()
        self.window.deleteLater()
        self._rescue.stop()
        self._appearance.stop()
        self._speak("")
        self._settings.sync()
        return saved

    @property
    def desk(self) -> "Desk | None":
        """What lies open; None until the archive is open."""
        return self._opened.desk if self._opened else None

    @property
    def _opened(self) -> Opened | None:
        return self._life.current

    @property
    def _archive(self) -> "Archive | None":
        return self._opened.archive if self._opened else None

    def flush(self) -> bool:
        """Whether all that is open is in the archive now."""
        return self.desk.flush() if self.desk is not None else True

    def _speak(self, language: str) -> None:
        """Speak a language from now on; "" takes Qt's words back too."""
        if self._translator is not None:
            self._qt.removeTranslator(self._translator)
            self._translator = None
        if language:
            self.texts = load_catalogue(self._resources / "catalogues", language)
            self._translator = CatalogueTranslator(self.texts, self)
            self._qt.installTranslator(self._translator)
        QLocale.setDefault(QLocale(language) if language else QLocale.system())

    def _make_window(self) -> None:
        preview = PreviewPanel(self.texts, self._press.compose, self._press.rules_of)
        self.window = MainWindow(
            self.texts, self._kinds, self._make_page, preview, self._settings, self._icons
        )
        self._text_zoom.serve(self.window.pages)
        self.window.file_dropped.connect(self.file_came)
        self.window.restore()
        self.window.show()

    def _make_page(self, kind: "PageKind") -> "Page":
        return kind.load()(
            self.texts,
            new_id,
            wording=self._wording,
            suggestions=self._remembered,
            offices=self._offices.all,
            classified=self._preferences[CLASSIFIED],
        )

    def _wording(self) -> "Wording":
        return self._press.wording

    def _use_house(self) -> None:
        """Let documents be made as the offices and IT say now."""
        self._press.use(house_of(self._offices.all(), self._preferences, os.environ))

    def _get_offices(self) -> Kept:
        assert self._opened is not None
        return self._opened.archive.offices

    def _read_house(self) -> House:
        """What the offices and IT say, read in whatever thread first makes a document."""
        assert self._opened is not None
        with self._opened.archive.another() as own:
            return house_of(own.offices.all(), self._preferences, os.environ)

    def _on_opened(self, told: str) -> None:
        """Show the archive that is open now."""
        assert self._opened is not None
        archive = self._opened.archive
        self._opened.fetcher.failed.connect(self._teller.on_not_read)
        self._typing.use(archive.abbreviations)
        self._offices.use(self._get_offices)
        self._press.use_later(self._read_house)
        self._remembered.use(archive.another, self._open_record)
        self._opened.learner.learnt.connect(self._remembered.forget)
        self._opened.learner.failed.connect(self._teller.tell_known)
        if self.window.actions_by_name:  # it showed another archive, or this one before
            self._make_anew()
        else:
            self._join()
        self._note("archive")
        if not self._last_place.go_back():
            self.window.start.take_focus()
        policy = self._preferences.policy
        self._teller.greet(told, (*policy.problems, self._preferences.problem))
        self.ready.emit()
        if self._options.file is not None:
            file, self._options = self._options.file, self._options._replace(file=None)
            self.file_came.emit(str(file))

    def _join(self) -> None:
        """Put the desk and the window together."""
        assert self._opened is not None
        archive, desk = self._opened.archive, self._opened.desk
        window, texts = self.window, self.texts
        self.listing = Listing(archive, self._press.headlines, texts)
        self._offices.changed.connect(window.show_office)
        for_archive = ForArchive(archive, self._settings, self.listing, self._life)
        self._tools = Tools(window, desk, for_archive, self._shared, texts)
        self._commands = Commands(window, desk, self._tools, texts)
        self._commands.made.connect(self._on_commands_made)
        self._commands.listen()
        window.install_actions(self._commands)
        window.offer_expanding(on=self._typing.expanding, fixed=self._typing.fixed)
        take_away(window.actions_by_name, self._preferences)
        show_for(window.actions_by_name, writable=archive.writable)
        fetcher, checker = self._opened.fetcher, self._tools.checker
        self._follower = Follower(window, desk, self.listing, fetcher, checker, texts)
        self._filters = ListFilters(window, archive.another, texts)
        self._notice = StateNotice(window, desk, archive, self._opened.why_read_only, texts)
        self._last_place = LastPlace(window, desk, archive.path, self._settings.folder)

    @property
    def exporter(self) -> "Exporter":
        """What writes documents."""
        return self._tools.exporter

    def _on_commands_made(self, row: SetRow, made: "CommandSet") -> None:
        """Hear of what a set of commands says to the program around its window."""
        if row is VIEW:
            cast("ViewCommands", made).language_chosen.connect(self._change_language)
        elif row is PEOPLE:
            cast("PeopleCommands", made).directory_changed.connect(self._remembered.forget)
        elif row is SETTINGS:
            # Queued: the field that was used must be done with it before it is made anew.
            cast("SettingsCommands", made).look_chosen.connect(
                self._on_look_chosen, Qt.ConnectionType.QueuedConnection
            )

    def _on_kept(self) -> None:
        if self._opened is not None:
            self._follower.refresh_row()
            self._opened.learner.learn_open()

    def _on_file_came(self, path: str) -> None:
        if self._opened is not None and self._preferences[HAND_OVER]:
            cast("HandingCommands", self._commands.set_of(HANDING)).open_path(path)

    def _open_record(self) -> "Minutes | None":
        return self.desk.record if self.desk is not None else None

    def _on_reported(self, report: Saved | NotSaved) -> None:
        if isinstance(report, NotSaved):
            LOG.info("not saved: %s", type(report.error).__name__)
        if self._opened is not None:  # the last report comes when all is closed already
            self._follower.show_saved(report)

    def _change_language(self, language: str) -> None:
        """Speak another language at once."""
        self._choose_language(language)
        self._speak(language)
        self._make_anew()

    def _on_look_chosen(self, key: str) -> None:
        """Look as was chosen in the settings, which stay open where they were."""
        if key == THEME.key:
            self._appearance.choose_theme(self._preferences[THEME])
            return
        if key == LANGUAGE.key:
            self._speak(self._preferences[LANGUAGE])
        self._appearance.choose_size(self._preferences[INTERFACE_SIZE])
        self._make_anew()
        cast("SettingsCommands", self._commands.set_of(SETTINGS)).settings_at(key)

    def _make_anew(self) -> None:
        """Make the window anew, with the same record open at the same page."""
        old, row = self.window, self.window.pages.row
        old.keep()
        self._make_window()
        self._join()
        self.window.pages.go_to(row)
        old.hide()
        close_fetchers(old)
        old.deleteLater()
        self.window.activateWindow()

    def _choose_language(self, language: str) -> None:
        """Speak it the next time too; where policy has fixed one, only until the end."""
        if not self._preferences.fixed_by(LANGUAGE):
            self._preferences.choose(LANGUAGE, language)

    def _note_place(self) -> None:
        """The archive is let go of: for good, or to be opened again at the same place."""
        if self._ends:
            self._last_place.end()
        else:
            self._last_place.note()

    def _on_knocked(self, request: Request) -> None:
        """Somebody started the program once more: here is its window."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()
        self._qt.alert(window)  # where the system does not let a window come to the front
        if request.file:
            self.file_came.emit(request.file)

    def _new_sample(self) -> "Minutes":
        from app.minutes.renewal import with_new_ids
        from app.sample import sample

        return with_new_ids(sample(self._resources), new_id)

    def _get_texts(self) -> Catalogue:
        return self.texts

    def _get_window(self) -> MainWindow:
        return self.window

    def _note(self, step: str) -> None:
        LOG.debug("%s after %.0f ms", step, (time.perf_counter() - self._begun) * 1000)

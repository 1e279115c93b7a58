"""The main window: where everything stands. What the actions do is in `commands/`."""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ui import actions
from ui.page_stack import MakePage, PageStack
from ui.widgets.archive_panel import ArchivePanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.help_key import HelpKeys
from ui.widgets.message_bar import MessageBar
from ui.widgets.more_button import draw_more
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from app.language.catalogue import Catalogue
    from ui.appearance.icons import Icons
    from ui.pages.kinds import PageKind
    from ui.preview.preview_panel import PreviewPanel
    from ui.settings import Settings

PANELS = ("archive_panel", "rail_panel", "preview_panel")
YIELDING = ("preview_panel", "archive_panel", "rail_panel")
"""Which of them gives way first where there is not room for all."""
WANTED = "_wanted"
"""What the name of a panel ends in where it is kept whether it is to be shown if there is room."""
LANGUAGES = {"vi": "Tiếng &Việt", "en": "&English"}
"""Each language by its own name, which is the same in every language."""
STARTS = ("new", "open_sample", "offices", "guide")
"""What the start page offers."""
ARCHIVE_LETTERS = 34
"""How wide the list is at first: a date, and how far its minutes are, beside each other."""
BESIDE = ("document_options", "send_for_review", "attachments", "reopen", "open_to_write")
"""What else is a button: beside the preview, and above the pages."""
FRAME = 4, 24
"""What a desktop puts at the sides of a window and above it, as Fusion takes it to be."""
_LETTERS, _LINES = 266, 64
"""How large the window is on the first day, if the screen is: 1600×900 where letters are usual."""
ICON_HEIGHT = 1.2
"""The height of an icon, in lines of text."""
_PAGE_LETTERS = 55
"""The width that a page of the form wants, in letters."""
_LEAST_LETTERS = 36
"""The width that no panel takes from it."""


class MainWindow(QMainWindow):
    """Lays the panels out, folds them, and remembers how they stood."""

    closing = Signal(object)
    file_dropped = Signal(str)
    """The path of a file with minutes that was dropped on the window."""
    help_asked = Signal(object)
    """The dialog of this window in which F1 was pressed."""

    def __init__(
        self,
        texts: "Catalogue",
        kinds: Sequence["PageKind"],
        make_page: MakePage,
        preview: "PreviewPanel",
        settings: "Settings",
        icons: "Icons",
    ) -> None:
        super().__init__()
        self._texts = texts
        self._settings = settings
        self._icons = icons
        # What stands above the panels is made before them: Tab goes in the order of making.
        self.notice = NoticeBar(self)
        self.messages = MessageBar(texts("Close"), self)
        self.archive = ArchivePanel(texts, self)
        self.rail = Rail(texts("Sections"), tuple(texts(kind.title) for kind in kinds), self)
        self.rail.setAccessibleDescription(texts("Arrow keys go from section to section."))
        self.start = EmptyState(
            texts("Welcome to Biên Bản"),
            texts("No minutes are open. Start new ones, or choose some from the archive."),
            self,
        )
        self.pages = PageStack(kinds, make_page, self.start, self)
        self.preview = preview
        self.tools = QToolBar(texts("Toolbar"), self, movable=False, objectName="toolbar")
        self.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.actions_by_name: dict[str, QAction] = {}
        self._drawn: set[str] = set()
        self.headline = ""
        self._no_room: set[str] = set()  # panels that were folded away for want of room
        self.sections = QActionGroup(self)
        self.languages = QActionGroup(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.show_headline("")

    def panel(self, name: str) -> QWidget:
        return {
            "archive_panel": self.archive,
            "rail_panel": self.rail,
            "preview_panel": self.preview,
        }[name]

    def show_headline(self, headline: str) -> None:
        self.headline = headline
        self.setWindowTitle(f"{headline} – Biên Bản" if headline else "Biên Bản")

    def install_actions(self, doing: actions.Doing) -> None:
        """Make the actions, connect what does what they say, and put them where they stand."""
        self.actions_by_name = actions.make_actions(self._texts, doing, self)
        menus = actions.fill_menu_bar(self.menuBar(), self._texts, self.actions_by_name)
        actions.fill_tool_bar(self.tools, self.actions_by_name)
        self._draw_icons(filter(self.actions_by_name.get, (*actions.TOOLBAR, *STARTS, *BESIDE)))
        for menu in self.findChildren(QMenu):
            menu.aboutToShow.connect(self._on_menu_opens)
        self._fill_sections(menus[actions.SECTIONS.title])
        self._fill_languages(menus[actions.LANGUAGE.title])
        # Keys of actions that stand in a menu alone die with the menu bar, where a desktop takes
        # it away or a platform shows none.
        self.addActions([*self.actions_by_name.values(), *self.sections.actions()])
        for name in PANELS:
            action = self.actions_by_name[name]
            action.setChecked(not self.panel(name).isHidden())
        self.preview.offer(self.actions_by_name["document_options"])
        self.start.offer([self.actions_by_name[name] for name in STARTS])

    def offer_expanding(self, *, on: bool, fixed: bool) -> None:
        """Show in the status line whether abbreviations are written out, and let it be switched."""
        action = self.actions_by_name["expand"]
        action.setChecked(on)
        action.setEnabled(not fixed)
        self.status.offer(action)

    def show_office(self) -> None:
        """An office has changed: show what is made of it."""
        self.preview.draw_now()
        self.pages.refresh_all("office")

    def open_menu_of(self, name: str) -> None:
        """Open the menu of a button of the toolbar under it."""
        action = self.actions_by_name[name]
        button = self.tools.widgetForAction(action)
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _fill_sections(self, menu: QMenu) -> None:
        for row, kind in enumerate(self.pages.kinds):
            action = QAction(f"&{row + 1} {self._texts(kind.title)}", self.sections)
            action.setShortcut(QKeySequence(f"Ctrl+{row + 1}"))
            action.setData(row)
            menu.addAction(action)

    def _fill_languages(self, menu: QMenu) -> None:
        for language, name in LANGUAGES.items():
            action = QAction(name, self.languages, checkable=True)
            action.setData(language)
            action.setChecked(language == self._texts.language)
            menu.addAction(action)

    def _lay_out(self) -> None:
        for panel in (self.archive, self.rail, self.pages, self.preview):
            self._splitter.addWidget(panel)
        for at, share in enumerate((0, 0, 3, 2)):  # the archive and the rail keep their width
            self._splitter.setStretchFactor(at, share)
        self.pages.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        margin = self.fontMetrics().averageCharWidth()
        self._splitter.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self.notice)
        column.addWidget(self.messages)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(middle)
        self.addToolBar(self.tools)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # Made last: Tab comes to it after the panels.
        told = self._texts("List what is missing or does not add up")
        self.status = StatusLine(told, self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.pages.go_to)
        self.pages.went_to.connect(self.rail.go_to)
        self.pages.badge_changed.connect(self.rail.set_badge)
        self.rail.go_to(0)
        self.rail.setEnabled(False)  # nothing is open yet
        HelpKeys(self).asked.connect(self.help_asked)

    def restore(self) -> None:
        """Stand as the window stood when it was last closed, on a screen that is there."""
        if not self.restoreGeometry(self._settings.state("geometry")):
            self.setGeometry(self._first_place())
        self._stay_on_screen()
        widths = self._first_widths()
        placed = self._settings.state("panels")
        fits = not placed.isEmpty() and not self._other_letters()
        for name, width in zip(PANELS, widths, strict=True):
            shown, wanted = (self._settings.flag(name + end, width > 0) for end in ("", WANTED))
            visible = shown if fits else (shown or wanted) and width > 0
            self.panel(name).setVisible(visible)
            if wanted and not visible:
                self._no_room.add(name)
        if not (fits and self._splitter.restoreState(placed)):
            self._share_out(widths)

    def show_panel(self, name: str, shown: bool) -> None:
        """Fold a panel away, or show it: the user wants it so."""
        self._no_room.discard(name)
        comes = shown and self.panel(name).isHidden()
        self.panel(name).setVisible(shown)
        if comes:
            self._make_room_beside(name)

    def _make_room_beside(self, name: str) -> None:
        """Let the page keep what it needs: others are folded away where the window would grow
        beyond its screen for all of them, and are made narrower."""
        needed, rail = self.pages.needed_width(), self.rail.sizeHint().width()
        more = max(0, needed - self.pages.minimumWidth())
        for other in YIELDING:
            least = self._splitter.minimumSizeHint().width() + more
            if not self.rail.isHidden():  # its words are to be read; only by hand it is narrower
                least += rail - self.rail.minimumSizeHint().width()
            if other != name and least > self._room().width():
                self.actions_by_name[other].setChecked(False)
                self._no_room.add(other)
        self._splitter.refresh()  # else it says how it stood before
        sizes, page = self._splitter.sizes(), self._splitter.indexOf(self.pages)
        shown = self._splitter.indexOf(self.panel(name))
        narrow = max(0, self._usual_widths()[name] - sizes[shown])  # folded from the first day on
        sizes[shown] += narrow
        sizes[page] -= narrow
        for panel in (self.preview, self.archive):
            at, least = self._splitter.indexOf(panel), panel.minimumSizeHint().width()
            short = max(0, min(needed - sizes[page], sizes[at] - least))
            sizes[page] += short
            sizes[at] -= short
        if sizes != self._splitter.sizes():
            self._splitter.setSizes(sizes)

    def reset(self) -> None:
        """Stand as on the first day: its size, in the middle of the screen, with its panels."""
        self.showNormal()
        self.setGeometry(self._first_place())
        widths = self._first_widths()
        for name, width in zip(PANELS, widths, strict=True):
            self.actions_by_name[name].setChecked(width > 0)
        self._no_room = {name for name, width in zip(PANELS, widths, strict=True) if not width}
        self._share_out(widths)

    def _other_letters(self) -> bool:
        """Whether the letters are larger or smaller than when the panels were placed."""
        kept = bytes(self._settings.state("letters").data())
        return kept.isdigit() and int(kept) != self.fontMetrics().averageCharWidth()

    def _share_out(self, widths: tuple[int, int, int]) -> None:
        archive, rail, preview = widths
        self._splitter.setSizes([archive, rail, self.width() - sum(widths), preview])

    def _stay_on_screen(self) -> None:
        """Move the window, and make it smaller, where its screen has gone or is smaller now."""
        room, place = self._room(), self.geometry()
        place.setSize(place.size().boundedTo(room.size()))
        if not room.contains(place):
            place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
            place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
        if place != self.geometry():
            self.setGeometry(place)

    def _room(self) -> QRect:
        """The screen less the frame that the desktop puts around the window."""
        side, top = FRAME
        return self.screen().availableGeometry().adjusted(side, top, -side, -side)

    def _first_place(self) -> QRect:
        """The middle of the screen, as large as the letters make it worth while."""
        room, metrics = self._room(), self.fontMetrics()
        size = QSize(metrics.averageCharWidth() * _LETTERS, metrics.height() * _LINES)
        place = QRect(room.topLeft(), size.boundedTo(room.size()))
        place.moveCenter(room.center())
        return place

    def _usual_widths(self) -> dict[str, int]:
        """Widths of the panels where there is room for them."""
        letter = self.fontMetrics().averageCharWidth()
        return {
            "archive_panel": letter * ARCHIVE_LETTERS,
            "rail_panel": self.rail.sizeHint().width(),
            "preview_panel": self.preview.comfortable_width(),
        }

    def _first_widths(self) -> tuple[int, int, int]:
        """Widths of archive, rail and preview; 0 folds one away for the sake of the page."""
        archive, rail, least = self._usual_widths().values()
        page = self.fontMetrics().averageCharWidth() * _PAGE_LETTERS
        rest = self.width() - rail - archive
        preview = min(rest * 38 // 100, rest - page)
        if preview >= least:
            return archive, rail, preview
        return (archive if rest >= page else 0), rail, 0

    def keep(self) -> None:
        """Remember how the window stands."""
        self._settings.keep_state("geometry", self.saveGeometry())
        self._settings.keep_state("panels", self._splitter.saveState())
        letter = self.fontMetrics().averageCharWidth()
        self._settings.keep_state("letters", QByteArray(str(letter).encode()))
        for name in PANELS:
            shown = not self.panel(name).isHidden()
            self._settings.keep_flag(name, shown)
            self._settings.keep_flag(name + WANTED, shown or name in self._no_room)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._minutes_in(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._minutes_in(event)
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)  # the file itself stays where it is
            event.accept()
            self.file_dropped.emit(path)

    def _minutes_in(self, event: QDropEvent) -> str:
        from app.handing.packed import SUFFIX
        from ui.widgets.dropped import dropped_file

        taking = self.actions_by_name.get("open_file")
        if QApplication.activeModalWidget() is not None or taking is None or not taking.isVisible():
            return ""
        return dropped_file(event.mimeData(), (SUFFIX, ".json"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.actions_by_name:
            self._draw_icons(set(self._drawn))

    def _on_menu_opens(self) -> None:
        self._draw_icons(set(self.actions_by_name) - self._drawn)

    def _draw_icons(self, names: Iterable[str]) -> None:
        """Give actions their icons, in the colours and the size that hold now."""
        size = round(self.fontMetrics().height() * ICON_HEIGHT)
        self.tools.setIconSize(QSize(size, size))
        draw_more(self.tools)
        dots = math.ceil(self.devicePixelRatio())
        for name in names:
            icon = self._icons.of_action(name, self.palette(), size, dots)
            self.actions_by_name[name].setIcon(icon)
            self._drawn.add(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)
        if event.isAccepted():
            self.keep()

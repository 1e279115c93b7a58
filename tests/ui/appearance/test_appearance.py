"""Colours and size in the real window."""

import ast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QMessageBox,
    QProxyStyle,
    QStyle,
    QToolButton,
    QWidget,
)

from app.paths import preferences_path
from app.settings.declared import INTERFACE_SIZE, THEME
from app.settings.preferences import Preferences
from tests.guards.source import modules
from ui.appearance.appearance import Appearance
from ui.appearance.palettes import READABLE, contrast
from ui.widgets.boxes import ButtonBox, MessageBox, file_dialog
from ui.widgets.command_bar import Command, CommandBar

ROLE = QPalette.ColorRole.Window


@pytest.fixture
def appearance(qapp):
    made = Appearance(qapp)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def chosen(environment_home):
    return Preferences(preferences_path({"BIENBAN_HOME": str(environment_home)}))


def restarted(start):
    """The program closed and started again."""
    for application in start.running:
        application.window.close()
        application.stop()
    start.running.clear()
    return start()


def test_theme_is_applied_at_once_and_taken_back(qapp, appearance):
    before = qapp.palette().color(ROLE).name()
    appearance.choose_theme("dark")
    assert appearance.dark
    assert qapp.palette().color(ROLE).lightnessF() < 0.2
    appearance.choose_theme("light")
    assert qapp.palette().color(ROLE).lightnessF() > 0.8
    appearance.stop()
    assert qapp.palette().color(ROLE).name() == before
    appearance._hints.colorSchemeChanged.connect(appearance._on_scheme_changed)  # noqa: SLF001
    appearance._needs.contrastPreferenceChanged.connect(appearance._colour)  # noqa: SLF001


def test_system_follows_the_system(qapp, appearance, monkeypatch):
    class Hints:
        scheme = Qt.ColorScheme.Dark

        def colorScheme(self):  # noqa: N802 - Qt's name
            return self.scheme

        def unsetColorScheme(self):  # noqa: N802 - Qt's name
            pass

    real = appearance._hints  # noqa: SLF001
    monkeypatch.setattr(appearance, "_hints", Hints())
    appearance.choose_theme("system")
    assert appearance.dark
    Hints.scheme = Qt.ColorScheme.Light
    real.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert qapp.palette().color(ROLE).lightnessF() > 0.8


@pytest.mark.parametrize(
    ("theme", "asked"),
    [("dark", Qt.ColorScheme.Dark), ("light", Qt.ColorScheme.Light), ("system", None)],
)
def test_frame_of_the_window_goes_along(appearance, monkeypatch, theme, asked):
    """It is the system's, which can only be asked."""

    class Hints:
        scheme: object = "not asked"

        def setColorScheme(self, scheme):  # noqa: N802 - Qt's name
            self.scheme = scheme

        def unsetColorScheme(self):  # noqa: N802 - Qt's name
            self.scheme = None

        def colorScheme(self):  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Light

    hints = Hints()
    with monkeypatch.context() as patched:
        patched.setattr(appearance, "_hints", hints)
        appearance.choose_theme(theme)
    assert hints.scheme == asked


class Needs:
    """What the system says of the eyes of its user."""

    wanted = Qt.ContrastPreference.HighContrast

    def contrastPreference(self):  # noqa: N802 - Qt's name
        return self.wanted


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_strong_contrast_follows_the_system_in_either_theme(qapp, appearance, monkeypatch, theme):
    real = appearance._needs  # noqa: SLF001
    appearance.choose_theme(theme)
    usual = qapp.palette()
    monkeypatch.setattr(appearance, "_needs", Needs())
    real.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    ground, words = qapp.palette().color(ROLE), qapp.palette().color(QPalette.ColorRole.WindowText)
    assert contrast(ground, words) == pytest.approx(21)
    assert QApplication.palette("QLineEdit").color(ROLE) != ground, "the edge is worked out of it"
    monkeypatch.setattr(appearance, "_needs", real)
    real.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert qapp.palette() == usual
    assert QApplication.palette("QLineEdit").color(ROLE) == usual.color(ROLE)


def test_size_scales_letters_and_controls(qapp, appearance):
    letters = qapp.font().pointSizeF()
    metric = QStyle.PixelMetric.PM_IndicatorWidth
    box = qapp.style().pixelMetric(metric)
    appearance.choose_size(200)
    assert qapp.font().pointSizeF() == letters * 2
    assert qapp.style().pixelMetric(metric) == box * 2
    appearance.choose_size(100)
    assert qapp.font().pointSizeF() == letters
    assert qapp.style().pixelMetric(metric) == box


@pytest.mark.parametrize("size", [80, 200])
def test_program_starts_as_it_was_chosen(start, chosen, qapp, size):
    letters = qapp.font().pointSizeF()
    chosen.choose(THEME, "dark")
    chosen.choose(INTERFACE_SIZE, size)
    program = start()
    assert program.window.palette().color(ROLE).lightnessF() < 0.2
    assert program.window.font().pointSizeF() == letters * size / 100


def test_icons_of_a_window_follow_its_colours(start, qapp):
    program = start()
    action = program.window.actions_by_name["new"]
    before = action.icon().pixmap(20).toImage()
    program.application._appearance.choose_theme("dark")  # noqa: SLF001
    qapp.sendPostedEvents()
    assert action.icon().pixmap(20).toImage() != before


def test_first_window_fits_the_screen_at_twice_the_size(start, chosen):
    chosen.choose(INTERFACE_SIZE, 200)
    program = start()
    program.choose("New minutes")
    screen = program.window.screen().availableGeometry()
    assert screen.contains(program.window.frameGeometry())
    assert program.window.minimumSizeHint().width() <= screen.width()


def test_window_comes_back_from_a_screen_that_is_gone(start):
    program = start()
    program.window.setGeometry(QRect(QPoint(5000, 4000), program.window.size() / 2))
    again = restarted(start)
    assert again.window.screen().availableGeometry().contains(again.window.frameGeometry())


def test_window_larger_than_the_screen_is_made_smaller(start):
    program = start()
    program.window.resize(3000, 2500)
    again = restarted(start)
    assert again.window.screen().availableGeometry().contains(again.window.frameGeometry())


def test_reset_gives_the_window_its_first_place_and_panels(program):
    program.window.resize(400, 300)
    for panel in ("Archive panel", "Sections panel", "Preview panel"):
        if program.action(panel).isChecked():
            program.choose(panel)
    program.choose("Reset the window")
    screen = program.window.screen().availableGeometry()
    assert screen.contains(program.window.frameGeometry())
    assert program.window.width() > 0.9 * screen.width()
    assert program.window.height() > 0.9 * screen.height()
    assert program.window.rail.isVisible()


def test_accent_is_the_systems_where_it_has_one(qapp, appearance):
    told = qapp.palette()
    told.setColor(QPalette.ColorRole.Accent, QColor("#8b1a1a"))
    qapp.setPalette(told)
    other = Appearance(qapp)
    other.choose_theme("light")
    shown = QApplication.palette().color(QPalette.ColorRole.Highlight).name()
    other.stop()
    other.deleteLater()
    assert shown == "#8b1a1a"


class WithIcons(QProxyStyle):
    """As on desktops that want icons on the buttons of dialogs."""

    def styleHint(self, hint, *rest):  # noqa: N802
        wants = hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if wants else super().styleHint(hint, *rest)


@pytest.fixture
def with_icons(qapp):
    qapp.setStyle(WithIcons("Fusion"))
    yield
    qapp.setStyle("Fusion")


def test_buttons_of_dialogs_have_no_foreign_icons(with_icons, qtbot):
    close, cancel = QDialogButtonBox.StandardButton.Close, QDialogButtonBox.StandardButton.Cancel
    bare = QDialogButtonBox(close)
    qtbot.addWidget(bare)
    assert not bare.button(close).icon().isNull()
    box, question = ButtonBox(close), MessageBox()
    qtbot.addWidget(box)
    qtbot.addWidget(question)
    box.addButton(cancel)
    question.addButton(QMessageBox.StandardButton.Cancel)
    buttons = [*box.buttons(), *question.buttons()]
    assert len(buttons) == 3
    assert all(button.icon().isNull() for button in buttons)


def test_dialog_for_files_has_none_either(with_icons, qtbot):
    made = file_dialog()
    qtbot.addWidget(made)
    buttons = [b for box in made.findChildren(QDialogButtonBox) for b in box.buttons()]
    assert len(buttons) == 2
    assert all(button.icon().isNull() for button in buttons)


def test_every_dialog_has_its_buttons_without_icons():
    """Qt's own boxes are made in one place."""
    made = {
        (module.name, call.func.id)
        for module in modules()
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if module.name != "ui.widgets.boxes"
        if call.func.id in {"QDialogButtonBox", "QFileDialog", "QMessageBox"}
    }
    assert made == set()


@pytest.mark.parametrize(("size", "stays"), [(100, True), (150, False)])
def test_larger_letters_do_not_squeeze_the_page(start, chosen, size, stays):
    first = start()
    preview = first.window.preview
    if preview.isHidden():
        first.choose("Preview panel")
    chosen.choose(INTERFACE_SIZE, size)
    window = restarted(start).window
    assert window.preview.isVisible() == stays
    assert window.actions_by_name["preview_panel"].isChecked() == stays


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_box_to_tick_can_be_seen(appearance, qtbot, theme):
    appearance.choose_theme(theme)
    page = QWidget()
    qtbot.addWidget(page)
    box = QCheckBox("", page)
    page.resize(60, 60)
    box.move(20, 20)
    page.show()
    picture = page.grab().toImage()
    ground = picture.pixelColor(2, 2)
    middle = 20 + box.height() // 2
    row = [picture.pixelColor(x, middle) for x in range(18, 40)]
    assert max(contrast(colour, ground) for colour in row[:8]) >= 3  # WCAG 2, 1.4.11


def test_more_arrow_of_a_toolbar_is_seen_on_dark_ground(qapp, appearance, qtbot):
    bar = CommandBar("Bar", [Command(f"A long command {n}") for n in range(9)], QWidget())
    qtbot.addWidget(bar)
    bar.resize(200, 40)
    bar.show()
    appearance.choose_theme("dark")
    qtbot.waitUntil(lambda: bar.palette().color(ROLE) == qapp.palette().color(ROLE))
    arrow = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert arrow.isVisible()
    picture = arrow.icon().pixmap(32, 32).toImage()
    pixels = [
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    ]
    drawn = [colour for colour in pixels if colour.alpha() == 255]
    assert drawn
    ground = bar.palette().color(ROLE)
    assert min(contrast(colour, ground) for colour in drawn) >= READABLE

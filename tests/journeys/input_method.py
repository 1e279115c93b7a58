"""Types Vietnamese into the real program through ibus-unikey; run it inside `dbus-run-session`.

    dbus-run-session -- python -m tests.journeys.input_method HOME

The keys are an X server's, as a keyboard makes them: nothing here sends a Qt event. What the
record holds at the end is written beside the archive, as JSON.
"""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.walk import Walk

TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
SHAPES = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
ENGINE = "Unikey"
TYPED = "typed.json"
TRIES = 100
BETWEEN_KEYS = "25"
"""Milliseconds between two keys: a fast typist's are four times as many."""
SENTENCE = "Tăng cường quản lý đất đai, xây dựng; giữ vững quốc phòng."
ABBREVIATED, WRITTEN_OUT = "Gửi các đc ", "Gửi các đồng chí "
HALF_A_WORD = "nghị quyết"


def telex(text: str) -> str:
    """The keys that make a text: a letter's shape right after it, the tone at the word's end."""
    return " ".join(map(_word, text.split(" ")))


def _word(word: str) -> str:
    keys, tone, end = "", "", ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in TONES:
            tone = TONES[letter]
        elif letter == "\u0302":
            keys += keys[-1].lower()
        elif letter in SHAPES:
            keys += SHAPES[letter]
        elif letter in "đĐ":
            keys += "dd" if letter == "đ" else "Dd"
        elif letter.isalnum():
            keys += letter
        else:
            end += letter
    return keys + tone + end


def begin_ibus() -> subprocess.Popen[bytes]:
    """The daemon, with Unikey as the engine that is on."""
    daemon = subprocess.Popen(
        ["ibus-daemon", "--xim", "--panel", "disable", "--replace"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(TRIES):
        # Its exit code tells of the keyboard's layout too, which a bare X server has none of.
        subprocess.run(["ibus", "engine", ENGINE], capture_output=True, check=False)
        asked = subprocess.run(["ibus", "engine"], capture_output=True, text=True, check=False)
        if asked.stdout.strip() == ENGINE:
            return daemon
    daemon.kill()
    raise SystemExit(f"ibus does not come to {ENGINE}: {asked.stderr}")


def type_in_the_program(home: Path) -> None:
    """Write minutes as a secretary does, and close the window in the middle of a word."""
    from PySide6.QtWidgets import QApplication

    from app.archive.archive import Archive
    from app.minutes.canonical import to_json
    from app.paths import archive_path
    from ui.application import Application
    from ui.options import Options
    from ui.pages.kinds import PAGES
    from ui.walk import Walk

    qt = QApplication(["bienban"])
    walk = Walk(lambda: Application(qt, Options(None, "vi"), PAGES), home)
    try:
        record_id = _write(walk)
    finally:
        walk.stop()  # else its threads keep a walk that got lost from ever ending
    with Archive.open(archive_path(os.environ), write=False) as archive:
        (home / TYPED).write_bytes(to_json(archive.load(record_id)))


def _write(walk: "Walk") -> str:
    from app.minutes.place import Place

    window = walk.program.window
    walk.program._typing.keep({"đc": "đồng chí"})  # noqa: SLF001 - the office's own table
    walk.act("new")
    record_id = walk.record.id
    field = walk.go_to(Place("directions"))
    run("xdotool", "windowfocus", str(int(window.winId())))
    walk.until(lambda: window.isActiveWindow() and field.hasFocus())

    def type_keys(keys: str, done: Callable[[], bool]) -> None:
        typing = subprocess.Popen(["xdotool", "type", "--delay", BETWEEN_KEYS, "--", keys])
        walk.until(done)
        walk.until(lambda: typing.poll() is not None)

    type_keys(telex(SENTENCE), lambda: field.toPlainText() == SENTENCE)
    run("xdotool", "key", "Return")
    walk.until(lambda: field.document().blockCount() == 2)
    type_keys(telex(ABBREVIATED), lambda: field.toPlainText().endswith(WRITTEN_OUT))
    first = HALF_A_WORD.split(" ")
    type_keys(telex(HALF_A_WORD), lambda: getattr(field, "_composed", "") == first[-1])
    assert first[-1] not in field.toPlainText()  # it is still the input method's
    run("xdotool", "key", "ctrl+q")
    walk.until(lambda: not window.isVisible())
    return record_id


def run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    os.environ |= {"QT_IM_MODULE": "ibus", "QT_QPA_PLATFORM": "xcb"}
    ibus = begin_ibus()
    try:
        type_in_the_program(Path(sys.argv[1]))
    finally:
        ibus.terminate()
        ibus.wait()

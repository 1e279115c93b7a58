"""The source report's speeches typed live, in the order of speaking, without the mouse."""

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from app.minutes.record import Minutes
from app.minutes.words import Purpose
from app.paths import resources_folder
from app.sample import sample
from tests.journeys.conftest import CTRL, Hands, Start
from tests.journeys.test_source_report import KEYS, alike, type_attendees, type_meeting
from ui.commands import live_commands

SENTENCES = 2
"""A passage with more than one is selected before it is marked: one key marks one sentence."""


def take_notes(hands: Hands, wanted: Minutes) -> None:
    for speech, letters in zip(wanted.speeches, ("nguyen thanh phu", "bui van"), strict=True):
        hands.press(Qt.Key.Key_Return, CTRL)
        hands.type(f"{letters}\n")
        for at, passage in enumerate(speech.passages):
            hands.type(f" {passage.text}" if at else passage.text)
            if passage.purpose is Purpose.PLAIN:
                continue
            if passage.text.count(";") >= SENTENCES:
                hands.select(passage.text)
                hands.press(KEYS[passage.purpose])
                hands.press(Qt.Key.Key_End, CTRL)
            else:
                hands.press(KEYS[passage.purpose])


def test_the_source_report_typed_live(start: Start, tmp_path: Path) -> None:
    wanted = sample(resources_folder())
    hands = start(tmp_path / "bienban.sqlite")
    window = hands.application.window
    hands.press(Qt.Key.Key_N, CTRL)
    type_meeting(hands)
    type_attendees(hands, wanted)
    hands.press(Qt.Key.Key_F11)
    assert not window.preview.isVisible()
    take_notes(hands, wanted)
    hands.press(Qt.Key.Key_F11)
    assert window.preview.isVisible()
    hands.fill("Phần", "Phát biểu kết luận")
    hands.fill("Dấu nối", "Dấu phẩy")

    typed, told = alike(hands.record).speeches, alike(wanted).speeches
    times = [speech.time for speech in typed]
    assert all(time is not None and time == time.replace(second=0, microsecond=0) for time in times)
    for ours, theirs in zip(typed, told, strict=True):
        assert (ours.speaker, ours.part, ours.joiner) == (
            theirs.speaker,
            theirs.part,
            theirs.joiner,
        )
        spoken = [(p.text, p.purpose, p.opens_paragraph) for p in ours.passages]
        assert spoken == [(p.text, p.purpose, p.opens_paragraph) for p in theirs.passages]
    petitions = [p.id for p in typed[0].passages if p.purpose is Purpose.PETITION]
    answered = [p.answers for p in typed[0].passages if p.purpose is Purpose.REPLY]
    assert answered == [petitions[0], petitions[1], petitions[1]]


def test_another_page_ends_live_notes(start: Start) -> None:
    hands = start()
    window = hands.application.window
    hands.press(Qt.Key.Key_N, CTRL)
    hands.press(Qt.Key.Key_F11)
    assert window.pages.row == 5
    assert "Ghi trực tiếp" in hands.words()
    hands.page(1)
    assert not window.actions_by_name["live"].isChecked()
    assert window.preview.isVisible()
    hands.page(6)
    assert "Ghi trực tiếp" not in hands.words()


class Clock(datetime.datetime):
    """Between two minutes, where a clock mostly is."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "Clock":
        return cls(2022, 5, 20, 8, 31, 59, 999_999, tz)


def test_a_speech_begins_at_a_whole_minute(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    hands = start()
    hands.press(Qt.Key.Key_N, CTRL)
    hands.press(Qt.Key.Key_F11)
    monkeypatch.setattr(live_commands, "datetime", SimpleNamespace(datetime=Clock))
    hands.press(Qt.Key.Key_Return, CTRL)
    monkeypatch.undo()
    assert [speech.time for speech in hands.record.speeches] == [datetime.time(8, 31)]


def test_new_minutes_without_a_speech_take_the_keys_of_the_page(start: Start) -> None:
    hands = start()
    hands.press(Qt.Key.Key_N, CTRL)
    hands.page(6)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.type("Lê Hoa\n\n")
    hands.press(Qt.Key.Key_N, CTRL)
    hands.page(6)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.type("Lê Hoa\n\nMột.")
    (speech,) = hands.record.speeches
    assert [passage.text for passage in speech.passages] == ["Một."]

"""The pictures of the guide and of the README show what the window shows now."""

import re
from collections.abc import Iterator

import pytest

from app.paths import resources_folder
from tests.conftest import CHECKOUT
from tests.ui.looks.help_pictures import WHOLE, WORDS, sights, told
from tests.ui.looks.speaking import words_in_order
from tests.ui.looks.stage import Look, Stage

PICTURES = resources_folder() / "help" / "pictures"
ANEW = "has grown old: `make help-pictures`, look at it, commit it. It and the window differ in"


@pytest.fixture
def stage(qapp, tmp_path) -> Iterator[Stage]:
    made = Stage(qapp, tmp_path / "home", Look(), None)
    yield made
    made.stop()


def test_every_picture_and_no_other_says_what_its_window_says(stage):
    kept = _kept()
    now = {name: _still(words_in_order(seen)) for name, seen in sights(stage)}
    old = [
        f"{name}.png {ANEW} {sorted(set(kept.get(name, ())) ^ set(words))}"
        for name, words in now.items()
        if sorted(kept.get(name, ())) != sorted(words)  # letters of another width flow otherwise
    ]
    assert old == []
    assert set(kept) == set(now) == {path.stem for path in PICTURES.glob("*.png")}


def test_every_picture_is_shown_somewhere():
    texts = [(resources_folder() / "help" / "huong-dan.md").read_text("utf-8")]
    texts += [(CHECKOUT / name).read_text("utf-8") for name in ("README.md", "README.vi.md")]
    shown = {name for text in texts for name in re.findall(r"pictures/([\w-]+)\.png", text)}
    assert shown == set(_kept())
    assert WHOLE in shown


def test_what_is_kept_is_read_as_it_was_written():
    assert _parts(told({"a": ["Lưu", "Hủy"], "b": []})) == {"a": ["Lưu", "Hủy"], "b": []}


def _kept() -> dict[str, list[str]]:
    said = _parts((PICTURES / WORDS).read_text("utf-8"))
    return {name: _still(words) for name, words in said.items()}


def _still(words: list[str]) -> list[str]:
    """Without the page that the preview has come to: it follows the cursor a moment later."""
    return [re.sub(r"\d+/\d+$", "…", each) for each in words]


def _parts(text: str) -> dict[str, list[str]]:
    parts = [part.splitlines() for part in text.strip().split("\n\n")]
    return {head.strip("[]"): words for head, *words in parts}

"""Dialogs that read the archive in a thread: whole from the start, and the same with the answer.

No events happen in these tests before they are let happen, so the answer cannot be there yet.
"""

import datetime
from contextlib import closing
from functools import partial

import pytest
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView, QWidget

from app.archive.archive import Archive
from app.minutes.record import Minutes
from ui.dialogs.merge_dialog import MergeDialog
from ui.dialogs.register_dialog import RegisterDialog
from ui.fetching import Fetcher, close_fetchers
from ui.merging import Merger


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    close_fetchers(made)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "kho.sqlite"
    with closing(Archive.open(path)) as archive:
        archive.add(Minutes(id="m"))
    return path


def titles_fit(header: QHeaderView) -> bool:
    return all(header.sectionSize(i) >= header.sectionSizeHint(i) for i in range(header.count()))


def test_every_button_of_the_register_says_what_it_does(window, path, texts):
    opening = partial(Archive.open, path, write=False)
    day = datetime.date(2022, 5, 11)
    dialog = RegisterDialog(texts, opening, day, path.with_suffix(".docx"), window)
    assert [button for button in dialog.findChildren(QPushButton) if not button.text()] == []


def test_the_columns_of_a_merge_fit_their_titles_before_and_after(window, path, texts, qtbot):
    merger = Merger(partial(Archive.open, path, write=False), path, window)
    dialog = MergeDialog(texts, "cũ.sqlite", merger, lambda entry: entry.id, window)
    header = dialog.findChild(QTableView).horizontalHeader()
    assert titles_fit(header)
    widths = [header.sectionSize(column) for column in range(header.count())]
    qtbot.waitUntil(lambda: not dialog.busy)
    assert titles_fit(header)
    assert [header.sectionSize(column) for column in range(header.count())] == widths
    dialog.close()


def test_a_fetcher_is_busy_until_its_newest_question_is_answered(path, window, qtbot):
    fetcher = Fetcher(partial(Archive.open, path, write=False), window)
    assert not fetcher.busy
    fetcher.ask(lambda archive: archive.years())
    fetcher.ask(lambda archive: archive.years())
    assert fetcher.busy
    qtbot.waitUntil(lambda: not fetcher.busy)
    fetcher.ask(lambda archive: archive.years())
    fetcher.close()
    assert not fetcher.busy, "nothing is answered any more"

"""Pages as the window holds them: listening to a session whose clock stands still."""

from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import count
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.archive.vocabulary import Vocabulary
from app.documents.wording import Wording, read_wording
from app.editing.session import Session
from app.language.catalogue import Catalogue
from app.minutes.record import Minutes
from app.paths import resources_folder
from ui.models.known_words import KnownWords
from ui.pages.page import Page

P = TypeVar("P", bound=Page)
Open = Callable[..., P]


@cache
def wording() -> Wording:
    return read_wording(resources_folder() / "wording")


@pytest.fixture
def session() -> Session:
    """A session over an empty record."""
    return Session(Minutes(id="record"), lambda: 0.0)


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id{next(numbers)}"


@pytest.fixture
def vocabulary() -> Vocabulary:
    """What was written before: nothing, unless the test says otherwise."""
    return Vocabulary()


@pytest.fixture
def open_page(
    qtbot: QtBot,
    session: Session,
    texts: Catalogue,
    new_id: Callable[[], str],
    vocabulary: Vocabulary,
) -> Callable[[type[P]], P]:
    """Makes a page, shows it, and opens the session's record on it."""

    def opened(kind: type[P], **given: object) -> P:
        page = kind(
            texts,
            new_id,
            wording=wording,
            today=lambda: date(2022, 5, 20),
            suggestions=KnownWords(vocabulary),
            **given,
        )
        qtbot.addWidget(page)
        session.listen(page.refresh)
        page.open(session)
        page.resize(900, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return opened

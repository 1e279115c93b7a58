"""What the earlier meeting left to do stands folded on the page of conclusions, open where there
is something."""

from collections.abc import Callable

import pytest

from app.editing.session import Session
from app.minutes.place import Place
from app.minutes.prior_tasks import PriorTask
from app.minutes.record import Minutes
from ui.pages.conclusions_page import ConclusionsPage


@pytest.fixture
def page(open_page: Callable[..., ConclusionsPage]) -> ConclusionsPage:
    return open_page(ConclusionsPage)


def with_tasks(page: ConclusionsPage, record_id: str, *tasks: str) -> Session:
    prior = tuple(PriorTask(id=f"{record_id}{task}", task=task) for task in tasks)
    session = Session(Minutes(id=record_id, prior_tasks=prior), lambda: 0.0)
    session.listen(page.refresh)
    page.open(session)
    return session


def seen(page: ConclusionsPage) -> tuple[str, bool]:
    """What the line says, and whether the table is seen."""
    return page.prior.fold.text(), page.prior.table.view.isVisible()


def test_it_is_open_where_there_are_tasks(page: ConclusionsPage) -> None:
    words, open_ = seen(page)
    assert not open_
    with_tasks(page, "a", "Sửa cầu", "Báo cáo")
    assert seen(page) == (f"{words} (2)", True)
    with_tasks(page, "b")
    assert seen(page) == (words, False)


def test_it_stays_as_one_folds_it_until_other_minutes_are_open(page: ConclusionsPage) -> None:
    session = with_tasks(page, "a", "Sửa cầu")
    page.prior.fold.click()
    assert not seen(page)[1]
    session.edit(lambda r: r.but(prior_tasks=()), page.change_label("x"), Place("prior_tasks"))
    session.undo()
    assert not seen(page)[1]
    page.prior.fold.click()
    assert seen(page)[1]


def test_it_unfolds_for_a_place_in_it(page: ConclusionsPage) -> None:
    with_tasks(page, "a", "Sửa cầu")
    page.prior.fold.click()
    assert page.show_place(Place("prior_tasks", "aSửa cầu", "task"))
    assert seen(page)[1]
    assert page.prior.table.view.has_focus_inside()

"""Correcting a name: what is asked of the archive, and what is done there. No widgets here."""

import datetime
from collections.abc import Callable
from typing import NamedTuple

from app.archive.archive import Archive
from app.archive.entries import Entry, Filters, State, Window
from app.editing.correct_name import correct_name
from app.editing.edits import Edit
from app.minutes.directory import Person
from app.minutes.record import Minutes

MOST = 200
"""Drafts that are listed at most."""
Open = Callable[[], Archive]


class Named(NamedTuple):
    """Somebody's name as it is written now, and the person's id in the directory, or ""."""

    name: str
    person_id: str = ""


class Correction(NamedTuple):
    """Whose name becomes what, also in running text or not, and in which other drafts."""

    old: str
    new: str
    in_texts: bool
    drafts: tuple[str, ...]


class Found(NamedTuple):
    """The other drafts in which a name would be corrected."""

    name: str
    drafts: tuple[Entry, ...]


def ids_of(archive: Archive, named: Named) -> frozenset[str]:
    """The ids that links to the person may have; where nobody is linked, all of that name."""
    people = archive.people
    person = people.person(named.person_id) if named.person_id else None
    meant = [person] if person else people.called(named.name)
    return frozenset(found for each in meant for found in people.ids(each.id))


class Finding(NamedTuple):
    """Looks for other drafts than the open one that have a name; for a thread of its own."""

    open_archive: Open
    named: Named
    open_id: str

    def __call__(self) -> Found:
        name = self.named.name
        with self.open_archive() as archive:
            edit = correct_name(name, f"{name}…", ids_of(archive, self.named))
            return Found(name, tuple(self._drafts(archive, edit)))

    def _drafts(self, archive: Archive, edit: Edit) -> list[Entry]:
        found = [
            entry
            for state in (State.DRAFT, State.REVIEW)
            for entry in archive.search(f'"{self.named.name}"', Filters(state=state), Window(MOST))
            if entry.id != self.open_id
        ]
        return [entry for entry in found if _changes(edit, archive, entry.id)]


class Corrected(NamedTuple):
    """What a correction changed besides the open record: each before it and after it."""

    people: tuple[tuple[Person, Person], ...]
    drafts: tuple[tuple[Minutes, Minutes], ...]


class Correcting(NamedTuple):
    """Corrects a name in the directory and in other drafts, all of them or none."""

    open_archive: Open
    named: Named
    correction: Correction
    today: datetime.date

    def __call__(self) -> Corrected:
        """What was changed."""
        people, drafts = [], []
        with self.open_archive() as archive:
            edit = edit_of(archive, self.named, self.correction)

            def noted(record: Minutes) -> Minutes:
                now = edit(record)
                if now is not record:
                    drafts.append((record, now))
                return now

            archive.rewrite(self.correction.drafts, noted)
            for person_id in ids_of(archive, self.named):
                person = archive.people.person(person_id)
                if person is not None and person.name == self.correction.old:
                    now = person.but(name=self.correction.new)
                    archive.people.change(now, self.today)
                    people.append((person, now))
        return Corrected(tuple(people), tuple(drafts))


class Following(NamedTuple):
    """Takes a correction back in the directory, or makes it again, as the open record has it.

    Somebody who has become something else since stays so.
    """

    open_archive: Open
    corrected: Corrected
    made: bool
    today: datetime.date

    def __call__(self) -> int:
        """How many people were changed."""
        count = 0
        with self.open_archive() as archive:
            for was, now in self.corrected.people:
                if self.made and archive.people.person(now.id) == was:
                    archive.people.change(now, self.today)
                elif not self.made and archive.people.person(now.id) == now:
                    archive.people.take_back(was)
                else:
                    continue
                count += 1
        return count


class FollowingThere(NamedTuple):
    """The same in the other drafts; those that were worked on since stay as they are."""

    open_archive: Open
    corrected: Corrected
    made: bool

    def __call__(self) -> int:
        """How many drafts were changed."""
        pairs = {was.id: (was, now) for was, now in self.corrected.drafts}

        def follow(record: Minutes) -> Minutes:
            was, now = pairs[record.id]
            if self.made:
                return now if record == was else record
            return was if record == now else record

        with self.open_archive() as archive:
            return len(archive.rewrite([key for key in pairs if archive.has(key)], follow))


def edit_of(archive: Archive, named: Named, correction: Correction) -> Edit:
    """The edit that corrects a name in a record."""
    old, new, in_texts, _drafts = correction
    return correct_name(old, new, ids_of(archive, named), in_texts=in_texts)


def _changes(edit: Edit, archive: Archive, record_id: str) -> bool:
    record = archive.load(record_id)
    return edit(record) is not record

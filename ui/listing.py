"""The archive's list for the left panel: entries as rows, read a window at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.archive.entries import Entry, Filters, State, Window
from app.documents.outline import Run
from app.documents.pieces import LEADER, text_of
from app.language.dates import short_date
from app.language.matching import Terms, excerpt, has_all, marked, terms_of
from app.marking import N_
from ui.models.archive_model import ArchiveRow, Wanted

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.documents.wording import Sentences
    from app.language.catalogue import Catalogue
    from app.minutes.record import Minutes
    from app.minutes.words import MeetingKind

MARKS = {State.DRAFT: "○", State.REVIEW: "◐", State.FINAL: "●"}
"""How far a record has come at a glance, in the colour of the letters."""
STATES = {
    State.DRAFT: N_("Draft"),
    State.REVIEW: N_("In review"),
    State.FINAL: N_("Final"),
}


class Listing:
    """Reads rows from the archive. A record without a headline of its own has the composed one."""

    def __init__(self, archive: "Archive", sentences: "Sentences", texts: "Catalogue") -> None:
        self._archive = archive
        self._sentences = sentences
        self._texts = texts

    def years(self, *, binned: bool = False) -> list[int]:
        return self._archive.years(binned=binned)

    def fetch(
        self, archive: "Archive", wanted: Wanted, offset: int, limit: int
    ) -> Sequence[ArchiveRow]:
        """Rows of what is wanted. It runs in the thread that `archive` was opened in."""
        filters = Filters(wanted.year, wanted.host, wanted.state, wanted.binned, wanted.person)
        window = Window(limit, offset)
        if not wanted.text:
            return [self._row(entry) for entry in archive.entries(filters, window)]
        found = archive.search(wanted.text, filters, window)
        return self._with_hits(archive, found, terms_of(wanted.text))

    def _with_hits(
        self, archive: "Archive", found: Sequence[Entry], terms: Terms
    ) -> list[ArchiveRow]:
        """The rows with what was found marked: in the headline, and where it stands else."""
        texts = archive.texts([entry.number for entry in found])
        rows = []
        for entry in found:
            row = self._row(entry)
            headline = marked(row.headline, terms)
            pieces = () if has_all(headline, terms) else texts.get(entry.number, "").split("\n")
            rows.append(row._replace(hits=headline.ranges, excerpt=excerpt(pieces, terms)))
        return rows

    def row(self, record_id: str) -> ArchiveRow:
        return self._row(self._archive.entry(record_id))

    def line(self, entry: Entry) -> str:
        """One entry in one line: when, what, how far."""
        row = self._row(entry)
        return " · ".join((row.date, row.headline, row.state))

    def headline(self, record: "Minutes") -> str:
        """What the meeting is called; "" where nothing of it is known."""
        meeting = record.meeting
        host = meeting.host.name if meeting.host else ""
        return self._called(meeting.kind, meeting.headline, meeting.working_party, host)

    def called(self, entry: Entry) -> str:
        """What the list calls a record."""
        called = self._called(entry.kind, entry.headline, entry.working_party, entry.host)
        return called or self._texts("Minutes without a name")

    def _row(self, entry: Entry) -> ArchiveRow:
        date = short_date(entry.date) if entry.date else self._texts("no date")
        headline = self.called(entry)
        state = self._texts(STATES[entry.state])
        return ArchiveRow(entry.id, date, headline, state, MARKS[entry.state])

    def _called(self, kind: "MeetingKind", headline: str, party: str, host: str) -> str:
        if headline or not (party or host):
            return headline
        runs = {name: (Run(text or LEADER),) for name, text in (("party", party), ("host", host))}
        return text_of(self._sentences.compose(f"report.headline.{kind}", runs))

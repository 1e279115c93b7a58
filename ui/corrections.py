"""Undo and redo of a corrected name: the directory follows the open record, other drafts if wanted.

Whoever takes a step back takes back what it did. But other drafts are not in sight, and may be in
other hands by now: how many still have the name is told, with a button.
"""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.editing.session import Changed, Label, Session, Way
from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from ui.correcting import Corrected, Following, FollowingThere, Open
from ui.desk import Desk
from ui.jobs import run
from ui.widgets.message_bar import Choice, MessageBar

AGAIN_OLD = N_("The name is again {name}, in the directory too.")
AGAIN_NEW = N_("The name is corrected again to {name}, in the directory too.")
CHANGED_SINCE = N_("The directory keeps the name as it is there: it was changed since.")


@dataclass
class _Made:
    """A correction of the open record, and whether the archive has it made now."""

    label: Label
    names: tuple[str, str]
    corrected: Corrected | None = None
    wanted: bool = True
    done: bool = True


class Corrections(QObject):
    """`followed`: the directory, or other drafts, were changed."""

    followed = Signal()

    def __init__(
        self,
        desk: Desk,
        open_archive: Open,
        messages: MessageBar,
        texts: Catalogue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._open = desk, open_archive
        self._messages, self._texts = messages, texts
        self._made: list[_Made] = []
        self._at: _Made | None = None
        self._told: _Made | None = None
        desk.changed.connect(self._on_changed)
        desk.opened.connect(self._on_opened)

    def note(self, label: Label, old: str, new: str) -> None:
        """A step with this label corrects a name; what else that changes is not known yet."""
        self._made.append(_Made(label, (old, new)))

    def know(self, label: Label, corrected: Corrected) -> None:
        """What the step with this label changed besides the open record."""
        for made in self._made:
            if made.label is label:
                made.corrected = corrected
        self._follow()

    def _on_opened(self, _session: Session | None) -> None:
        self._made = []  # another history has begun
        if self._told is not None:
            self._told = None
            self._messages.dismiss()

    def _on_changed(self, changed: Changed) -> None:
        session = self._desk.session
        if session is None or changed.way is Way.EDIT:
            return
        undone = changed.way is Way.UNDO
        step = session.redo_step if undone else session.undo_step
        for made in self._made:
            if step is not None and made.label is step.label:
                made.wanted = not undone
        self._follow()

    def _follow(self) -> None:
        """One at a time, and until the archive is as the open record has it."""
        if self._at is not None:
            return
        for made in self._made:
            if made.corrected is not None and made.wanted != made.done:
                self._at, made.done = made, made.wanted
                today = datetime.date.today()
                work = Following(self._open, made.corrected, made.done, today)
                run(work, self, self._on_followed, self._on_failed)  # type: ignore[arg-type]
                return

    def _on_followed(self, people: int) -> None:
        made, self._at = self._at, None
        assert made is not None
        self.followed.emit()
        self._tell(made, people)
        self._follow()

    def _tell(self, made: _Made, people: int) -> None:
        assert made.corrected is not None
        texts, drafts = self._texts, len(made.corrected.drafts)
        old, new = made.names
        said = []
        if made.corrected.people and not people:
            said.append(texts(CHANGED_SINCE))
        elif people:
            said.append(texts(AGAIN_NEW, name=new) if made.done else texts(AGAIN_OLD, name=old))
        if not drafts:
            if said:
                self._messages.tell(said[0])
            return
        self._told = made
        said.append(
            texts.plural(
                "{count} other draft was corrected with it and stays as it is now.",
                "{count} other drafts were corrected with it and stay as they are now.",
                count=drafts,
            )
        )
        words = texts("&Correct there too") if made.done else texts("Take it back &there too")
        self._messages.tell(" ".join(said), Choice(words, self._follow_there))

    def _follow_there(self) -> None:
        made = self._told
        if made is None or made.corrected is None:
            return
        self._desk.flush()
        work = FollowingThere(self._open, made.corrected, made.done)
        run(work, self, self._on_followed_there, self._on_failed)  # type: ignore[arg-type]

    def _on_followed_there(self, drafts: int) -> None:
        self._desk.rewritten()
        self.followed.emit()
        self._messages.tell(
            self._texts.plural(
                "{count} other draft follows.", "{count} other drafts follow.", count=drafts
            )
            if drafts
            else self._texts("The other drafts were worked on since; they stay as they are.")
        )

    def _on_failed(self, error: Exception) -> None:
        self._at = None
        if not isinstance(error, KnownError):
            raise error
        self._messages.warn(error.told(self._texts))

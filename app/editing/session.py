"""Session: the open record, its edits and the one history for undo and redo over everything."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from app.minutes.difference import Difference, difference

if TYPE_CHECKING:
    from app.editing.edits import Edit
    from app.minutes.place import Place
    from app.minutes.record import Minutes

TYPING_PAUSE = 1.5
"""Seconds without a key after which typing starts a new step of the history."""


class Label(NamedTuple):
    """What a step is called in the menu: a message of the catalogue and its places."""

    message: str
    places: Mapping[str, str] = {}


class Step(NamedTuple):
    """One step of the history: the record before and after, its name, and where it happened."""

    before: "Minutes"
    after: "Minutes"
    label: Label
    place: "Place"


class Way(Enum):
    """How the record came to change."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class Changed(NamedTuple):
    """The one signal: what changed, where the step happened, and how."""

    difference: Difference
    place: "Place"
    way: Way


Listener = Callable[[Changed], None]


class Session:
    """One open record. `now` gives seconds of a clock that never goes back (time.monotonic)."""

    def __init__(self, record: "Minutes", now: Callable[[], float]) -> None:
        self._record = record
        self._now = now
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Listener] = []
        self._last_key: float | None = None
        self._locked = False

    @property
    def record(self) -> "Minutes":
        """The record as it is now."""
        return self._record

    @property
    def locked(self) -> bool:
        """Whether the record can only be read: no edit, no undo and no redo changes it."""
        return self._locked

    def lock(self, locked: bool = True) -> None:
        """Let the record be read only, or be changed again; the history is kept meanwhile."""
        self._locked = locked
        self.end_typing()

    @property
    def undo_step(self) -> Step | None:
        """The step that undo would take back, or None."""
        return self._done[-1] if self._done and not self._locked else None

    @property
    def redo_step(self) -> Step | None:
        """The step that redo would do again, or None."""
        return self._undone[-1] if self._undone and not self._locked else None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; the function returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def edit(
        self, edit: "Edit", label: Label, place: "Place", *, typing: bool = False
    ) -> Difference:
        """Make an edit; its difference is empty where it changed nothing, and while locked.

        `typing` edits of one place under one label join into one step until a pause, until
        `end_typing`, or until an edit that is not typing.
        """
        before = self._record
        after = before if self._locked else edit(before)
        changed = difference(before, after)
        if not changed:
            return changed
        joins = typing and self._joins(label, place)
        self._last_key = self._now()
        start = self._done.pop().before if joins else before
        if difference(start, after):
            self._done.append(Step(start, after, label, place))
        else:  # what was typed was deleted again: an undo that does nothing would puzzle
            self.end_typing()
        self._undone.clear()
        self._become(after, changed, place, Way.EDIT)
        return changed

    def end_typing(self) -> None:
        """The next typing edit starts a step of its own: the cursor moved, a field was left."""
        self._last_key = None

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none."""
        if self.undo_step is None:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.end_typing()
        self._become(step.before, difference(step.after, step.before), step.place, Way.UNDO)
        return step

    def redo(self) -> Step | None:
        """Do the last undone step again; None where there is none."""
        if self.redo_step is None:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.end_typing()
        self._become(step.after, difference(step.before, step.after), step.place, Way.REDO)
        return step

    def _joins(self, label: Label, place: "Place") -> bool:
        if self._last_key is None or not self._done:
            return False
        last = self._done[-1]
        soon = self._now() - self._last_key <= TYPING_PAUSE
        return soon and last.place == place and last.label == label

    def _become(self, record: "Minutes", changed: Difference, place: "Place", way: Way) -> None:
        self._record = record
        for listener in tuple(self._listeners):
            listener(Changed(changed, place, way))

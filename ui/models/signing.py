"""The issuance data of one document: found in the record, and made by the first edit."""

from collections.abc import Callable

from app.editing.edits import Edit, change_item, insert
from app.minutes.issuance import Issuance
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form


class Issuing:
    """Which document is meant, and the id that its issuance data has or will have."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._ids: dict[tuple[DocumentKind, Form], str] = {}
        self.kind, self.form = DocumentKind.MINUTES, Form.PARTY

    def choose(self, kind: DocumentKind, form: Form) -> None:
        """Mean another document from now on."""
        self.kind, self.form = kind, form

    def forget(self) -> None:
        """Another record is about to be shown: ids made for the one before are not for it."""
        self._ids.clear()

    def of(self, record: Minutes) -> Issuance:
        """What is kept for the document; a blank one where nothing is kept yet."""
        kept = record.issuance(self.kind, self.form)
        if kept is not None:
            self._ids[self.kind, self.form] = kept.id
            return kept
        item_id = self._ids.setdefault((self.kind, self.form), self._new_id())
        return Issuance(id=item_id, kind=self.kind, form=self.form)

    def changed(self, **fields: object) -> Edit:
        """An edit that sets fields, and makes the item if it is not there."""
        kind, form = self.kind, self.form

        def edit(record: Minutes) -> Minutes:
            issuance = self.of(record)
            if record.issuance(kind, form) is None:
                return insert("issuances", issuance.but(**fields))(record)
            return change_item("issuances", issuance.id, lambda item: item.but(**fields))(record)

        return edit

    def find(self, record: Minutes, item_id: str) -> tuple[DocumentKind, Form] | None:
        """The document that an issuance, or an item inside one, belongs to."""
        for issuance in record.issuances:
            inside = (*issuance.signatories, *issuance.recipients)
            if item_id == issuance.id or any(item.id == item_id for item in inside):
                return issuance.kind, issuance.form
        return next((key for key, known in self._ids.items() if known == item_id), None)

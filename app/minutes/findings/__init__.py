"""Findings: what a careful reader would ask about a record. They tell; they never change text."""

from app.minutes.findings import figures, people, speeches
from app.minutes.findings.finding import Finding, Rule, Severity
from app.minutes.mandatory import missing
from app.minutes.record import Minutes
from app.minutes.words import DocumentKind, Form

__all__ = ["MANDATORY", "Finding", "Severity", "findings"]

MANDATORY = "mandatory"
"""The rule of what a document must have and the record does not say yet."""
RULES: tuple[Rule, ...] = (*figures.RULES, *speeches.RULES, *people.RULES)


def findings(
    record: Minutes, kind: DocumentKind | None = None, form: Form | None = None
) -> tuple[Finding, ...]:
    """All findings; with a document kind also what that document must have and the record lacks."""
    found = [finding for rule in RULES for finding in rule(record)]
    if kind is not None:
        found += [
            Finding(MANDATORY, Severity.ERROR, lack.place, lack.message, lack.mend)
            for lack in missing(record, kind, form or record.form)
        ]
    return tuple(found)

"""Checks a Word file against a form: reads it, asks every rule, and gathers what they found."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from app.documents.forms import FormRules
from app.minutes.words import DocumentKind
from app.word.checking import (
    rules_alike,
    rules_closing,
    rules_layout,
    rules_letterhead,
    rules_letters,
    rules_lines,
    rules_number_date,
    rules_page,
    rules_page_number,
    rules_shape,
    rules_text,
    rules_title,
)
from app.word.checking.binding import TEXT_ROLES
from app.word.checking.checked import Rule, prepared
from app.word.checking.document import read_document
from app.word.checking.finding import FormatFinding, Said, Severity

RULES: Final[tuple[Rule, ...]] = (
    *rules_page.RULES,
    *rules_page_number.RULES,
    *rules_letterhead.RULES,
    *rules_lines.RULES,
    *rules_number_date.RULES,
    *rules_title.RULES,
    *rules_letters.RULES,
    *rules_shape.RULES,
    *rules_alike.RULES,
    *rules_closing.RULES,
    *rules_layout.RULES,
    *rules_text.RULES,
)


def check_document(data: bytes, rules: FormRules, kind: DocumentKind) -> tuple[FormatFinding, ...]:
    """What the .docx in `data` lacks to be a document of this kind in the form `rules`.

    Errors first, each in the order of the document. KnownError: the file cannot be read.
    """
    document = prepared(read_document(data), rules, kind)
    found = _gathered(chain.from_iterable(rule(document) for rule in RULES))
    return tuple(sorted(found, key=_order))


def _order(finding: FormatFinding) -> tuple[bool, int]:
    return finding.severity is not Severity.ERROR, finding.where.paragraph


def _gathered(findings: Iterable[FormatFinding]) -> Iterator[FormatFinding]:
    """The same found in many places is told once, at the first of them."""
    alike: dict[FormatFinding, list[FormatFinding]] = {}
    for finding in findings:
        rule = finding.rule
        if rule.role in TEXT_ROLES:  # the running text is one to the reader
            rule = rule._replace(role="")
        where = finding.where._replace(place=Said(""), paragraph=0)
        key = finding._replace(where=where, rule=rule)
        alike.setdefault(key, []).append(finding)
    for group in alike.values():
        first = min(group, key=lambda each: each.where.paragraph)
        others = len({each.where.paragraph for each in group}) - 1
        yield first._replace(where=first.where._replace(others=others or first.where.others))

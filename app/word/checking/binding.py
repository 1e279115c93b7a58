"""Which rules of a form bind any document, and how much a departure from each weighs."""

from typing import Any, Final

from app.documents.forms import Rule
from app.word.checking.facts import NOT_BINDING
from app.word.checking.finding import RuleName, Severity

TEXT_ROLES: Final = ("lede", "body", "opening_data", "section_heading", "subsection_heading",
                     "list_item")  # fmt: skip
"""The running text, whose paragraphs must be alike."""


def binds(rule: Rule[Any] | None) -> bool:
    """Whether a source asks for it, and leaves no choice that has no bounds."""
    if rule is None or rule.source in NOT_BINDING:
        return False
    return not (rule.setting and isinstance(rule.value, bool))


def severity(rule: Rule[Any]) -> Severity:
    """What is only inferred is worth a look, not more."""
    return Severity.WARNING if rule.sure == "K" else Severity.ERROR


def named(role: str, key: str, rule: Rule[Any]) -> RuleName:
    """The name of the rule `key` of a role."""
    return RuleName(role, key, rule.source)

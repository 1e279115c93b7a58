"""The format checker: measures any .docx against the rules of a form. It changes nothing.

It reads what Word means (styles, defaults, theme), and tells each departure with a way to mend it.
"""

from app.word.checking.check import check_document
from app.word.checking.finding import FormatFinding, RuleName, Said, Severity, Where

__all__ = ["FormatFinding", "RuleName", "Said", "Severity", "Where", "check_document"]

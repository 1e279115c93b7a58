"""Marks a text for the catalogue where it is written down, before anyone knows the language."""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools and readers know
    """`message` itself: the mark is for `make catalogues`, the translation comes at the edge."""
    return message

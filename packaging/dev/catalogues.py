"""Keeps the translations in step with the code: extracts, updates and compiles them.

The one place that knows which calls mark a text for translation; the guard
tests/guards/test_catalogues.py reads the same extraction.
"""

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources/catalogues"
LANGUAGES = ("vi",)

METHODS = [("app/**.py", "python"), ("ui/**.py", "python")]

# The calls that mark a text, and where in their arguments it stands (1c: the context).
KEYWORDS = {
    "N_": None,
    "texts": None,
    "_texts": None,
    "plural": (1, 2),
    "in_context": ((1, "c"), 2),
}


def path_of(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES/bienban.po"


def extracted() -> Catalog:
    """Every text that the code marks, with the files it stands in."""
    catalogue = Catalog(project="bienban", charset="utf-8", fuzzy=False)
    for file_name, line, message, comments, context in extract_from_dir(
        ROOT, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        catalogue.add(
            message, locations=[(file_name, line)], auto_comments=comments, context=context
        )
    return catalogue


def read(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> None:
    """Adds the new texts, keeps the translations, drops what the code no longer says."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = read(language) if path.exists() else Catalog(language, project="bienban")
    template = extracted()
    template.creation_date = catalogue.creation_date  # no difference for the date's sake
    catalogue.update(template, no_fuzzy_matching=True)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )


def compile_file(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file)
    with target.open("wb") as file:
        write_mo(file, catalogue)


def main(command: str, *arguments: str) -> None:
    if command == "update":
        for language in LANGUAGES:
            update(language)
    elif command == "compile":
        compile_file(*map(Path, arguments))
    else:
        sys.exit(f"{command!r} is not one of: update, compile SOURCE TARGET")


if __name__ == "__main__":
    main(*sys.argv[1:])

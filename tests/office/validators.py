"""Two validators of Open XML, and what other programs read in our files."""

import json
import platform
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from openxml_audit import OpenXmlValidator

_TOOLS = Path(__file__).parents[1] / "tools" / "node_modules" / "@xarsh"
_MACHINES = {"x86_64": "x64", "aarch64": "arm64"}
_SECONDS = 120


def faults_by_sdk(document: Path) -> list[str]:
    """What Microsoft's Open XML SDK says against a document."""
    machine = _MACHINES[platform.machine()]
    # The program itself: starting Node around it takes longer than the work.
    program = _TOOLS / f"ooxml-validator-linux-{machine}" / "ooxml-validator"
    assert program.exists(), "The validator is not installed; type: make tools"
    told = json.loads(_said(str(program), str(document)))
    return [f"{each['path']}: {each['description']}" for each in told["errors"]]


def faults_by_audit(document: Path) -> list[str]:
    """What openxml-audit says against a document."""
    return [str(error) for error in _auditor().validate(document).errors]


def texts_by_pandoc(document: Path) -> list[str]:
    """The paragraphs that pandoc reads, in the order of the file, blanks as one space."""
    tree = json.loads(_said("pandoc", "--from", "docx", "--to", "json", str(document)))
    return [" ".join(text.split()) for text in _paragraphs(tree["blocks"]) if text.split()]


def text_of_pdf(path: Path) -> str:
    """The text of all pages."""
    return _said("pdftotext", str(path), "-")


@cache
def _auditor() -> OpenXmlValidator:
    return OpenXmlValidator()  # its schemas take a second to read


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    assert done.stdout, done.stderr
    return done.stdout


def _paragraphs(tree: Any) -> Iterator[str]:
    """Every paragraph of a document as pandoc tells it, in whatever block it stands."""
    if isinstance(tree, list):
        for each in tree:
            yield from _paragraphs(each)
    elif isinstance(tree, dict):
        if tree["t"] in ("Para", "Plain", "Header"):
            yield "".join(_letters(tree["c"]))
        else:
            yield from _paragraphs(tree.get("c"))


def _letters(tree: Any) -> Iterator[str]:
    if isinstance(tree, list):
        for each in tree:
            yield from _letters(each)
    elif isinstance(tree, dict):
        if tree["t"] == "Str":
            yield tree["c"]
        elif tree["t"] in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        else:
            yield from _letters(tree.get("c"))

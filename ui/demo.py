"""`--demo FOLDER`: the sample's whole job off screen, with what came of it in a folder."""

import sys
import tempfile
from pathlib import Path

from app.errors import KnownError
from app.language.catalogue import Catalogue
from app.marking import N_
from app.minutes.place import Place
from app.minutes.words import DocumentKind
from ui.walk import MakeProgram, Walk

PLACE = Place("meeting", field="place")


def demo(make: MakeProgram, folder: Path) -> None:
    """Walk through the program with the sample and say where the outcome is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            N_("The folder {path} cannot be made: {reason}."), path=folder, reason=error
        ) from error
    with tempfile.TemporaryDirectory(prefix="bienban-") as home:
        walk = Walk(make, Path(home))
        try:
            made = _do(walk, folder.resolve())
            texts = walk.program.texts
        finally:
            walk.stop()
    _tell(texts, made)


def _do(walk: Walk, folder: Path) -> list[Path]:
    walk.act("open_sample")
    sample = walk.record
    walk.type(PLACE, "Hội trường")
    walk.act("save")
    walk.act("undo")  # the sample's meeting names no place, and its documents must not either
    while walk.record != sample:
        walk.act("undo")
    walk.act("save")
    made = []
    for kind in DocumentKind:
        target = folder / f"{kind}-{sample.form}.docx"
        walk.export(kind, target)
        made.append(target)
    walk.program.window.messages.dismiss()
    walk.program.window.pages.go_to(1)
    picture = folder / "window.png"
    walk.picture(picture)
    return [*made, picture]


def _tell(texts: Catalogue, made: list[Path]) -> None:
    lines = [texts("The sample was opened, edited, saved and exported. Have a look at:")]
    print(*lines, *made, sep="\n", file=sys.stdout)  # noqa: T201 - this is what it was asked for

"""Draws the icon's sizes from its one drawing: `python -m installers.icons`. Run it after a change
of resources/icons/bienban.svg; what it writes is kept, so that no build depends on a renderer.
"""

import os
import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installers.places import ROOT

FOLDER = ROOT / "resources/icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)
SIZES_OF_ICO = (16, 24, 32, 48, 64, 256)
AS_PNG_IN_ICO = 256
"""From this size on an .ico holds PNG; below it the older form, which every tool reads."""


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing = QSvgRenderer(str(FOLDER / "bienban.svg"))
    for size in SIZES:
        (FOLDER / f"bienban-{size}.png").write_bytes(_png(_drawn(drawing, size)))
    images = [_drawn(drawing, size) for size in SIZES_OF_ICO]
    (FOLDER / "bienban.ico").write_bytes(ico(images))
    application.quit()


def _drawn(drawing: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data())


def ico(images: list[QImage]) -> bytes:
    """An .ico file: a directory, then each picture."""
    contents = [_png(i) if i.width() >= AS_PNG_IN_ICO else _bitmap(i) for i in images]
    directory = struct.pack("<HHH", 0, 1, len(images))
    offset = len(directory) + 16 * len(images)
    for image, content in zip(images, contents, strict=True):
        side = image.width() % 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return directory + b"".join(contents)


def _bitmap(image: QImage) -> bytes:
    """A bitmap as an .ico holds it: twice as high for its mask, lines from the bottom up."""
    side = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = bytes(image.constBits())
    lines = [pixels[at : at + 4 * side] for at in range(0, len(pixels), 4 * side)]
    mask = bytes((side + 31) // 32 * 4 * side)
    return header + b"".join(reversed(lines)) + mask


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the drawings of the sample into the JPEG pictures its workshops hold; run it after editing a drawing."""

import os
from pathlib import Path

# Set before Qt is imported: drawing needs no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
OVERSAMPLING = 2


def picture_of(drawing: Path) -> Image.Image:
    """Paint one drawing twice too large and shrink it, which keeps thin ink lines even."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise SystemExit(f"{drawing.name} is not a drawing Qt can read")
    size = renderer.defaultSize()
    canvas = QImage(size * OVERSAMPLING, QImage.Format.Format_RGBX8888)
    canvas.fill(0xFFFFFFFF)
    painter = QPainter(canvas)
    renderer.render(painter)
    painter.end()
    stride = canvas.bytesPerLine()
    pixels = bytes(canvas.constBits())
    image = Image.frombytes("RGBX", (canvas.width(), canvas.height()), pixels, "raw", "RGBX", stride)
    return image.convert("RGB").resize((size.width(), size.height()), Image.Resampling.LANCZOS)


def main() -> None:
    """Render every drawing beside this file."""
    application = QGuiApplication([])
    for drawing in sorted((HERE / "drawings").glob("*.svg")):
        target = HERE / "pictures" / f"{drawing.stem}.jpg"
        picture_of(drawing).save(target, "JPEG", quality=85, optimize=True, progressive=True)
        print(f"{target.name}  {target.stat().st_size // 1024} kB")
    application.quit()


if __name__ == "__main__":
    main()

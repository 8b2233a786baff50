# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawn pictures that stand for photos: a sun, a box, some hands, always the same bytes."""

from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (1200, 900)


def draw_picture(path: Path, number: int, size: tuple[int, int] = SIZE) -> None:
    """A drawing that depends on `number` only."""
    width, height = size
    picture = Image.linear_gradient("L").resize(size)
    sky = Image.merge(
        "RGB", [picture.point(lambda v, k=k: int(k[0] + (k[1] - k[0]) * v / 255)) for k in _SKIES[number % 4]]
    )
    pen = ImageDraw.Draw(sky)
    sun = (width * (0.15 + 0.06 * (number % 10)), height * 0.2)
    pen.ellipse([sun[0] - 70, sun[1] - 70, sun[0] + 70, sun[1] + 70], fill=(255, 236, 170))
    pen.rectangle([0, height * 0.72, width, height], fill=_GROUNDS[number % 3])
    _oven(pen, width * 0.5, height * 0.78, width * (0.16 + 0.02 * (number % 4)))
    for hand in range(2 + number % 3):
        _person(pen, width * (0.12 + 0.26 * hand), height * 0.86, height * 0.2, _SKINS[(hand + number) % 3])
    path.parent.mkdir(parents=True, exist_ok=True)
    sky.save(path, quality=82)


_SKIES = (
    ((120, 236), (170, 214), (206, 178)),
    ((246, 250), (190, 226), (130, 190)),
    ((70, 190), (120, 205), (150, 215)),
    ((210, 245), (220, 232), (214, 205)),
)
_GROUNDS = ((176, 128, 84), (196, 154, 108), (150, 116, 84))
_SKINS = ((92, 60, 44), (120, 78, 54), (70, 46, 36))


def _oven(pen: ImageDraw.ImageDraw, x: float, y: float, half: float) -> None:
    pen.polygon(
        [(x - half, y), (x + half, y), (x + half * 0.8, y + half * 0.7), (x - half * 0.8, y + half * 0.7)],
        fill=(140, 96, 58),
    )
    pen.polygon(
        [
            (x - half, y),
            (x + half, y),
            (x + half * 0.85, y - half * 0.32),
            (x - half * 0.85, y - half * 0.32),
        ],
        fill=(36, 34, 34),
    )
    pen.polygon(
        [
            (x - half * 0.85, y - half * 0.32),
            (x + half * 0.85, y - half * 0.32),
            (x + half * 0.95, y - half * 1.3),
            (x - half * 0.95, y - half * 1.3),
        ],
        fill=(222, 228, 232),
    )
    pen.line(
        [(x - half * 0.6, y - half * 1.1), (x + half * 0.3, y - half * 0.5)], fill=(255, 255, 255), width=8
    )


def _person(pen: ImageDraw.ImageDraw, x: float, y: float, tall: float, skin: tuple[int, int, int]) -> None:
    pen.ellipse([x - tall * 0.22, y - tall * 1.4, x + tall * 0.22, y - tall * 0.96], fill=skin)
    pen.rounded_rectangle(
        [x - tall * 0.34, y - tall * 0.92, x + tall * 0.34, y + tall * 0.6],
        30,
        fill=(skin[2] * 3, skin[0], 110),
    )

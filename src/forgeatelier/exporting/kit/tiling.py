# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A poster on four sheets A4: each page of it is laid, enlarged, under four pages of cutting and gluing marks."""

from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

TILES = 4

_MM = 72 / 25.4
_WINDOW = (190.0, 277.0)
"""What a printer that leaves 10 mm white around shows of an A4 sheet."""

_EDGE = 10.0
_HIGH = 297.0
_ENLARGED = 2 * _WINDOW[0] / 297.0


def lay_under(poster: Path, marks: Path) -> None:
    """Complete the file `marks`: its pages are the four sheets of each page of `poster`, row by row.

    The poster runs on under the marks, so that there is something to glue on.
    """
    import pikepdf

    with pikepdf.open(poster) as below, pikepdf.open(marks, allow_overwriting_input=True) as above:
        if len(above.pages) < TILES * len(below.pages):
            raise AtelierError(
                _("L’affiche n’a pas pu être partagée en quatre feuilles."),
                _("Le modèle « wall.html » doit donner quatre pages par jour."),
            )
        for number, page in enumerate(below.pages):
            box = page.mediabox
            width = 2 * _WINDOW[0]
            height = float(box[3] - box[1]) / _MM * _ENLARGED
            for tile in range(TILES):
                left = _EDGE - tile % 2 * _WINDOW[0]
                top = _HIGH - _EDGE + tile // 2 * _WINDOW[1]
                where = pikepdf.Rectangle(left * _MM, (top - height) * _MM, (left + width) * _MM, top * _MM)
                above.pages[number * TILES + tile].add_underlay(page, where)
        above.save(deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)

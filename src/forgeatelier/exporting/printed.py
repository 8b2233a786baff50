# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large each picture comes out on paper, read off the laid-out pages."""

from typing import Any

from forgeatelier.exporting.pdf_request import PrintedPicture

_PX_PER_INCH = 96


def printed_pictures(document: Any) -> list[PrintedPicture]:
    """Every raster picture of a rendered WeasyPrint document, as often as it is shown."""
    found = []
    for page in document.pages:
        for box in _boxes(page):
            picture = getattr(box, "replacement", None)
            pixels = getattr(picture, "width", None)
            if not isinstance(pixels, int | float) or not getattr(picture, "id", None):
                continue
            if isinstance(box.width, int | float) and box.width > 0 and box.element is not None:
                address = str(box.element.get("src", ""))
                found.append(PrintedPicture(address, pixels * _PX_PER_INCH / box.width))
    return found


def _boxes(page: Any) -> list[Any]:
    # WeasyPrint keeps its boxes to itself; without them one goes without this warning, not without the PDF.
    root = vars(page).get("_page_box")
    return list(root.descendants(placeholders=True)) if root is not None else []

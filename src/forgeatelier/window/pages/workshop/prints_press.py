# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One sheet of the kit as it will be printed: gathered, set and drawn away from the window's thread."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from forgeatelier.actions.kit import why_empty
from forgeatelier.actions.kit_content import gather_kit
from forgeatelier.exporting.kit.catalogue import Sheet
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress
from forgeatelier.store.library import Library
from forgeatelier.window.pages.workshop.preview import draw_pages

if TYPE_CHECKING:
    # WeasyPrint's worker loads when the first sheet is set, not when the window opens.
    from forgeatelier.exporting.pdf import PdfWorker

_PEOPLE = 60
_PAGES = 24


@dataclass(frozen=True)
class SheetLook:
    """The pages of one sheet as JPEG files, or why it has none; `cut` when only the beginning is shown."""

    sheet: Sheet
    sizes: tuple[QSize, ...] = ()
    pages: tuple[bytes, ...] = ()
    empty: str = ""
    cut: bool = False

    def image(self, place: int, width: int) -> QImage:
        """One page, no wider than it was drawn."""
        del width
        return QImage.fromData(self.pages[place])


class KitPress:
    """Sets one sheet after another; its worker process stays warm between two looks."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        """Nothing is started before the first look."""
        self._library, self._workshop_id = library, workshop_id
        self.worker: PdfWorker | None = None

    def look(
        self, sheet: Sheet, role: str, on: date, progress: Progress, *, photo_mark: bool = True
    ) -> SheetLook:
        """Gather, set and draw a sheet. Raises AtelierError, and Cancelled when it should stop."""
        from forgeatelier.exporting.kit.setting import print_sheet
        from forgeatelier.exporting.pdf import PdfWorker
        from forgeatelier.exporting.templates import Templates

        progress(0, 0, _("Rassembler l’atelier"))
        content = gather_kit(self._library, self._workshop_id, on, role=role, photo_mark=photo_mark)
        empty = why_empty(sheet, content)
        if empty:
            return SheetLook(sheet, empty=empty)
        cut = len(content.people) > _PEOPLE
        if cut:
            # Two thousand names are printed, not looked at.
            few = replace(content.workshop, people_planned=0)
            content = replace(content, people=content.people[:_PEOPLE], workshop=few)
        self.worker = self.worker or PdfWorker()
        with tempfile.TemporaryDirectory(prefix="forgeatelier-kit-") as bench:
            file = Path(bench) / "apercu.pdf"
            report = print_sheet(
                sheet, content, Templates(self._library.folder / "exports"), file, progress, self.worker
            )
            sizes, pages = draw_pages(file, progress, _PAGES)
        return SheetLook(sheet, sizes, pages, cut=cut or report.pages > _PAGES)

    def close(self) -> None:
        """Give the memory of the worker back; the next look starts another one. Not while a look is under way."""
        if self.worker is not None:
            self.worker.close()
            self.worker = None

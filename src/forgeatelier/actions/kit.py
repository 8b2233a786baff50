# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing the kit of a workshop: a folder of PDFs, whole or not at all, and the mark that it was made."""

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from forgeatelier.actions.kit_content import gather_kit
from forgeatelier.actions.whole_folder import whole_or_nothing
from forgeatelier.exporting.kit.catalogue import SHEETS, USUAL, Sheet, called
from forgeatelier.exporting.slugs import slug
from forgeatelier.exporting.templates import Templates
from forgeatelier.ground import places
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, speaking
from forgeatelier.model.change import Change
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.planned_step import derived_id
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forgeatelier.exporting.kit.content import KitContent
    from forgeatelier.exporting.pdf import PdfWorker

PRINTED = "printed"
"""The check of the readiness list that says the kit is made."""

_STAGES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class KitOrder:
    """What is wanted: `sheets` (none: the usual kit), for a role or everyone, in a language or the workshop's own."""

    sheets: tuple[Sheet, ...] = ()
    role: str = ""
    language: str = ""
    photo_mark: bool = True


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """One PDF of the kit."""

    sheet: Sheet
    file: Path
    pages: int
    personal: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sheet that was asked for and has nothing to show, with the reason in words."""

    sheet: Sheet
    why: str


@dataclass(frozen=True, slots=True)
class MadeKit:
    """Where the folder lies, what is in it, what was left out, and the change that notes that the kit was made."""

    path: Path
    sheets: tuple[PrintedSheet, ...]
    left_out: tuple[LeftOut, ...]
    change: Change

    @property
    def pages(self) -> int:
        """How many pages there are to print."""
        return sum(one.pages for one in self.sheets)


def usual_prints() -> Path:
    """Where kits are put when nobody says: beside the library among the documents, never inside it."""
    library = places.usual_library()
    return library.parent / _("{library} - Impressions").format(library=library.name)


def read_sheets(names: Iterable[str]) -> tuple[Sheet, ...]:
    """The sheets of these names, in the order of the kit. Raises AtelierError for one that does not exist."""
    wanted = []
    for name in names:
        try:
            wanted.append(Sheet(name.strip().lower()))
        except ValueError:
            raise AtelierError(
                _("La feuille « {name} » n’existe pas.").format(name=name),
                _("Choisir parmi : {names}.").format(names=", ".join(Sheet)),
            ) from None
    return tuple(sheet for sheet in SHEETS if sheet in wanted)


def make_kit(
    library: Library,
    workshop_id: str,
    to: Path,
    order: KitOrder,
    now: datetime,
    progress: Progress = silent,
    *,
    worker: "PdfWorker | None" = None,
) -> MadeKit:
    """Write the kit as a new folder inside `to`; the change is for the caller to keep.

    Raises AtelierError, and Cancelled when `progress` does: then nothing is left behind.
    """
    progress(0, 0, _("Rassembler l’atelier"))
    content = gather_kit(
        library,
        workshop_id,
        now.astimezone().date(),
        role=order.role,
        spoken=order.language,
        photo_mark=order.photo_mark,
    )
    wanted = tuple(sheet for sheet in SHEETS if sheet in (order.sheets or USUAL))
    left_out = tuple(LeftOut(sheet, why) for sheet in wanted if (why := why_empty(sheet, content)))
    sheets = tuple(sheet for sheet in wanted if sheet not in {one.sheet for one in left_out})
    if not sheets:
        raise AtelierError(_("Il n’y a rien à imprimer."), left_out[0].why)
    templates = Templates(library.folder / "exports")
    with _explained(to), whole_or_nothing(to, _folder_name(content)) as (bench, final):
        made = _print_all(content, sheets, templates, bench, progress, worker)
    printed = tuple(
        PrintedSheet(sheet, final / file, pages, SHEETS[sheet].personal and content.personal)
        for sheet, file, pages in made
    )
    return MadeKit(final, printed, left_out, mark_printed(library, content.workshop, now, len(printed)))


def why_empty(sheet: Sheet, content: "KitContent") -> str:
    """Why a sheet would have nothing to show; empty when it has something."""
    from forgeatelier.exporting.kit.groups import has_group_work
    from forgeatelier.exporting.kit.lists import has_shopping

    if sheet in (Sheet.SCRIPT, Sheet.ORDER, Sheet.PROGRAMME, Sheet.WALL, Sheet.WALL_A3):
        table = content.timetable
        anything = table.slots if sheet is not Sheet.SCRIPT else (*table.slots, *table.before, *table.after)
        return "" if anything else _("Le déroulé n’a pas d’étape : en ajouter une, ou choisir un protocole.")
    if sheet is Sheet.GROUPS and not has_group_work(content):
        return _("Il n’y a qu’un groupe : dire combien de personnes font un groupe.")
    if sheet is Sheet.PACKING and not (content.needs or content.unlisted):
        return _("La liste de matériel est vide.")
    if sheet is Sheet.SHOPPING and not has_shopping(content):
        return _("Il n’y a plus rien à acheter ni à trouver.")
    return ""


def mark_printed(library: Library, workshop: Workshop, now: datetime, sheets: int) -> Change:
    """Note that the PDFs are there: a kit on the laptop is not yet a kit on paper, someone has to say that it is."""
    key = derived_id(workshop.id, "ready", PRINTED)
    was = library.get(ReadyMark, key)
    note = _("{n} feuilles en PDF : les imprimer, puis cocher.").format(n=sheets)
    mark = ReadyMark(
        id=key, workshop_id=workshop.id, check=PRINTED, said=Readiness.TO_DO, moment=now, note=note
    )
    return Change(_("Imprimer le kit"), (was,) if was else (), (mark,))


def _print_all(
    content: "KitContent",
    sheets: tuple[Sheet, ...],
    templates: Templates,
    bench: Path,
    progress: Progress,
    worker: "PdfWorker | None",
) -> list[tuple[Sheet, str, int]]:
    """Each sheet by one warm worker."""
    from forgeatelier.exporting.kit.setting import print_sheet
    from forgeatelier.exporting.pdf import PdfWorker

    own = None if worker else PdfWorker()
    try:
        made = []
        for at, sheet in enumerate(sheets):
            with speaking(content.language):
                file = SHEETS[sheet].file
            told = _told(progress, at, len(sheets), called(sheet))
            report = print_sheet(sheet, content, templates, bench / file, told, worker or own)
            made.append((sheet, file, report.pages))
        progress(len(sheets) * _STAGES, len(sheets) * _STAGES)
        return made
    finally:
        if own:
            own.close()


def _told(progress: Progress, at: int, sheets: int, name: str) -> Progress:
    """The progress of one sheet as part of the whole kit."""

    def tell(done: int, total: int, label: str = "") -> None:
        within = min(done, total) * _STAGES // total if total else 0
        progress(at * _STAGES + min(within, _STAGES - 1), sheets * _STAGES, name)

    return tell


def _folder_name(content: "KitContent") -> str:
    """The workshop and its day; titles belong to workshops, so no person's name gets in."""
    day = content.workshop.starts_on
    name = f"kit-{slug(content.workshop.title, 'atelier', 48)}"
    return f"{name}-{day.isoformat()}" if day else name


@contextmanager
def _explained(to: Path) -> "Iterator[None]":
    try:
        yield
    except OSError as error:
        raise AtelierError(
            _("Le kit n’a pas pu être écrit dans « {folder} ».").format(folder=to.name or str(to)),
            _("Vérifier qu’il reste de la place et que le support est branché, ou choisir un autre dossier."),
        ) from error

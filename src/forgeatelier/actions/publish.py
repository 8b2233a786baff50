# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing a sheet: gather, check, write, print, bag, and note in the ledger what left."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from forgeatelier.actions.compose import Gathered, gather, sheet_of, slug
from forgeatelier.bundles.contents import BundleContents
from forgeatelier.bundles.writing import write_bundle
from forgeatelier.bundles.zipping import zip_bundle
from forgeatelier.exporting.markdown import sheet_files
from forgeatelier.exporting.pdf import PdfReport, render_pdf
from forgeatelier.exporting.sheet_pdf import sheet_request
from forgeatelier.exporting.single_page import PREVIEW, single_page_html
from forgeatelier.exporting.templates import Templates
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.commons.preflight import Finding, Level, may_leave
from forgeatelier.model.commons.sheet import Publication, SheetState
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.protocols.writing import write_protocol
from forgeatelier.store.library import Library
from forgeatelier.store.media import Media

FORMATS = ("pdf", "markdown")
_STAGES = 5


class NotReady(AtelierError):
    """Something blocks the publication; `findings` says what and where."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Say how many points block, and the first of them."""
        blocking = [f for f in findings if f.level is Level.BLOCKING]
        what = ngettext("Un point empêche de publier.", "{count} points empêchent de publier.", len(blocking))
        super().__init__(what.format(count=len(blocking)), f"{blocking[0].what} {blocking[0].remedy}")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Published:
    """Where the bundle lies, what was found, the change that notes it, and how the PDF came out (None without)."""

    path: Path
    name: str
    size: int
    findings: tuple[Finding, ...]
    change: Change
    report: PdfReport | None


@dataclass(frozen=True, slots=True)
class _Order:
    """What is wanted: where, in which formats, and on which day."""

    to: Path
    formats: tuple[str, ...]
    today: date
    as_zip: bool


def check_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """The formats asked for, each once. Raises AtelierError for one that does not exist."""
    for name in formats:
        if name not in FORMATS:
            raise AtelierError(
                _("Le format « {name} » n’existe pas.").format(name=name), _("Choisir parmi : pdf, markdown.")
            )
    return tuple(dict.fromkeys(formats)) or FORMATS


def publish(
    library: Library,
    workshop_id: str,
    to: Path,
    formats: tuple[str, ...],
    today: date,
    progress: Progress = silent,
    *,
    as_zip: bool = False,
) -> Published:
    """Write the bundle of a workshop's sheet into the folder `to`; the change is for the caller to keep.

    Raises NotReady when the pre-flight blocks, AtelierError for the world's failures; then nothing is left behind.
    """
    order = _Order(to, check_formats(formats), today, as_zip)
    progress(0, _STAGES, _("Rassembler la fiche"))
    gathered = gather(library, workshop_id, today)
    if not may_leave(gathered.findings):
        raise NotReady(gathered.findings)
    return _write(library, gathered, order, progress)


def _write(library: Library, gathered: Gathered, order: _Order, progress: Progress) -> Published:
    document = gathered.document
    with tempfile.TemporaryDirectory(prefix="forgeatelier-") as bench:
        root = Path(bench)
        templates = Templates(library.folder / "exports")
        texts = dossier_texts(gathered, templates)
        files = stage_pictures(library.media, gathered, root)
        report = None
        progress(1, _STAGES, _("Mettre en page"))
        if "pdf" in order.formats:
            report = print_sheet(texts, gathered, root, templates, progress)
            files["sorties/fiche-a4.pdf"] = root / "sorties/fiche-a4.pdf"
        progress(3, _STAGES, _("Écrire et vérifier le dossier"))
        gone = withdrawn(library, gathered)
        contents = BundleContents(document=document, texts=texts, files=files, withdrawals=gone)
        written = write_bundle(contents, order.to, progress)
        if order.as_zip:
            progress(4, _STAGES, _("Faire le fichier zip"))
            zip_bundle(written.path, order.to / f"{written.name}.zip")
    progress(_STAGES, _STAGES)
    change = _note(library, gathered, written.name, written.manifest_sha256, order)
    return Published(written.path, written.name, written.size, gathered.findings, change, report)


def withdrawn(library: Library, gathered: Gathered) -> tuple[str, ...]:
    """The hashes of the pictures that earlier dossiers of this sheet showed and that this one no longer does.

    They travel in `RETRAITS.yaml`, without names or reasons, so that those who hold an earlier one can follow.
    """
    earlier = library.all(Publication, sheet_id=gathered.document.series_id)
    shown = {capture_id for line in earlier for capture_id in line.capture_ids} - set(gathered.capture_ids)
    captures = (library.get(Capture, capture_id) for capture_id in sorted(shown))
    return tuple(sorted({capture.media for capture in captures if capture is not None}))


def dossier_texts(gathered: Gathered, templates: Templates) -> dict[str, str]:
    """Every text of the dossier by its path: Markdown, tables, the protocol as YAML, and the page for a browser."""
    document = gathered.document
    texts = sheet_files(document, templates)
    name = slug(document.method.title) or "protocole"
    keys: Literal["fr", "en"] = "en" if document.method.language == "en" else "fr"
    texts[f"protocoles/{name}.yaml"] = write_protocol(document.method, keys)
    texts[PREVIEW] = single_page_html(texts, templates)
    return texts


def stage_pictures(media: Media, gathered: Gathered, root: Path) -> dict[str, Path]:
    """Put the pictures of the sheet under their public names; each is checked against its hash on the way."""
    files: dict[str, Path] = {}
    (root / "medias").mkdir(parents=True, exist_ok=True)
    for picture in gathered.document.pictures:
        target = root / picture.name
        target.write_bytes(media.read(picture.media))
        files[picture.name] = target
    return files


def print_sheet(
    texts: dict[str, str], gathered: Gathered, root: Path, templates: Templates, progress: Progress
) -> PdfReport:
    """Render the A4 edition beside the staged pictures."""
    target = root / "sorties" / "fiche-a4.pdf"
    target.parent.mkdir(exist_ok=True)
    return render_pdf(sheet_request(gathered.document, root, templates, texts), target, progress)


def _note(library: Library, gathered: Gathered, name: str, manifest: str, order: _Order) -> Change:
    document = gathered.document
    workshop = library.get(Workshop, document.workshop.id)
    kept = sheet_of(library, workshop) if workshop else document.sheet
    before = tuple(s for s in (library.get(type(kept), kept.id),) if s is not None)
    after = replace(
        kept, version=document.sheet.version, published_on=document.made_on, state=SheetState.PUBLISHED
    )
    line = Publication(
        sheet_id=kept.id,
        workshop_id=document.workshop.id,
        version=document.sheet.version,
        made_on=document.made_on,
        name=name,
        manifest=manifest,
        content=gathered.content,
        formats=order.formats,
        capture_ids=gathered.capture_ids,
        person_ids=gathered.person_ids,
    )
    told = any(_same_line(line, earlier) for earlier in library.all(Publication, sheet_id=kept.id))
    return Change(_("Publier la fiche"), before, (after,) if told else (after, line))


def _same_line(one: Publication, other: Publication) -> bool:
    """Whether the ledger has it already: the same dossier written again, on another stick."""
    return replace(one, id=other.id, made_on=other.made_on) == other

# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of a bundle as the crate describes it."""

from typing import Any

from forgeatelier.bundles.contents import title_of
from forgeatelier.bundles.crate.graph import Ref
from forgeatelier.bundles.crate.making import Making
from forgeatelier.bundles.kinds import is_picture, media_type, speaks
from forgeatelier.bundles.licensing import GUIDE, REUSE, WITHDRAWN
from forgeatelier.bundles.plain import one_line
from forgeatelier.ground.words import _, marked
from forgeatelier.model.commons.document import Picture

_NAMED = {
    "LISEZMOI.md": marked("Lisez-moi"),
    "README.md": marked("Lisez-moi"),
    "CREDITS.md": marked("Crédits"),
    "JOURNAL.md": marked("Journal des versions"),
    "ro-crate-preview.html": marked("Tout le dossier en une page"),
    GUIDE: marked("Plan du dossier"),
    WITHDRAWN: marked("Retraits"),
    REUSE: marked("Licence de chaque fichier"),
    "annexes/materiel.csv": marked("Matériel"),
    "annexes/deroule.csv": marked("Déroulé"),
}


def file_entities(making: Making) -> list[Ref]:
    """Every file of the payload but the crate itself, by path."""
    pictures = {picture.name: picture for picture in making.document.pictures}
    return [_file(making, path, pictures.get(path)) for path in sorted(making.payload)]


def _file(making: Making, path: str, picture: Picture | None) -> Ref:
    stored = making.payload[path]
    terms = making.terms(path)
    said: dict[str, Any] = {
        "name": _name(making, path),
        "encodingFormat": media_type(path),
        "contentSize": str(stored.size),
        "sha256": stored.sha256,
        "inLanguage": making.document.sheet.language if speaks(path) else "",
        # The text of a licence is not itself under that licence.
        "license": "" if path.startswith("LICENSES/") else making.licence(terms.licence),
    }
    if path.startswith("contenu/"):
        said |= {"about": {"@id": "#atelier"}, "version": one_line(making.document.sheet.version)}
    if path == "ro-crate-preview.html":
        said["about"] = {"@id": "./"}
    if picture is not None:
        said |= _picture(picture)
    return making.graph.add(path, ["File", "ImageObject"] if is_picture(path) else "File", said)


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "name": one_line(picture.caption) or one_line(picture.alt),
        "description": one_line(picture.alt),
        "caption": one_line(picture.caption),
        "creditText": one_line(picture.credit),
        "isBasedOn": picture.source if picture.source.startswith("https://") else "",
        "width": picture.width or None,
        "height": picture.height or None,
    }


def _name(making: Making, path: str) -> str:
    if path.startswith("contenu/01-"):
        return title_of(making.document)
    if path.startswith("protocoles/"):
        return one_line(making.document.protocol.title) or path
    if path.startswith("LICENSES/"):
        spdx = path.removeprefix("LICENSES/").removesuffix(".txt")
        return _("Texte de la licence {spdx}").format(spdx=spdx)
    return _(_NAMED[path]) if path in _NAMED else path.rpartition("/")[2]

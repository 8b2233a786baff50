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
_DESCRIBED = {
    "LISEZMOI.md": marked("Par où commencer : ce que c’est, comment l’ouvrir, la licence."),
    "README.md": marked("Par où commencer : ce que c’est, comment l’ouvrir, la licence."),
    "CREDITS.md": marked("Qui a contribué, comme chaque personne l’a accepté."),
    "JOURNAL.md": marked("Ce qui a changé dans chaque version."),
    "ro-crate-preview.html": marked("Tout le dossier dans un navigateur, sans connexion."),
    GUIDE: marked("L’ordre de lecture, les éditions et les identifiants."),
    WITHDRAWN: marked("Les empreintes de ce qui ne doit plus être montré."),
    REUSE: marked("Sous quelle licence est chaque fichier, et à qui."),
}
_IN_FOLDER = {
    "contenu/": marked("La fiche de conduite de l’atelier."),
    "protocoles/": marked("La marche à suivre, sans le récit de l’atelier."),
    "annexes/": marked("Un tableau à ouvrir dans un tableur."),
    "medias/": marked("Une image de l’atelier."),
    "sorties/": marked("Une édition à imprimer ou à projeter."),
    "LICENSES/": marked("Le texte complet d’une licence."),
}


def file_entities(making: Making) -> list[Ref]:
    """Every file of the payload but the crate itself, by path."""
    pictures = {picture.name: picture for picture in making.document.pictures}
    return [_file(making, path, pictures.get(path)) for path in sorted(making.payload)]


def _file(making: Making, path: str, picture: Picture | None) -> Ref:
    stored = making.payload[path]
    terms = making.terms(path)
    named = not path.startswith("LICENSES/")
    said: dict[str, Any] = {
        "name": _name(making, path),
        "encodingFormat": media_type(path),
        "contentSize": str(stored.size),
        "sha256": stored.sha256,
        "inLanguage": making.document.sheet.language if speaks(path) else "",
        "description": _description(path),
        # A file inherits the licence of the root; the text of a licence is not itself under it.
        "license": making.licence(terms.licence) if terms.licence != making.whole.licence and named else "",
    }
    if path.startswith("contenu/"):
        said |= {"about": {"@id": "#atelier"}, "version": one_line(making.document.sheet.version)}
    if path == "ro-crate-preview.html":
        said["about"] = {"@id": "./"}
    if picture is not None:
        # A picture travels alone more often than a text: it always says its licence.
        said |= {**_picture(picture), "license": making.licence(terms.licence)}
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


def _description(path: str) -> str:
    if path in _DESCRIBED:
        return _(_DESCRIBED[path])
    return next(
        (_(said) for folder, said in _IN_FOLDER.items() if path.startswith(folder)), _("Pièce jointe.")
    )


def _name(making: Making, path: str) -> str:
    if path.startswith("contenu/01-"):
        return title_of(making.document)
    if path.startswith("protocoles/"):
        return one_line(making.document.protocol.title) or path
    if path.startswith("LICENSES/"):
        spdx = path.removeprefix("LICENSES/").removesuffix(".txt")
        return _("Texte de la licence {spdx}").format(spdx=spdx)
    return _(_NAMED[path]) if path in _NAMED else path.rpartition("/")[2]

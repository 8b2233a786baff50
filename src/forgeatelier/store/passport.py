# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`library.json`: what a folder says of itself in clear text, before anything is opened."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.store.backup import sync_folder
from forgeatelier.store.trouble import told_in_words

FORMAT = "forge-atelier/bibliotheque"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Passport:
    """The format, its version, and the random id of the library."""

    id: str
    format: str = FORMAT
    format_version: int = FORMAT_VERSION


def is_library(folder: Path) -> bool:
    """Whether the folder looks like a library."""
    return (folder / "library.json").is_file()


def read_passport(folder: Path) -> Passport:
    """What the folder says of itself. Raises AtelierError when it is no library, or a newer one."""
    with told_in_words():
        found = is_library(folder)
    if not found:
        raise AtelierError(
            _("Il n’y a pas de bibliothèque ForgeAtelier dans « {folder} ».").format(folder=folder),
            _("Choisir un autre dossier, ou créer la bibliothèque : « forgeatelier new DOSSIER »."),
        )
    try:
        said = json.loads((folder / "library.json").read_text(encoding="utf-8"))
        passport = Passport(str(said["id"]), str(said["format"]), int(said["format_version"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AtelierError(
            _("Le fichier library.json de cette bibliothèque est illisible."),
            _("Le reprendre d’une copie de la bibliothèque, ou demander de l’aide."),
        ) from error
    if passport.format != FORMAT or passport.format_version > FORMAT_VERSION:
        raise AtelierError(
            _("Cette bibliothèque a été écrite par une version plus récente de ForgeAtelier."),
            _("Installer la version récente sur cet ordinateur ; rien n’a été modifié."),
        )
    return passport


def write_passport(folder: Path, passport: Passport) -> None:
    """Write the passport so that it is whole or absent."""
    with told_in_words():
        new = folder / "library.json.partial"
        new.write_text(json.dumps(asdict(passport), indent=2) + "\n", encoding="utf-8")
        new.replace(folder / "library.json")
        sync_folder(folder)

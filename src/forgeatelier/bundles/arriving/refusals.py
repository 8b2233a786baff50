# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be taken in at all: one sentence that says why, and what to do."""

from forgeatelier.bundles.plain import human_size, shown
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, marked

_ASK_AGAIN = marked("Rien n’a été repris. Demandez une nouvelle copie à qui vous l’a donné.")
_ZIP_AGAIN = marked(
    "Rien n’a été repris. Demandez le dossier lui-même, ou un zip ordinaire fait à partir du dossier."
)


def refusal(sentence: str, advice: str = _ASK_AGAIN, **said: object) -> AtelierError:
    """The error for a marked sentence."""
    return AtelierError(what=_(sentence).format(**said), advice=_(advice))


def not_a_bundle() -> AtelierError:
    """Something else than a bundle was given."""
    return refusal(
        marked("Ce n’est pas un dossier publié : il n’a pas de fichier « bagit.txt »."),
        marked("Choisissez le dossier qui contient « bagit.txt », ou le zip tel qu’il vous a été donné."),
    )


def unreadable(reason: str) -> AtelierError:
    """The disk does not give the bytes."""
    advice = marked("Rebranchez le support ou copiez le dossier sur l’ordinateur, puis recommencez.")
    return refusal(marked("Le support ne se laisse pas lire : {reason}."), advice, reason=reason)


def outside(path: str) -> AtelierError:
    """A name that points out of the folder (S1)."""
    return refusal(marked("Un nom de fichier cherche à sortir du dossier : « {name} »."), name=shown(path))


def not_a_file(path: str) -> AtelierError:
    """A link or a device (S2)."""
    sentence = marked("« {name} » n’est pas un fichier ordinaire mais un lien ou un périphérique.")
    return refusal(sentence, name=shown(path))


def twice(path: str) -> AtelierError:
    """The same name twice (S3)."""
    sentence = marked("Le fichier « {name} » s’y trouve deux fois, avec peut-être deux contenus.")
    return refusal(sentence, name=shown(path))


def same_name(one: str, other: str) -> AtelierError:
    """Names that a Windows disk takes for one (S4)."""
    sentence = marked("« {one} » et « {other} » seraient un seul fichier sur Windows ou sur une clé.")
    return refusal(sentence, one=shown(one), other=shown(other))


def reserved(path: str) -> AtelierError:
    """A name that Windows keeps for itself (S4)."""
    return refusal(marked("Le nom « {name} » ne peut pas exister sous Windows."), name=shown(path))


def too_many(limit: int) -> AtelierError:
    """More files than any sheet has (S5)."""
    return refusal(marked("Il y a plus de {n} fichiers : ce n’est pas une fiche de conduite."), n=limit)


def too_deep(path: str) -> AtelierError:
    """Folders in folders without end."""
    return refusal(marked("« {name} » emboîte trop de dossiers."), name=shown(path))


def too_large(limit: int) -> AtelierError:
    """More bytes than any sheet has (S5)."""
    return refusal(marked("Déplié, ce dossier dépasserait {size}."), size=human_size(limit))


def file_too_large(path: str, limit: int) -> AtelierError:
    """One file too large for what it is."""
    sentence = marked("« {name} » dépasse {size}, trop pour un tel fichier.")
    return refusal(sentence, name=shown(path), size=human_size(limit))


def too_much_text(limit: int) -> AtelierError:
    """More text than any sheet has (S5)."""
    sentence = marked("Il y a plus de {size} de texte : ce n’est pas une fiche de conduite.")
    return refusal(sentence, size=human_size(limit))


def bomb(path: str) -> AtelierError:
    """A few bytes that would become gigabytes (S5)."""
    sentence = marked("« {name} » gonflerait démesurément en se dépliant : c’est un piège.")
    return refusal(sentence, name=shown(path))


def overlapping() -> AtelierError:
    """Entries over one another, or bytes between, before or after them (S6)."""
    sentence = marked("Ce zip est mal construit : ses parties se chevauchent ou cachent des données.")
    return refusal(sentence, _ZIP_AGAIN)


def two_tales(path: str) -> AtelierError:
    """The list of the zip and the entry itself disagree (S6, S7)."""
    return refusal(marked("Ce zip se contredit au sujet de « {name} »."), _ZIP_AGAIN, name=shown(path))


def cut_short() -> AtelierError:
    """A zip without its end."""
    return refusal(
        marked("Ce zip est incomplet : sa fin manque."),
        marked("La copie a sans doute été interrompue. Copiez-le de nouveau depuis l’original."),
    )


def unusual_zip() -> AtelierError:
    """Encrypted, split, 64-bit, or packed in a rare way."""
    sentence = marked("Ce zip est chiffré, découpé, ou compressé d’une façon inhabituelle.")
    return refusal(sentence, _ZIP_AGAIN)


def malformed(path: str) -> AtelierError:
    """A file of the bag that does not say what it should."""
    return refusal(marked("« {name} » est abîmé : sans lui, rien ne peut être vérifié."), name=shown(path))


def partial_bundle() -> AtelierError:
    """Only what another library lacked (a delta)."""
    return refusal(
        marked("Ce dossier ne contient qu’une partie de la fiche."),
        marked("Demandez le dossier complet : celui qui n’a pas de fichier « fetch.txt »."),
    )


def hostile_text(path: str) -> AtelierError:
    """JSON, YAML or TOML made to exhaust or to mislead whoever reads it (S8, S9)."""
    return refusal(marked("« {name} » est écrit pour piéger le logiciel qui le lit."), name=shown(path))

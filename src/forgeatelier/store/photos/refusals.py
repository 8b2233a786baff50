# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a file cannot become a photo: one sentence and one remedy each."""

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _


def _again() -> str:
    return _("Copier de nouveau la photo depuis l’appareil qui l’a prise, puis recommencer.")


def empty(name: str) -> AtelierError:
    """The file holds no byte at all."""
    return AtelierError(what=_("Le fichier « {name} » est vide.").format(name=name), advice=_again())


def too_heavy(name: str, megabytes: int, limit: int) -> AtelierError:
    """The file is larger than any photo ought to be."""
    return AtelierError(
        what=_("« {name} » pèse {size} Mo ; une photo ne doit pas dépasser {limit} Mo.").format(
            name=name, size=megabytes, limit=limit
        ),
        advice=_("L’enregistrer en JPEG dans un logiciel de photo, puis importer cette copie."),
    )


def too_many_pixels(name: str, limit: int) -> AtelierError:
    """The picture would fill the memory if it were decoded; `limit` is in millions of pixels."""
    return AtelierError(
        what=_("L’image « {name} » compte plus de {limit} millions de pixels.").format(
            name=name, limit=limit
        ),
        advice=_("La réduire dans un logiciel de photo, puis importer la copie réduite."),
    )


def not_a_picture(name: str) -> AtelierError:
    """The content is something else, whatever the name says."""
    return AtelierError(
        what=_("« {name} » n’est pas une photo, malgré son nom.").format(name=name),
        advice=_("Choisir un fichier JPEG, PNG, WebP, HEIC, TIFF, GIF ou BMP."),
    )


def a_video(name: str) -> AtelierError:
    """The content is a moving picture."""
    return AtelierError(
        what=_("« {name} » est une vidéo, pas une photo.").format(name=name),
        advice=_("La joindre comme fichier, ou faire une capture d’écran de l’image voulue."),
    )


def cut_short(name: str) -> AtelierError:
    """The end of the file is not there."""
    return AtelierError(
        what=_("La photo « {name} » est coupée : la fin du fichier manque.").format(name=name),
        advice=_again(),
    )


def damaged(name: str) -> AtelierError:
    """It begins like a picture, but its content does not hold together."""
    return AtelierError(
        what=_("La photo « {name} » est abîmée et ne peut pas être ouverte.").format(name=name),
        advice=_again(),
    )


def unusual_colours(name: str) -> AtelierError:
    """The picture keeps its colours in a way that cannot be shown faithfully."""
    return AtelierError(
        what=_("L’image « {name} » décrit ses couleurs d’une façon qui n’est pas prise en charge.").format(
            name=name
        ),
        advice=_("L’enregistrer en JPEG dans un logiciel de photo, puis importer cette copie."),
    )

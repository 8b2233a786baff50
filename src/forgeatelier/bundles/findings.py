# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences about what is wrong with a bundle that can be read, each with its remedy."""

from forgeatelier.bundles.plain import shown
from forgeatelier.bundles.report import Finding, Level
from forgeatelier.ground.words import _, marked

_AGAIN = marked("Demandez une nouvelle copie à qui vous l’a donné.")
_CORRECT = marked("Signalez-le à qui a publié la fiche ; le reste peut se lire.")


def _blocking(sentence: str, advice: str, path: str = "", **said: object) -> Finding:
    return Finding(Level.BLOCKING, _(sentence).format(name=shown(path), **said), _(advice), path)


def _warning(sentence: str, advice: str, path: str = "", **said: object) -> Finding:
    return Finding(Level.WARNING, _(sentence).format(name=shown(path), **said), _(advice), path)


def damaged(path: str) -> Finding:
    """Not the bytes that were published."""
    return _blocking(marked("« {name} » est abîmé : ce n’est plus ce qui a été publié."), _AGAIN, path)


def missing(path: str) -> Finding:
    """Listed and not there."""
    return _blocking(marked("« {name} » manque."), _AGAIN, path)


def unknown(path: str) -> Finding:
    """There and not listed."""
    sentence = marked("« {name} » n’est dans aucune liste du dossier : il n’a pas été ouvert.")
    return _warning(sentence, marked("Il sera laissé de côté ; s’il compte, demandez d’où il vient."), path)


def wrong_size() -> Finding:
    """Payload-Oxum disagrees."""
    sentence = marked("Le nombre ou le poids des fichiers n’est pas celui qu’annonce le dossier.")
    return _blocking(sentence, _AGAIN)


def no_tag_manifest() -> Finding:
    """No tag manifest, so the lists themselves are not protected."""
    return _warning(marked("Les listes du dossier ne sont pas protégées contre l’usure."), _CORRECT)


def unreadable(path: str) -> Finding:
    """Not what it is said to be."""
    return _blocking(marked("« {name} » n’est pas écrit comme il devrait."), _CORRECT, path)


def crate_differs(path: str) -> Finding:
    """The crate describes another file than the one there is."""
    sentence = marked("Le catalogue du dossier décrit autrement « {name} ».")
    return _warning(sentence, _CORRECT, path)


def no_crate() -> Finding:
    """Nothing for machines to read."""
    return _warning(marked("Le dossier n’a pas de catalogue (ro-crate-metadata.json)."), _CORRECT)


def broken_link(path: str, address: str) -> Finding:
    """A link to nothing."""
    sentence = marked("Dans « {name} », un lien ne mène à rien : « {address} ».")
    return _warning(sentence, _CORRECT, path, address=shown(address))


def dangerous_link(path: str, address: str) -> Finding:
    """A link that leaves the bundle by another way than the web."""
    sentence = marked("Dans « {name} », un lien sort du dossier ou lancerait quelque chose : « {address} ».")
    return _blocking(
        sentence,
        marked("N’ouvrez pas ce lien, et signalez-le à qui vous a donné le dossier."),
        path,
        address=shown(address),
    )


def remote_picture(path: str, address: str) -> Finding:
    """A picture that is not in the bundle."""
    sentence = marked("Dans « {name} », une image est à chercher sur internet : « {address} ».")
    return _warning(
        sentence,
        marked("Elle ne sera pas chargée ; demandez un dossier qui la contient."),
        path,
        address=shown(address),
    )


def no_alt(path: str) -> Finding:
    """A picture without words for those who do not see it."""
    sentence = marked("Dans « {name} », une image n’a pas de description.")
    return _warning(sentence, marked("Ajoutez-la pour les personnes qui ne voient pas l’image."), path)


def runs_something(path: str) -> Finding:
    """HTML that would run, load or send something."""
    sentence = marked("« {name} » contient un programme ou un formulaire, ce qu’une fiche n’a pas.")
    return _blocking(
        sentence, marked("Ne l’ouvrez pas dans un navigateur, et signalez-le à qui vous l’a donné."), path
    )


def no_description(path: str) -> Finding:
    """A picture that the catalogue shows without words."""
    sentence = marked("Le catalogue du dossier ne décrit pas l’image « {name} ».")
    return _warning(
        sentence, marked("Ajoutez une description pour les personnes qui ne voient pas l’image."), path
    )


def no_rules() -> Finding:
    """Nothing says under which licence anything is."""
    sentence = marked("Rien ne dit sous quelle licence sont les fichiers (REUSE.toml).")
    return _warning(sentence, marked("Ne les republiez pas avant de l’avoir demandé."))


def no_licence(path: str) -> Finding:
    """Nobody says under which licence it is."""
    sentence = marked("Rien ne dit sous quelle licence est « {name} ».")
    return _warning(sentence, marked("Ne le republiez pas avant de l’avoir demandé."), path)


def closed_licence(path: str, licence: str) -> Finding:
    """A licence that does not let it be published again."""
    sentence = marked("« {name} » est sous une licence qui ne permet pas de republier ({licence}).")
    return _warning(
        sentence,
        marked("Lisez-le, mais retirez-le avant de publier votre version."),
        path,
        licence=shown(licence),
    )


def no_licence_text(licence: str) -> Finding:
    """The text of a licence is not in the bundle."""
    sentence = marked("Le texte de la licence {licence} manque dans le dossier.")
    return _warning(sentence, _CORRECT, licence=shown(licence))


def withdrawn(path: str) -> Finding:
    """The bundle still holds what its own list withdraws."""
    sentence = marked("« {name} » a été retiré par les personnes concernées et ne doit plus être montré.")
    return _blocking(sentence, marked("Demandez une version plus récente du dossier."), path)


def and_more(count: int) -> Finding:
    """Too many to tell one by one."""
    return Finding(
        Level.WARNING,
        _("Il y a encore {n} remarques.").format(n=count),
        _("Réglez d’abord celles-ci, puis vérifiez de nouveau."),
    )

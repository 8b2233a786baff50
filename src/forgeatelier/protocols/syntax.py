# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the YAML parser says, in words for someone who has never heard of YAML."""

import yaml

from forgeatelier.ground.words import _, marked
from forgeatelier.protocols.complaint import Complaint

# A piece of the parser’s problem and of its context, what is wrong, what to write; the first that fits wins.
_KNOWN = (
    (
        "mapping values are not allowed",
        "",
        marked("Cette ligne contient un « : » de trop, ou elle est trop décalée vers la droite."),
        marked(
            'Mettre le texte entre guillemets, par exemple titre: "Le four : un plan" ; sinon, vérifier '
            "l’espace après les deux-points de la ligne précédente et aligner les clés."
        ),
    ),
    (
        "unexpected end of stream",
        "quoted scalar",
        marked("Un guillemet ouvert ici n’est jamais refermé."),
        marked("Ajouter le guillemet qui manque à la fin du texte."),
    ),
    (
        "unexpected document indicator",
        "quoted scalar",
        marked("Un guillemet ouvert ici n’est jamais refermé."),
        marked("Ajouter le guillemet qui manque à la fin du texte."),
    ),
    (
        "tab character",
        "",
        marked("La ligne commence par une tabulation."),
        marked("La remplacer par des espaces, deux par niveau."),
    ),
    (
        "expected ',' or ']'",
        "",
        marked("Une liste ouverte par « [ » n’est pas refermée, ou il y manque une virgule."),
        marked("Écrire par exemple odd: [6, 7, 13], ou un élément par ligne précédé d’un tiret."),
    ),
    (
        "expected ',' or '}'",
        "",
        marked("Un bloc ouvert par « { » n’est pas refermé, ou il y manque une virgule."),
        marked("Écrire par exemple {liste: ademe-2023, code: D}."),
    ),
    (
        "unknown escape character",
        "",
        marked("La barre « \\ » ne s’écrit pas seule entre guillemets doubles."),
        marked("L’écrire deux fois, ou mettre le texte entre guillemets simples."),
    ),
    (
        "block sequence entries are not allowed",
        "",
        marked("Un tiret de liste ne peut pas suivre une clé sur la même ligne."),
        marked(
            "Aller à la ligne après les deux-points ; si le tiret est du texte, le mettre entre guillemets."
        ),
    ),
    (
        "expected '-' indicator",
        "",
        marked("Dans cette liste, une ligne ne commence pas par un tiret."),
        marked("Ajouter le tiret, ou aligner la ligne sur les clés de l’élément du dessus."),
    ),
    (
        "could not find expected ':'",
        "",
        marked("Il manque « : » après la clé."),
        marked("Écrire la clé, deux-points, une espace, puis la valeur : titre: Le four."),
    ),
    (
        "expected comment or line break",
        "",
        marked("Après « | » ou « > », le texte commence à la ligne suivante."),
        marked(
            "Aller à la ligne et décaler le texte de deux espaces ; sinon, mettre le texte entre guillemets."
        ),
    ),
    (
        "",
        "scanning an a",
        marked("Un texte ne peut pas commencer par « * » ni par « & »."),
        marked("Mettre le texte entre guillemets."),
    ),
    (
        "cannot start any token",
        "",
        marked("Un texte ne peut pas commencer par ce signe."),
        marked("Mettre le texte entre guillemets."),
    ),
    (
        "",
        "tag",
        marked("Un texte ne peut pas commencer par « ! »."),
        marked("Mettre le texte entre guillemets."),
    ),
    (
        "",
        "directive",
        marked("Une ligne ne peut pas commencer par « % »."),
        marked("Supprimer la ligne, ou mettre le texte entre guillemets."),
    ),
    (
        "did not find expected key",
        "",
        marked("Cette ligne n’est pas alignée avec ses voisines, ou un texte continue après son guillemet."),
        marked("Aligner les clés d’un même niveau ; mettre tout le texte entre les mêmes guillemets."),
    ),
)


def explained(trouble: yaml.YAMLError, text: str, file: str) -> Complaint:
    """The complaint of a file that YAML itself cannot read."""
    problem, context = str(getattr(trouble, "problem", "")), str(getattr(trouble, "context", "") or "")
    if isinstance(trouble, yaml.reader.ReaderError):
        return _unprintable(text, file)
    mark = getattr(trouble, "context_mark" if _begins_earlier(context) else "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if problem.startswith("found character that cannot") and _at(text, line, column) == "\t":
        problem = "tab character"
    for said, around, what, remedy in _KNOWN:
        if said in problem and around in context:
            return Complaint(file, line + 1, column + 1, "", _(what), _(remedy))
    return Complaint(
        file,
        line + 1,
        column + 1,
        "",
        _("Cette ligne n’est pas du YAML ({problem}).").format(problem=problem or type(trouble).__name__),
        _("Comparer avec un protocole livré avec le programme."),
    )


def _begins_earlier(context: str) -> bool:
    """Whether the slip stands where the parser began, and not where it gave up."""
    return "quoted scalar" in context or "simple key" in context


def _at(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    return lines[line][column : column + 1] if line < len(lines) else ""


def _unprintable(text: str, file: str) -> Complaint:
    """The parser gives no line for a sign that no text holds; it is looked for here."""
    allowed = yaml.reader.Reader.NON_PRINTABLE
    found = allowed.search(text)
    before = text[: found.start()] if found else ""
    return Complaint(
        file,
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "",
        _("Un signe invisible s’est glissé ici."),
        _("L’effacer, puis retaper le mot."),
    )

# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recognise the headers of a list, in French, in English and as Kobo or ODK export them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from forgeatelier.actions.people_lists.consents import subject_of, uses_named
from forgeatelier.actions.people_lists.half_days import read_half_day, says_am, speaks_english
from forgeatelier.actions.people_lists.kinds import Half, Meaning, Sex, Subject
from forgeatelier.actions.people_lists.spelling import fold, words_of
from forgeatelier.actions.people_lists.understood import Column, Line
from forgeatelier.actions.people_lists.values import read_age
from forgeatelier.ground.words import _

NAMES = frozenset({Meaning.FULL_NAME, Meaning.FAMILY_NAME, Meaning.GIVEN_NAMES})
SEARCHED = 30
"""A header stands within the first lines that are not blank."""

_LONGEST_HEADER = 120
_KOBO_PATH = re.compile(r"[a-z0-9_]+(?:/[a-z0-9_]+)+")
_TECHNICAL = frozenset(
    {"start", "end", "today", "deviceid", "username", "simserial", "subscriberid", "version"}
)
_SOURCE = re.compile(
    r"_?uuid|_?id|meta/instanceid|instanceid|key|identifiant|code (?:participante?|personne)"
)

_PATTERNS: tuple[tuple[Meaning, str], ...] = (
    (Meaning.EMAIL, r"\b(?:e ?mails?|courriels?|adresses? (?:electroniques?|mail)|mel|mails?)\b"),
    (Meaning.PHONE, r"\b(?:tele?phones?|tel|phones?|mobile|portable|whatsapp|cellulaire|gsm)\b"),
    (Meaning.CONTACT, r"^(?:contacts?|coordonnees)\b"),
    (
        Meaning.ORGANISATION,
        (
            r"\b(?:structures?|organi[sz]ations?|organismes?|associations?|entreprises?|institutions?|ong|ngo|etablissement"
            r"|ecole|employeur|groupement|cooperative|company|school)\b"
        ),
    ),
    (Meaning.BIRTH, r"(?<!lieu de )\bnaissance\b|\bnee?(?: e)? le\b|\bbirth(?:day|date)?\b|\bdob\b"),
    (
        Meaning.VILLAGE,
        (
            r"\b(?:villages?|villes?|localite|communes?|quartiers?|provenance|residence|domicile|lieu de vie"
            r"|town|city|district|place of residence)\b|^adresse$|^address$"
        ),
    ),
    (
        Meaning.ROLE,
        r"\b(?:fonctions?|professions?|metiers?|postes?|qualite|roles?|occupation|job|position|activite)\b",
    ),
    (Meaning.SEX, r"\b(?:sexe|sex|genre|gender|civilite)\b|^(?:h f|f h|m f|f m)$"),
    (Meaning.AGE, r"\bages?\b|^tranches?$"),
    (Meaning.FULL_NAME, r"\bnoms?(?: de famille)?(?: et| &)? (?:les )?prenoms?\b|\bprenoms?(?: et)? noms?\b"),
    (
        Meaning.FULL_NAME,
        r"\bnom complet\b|\bfull ?name\b|^(?:names?|participante?s?|personnes?|beneficiaires?)$",
    ),
    (Meaning.GIVEN_NAMES, r"\bprenoms?\b|\b(?:first|given|fore) ?names?\b"),
    (
        Meaning.FAMILY_NAME,
        r"\bnoms? (?:de )?famille\b|\b(?:family|last|sur) ?names?\b|^noms?$|^votre nom$|\bvotre nom\b",
    ),
    (Meaning.FAMILY_NAME, r"^noms? (?:du |de la |des |de l )?(?:participante?s?|personnes?|beneficiaires?)$"),
    (Meaning.NUMBER, r"^(?:n|no|num|numero|nr|number|rang|ordre|n d ordre|numero d ordre|n ordre)$"),
)
_SOMEONE_ELSE = re.compile(
    r"\b(?:enqueteu(?:r|se)|agent|formateur|formatrice|animateur|animatrice|tuteur|tutrice|lieu)\b"
    r"|^(?:avez vous|possede)"
)
_GIVEN_FIRST = re.compile(r"\bprenoms?(?: et)? noms?\b|\bfirst .*\blast\b")
_FAMILY_FIRST = re.compile(r"\bnoms?(?: de famille)?(?: et)? (?:les )?prenoms?\b")
_TICKED_SEX = {
    **dict.fromkeys(("h", "m", "homme", "hommes", "garcons", "male", "men"), Sex.M),
    **dict.fromkeys(("f", "femme", "femmes", "filles", "female", "women"), Sex.F),
}


@dataclass(frozen=True)
class Header:
    """Where the header stands (`first` and `last` position among the lines), its words and their worth."""

    first: int
    last: int
    cells: tuple[str, ...]
    recognised: int
    names: bool


def find_header(lines: Sequence[Line]) -> Header | None:
    """The line near the top in which most cells are known headers, with its second line when it has one."""
    best: Header | None = None
    tried = [position for position, line in enumerate(lines) if line.cells][:SEARCHED]
    for position in tried:
        found = _weigh(lines[position].cells, position)
        if best is None or (found.names, found.recognised) > (best.names, best.recognised):
            best = found
    if best is None or not best.recognised:
        return None
    return _with_second_line(best, lines)


def _weigh(cells: tuple[str, ...], position: int) -> Header:
    columns = [recognise(text) for text in cells]
    known = sum(one.meaning is not None and one.sex is None and one.band is None for one in columns)
    return Header(position, position, cells, known, any(one.meaning in NAMES for one in columns))


def _with_second_line(header: Header, lines: Sequence[Line]) -> Header:
    """Join « 12/03 » above « matin » and « soir », as lists with merged headers have them."""
    if header.last + 1 >= len(lines):
        return header
    below = lines[header.last + 1]
    named = [index for index, text in enumerate(header.cells) if recognise(text).meaning in NAMES]
    if any(below.cell(index) not in ("", header.cells[index]) for index in named):
        return header
    own = [text for index, text in enumerate(below.cells) if text and (text != _at(header.cells, index))]
    if len(own) <= 1 or not all(_is_half_day(text) for text in own):
        return header
    joined = []
    above = ""
    for index in range(max(len(header.cells), len(below.cells))):
        above = _at(header.cells, index) or (above if below.cell(index) else "")
        text = below.cell(index)
        joined.append(f"{above} {text}".strip() if text and text != above else above)
    return replace(_weigh(tuple(joined), header.first), last=header.last + 1)


def _is_half_day(text: str) -> bool:
    return recognise(text).meaning is Meaning.PRESENCE


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def understand_columns(header: Header, *, year: int) -> tuple[Column, ...]:
    """A column for every header, with details that need the whole header or the `year` of the event."""
    english = speaks_english(header.cells)
    columns = [
        replace(recognise(text, year=year, english=english), index=at) for at, text in enumerate(header.cells)
    ]
    columns = _am_said(columns, english=english)
    meanings = [column.meaning for column in columns]
    if Meaning.GIVEN_NAMES not in meanings:
        columns = [
            replace(column, meaning=Meaning.FULL_NAME) if column.meaning is Meaning.FAMILY_NAME else column
            for column in columns
        ]
    return tuple(_one_source(columns))


def _am_said(columns: list[Column], *, english: bool) -> list[Column]:
    """Say how « AM » was read where no morning column makes it plain that it is the afternoon."""
    halves = [column.half_day.half for column in columns if column.half_day]
    if english or Half.MORNING in halves:
        return columns
    why = _("« AM » est lu comme l’après-midi : à vérifier.")
    return [replace(one, why=why) if one.half_day and says_am(one.header) else one for one in columns]


def _one_source(columns: list[Column]) -> list[Column]:
    """Keep one identifier, the `_uuid` when there is one; the others are technical."""
    sources = [column for column in columns if column.meaning is Meaning.SOURCE_ID]
    chosen = next(
        (one for one in sources if "uuid" in one.header.casefold()), sources[0] if sources else None
    )
    return [
        replace(one, meaning=Meaning.TECHNICAL)
        if one.meaning is Meaning.SOURCE_ID and one is not chosen
        else one
        for one in columns
    ]


def recognise(text: str, *, year: int = 2000, english: bool = False) -> Column:
    """The meaning of one header; the column's index is left at 0."""
    header = text.strip()
    column = Column(0, header, None)
    if not header or len(header) > _LONGEST_HEADER:
        return column
    half_day = read_half_day(header, year=year, english=english)
    if half_day is not None and not _consent(header):
        return replace(column, meaning=Meaning.PRESENCE, half_day=half_day)
    for reading in (_kobo, _consent, _ticked, _mixed):
        found = reading(header)
        if found is not None:
            return found
    return replace(column, meaning=_meaning(header), order=_order(header))


def _kobo(header: str) -> Column | None:
    lowered = header.casefold()
    name = lowered.rsplit("/", 1)[-1]
    if _SOURCE.fullmatch(lowered) or name == "_uuid":
        return Column(0, header, Meaning.SOURCE_ID)
    if name.startswith("_") or name in _TECHNICAL:
        return Column(0, header, Meaning.TECHNICAL)
    group, slash, leaf = header.rpartition("/")
    if not slash or group.endswith(" ") or leaf.startswith(" "):
        return None
    if subject_of(group) is not None and uses_named(leaf):
        return _consent(header)
    of_a_form = _KOBO_PATH.fullmatch(header) and "_" in header
    if _meaning(leaf) is not None and (of_a_form or _meaning(group) is None):
        return replace(recognise(leaf), header=header)
    return None


def _consent(header: str) -> Column | None:
    subject = subject_of(header)
    if subject is None:
        return None
    uses = uses_named(header.rsplit("/", 1)[-1] if "/" in header else header)
    why = ""
    if subject is Subject.UNSAID:
        why = _("Cet intitulé ne dit pas à quoi la personne consent : rien n’en est déduit.")
    return Column(0, header, Meaning.CONSENT, subject=subject, uses=uses, why=why)


def _ticked(header: str) -> Column | None:
    """Columns to tick: « H » and « F », or one per age group."""
    sex = _TICKED_SEX.get(words_of(header))
    if sex is not None:
        return Column(0, header, Meaning.SEX, sex=sex)
    if not any(character.isdigit() for character in header) or _meaning(header) is not None:
        return None
    age, _why = read_age(header, today=date.max)
    if age.band is None or age.age is not None or age.birth_year is not None:
        return None
    return Column(0, header, Meaning.AGE, band=age.band)


def _mixed(header: str) -> Column | None:
    """« Structure / village » is read as its first known part, and says so."""
    parts = [part for part in re.split(r"\s*/\s*|\s+ou\s+", header) if part]
    meanings = [meaning for meaning in map(_meaning, parts) if meaning is not None]
    if len(set(meanings)) <= 1:
        return None
    if set(meanings) <= NAMES:
        order = "given" if meanings[0] is Meaning.GIVEN_NAMES else "family"
        return Column(0, header, Meaning.FULL_NAME, order=order)
    if set(meanings) <= {Meaning.PHONE, Meaning.EMAIL, Meaning.CONTACT}:
        return Column(0, header, Meaning.CONTACT)
    why = _("Cette colonne mêle deux choses : tout est retenu comme « {meaning} ».").format(
        meaning=meanings[0].label
    )
    return Column(0, header, meanings[0], why=why)


def _meaning(header: str) -> Meaning | None:
    text = words_of(re.sub(r"\(.*?\)", " ", fold(re.sub(r"\((?:s|es|e)\)", "", header)))) or words_of(header)
    if header == "#":
        return Meaning.NUMBER
    if _SOMEONE_ELSE.search(text):
        return None
    return next((meaning for meaning, pattern in _PATTERNS if re.search(pattern, text)), None)


def _order(header: str) -> str:
    text = words_of(header)
    if _GIVEN_FIRST.search(text):
        return "given"
    return "family" if _FAMILY_FIRST.search(text) else ""

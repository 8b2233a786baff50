# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person says that the columns of a list mean, in the place of what was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from forgeatelier.actions.people_lists.columns import Header, recognise
from forgeatelier.actions.people_lists.half_days import any_half_day
from forgeatelier.actions.people_lists.kinds import Meaning, Subject, Use
from forgeatelier.actions.people_lists.understood import Column, Line
from forgeatelier.ground.words import _, marked

NOT_USED = "unused"
_LETTERS = 0.7
"""So many cells of a column of names look like names."""

_MOST_WORDS = 6


@dataclass(frozen=True)
class Meant:
    """One answer to « what is this column? »."""

    label: str
    meaning: Meaning | None = None
    order: str = ""
    subject: Subject | None = None
    uses: tuple[Use, ...] = ()


MEANT: Mapping[str, Meant] = {
    NOT_USED: Meant(marked("Ne pas utiliser")),
    "full": Meant(marked("Nom puis prénoms"), Meaning.FULL_NAME, "family"),
    "full_given": Meant(marked("Prénoms puis nom"), Meaning.FULL_NAME, "given"),
    "family": Meant(marked("Nom"), Meaning.FAMILY_NAME),
    "given": Meant(marked("Prénoms"), Meaning.GIVEN_NAMES),
    "sex": Meant(marked("Sexe"), Meaning.SEX),
    "age": Meant(marked("Âge"), Meaning.AGE),
    "birth": Meant(marked("Naissance"), Meaning.BIRTH),
    "organisation": Meant(marked("Structure"), Meaning.ORGANISATION),
    "village": Meant(marked("Village ou ville"), Meaning.VILLAGE),
    "role": Meant(marked("Fonction"), Meaning.ROLE),
    "phone": Meant(marked("Téléphone"), Meaning.PHONE),
    "email": Meant(marked("Courriel"), Meaning.EMAIL),
    "contact": Meant(marked("Contact"), Meaning.CONTACT),
    "presence": Meant(marked("Présence à une demi-journée"), Meaning.PRESENCE),
    "image_open": Meant(
        marked("Accord sur l’image, publication libre"),
        Meaning.CONSENT,
        "",
        Subject.IMAGE,
        (Use.PUBLICATION,),
    ),
    "image": Meant(marked("Accord sur l’image"), Meaning.CONSENT, "", Subject.IMAGE),
    "voice": Meant(marked("Accord sur la voix"), Meaning.CONSENT, "", Subject.VOICE),
    "data": Meant(marked("Accord sur les coordonnées"), Meaning.CONSENT, "", Subject.DATA),
    "number": Meant(marked("Numéro de ligne"), Meaning.NUMBER),
    "source": Meant(marked("Identifiant d’origine"), Meaning.SOURCE_ID),
}
"""Everything a column can be said to mean, by a short name."""


def meant_by(column: Column) -> str:
    """The short name of what a column is now taken to mean."""
    for name, one in MEANT.items():
        if column.meaning is not one.meaning or (
            one.subject is not None and column.subject is not one.subject
        ):
            continue
        if one.meaning is Meaning.FULL_NAME and (column.order or "family") != one.order:
            continue
        if one.uses and column.uses != one.uses:
            continue
        return name
    return NOT_USED


def with_said(columns: Sequence[Column], said: Mapping[int, str], *, year: int) -> tuple[Column, ...]:
    """The columns as someone says they are (short names by index); the others as they were understood."""
    return tuple(
        _as_said(column, MEANT[said[column.index]], year) if said.get(column.index) in MEANT else column
        for column in columns
    )


def _as_said(column: Column, meant: Meant, year: int) -> Column:
    if meant == MEANT[meant_by(column)]:
        return replace(column, why="")
    plain = Column(column.index, column.header, meant.meaning, order=meant.order)
    understood = recognise(column.header, year=year) if column.header else plain
    if meant.meaning is Meaning.CONSENT:
        return replace(plain, subject=meant.subject, uses=meant.uses or understood.uses)
    if meant.meaning is Meaning.PRESENCE:
        # Without a date in its words, the column speaks of the first day.
        return replace(plain, half_day=any_half_day(column.header or str(column.index + 1), year=year))
    if meant.meaning in (Meaning.SEX, Meaning.AGE) and understood.meaning is meant.meaning:
        return replace(plain, sex=understood.sex, band=understood.band)
    return plain


def without_header() -> Header:
    """The header of a list that has none: it begins with its first person."""
    return Header(-1, -1, (), 0, names=False)


def names_guessed(columns: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns of a list without headers: the first one that holds words is taken for names."""
    for place, column in enumerate(columns):
        cells = [text for line in lines if (text := line.cell(column.index))]
        if column.meaning is None and _mostly_names(cells):
            why = _(
                "Cette liste n’a pas d’intitulés\N{NO-BREAK SPACE}: cette colonne est lue comme des noms."
            )
            guessed = replace(column, meaning=Meaning.FULL_NAME, order="given", why=why)
            return (*columns[:place], guessed, *columns[place + 1 :])
    return tuple(columns)


def reads_like_people(lines: Sequence[Line]) -> bool:
    """Whether a list without headers may be people: several columns, or lines that look like names."""
    held = [line.cells for line in lines if line.cells]
    return max(map(len, held), default=0) > 1 or _mostly_names([cells[0] for cells in held])


def _mostly_names(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(_like_a_name, cells)) >= _LETTERS * len(cells)


def _like_a_name(text: str) -> bool:
    """A few words of letters, some of which begin with a capital, in scripts that have them."""
    words = text.split()
    plain = not any(c.isdigit() or c in "@?!:;" for c in text)
    return (
        plain and len(words) <= _MOST_WORDS and any(word[0].isupper() or not _cased(word) for word in words)
    )


def _cased(word: str) -> bool:
    return word.upper() != word.lower()

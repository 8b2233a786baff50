# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of the list as one person, with what is doubtful about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from forgeatelier.actions.people_lists.columns import NAMES
from forgeatelier.actions.people_lists.consents import read_consent
from forgeatelier.actions.people_lists.kinds import Because, Consented, Meaning, Sex, Subject, Use
from forgeatelier.actions.people_lists.marks import is_ticked, read_mark
from forgeatelier.actions.people_lists.names import damage, formula, readable, split_full_name
from forgeatelier.actions.people_lists.phones import read_phone
from forgeatelier.actions.people_lists.understood import (
    Age,
    Column,
    Consent,
    Doubt,
    Line,
    Presence,
    UnderstoodRow,
)
from forgeatelier.actions.people_lists.values import read_age, read_email, read_sex
from forgeatelier.ground.words import _

_TEXTS = NAMES | {Meaning.ORGANISATION, Meaning.VILLAGE, Meaning.ROLE}


@dataclass(frozen=True)
class Setting:
    """What a line is read with: its columns, the day and the country of numbers without a code."""

    columns: tuple[Column, ...]
    today: date
    default_country: str | None = None


@dataclass
class RowReader:
    """Reads one line; `doubts` and `loose` (doubts to be told once per column) fill up on the way."""

    line: Line
    setting: Setting
    doubts: list[Doubt] = field(default_factory=list)
    loose: list[tuple[Because, Column]] = field(default_factory=list)

    def read(self) -> UnderstoodRow:
        """The person on this line."""
        self._look_at_texts()
        family, given, as_written = self._names()
        age = self._age()
        phone, e164, email = self._reached_by()
        return UnderstoodRow(
            line=self.line.number,
            number=self._text(Meaning.NUMBER),
            family_name=family,
            given_names=given,
            as_written=as_written,
            sex=self._sex(),
            birth_year=age.birth_year,
            age=age.age,
            age_band=age.band,
            minor=age.minor,
            organisation=self._text(Meaning.ORGANISATION),
            village=self._text(Meaning.VILLAGE),
            role=self._text(Meaning.ROLE),
            phone=phone,
            phone_e164=e164,
            email=email,
            consents=self._consents(),
            presence=self._presence(),
            source_id=self._text(Meaning.SOURCE_ID),
            others=tuple((column.header, text) for column, text in self._filled(None)),
        )

    def _filled(self, meaning: Meaning | None) -> list[tuple[Column, str]]:
        columns = (column for column in self.setting.columns if column.meaning is meaning)
        cells = ((column, " ".join(self.line.cell(column.index).split())) for column in columns)
        return [(column, text) for column, text in cells if text]

    def _text(self, meaning: Meaning) -> str:
        """Everything said under one meaning, each thing once."""
        return " / ".join(dict.fromkeys(text for _column, text in self._filled(meaning)))

    def _doubt(self, because: Because, column: Column | None, read: str, why: str) -> None:
        if why:
            header = column.header if column else ""
            self.doubts.append(Doubt(because, self.line.number, header, read, why))

    def _look_at_texts(self) -> None:
        for meaning in _TEXTS:
            for column, text in self._filled(meaning):
                self._doubt(Because.DAMAGED, column, text, damage(text))
                self._doubt(Because.FORMULA, column, text, formula(text))

    def _names(self) -> tuple[str, str, str]:
        parts = [one for meaning in NAMES for one in self._filled(meaning)]
        parts.sort(key=lambda one: one[0].index)
        written = " ".join(text for _column, text in parts)
        family, given = self._text(Meaning.FAMILY_NAME), self._text(Meaning.GIVEN_NAMES)
        for column, text in self._filled(Meaning.FULL_NAME)[:1]:
            family, split, certain = split_full_name(text, column.order)
            given = given or split
            if not certain and " " in text:
                self.loose.append((Because.NAME, column))
        if not written:
            self._doubt(
                Because.NAME, None, "", _("Cette ligne ne porte pas de nom : personne comptée sans nom.")
            )
        elif any(character.isdigit() for character in written):
            self._doubt(Because.NAME, parts[0][0], written, _("Il y a un chiffre dans ce nom : à vérifier."))
        return readable(family), readable(given), written

    def _sex(self) -> Sex:
        said: set[Sex] = set()
        for column, text in self._filled(Meaning.SEX):
            if column.sex is not None:
                said |= {column.sex} if is_ticked(text) else set()
                continue
            sex, why = read_sex(text)
            self._doubt(Because.SEX, column, text, why)
            said.add(sex)
        said.discard(Sex.UNSTATED)
        if len(said) > 1:
            self._doubt(
                Because.SEX, None, "", _("Deux réponses différentes pour le sexe : laissé « non renseigné ».")
            )
        return said.pop() if len(said) == 1 else Sex.UNSTATED

    def _age(self) -> Age:
        known = Age()
        for meaning in (Meaning.BIRTH, Meaning.AGE):
            for column, text in self._filled(meaning):
                if known != Age() or (column.band and not is_ticked(text)):
                    continue
                said = column.header if column.band else text
                known, why = read_age(said, today=self.setting.today, birth=meaning is Meaning.BIRTH)
                self._doubt(Because.AGE, column, text, why)
        return known

    def _reached_by(self) -> tuple[str, str | None, str]:
        """The telephone as written and normalised, and the e-mail address."""
        contacts = self._filled(Meaning.CONTACT)
        phones = self._filled(Meaning.PHONE) + [one for one in contacts if "@" not in one[1]]
        emails = self._filled(Meaning.EMAIL) + [one for one in contacts if "@" in one[1]]
        for column, text in emails:
            self._doubt(Because.EMAIL, column, text, read_email(text))
        phone = " / ".join(dict.fromkeys(text for _column, text in phones))
        e164, why = read_phone(phone, default_country=self.setting.default_country)
        if phone and why:
            self._doubt(Because.PHONE, phones[0][0], phone, why)
        elif phone and e164 is None:
            self.loose.append((Because.PHONE, phones[0][0]))
        return phone, e164, " / ".join(dict.fromkeys(text for _column, text in emails))

    def _consents(self) -> tuple[Consent, ...]:
        said = []
        for column, text in self._filled(Meaning.CONSENT):
            answer = read_consent(text, column.uses)
            self._doubt(Because.CONSENT, column, text, answer.why)
            if answer.vague and column.subject is not Subject.UNSAID:
                self.loose.append((Because.CONSENT, column))
            states = {use: answer.uses.get(use, Consented.UNSTATED) for use in Use}
            said.append(Consent(column.subject or Subject.UNSAID, states, text, column.header))
        if _disagree(consent for consent in said if consent.subject is Subject.IMAGE):
            why = _("Deux colonnes se contredisent sur le droit à l’image : le refus l’emporte.")
            self._doubt(Because.CONSENT, None, " / ".join(consent.raw for consent in said), why)
        return tuple(said)

    def _presence(self) -> tuple[Presence, ...]:
        marks = []
        for column in self.setting.columns:
            if column.half_day is not None:
                text = self.line.cell(column.index)
                mark, why = read_mark(text)
                self._doubt(Because.PRESENCE, column, text, why)
                marks.append(Presence(column.half_day, mark))
        return tuple(marks)


def _disagree(consents: Iterable[Consent]) -> bool:
    said = list(consents)
    both = {Consented.GRANTED, Consented.REFUSED}
    return any(both <= {consent.uses[use] for consent in said} for use in Use)

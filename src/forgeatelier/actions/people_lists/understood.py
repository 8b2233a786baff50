# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list of people holds once read: plain values, independent of the program's own records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from forgeatelier.actions.people_lists.kinds import (
    AgeBand,
    Because,
    Consented,
    Half,
    Kind,
    Mark,
    Meaning,
    Sex,
    Subject,
    Use,
)


@dataclass(frozen=True)
class Line:
    """One line of the file: its number as a person would count it and its cells as text."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The text of a cell, empty beyond the end of the line."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """Lines of text and where they came from: an encoding and a delimiter, or a sheet."""

    lines: tuple[Line, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class HalfDay:
    """One attendance column: its words, and what of date, day number and half could be read in them."""

    label: str
    on: date | None = None
    day: int | None = None
    half: Half | None = None


@dataclass(frozen=True)
class Column:
    """One column: its header, its meaning (None when not understood) and the details the header gives.

    `sex` and `band` are set on columns that are ticked (« H », « F », « 15-17 »); `subject` and `uses` on
    consents; `half_day` on attendance; `order` ("family", "given" or "") on full names; `why` is a sentence
    when the header itself is uncertain.
    """

    index: int
    header: str
    meaning: Meaning | None
    sex: Sex | None = None
    band: AgeBand | None = None
    subject: Subject | None = None
    uses: tuple[Use, ...] = ()
    half_day: HalfDay | None = None
    order: str = ""
    why: str = ""


@dataclass(frozen=True)
class Doubt:
    """Something to look at: where (no line means the whole column), what was read and why it is doubtful."""

    because: Because
    line: int | None
    column: str
    read: str
    why: str
    other_line: int | None = None


@dataclass(frozen=True)
class Consent:
    """What one consent column says: the states by use and the words as written."""

    subject: Subject
    uses: Mapping[Use, Consented]
    raw: str
    column: str


_STRICTNESS = (Consented.REFUSED, Consented.LIMITED, Consented.GRANTED, Consented.UNSTATED)


def strictest(said: Iterable[Mapping[Use, Consented]]) -> dict[Use, Consented]:
    """Several answers as one: for every use the most restrictive thing that was said."""
    answers = list(said)
    return {
        use: min(
            (answer.get(use, Consented.UNSTATED) for answer in answers),
            key=_STRICTNESS.index,
            default=Consented.UNSTATED,
        )
        for use in Use
    }


@dataclass(frozen=True)
class Presence:
    """One person at one half-day."""

    half_day: HalfDay
    mark: Mark


@dataclass(frozen=True)
class Age:
    """What was said of an age, with the band and the minority that follow from it and nothing else."""

    birth_year: int | None = None
    age: int | None = None
    band: AgeBand | None = None
    minor: bool = False


@dataclass(frozen=True)
class UnderstoodRow:
    """One person as understood; `as_written` keeps the name exactly as the list has it.

    `minor` is true when the person is or may be under 18, so that a guardian's consent is asked for.
    `others` keeps the cells of columns that were not understood, as (header, text).
    """

    line: int
    number: str = ""
    family_name: str = ""
    given_names: str = ""
    as_written: str = ""
    sex: Sex = Sex.UNSTATED
    birth_year: int | None = None
    age: int | None = None
    age_band: AgeBand | None = None
    minor: bool = False
    organisation: str = ""
    village: str = ""
    role: str = ""
    phone: str = ""
    phone_e164: str | None = None
    email: str = ""
    consents: tuple[Consent, ...] = ()
    presence: tuple[Presence, ...] = ()
    source_id: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def image_uses(self) -> dict[Use, Consented]:
        """The image consent by use; where two columns disagree the more restrictive one holds."""
        return strictest(consent.uses for consent in self.consents if consent.subject is Subject.IMAGE)


@dataclass(frozen=True)
class SetAside:
    """A line that is no new person; a duplicate names the first such line and keeps what it says."""

    line: int
    kind: Kind
    text: str = ""
    same_as: int | None = None
    row: UnderstoodRow | None = None


@dataclass(frozen=True)
class Counts:
    """The figures of a reading: every line is the header, a person or set aside."""

    lines: int
    people: int
    women: int
    men: int
    other_sex: int
    unstated_sex: int
    minors: int
    doubts: int
    set_aside: Mapping[Kind, int]


@dataclass(frozen=True)
class ListPreview:
    """A whole list as understood, before anything is kept: people, doubts and lines set aside."""

    columns: tuple[Column, ...]
    rows: tuple[UnderstoodRow, ...]
    doubtful: tuple[Doubt, ...]
    set_aside: tuple[SetAside, ...]
    counts: Counts
    header_line: int
    titles: tuple[str, ...] = ()
    title_date: date | None = None
    half_days: tuple[HalfDay, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    table: Table | None = None
